"""Spreadsheets as tables of descriptions: each sheet that has a row of column names, the first row of those there are.

Names can take several rows, with cells merged over them; what stands above them and sheets without any are left out
and noted. A cell merged down several rows holds for each of them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from discovery.errors import BadFile
from discovery.records import Source, Unit

from . import ods, xlsx
from .headers import OWN, Named, column_of
from .sheets import Row, Sheet, Spans
from .source import Report
from .table import Rows, are_names, columns_of, record_of, units_of

SEARCHED = 30
"""Rows in which the names of columns are looked for."""
MOST_COLUMNS = 1_000
_SERIAL = re.compile(r"[1-5]\d{4}")
"""A day as a spreadsheet counts it, of 1927 to 2064, where its cell says nothing of dates."""
_DATES = frozenset({"date", "begin", "end"})

Sheets = Callable[[bytes, str], Iterator[Sheet]]


def read_xlsx(data: bytes, shown: str, fault: Report, note: Report, own: Named = OWN) -> Iterator[Unit]:
    """The units of the sheets of an Excel file. Raises `BadFile`, for some only when it is iterated."""
    return units_of(_all_rows(xlsx.sheets(data, shown), shown, fault, note, own), shown, fault, note)


def read_ods(data: bytes, shown: str, fault: Report, note: Report, own: Named = OWN) -> Iterator[Unit]:
    """As `read_xlsx`, of an OpenDocument spreadsheet."""
    return units_of(_all_rows(ods.sheets(data, shown), shown, fault, note, own), shown, fault, note)


def _all_rows(sheets: Iterator[Sheet], shown: str, fault: Report, note: Report, own: Named) -> Rows:
    tables = 0
    reasons: list[str] = []
    for sheet in sheets:
        if sheet.hidden:
            note(Source(shown), f"the sheet {sheet.name!r} is hidden: left out")
            continue
        try:
            yield from _rows(sheet, shown, fault, note, own)
            tables += 1
        except BadFile as error:
            reasons.append(f"the sheet {sheet.name!r}: {error.reason}")
    if not tables:
        raise BadFile(shown, "; ".join(reasons) or "a spreadsheet without sheets")
    for reason in reasons:
        note(Source(shown), f"{reason}: left out")


@dataclass(frozen=True, slots=True)
class _Head:
    """The row that the names begin in, the last one that they take, and the name of each column."""

    first: int
    last: int
    names: list[str]


def _rows(sheet: Sheet, shown: str, fault: Report, note: Report, own: Named) -> Rows:
    rows = iter(sheet.rows)
    begin = list(islice(rows, SEARCHED))
    head = _head(begin, sheet.spans, own)
    if head is None:
        raise BadFile(shown, "no row with names of columns")
    columns = columns_of(head.names, Source(shown, head.first), fault, own)
    above = sum(any(row.cells.values()) for row in begin if row.number < head.first)
    if above:
        note(Source(shown, 1), f"{above} rows above the names of columns: left out" if above > 1 else _ABOVE)
    down = _Down(sheet.spans)
    beside = 0
    for row in chain(begin, rows):
        cells = down.fill(row)
        if row.number <= head.last or not any(cells.values()):
            continue
        if _is_heading(row, sheet.spans):
            note(Source(shown, row.number), f"a heading over the records below it: left out: {_only(cells)!r}")
            continue
        beside += sum(at >= len(columns) and bool(text) for at, text in cells.items())
        values = [cells.get(at, "") for at in range(len(columns))]
        yield row.number, record_of(columns, [_dated(c, v) for c, v in zip(columns, values, strict=True)])
    if beside:
        note(Source(shown), f"{beside} cells under no name of a column, in {sheet.name!r}: left out")


_ABOVE = "a row above the names of columns: left out"


def _head(rows: list[Row], spans: Spans, own: Named) -> _Head | None:
    for row in rows:
        cells = _across(row, spans)
        last = max((span.bottom for span in spans.at(row.number)), default=row.number)
        last = min(last, row.number + 3)
        below = [_across(each, spans) for each in rows if row.number < each.number <= last]
        width = min(max(chain(cells, *below), default=-1) + 1, MOST_COLUMNS)
        stacks = [[text for line in (cells, *below) if (text := line.get(at, ""))] for at in range(width)]
        names = [_name(stack, own) for stack in stacks]
        if _are_names([cells.get(at, "") for at in range(width)], own) or (below and _are_names(names, own)):
            return _Head(row.number, last, names)
    return None


def _are_names(cells: list[str], own: Named) -> bool:
    """As in a text that may be a table; here, where it is one, a reference and one other name are enough."""
    known = [column for cell in cells if (column := column_of(cell, own))]
    return are_names(cells, own) or ("ref" in known and len(known) > 1)


def _across(row: Row, spans: Spans) -> Mapping[int, str]:
    """The cells of a row of names, where a merged one stands for all the columns that it covers."""
    cells = dict(row.cells)
    for span in spans.at(row.number):
        if text := row.cells.get(span.left):
            cells |= dict.fromkeys(range(span.left, min(span.right, MOST_COLUMNS) + 1), text)
    return cells


def _name(stack: list[str], own: Named) -> str:
    """Of names that stand one above the other: all of them together, the lowest or the highest, as one is known."""
    together = " ".join(dict.fromkeys(stack))
    tried = (together, *reversed(stack))
    return next((name for name in tried if column_of(name, own)), together)


class _Down:
    """Cells that are merged over rows of one column, carried down."""

    def __init__(self, spans: Spans) -> None:
        self._spans = spans
        self._open: dict[int, tuple[int, str]] = {}

    def fill(self, row: Row) -> dict[int, str]:
        cells = dict(row.cells)
        for span in self._spans.at(row.number):
            if span.left == span.right and span.bottom > row.number and (text := cells.get(span.left)):
                self._open[span.left] = (span.bottom, text)
        for at, (bottom, text) in list(self._open.items()):
            if row.number > bottom:
                del self._open[at]
            elif any(cells.values()) and not cells.get(at):
                cells[at] = text
        return cells


def _is_heading(row: Row, spans: Spans) -> bool:
    """Whether all that a row says is one cell merged over several columns."""
    said = [at for at, text in row.cells.items() if text]
    wide = {span.left for span in spans.at(row.number) if span.right > span.left}
    return len(said) == 1 and said[0] in wide


def _only(cells: Mapping[int, str]) -> str:
    return next(text for text in cells.values() if text)


def _dated(column: str, text: str) -> str:
    return xlsx.day(int(text)) if column in _DATES and _SERIAL.fullmatch(text) else text
