"""Tables kept by hand: CSV with a header, a record a line; what is wrong with a record is said, the others are read."""

import csv
import difflib
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from discovery.errors import BadFile
from discovery.records import Source

from .source import Report, decode

_DELIMITERS = ",;\t"
_BETWEEN = "|"
"""Between several values of one cell: names have commas in them, and descriptions semicolons."""


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


def read_rows(
    data: bytes, shown: str, columns: Collection[str], needed: Collection[str], fault: Report
) -> Iterator[Row]:
    """The records of a table in order. A comma, semicolon or tab stands between cells.

    Raises `BadFile` for a file that is no text, and for a header without a needed column or with an unknown one.
    """
    lines = unicodedata.normalize("NFC", decode(data, shown)).split("\n")
    delimiter = max(_DELIMITERS, key=lines[0].count)
    header = [cell.strip().lower() for cell in _cells(lines[0], delimiter)]
    _check(header, columns, needed, shown)
    for number, line in enumerate(lines[1:], start=2):
        source = Source(shown, number)
        try:
            cells = [cell.strip() for cell in _cells(line, delimiter)]
        except csv.Error as error:
            reason = "a quotation mark is never closed" if "unexpected end" in str(error) else str(error)
            fault(source, f"record left out: {reason}")
            continue
        if any(cells[len(header) :]):
            fault(source, f"record left out: {len(cells)} cells under {len(header)} columns")
        elif any(cells):
            yield Row(source, dict(zip(header, cells, strict=False)))


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line.rstrip("\r")], delimiter=delimiter, strict=True), [])


def _check(header: list[str], columns: Collection[str], needed: Collection[str], shown: str) -> None:
    wrong = [f"unknown column {name!r}{_nearest(name, columns)}" for name in header if name not in columns]
    wrong += [f"column {name!r} twice" for name in columns if header.count(name) > 1]
    wrong += [f"no column {name!r}" for name in needed if name not in header]
    if wrong:
        raise BadFile(shown, "; ".join(wrong), 1)


def _nearest(name: str, columns: Collection[str]) -> str:
    near = difflib.get_close_matches(name, columns, n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""
