"""Tables of descriptions: CSV and JSON, columns by name. See docs/table.md."""

import csv
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from discovery.containers import each_once, read_container
from discovery.errors import BadFile
from discovery.records import Container, Name, PageFile, Source, Unit, WrittenDate
from discovery.text.codes import language_code
from mappings.levels import level_term

from .headers import OWN, Named, called, column_of, is_own, unknown
from .source import Report, decode, decode_undeclared
from .wording import written_name

READS = tuple((column, "also called " + ", ".join(names)) for column, names in called().items())
READS_JSON = (
    ("key of an object", "column, by the names that those of a CSV have"),
    ("list", "several values of names, languages, descriptions, pages"),
)
_JOINED = {"description": "\n\n"} | dict.fromkeys(
    ("language", "names", "from", "to", "creator", "subject", "place", "pages", "container"), ";"
)
"""What stands between the values of columns that can have several, or can be there several times."""
_DELIMITERS = ",;\t"
_LONGEST_CELL = 2**26  # the csv module's own bound of 131,072 is less than a page-rich item
_KNOWN_ENOUGH = 3  # columns that make a first line a header even without "id"
_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_RECORD = re.compile(r"^[ \t]*(?=\{)", re.MULTILINE)
_BETWEEN = re.compile(r"[\s,\]]*")

Record = dict[str, str]
Rows = Iterator[tuple[int, Record]]


class _WrongError(Exception):
    """What is wrong with one record."""


def is_header(line: str, own: Named = OWN) -> bool:
    """Whether this first line of a file names the columns of a table; `own` are the collection's names for them."""
    return are_names(_cells(line), own)


def are_names(cells: list[str], own: Named) -> bool:
    """Whether these are names of columns: an id among them, or three that are known, or two of the collection's own."""
    columns = [column_of(cell, own) for cell in cells]
    stated = sum(is_own(cell, own) for cell in cells)
    return len(columns) > 1 and ("id" in columns or sum(map(bool, columns)) >= _KNOWN_ENOUGH or stated > 1)


def read_csv(data: bytes, shown: str, fault: Report, note: Report, own: Named = OWN) -> Iterator[Unit]:
    """The units of a CSV table, parents before children; a comma, semicolon or tab between cells.

    Unknown columns are one fault and left out, and so is a record that is wrong; the others load. A table with
    neither `id` nor `ref` is refused (`BadFile`).
    """
    csv.field_size_limit(_LONGEST_CELL)
    lines = _LINE_END.split(decode_undeclared(data, shown, note).lstrip())
    columns = columns_of(_cells(lines[0]), Source(shown, 1), fault, own)
    return units_of(_rows(lines, columns, shown, fault), shown, fault, note)


def read_json(data: bytes, shown: str, fault: Report, note: Report, own: Named = OWN) -> Iterator[Unit]:
    """The units of a table in JSON Lines, or in one JSON list. Unknown keys are noted once and left out."""
    return units_of(_objects(decode(data, shown), shown, fault, note, own), shown, fault, note)


def _rows(lines: list[str], columns: list[str], shown: str, fault: Report) -> Rows:
    """Records with their lines. The remains of one that is wrong are shorter than a record, and left out with it."""
    torn = False
    for number, cells in _records(lines):
        if isinstance(cells, csv.Error):
            torn = True
            reason = str(cells).replace("unexpected end of data", "a quotation mark is never closed")
            fault(Source(shown, number), f"record left out: {reason}")
        elif any(cells[len(columns) :]):
            fault(Source(shown, number), f"record left out: {len(cells)} cells under {len(columns)} columns")
        elif torn and any(cells) and len(cells) < len(columns):
            fault(
                Source(shown, number), f"left out: {len(cells)} of {len(columns)} cells, below a record that is wrong"
            )
        elif any(cells):
            torn = False
            yield number, record_of(columns, cells)


def _records(lines: list[str]) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The line and the cells of each record; a stray quotation mark costs one line, not all up to the next mark."""
    begin, delimiter = 1, _delimiter(lines[0])
    while begin < len(lines):
        first = begin
        reader = csv.reader((lines[at] for at in range(first, len(lines))), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield begin + 1, cells
                begin = first + reader.line_num
        except csv.Error as error:
            yield begin + 1, error
            begin += 1


def record_of(columns: list[str], cells: list[str]) -> Record:
    """The values of a row by column; those of one column that is there several times are joined."""
    record: Record = {}
    for column, cell in zip(columns, cells, strict=False):
        if column:
            before = record.get(column, "")
            both = _JOINED[column].join(filter(None, (before, cell))) if column in _JOINED else ""
            record[column] = both or before or cell
    return record


def _objects(text: str, shown: str, fault: Report, note: Report, own: Named) -> Rows:
    passed_over: set[str] = set()
    for number, value in _values(text):
        try:
            if isinstance(value, Exception):
                raise _WrongError(f"not JSON ({getattr(value, 'msg', value)})")
            if not isinstance(value, dict):
                raise _WrongError(f"an object {{…}} expected, not {_kind(value)}")
            columns = [column_of(key, own) or "" for key in value]
            cells = [_joined(column, item) for column, item in zip(columns, value.values(), strict=True)]
        except (_WrongError, RecursionError) as error:
            fault(Source(shown, number), f"record left out: {error}")
            continue
        for key, column in zip(value, columns, strict=True):
            if not column and key not in passed_over:
                passed_over.add(key)
                note(Source(shown, number), f"the key {unknown(key)} has no meaning here: left out")
        yield number, record_of(columns, cells)


def _values(text: str) -> Iterator[tuple[int, Any]]:
    """The line and the value of each record, or what is wrong with it; the next line that begins one goes on."""
    decoder, line, last = json.JSONDecoder(), 1, 0
    at = _skip(text, text.index("[") + 1 if text.lstrip().startswith("[") else 0)
    while at < len(text):
        line, last = line + text.count("\n", last, at), at
        try:
            value, end = decoder.raw_decode(text, at)
            yield line, value
            at = _skip(text, end)
        except (ValueError, RecursionError) as error:
            yield line, error
            following = _RECORD.search(text, at + 1)
            at = following.end() if following else len(text)


def _skip(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _joined(key: str, value: object) -> str:
    """A JSON value as the text a CSV cell would hold; nothing for a key without meaning."""
    if not key:
        return ""
    if isinstance(value, list) and key in _JOINED:
        return _JOINED[key].join(_joined(key, item) for item in value)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _WrongError(f"{key}: text expected, not {_kind(value)}")
    text = str(value)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise _WrongError(f"{key}: half a character (a lone surrogate)")
    return text


def units_of(rows: Rows, shown: str, fault: Report, note: Report) -> Iterator[Unit]:
    """The units of records, each with its line, parents before children."""
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

    def several(column: str, separator: str = r"[;|]") -> list[str]:
        return [part for part in map(str.strip, re.split(separator, text(column))) if part]

    languages = _languages(several("language", r"[;,|\s]"), source, note)
    roles = (("names", ""), ("from", "from"), ("to", "to"), ("creator", "creator"))
    named = [written_name(name, role) for column, role in roles for name in several(column)]
    ref = "/".join(filter(None, map(text, ("fonds", "inventory", "ref")))) if text("ref") else ""
    return Unit(
        id=text("id") or ref,
        source=source,
        parent=text("parent") or None,
        level=level_term(text("level")),
        ref=ref,
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
        dates=tuple(map(WrittenDate, several("date", r"\|") or _bounds(text))),
        names=(*named, *(Name(place, kind="place") for place in several("place"))),
        subjects=tuple(dict.fromkeys(several("subject"))),
        holder=text("holder"),
        containers=_containers(text),
        pages=tuple(PageFile(path, number) for number, path in enumerate(several("pages"), start=1)),
    )


def _bounds(text: Callable[[str], str]) -> list[str]:
    """A date whose begin and end have columns of their own."""
    ends = list(dict.fromkeys(filter(None, (text("begin"), text("end")))))
    return ["–".join(ends)] if ends else []


def _containers(text: Callable[[str], str]) -> tuple[Container, ...]:
    """What the columns of box and folder say, and one of both: "Karton 4, Mappe 7"."""
    said = [("box", text("box")), ("folder", text("folder")), *(("", one) for one in text("container").split(";"))]
    return each_once(container for column, one in said for container in read_container(column, one))


def _languages(written: list[str], source: Source, note: Report) -> tuple[str, ...]:
    codes = {name: language_code(name) for name in written}
    for name, code in codes.items():
        if not code:
            note(source, f"the language {name!r} is no language: left out")
    return tuple(dict.fromkeys(filter(None, codes.values())))


def _cells(header: str) -> list[str]:
    return next(csv.reader([header.rstrip("\r\n")], delimiter=_delimiter(header)), [])


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def columns_of(cells: list[str], source: Source, fault: Report, own: Named) -> list[str]:
    """What each column holds; "" for one that is left out. Raises `BadFile` where no record could have an id."""
    columns: list[str] = []
    wrong: list[str] = []
    for cell in cells:
        column = column_of(cell, own) or ""
        if cell.strip() and not column:
            wrong.append(f"unknown column {unknown(cell.strip())}")
        elif column in columns and column not in _JOINED:
            wrong.append(f"column {cell!r} is {column!r} again")
            column = ""
        columns.append(column)
    if not {"id", "ref"} & set(columns):
        raise BadFile(source.file, "; ".join([*wrong, "no column 'id' or 'ref'"]), source.line)
    if wrong:
        fault(source, f"left out: {'; '.join(wrong)}")
    return columns


_KINDS = {dict: "an object", list: "a list", bool: "true or false", str: "text", int: "a number"}


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "null" if value is None else "a number")
