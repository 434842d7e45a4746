"""Tables kept by hand: CSV with a header, a record a line; what is wrong with a record is said, the others are read."""

import csv
import difflib
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from discovery.errors import BadFile
from discovery.records import Source

Report = Callable[[Source, str], None]

_DELIMITERS = ",;\t"
_BETWEEN = "|"
"""Between several values of one cell: names have commas in them, and descriptions semicolons."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that was left out, and why."""

    source: Source
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Row:
    """A record: its place, and its cells by column, NFC and trimmed. A column the table hasn't is empty."""

    source: Source
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def several(self, column: str) -> tuple[str, ...]:
        """The values of a cell, each once."""
        return tuple(dict.fromkeys(filter(None, map(str.strip, self[column].split(_BETWEEN)))))


def read_rows(path: Path, columns: Collection[str], needed: Collection[str], report: Report) -> Iterator[Row]:
    """The records of a table in order. A comma, semicolon or tab stands between cells.

    Raises `BadFile` for a file that can't be read, and for a header without a needed column or with an unknown one.
    """
    lines = _text(path).split("\n")
    delimiter = max(_DELIMITERS, key=lines[0].count)
    header = [cell.strip().lower() for cell in _cells(lines[0], delimiter)]
    _check(header, columns, needed, path)
    for number, line in enumerate(lines[1:], start=2):
        source = Source(str(path), number)
        try:
            cells = [cell.strip() for cell in _cells(line, delimiter)]
        except csv.Error as error:
            reason = "a quotation mark is never closed" if "unexpected end" in str(error) else str(error)
            report(source, f"record left out: {reason}")
            continue
        if any(cells[len(header) :]):
            report(source, f"record left out: {len(cells)} cells under {len(header)} columns")
        elif any(cells):
            yield Row(source, dict(zip(header, cells, strict=False)))


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        return unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    except OSError as error:
        raise BadFile(str(path), f"can't be opened: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFile(str(path), f"the byte 0x{data[error.start]:02X} is not valid UTF-8", line) from error


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line.rstrip("\r")], delimiter=delimiter, strict=True), [])


def _check(header: list[str], columns: Collection[str], needed: Collection[str], path: Path) -> None:
    wrong = [f"unknown column {name!r}{_nearest(name, columns)}" for name in header if name not in columns]
    wrong += [f"column {name!r} twice" for name in columns if header.count(name) > 1]
    wrong += [f"no column {name!r}" for name in needed if name not in header]
    if wrong:
        raise BadFile(str(path), "; ".join(wrong), 1)


def _nearest(name: str, columns: Collection[str]) -> str:
    near = difflib.get_close_matches(name, columns, n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""
