"""The sheets of an OpenDocument spreadsheet: text, dates, merged and repeated cells.

Source: OpenDocument 1.3, part 3, 9 (tables) and 19.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from .sheets import Parts, Row, Sheet, Span, Spans
from .xml import local_name

READS = (
    ("table:table", "table"),
    ("table:number-columns-spanned, table:number-rows-spanned", "merged cells, as in Excel"),
    ("office:date-value", "date"),
    ("office:value", "text without .0"),
    ("text:p", "text, lines kept"),
)
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST_REPEATED = 1_000
_MOST_COLUMNS = 16_384


def sheets(data: bytes, shown: str) -> Iterator[Sheet]:
    """The sheets of a spreadsheet in order, each to be read before the next. Raises `BadFile`."""
    elements = Parts(data, shown).elements("content.xml", "table-row")
    for table, rows in groupby(elements, lambda row: next(row.iterancestors("{*}table"), None)):
        if table is not None:
            spans = Spans()
            yield Sheet(table.get(f"{_TABLE}name") or "", _rows(rows, spans), spans)


def _rows(rows: Iterator[Any], spans: Spans) -> Iterator[Row]:
    number = 1
    for row in rows:
        cells = dict(_cells(row, number, spans))
        repeated = _count(row, "number-rows-repeated")
        if any(cells.values()):
            yield from (Row(number + more, cells) for more in range(min(repeated, _MOST_REPEATED)))
        number += repeated


def _cells(row: Any, number: int, spans: Spans) -> Iterator[tuple[int, str]]:
    at = 0
    for cell in row:
        if local_name(cell) not in ("table-cell", "covered-table-cell") or at >= _MOST_COLUMNS:
            continue
        repeated = _count(cell, "number-columns-repeated")
        down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if down > 1 or across > 1:
            spans.add(Span(number, at, number + down - 1, at + across - 1))
        if text := _value(cell):
            yield from ((at + more, text) for more in range(min(repeated, _MOST_REPEATED)))
        at += repeated


def _value(cell: Any) -> str:
    kind = cell.get(f"{_OFFICE}value-type") or ""
    if kind == "date":
        return (cell.get(f"{_OFFICE}date-value") or "").removesuffix("T00:00:00")
    paragraphs = ["".join(_pieces(part)) for part in cell if local_name(part) in ("p", "h")]
    shown = "\n".join(paragraphs)
    if kind == "float" and not shown:
        value = cell.get(f"{_OFFICE}value") or ""
        return value.removesuffix(".0")
    return shown


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name in ("line-break", "tab", "s"):
            yield "\n" if name == "line-break" else " "
        elif name != "annotation":
            yield from _pieces(child)
        yield child.tail or ""


def _count(element: Any, name: str) -> int:
    written = element.get(f"{_TABLE}{name}") or "1"
    return max(int(written), 1) if written.isdecimal() and len(written) < 8 else 1
