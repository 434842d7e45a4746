"""What spreadsheets of any kind are made of, and the parts of the packed XML that they are kept in."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, NamedTuple

from lxml import etree

from discovery.errors import BadFile
from discovery.packed import BOMB, DAMAGE, HARMLESS

_KEPT = 64
"""Emptied elements that are let go together."""
LARGEST_PART = 512 * 2**20
"""Bytes of a part, unpacked; it is never held as a whole."""


class Span(NamedTuple):
    """Cells merged into one: rows from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Spans:
    """The merged cells of a sheet by their first row; some kinds of files tell of them only row by row."""

    def __init__(self) -> None:
        self._by_row: dict[int, list[Span]] = {}

    def add(self, span: Span) -> None:
        self._by_row.setdefault(span.top, []).append(span)

    def at(self, row: int) -> list[Span]:
        return self._by_row.get(row, [])


class Row(NamedTuple):
    """A row by its number from 1, and its cells as text by their column from 0."""

    number: int
    cells: dict[int, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    rows: Iterator[Row]
    spans: Spans
    hidden: bool = False


class Parts:
    """The parts of a spreadsheet, read as streams. Raises `BadFile` for what is damaged or hostile."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.shown = shown
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGE as error:
            raise BadFile(shown, f"a damaged spreadsheet ({error})") from error

    def __contains__(self, name: str) -> bool:
        return name in self._file.NameToInfo

    def open(self, name: str) -> IO[bytes]:
        entry = self._file.NameToInfo.get(name)
        if entry is None:
            raise BadFile(self.shown, f"a damaged spreadsheet: it has no {name}")
        if entry.flag_bits & 1:
            raise BadFile(self.shown, "an encrypted spreadsheet")
        bomb = entry.file_size > HARMLESS and entry.file_size > BOMB * entry.compress_size
        if bomb or entry.file_size > LARGEST_PART:
            raise BadFile(self.shown, f"a bomb: {name} unpacks to {entry.file_size // 2**20:,} MB")
        return self._file.open(entry)

    def elements(self, name: str, *tags: str) -> Iterator[Any]:
        """The elements of these local names in a part, each emptied when the next is asked for."""
        try:
            with self.open(name) as head:
                if b"<!" in head.read(1024).replace(b"<!--", b""):
                    raise BadFile(self.shown, f"{name} declares a document type, which spreadsheets don't")
            with self.open(name) as part:
                yield from _elements(part, tags)
        except etree.XMLSyntaxError as error:
            raise BadFile(self.shown, f"a damaged spreadsheet: {name}, line {error.lineno}") from error
        except DAMAGE as error:
            raise BadFile(self.shown, f"a damaged spreadsheet: {name} ({error})") from error

    def matches(self, name: str, pattern: "re.Pattern[bytes]") -> Iterator["re.Match[bytes]"]:
        """Where a part has short pieces that fit a pattern, without a look at the rest of it."""
        try:
            with self.open(name) as part:
                rest = b""
                while piece := part.read(1 << 20):
                    whole = rest + piece
                    last = 0
                    for found in pattern.finditer(whole):
                        last = found.end()
                        yield found
                    rest = whole[max(last, len(whole) - 200) :]
        except DAMAGE as error:
            raise BadFile(self.shown, f"a damaged spreadsheet: {name} ({error})") from error


def _elements(part: IO[bytes], tags: tuple[str, ...]) -> Iterator[Any]:
    reading = etree.iterparse(
        part,
        tag=[f"{{*}}{tag}" for tag in tags],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _, element in reading:
        etree.strip_elements(element, etree.Entity, with_tail=False)
        yield element
        parent = element.getparent()
        element.clear()
        if parent is not None and len(parent) > _KEPT:
            del parent[:-1]
