"""Tables of descriptions: CSV and JSON Lines, one record a line, columns by name. See docs/table.md."""

import csv
import difflib
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from discovery.errors import BadFile
from discovery.records import PageFile, Source, Unit, WrittenDate
from discovery.text.codes import language_code

from .source import Report, decode
from .wording import written_name

COLUMNS = (
    *("id", "ref", "level", "parent", "title", "description", "text", "language", "date", "section", "names", "pages"),
    *("form", "genre", "extent", "access", "from", "to"),
)
_ALIASES: dict[str, str] = {"lang": "language"}
_LISTS = frozenset({"language", "names", "from", "to", "pages"})
_DELIMITERS = ",;\t"
_LONGEST_CELL = 2**26  # the csv module's own bound of 131,072 is less than a page-rich item
_KNOWN_ENOUGH = 3  # columns that make a first line a header even without "id"

Record = dict[str, str]
Rows = Iterator[tuple[int, Record]]


class _WrongError(Exception):
    """What is wrong with one record."""


def is_header(line: str) -> bool:
    """Whether this first line of a file names the columns of a table."""
    cells = _header(line)
    return len(cells) > 1 and ("id" in cells or sum(cell in COLUMNS for cell in cells) >= _KNOWN_ENOUGH)


def read_csv(data: bytes, shown: str, fault: Report, note: Report) -> Iterator[Unit]:
    """The units of a CSV table, parents before children; a comma, semicolon or tab between cells.

    Unknown columns refuse the file (`BadFile`); a record that is wrong is a fault and the others load.
    """
    text = decode(data, shown).lstrip()
    first = text.split("\n", 1)[0]
    columns = _header(first)
    _check(columns, shown)
    csv.field_size_limit(_LONGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(first), strict=True)
    next(lines)
    return _units(_rows(lines, columns, shown, fault), shown, fault, note)


def read_json_lines(data: bytes, shown: str, fault: Report, note: Report) -> Iterator[Unit]:
    """The units of a JSON Lines table, parents before children. Unknown keys are noted once and left out."""
    lines = decode(data, shown).split("\n")
    return _units(_objects(lines, shown, fault, note), shown, fault, note)


def _rows(lines: Any, columns: list[str], shown: str, fault: Report) -> Rows:
    while True:
        begin = lines.line_num + 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            reason = str(error).replace("unexpected end of data", "a quotation mark is never closed")
            fault(Source(shown, begin), f"record left out: {reason}")
            continue
        if any(cells[len(columns) :]):
            fault(Source(shown, begin), f"record left out: {len(cells)} cells under {len(columns)} columns")
        elif any(cells):
            yield begin, dict(zip(columns, cells, strict=False))


def _objects(lines: Iterable[str], shown: str, fault: Report, note: Report) -> Rows:
    passed_over: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record: Any = json.loads(line)
            if not isinstance(record, dict):
                raise _WrongError(f"an object {{…}} expected, not {_kind(record)}")
            known = {_ALIASES.get(str(key), str(key)): value for key, value in record.items()}
            texts = {key: _joined(key, value) for key, value in known.items() if key in COLUMNS}
        except (_WrongError, ValueError, RecursionError) as error:
            reason = str(error) if isinstance(error, _WrongError) else f"not JSON ({error})"
            fault(Source(shown, number), f"record left out: {reason}")
            continue
        for key in known.keys() - COLUMNS - passed_over:
            passed_over.add(key)
            note(Source(shown, number), f"the key {key!r} has no meaning here: left out{_nearest(key)}")
        yield number, texts


def _joined(key: str, value: object) -> str:
    """A JSON value as the text a CSV cell would hold."""
    if isinstance(value, list) and key in _LISTS:
        return ";".join(_joined(key, item) for item in value)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _WrongError(f"{key}: text expected, not {_kind(value)}")
    text = str(value)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise _WrongError(f"{key}: half a character (a lone surrogate)")
    return text


def _units(rows: Rows, shown: str, fault: Report, note: Report) -> Iterator[Unit]:
    units: dict[str, Unit] = {}
    for line, record in rows:
        source = Source(shown, line)
        unit = _unit(record, source, note)
        if not unit.id:
            fault(source, "record left out: it has no id")
        elif unit.id in units:
            first = units[unit.id].source.line
            fault(source, f"record left out: the id {unit.id!r} is that of line {first} already")
        else:
            units[unit.id] = unit
    yield from _parents_first(units, fault)


def _parents_first(units: dict[str, Unit], fault: Report) -> Iterator[Unit]:
    """Every unit after its parent, otherwise in the order of the table; a circle is cut and reported."""
    done: set[str] = set()
    for unit in units.values():
        line: dict[str, Unit] = {}
        step: Unit | None = unit
        while step is not None and step.id not in done and step.id not in line:
            line[step.id] = step
            step = units.get(step.parent or "")
        if step is not None and step.id in line:
            last = line[next(reversed(line))]
            fault(last.source, f"{last.id!r} is its own ancestor: loaded without its parent {last.parent!r}")
            line[last.id] = replace(last, parent=None)
        done.update(line)
        yield from reversed(line.values())


def _unit(record: Record, source: Source, note: Report) -> Unit:
    def text(column: str) -> str:
        return unicodedata.normalize("NFC", record.get(column, "")).strip()

    def several(column: str, separator: str = r";") -> list[str]:
        return [part for part in map(str.strip, re.split(separator, text(column))) if part]

    languages = _languages(several("language", r"[;,\s]"), source, note)
    roles = (("names", ""), ("from", "from"), ("to", "to"))
    return Unit(
        id=text("id"),
        source=source,
        parent=text("parent") or None,
        level=text("level"),
        ref=text("ref"),
        title=text("title"),
        description=text("description"),
        text=text("text"),
        extent=text("extent"),
        form=text("form"),
        genre=text("genre"),
        section=text("section"),
        access=text("access"),
        language=languages[0] if len(languages) == 1 else "",
        languages=languages,
        dates=(WrittenDate(text("date")),) if text("date") else (),
        names=tuple(written_name(name, role) for column, role in roles for name in several(column)),
        pages=tuple(PageFile(path, number) for number, path in enumerate(several("pages"), start=1)),
    )


def _languages(written: list[str], source: Source, note: Report) -> tuple[str, ...]:
    codes = {name: language_code(name) for name in written}
    for name, code in codes.items():
        if not code:
            note(source, f"the language {name!r} is no language: left out")
    return tuple(dict.fromkeys(filter(None, codes.values())))


def _header(line: str) -> list[str]:
    cells = next(csv.reader([line.rstrip("\r")], delimiter=_delimiter(line)), [])
    names = (cell.strip().lower() for cell in cells)
    return [_ALIASES.get(name, name) for name in names]


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _check(columns: list[str], shown: str) -> None:
    wrong = [f"unknown column {name!r}{_nearest(name)}" for name in columns if name not in COLUMNS]
    wrong += [f"column {name!r} twice" for name in COLUMNS if columns.count(name) > 1]
    if "id" not in columns:
        wrong.append("no column 'id'")
    if wrong:
        raise BadFile(shown, "; ".join(wrong), 1)


def _nearest(name: str) -> str:
    near = difflib.get_close_matches(name, COLUMNS, n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""


_KINDS = {dict: "an object", list: "a list", bool: "true or false", str: "text", int: "a number"}


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "null" if value is None else "a number")
