"""The sheets of an Excel workbook (ECMA-376): strings, numbers as they are shown, dates, merged cells.

Source: ECMA-376-1, 18.3 worksheets, 18.4 shared strings, 18.8.30 number formats.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from discovery.errors import BadFile

from .sheets import Parts, Row, Sheet, Span, Spans
from .xml import local_name

READS = (
    ("sheet that isn't hidden", "table"),
    ("cells merged in the names of columns", "a name for each of their columns"),
    ("cell merged down", "value of each of its rows"),
    ("number with a format of dates", "date, as precise as the format: 1932-05-03, 1932-05, 1932"),
    ("number", "text without .0; with the leading zeros of its format"),
    ("formula", "its last value"),
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_DATE_FORMATS = {**dict.fromkeys((14, 15, 22, *range(27, 37), *range(50, 59)), "ymd"), 17: "ym", 16: "md"}
_SAID = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REF = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]{0,99}?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
_MOST_COLUMNS = 16_384
_BEFORE, _BEFORE_MAC = date(1899, 12, 30), date(1904, 1, 1)
_MOST_STRINGS = 128 * 2**20
"""Characters of all shared strings together."""


def sheets(data: bytes, shown: str) -> Iterator[Sheet]:
    """The sheets of a workbook in order. Raises `BadFile`, for some only when their rows are read."""
    parts = Parts(data, shown)
    targets = dict(_targets(parts))
    named = [
        (sheet.get("name") or "", targets.get(sheet.get(_RELATION) or sheet.get(_STRICT) or ""), sheet.get("state"))
        for sheet in parts.elements("xl/workbook.xml", "sheet")
    ]
    start = _epoch(parts)
    strings = _strings(parts)
    formats = list(_formats(parts))
    for name, target, state in named:
        if target and target in parts:
            spans = Spans()
            for found in parts.matches(target, _MERGED):
                spans.add(_span(found))
            rows = _rows(parts, target, strings, formats, start)
            yield Sheet(name, rows, spans, hidden=(state or "visible") != "visible")


def day(serial: int, shape: str = "ymd", start: date = _BEFORE) -> str:
    """A day as Excel counts them, as text of this shape; "" for one that no calendar has."""
    early = serial < 60 and start == _BEFORE  # Excel has a 29 February 1900
    try:
        found = start + timedelta(serial + early)
    except OverflowError:
        return ""
    if "y" not in shape:
        return f"{found.day}.{found.month}."
    return found.isoformat()[: 10 if "d" in shape else 7 if "m" in shape else 4]


def _targets(parts: Parts) -> Iterator[tuple[str, str]]:
    for relation in parts.elements("xl/_rels/workbook.xml.rels", "Relationship"):
        target = relation.get("Target") or ""
        yield relation.get("Id") or "", target[1:] if target.startswith("/") else f"xl/{target}"


def _epoch(parts: Parts) -> date:
    stated = next((each.get("date1904") for each in parts.elements("xl/workbook.xml", "workbookPr")), "")
    return _BEFORE_MAC if stated in ("1", "true") else _BEFORE


def _strings(parts: Parts) -> list[str]:
    found: list[str] = []
    size = 0
    if "xl/sharedStrings.xml" in parts:
        for item in parts.elements("xl/sharedStrings.xml", "si"):
            found.append(_text(item))
            size += len(found[-1])
            if size > _MOST_STRINGS:
                raise BadFile(parts.shown, f"more than {_MOST_STRINGS // 2**20} MB of text")
    return found


def _text(item: Any) -> str:
    """The text of a string, without the reading aids of Japanese."""
    pieces = [t.text or "" for t in item.iter("{*}t") if not any(local_name(a) == "rPh" for a in t.iterancestors())]
    return _ESCAPED.sub(_character, "".join(pieces))


def _character(escaped: "re.Match[str]") -> str:
    code = int(escaped[1], 16)
    return "" if code < 0x20 and code not in (0x9, 0xA) else "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def _position(written: str) -> int:
    """A number that counts something in the file; one that nothing has where it is none."""
    return int(written) if written.isdecimal() and len(written) < 10 else 2**31


def _formats(parts: Parts) -> Iterator[str]:
    """What the style of a cell makes of its number: "ymd" and parts of it, zeros to pad with, or ""."""
    if "xl/styles.xml" not in parts:
        return
    codes: dict[str, str] = {}
    for element in parts.elements("xl/styles.xml", "numFmt", "cellXfs"):
        if local_name(element) == "numFmt":
            codes[element.get("numFmtId") or ""] = element.get("formatCode") or ""
        else:
            for style in element:
                number = style.get("numFmtId") or "0"
                known = _DATE_FORMATS.get(_position(number), "")
                yield known or _shape(codes.get(number, ""))


def _shape(code: str) -> str:
    bare = _SAID.sub("", code.split(";", maxsplit=1)[0]).lower()
    if re.fullmatch("0{2,20}", bare):
        return bare
    parts = "".join(letter for letter in "ymd" if letter in bare)
    return parts if {"y", "d"} & set(parts) and not set("#0?") & set(bare) else ""


def _rows(parts: Parts, target: str, strings: list[str], formats: list[str], start: date) -> Iterator[Row]:
    number = 0
    for row in parts.elements(target, "row"):
        stated = row.get("r") or ""
        number = int(stated) if stated.isdecimal() and len(stated) < 8 else number + 1
        if not len(row):
            continue
        cells: dict[int, str] = {}
        at = -1
        for cell in row.iterchildren("{*}c"):
            found = _REF.fullmatch(cell.get("r") or "")
            at = _column(found[1]) if found else at + 1
            if at < _MOST_COLUMNS:
                cells[at] = _value(cell, strings, formats, start)
        yield Row(number, cells)


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - 64
    return at - 1


def _value(cell: Any, strings: list[str], formats: list[str], start: date) -> str:
    kind, written = cell.get("t") or "n", cell.findtext("{*}v") or ""
    if kind == "s":
        return strings[at] if (at := _position(written)) < len(strings) else ""
    if kind == "inlineStr":
        return _text(cell)
    if kind in ("str", "d"):
        return written.removesuffix("T00:00:00")
    if kind != "n":
        return {"0": "false", "1": "true"}.get(written, "") if kind == "b" else ""
    shape = formats[style] if (style := _position(cell.get("s") or "0")) < len(formats) else ""
    return _number(written.strip(), shape, start)


def _number(written: str, shape: str, start: date) -> str:
    try:
        value = float(written)
    except ValueError:
        return written
    if value != value or abs(value) > 1e15:
        return written
    if set(shape) & set("ymd"):
        return day(int(value), shape, start) if value >= 1 else written
    return str(int(value)).zfill(len(shape)) if value.is_integer() else repr(value)


def _span(found: "re.Match[bytes]") -> Span:
    left, top, right, bottom = (side.decode() for side in found.groups())
    return Span(int(top), _column(left), int(bottom), _column(right))
