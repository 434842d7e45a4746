"""What an archive holds, as plain records: units of description, pages, the words on them.

Nothing here knows an engine, a file format or the web. Offsets are code points into the text they belong to,
half open; boxes are pixels from the top left of the page image.
"""

import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

NOT_STATED = "not-stated"
"""Facet value of a unit that does not say (ISAD(G) leaves most elements optional)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record was read: the file as named by the user, and the line (from 1) where known."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation or place as the finding aid writes it."""

    text: str
    role: str = ""  # "from", "to", "creator", "with", or "" for a name that is only indexed
    kind: str = ""  # "person", "family", "organisation", "place", or "" where not said
    written: str = ""  # where the finding aid gives it with doubt, in [ ] or with "probably": as it has it
    read: bool = False  # from the title, and not stated

    @property
    def conjectural(self) -> bool:
        return bool(self.written)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date statement as found: its wording, the `@normal` beside it, and its type ("inclusive", "bulk", "")."""

    text: str
    normal: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Container:
    """What a thing is kept in (EAD `container`), as `discovery.containers` reads it."""

    kind: str  # box, folder, reel …; "" for one that is called otherwise
    number: str  # as written: "28", "12-14", "OV 2"
    label: str = ""  # the finding aid's own word


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a digital object, as the finding aid gives it (EAD `dao/@href`)."""

    href: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page's recognised text, not yet read. `part` counts pages inside a file that holds several, from 0."""

    path: str
    sequence: int
    part: int = 0
    image: str = ""
    listed_in: str = ""  # the METS file or manifest that names it as a page of its item


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit of description (ISAD(G) 2nd ed.; EAD `archdesc` or `c`): fonds, series, file, item, as read."""

    id: str
    source: Source
    parent: str | None = None
    level: str = ""  # fonds, series, subseries, file, item … (`mappings.levels`); "" where not stated
    ref: str = ""  # reference code or inventory number as written
    title: str = ""
    description: str = ""  # scope, content, history …: paragraphs, a blank line between
    text: str = ""  # full text that the record itself carries
    extent: str = ""
    form: str = ""  # manuscript, typescript, carbon copy …; "" where not stated
    genre: str = ""  # letter, telegram, minutes …; "" where not stated, never guessed
    language: str = ""  # of the description, ISO 639-1 where it has one
    languages: tuple[str, ...] = ()  # of the material
    dates: tuple[WrittenDate, ...] = ()
    names: tuple[Name, ...] = ()
    subjects: tuple[str, ...] = ()  # headings of what it is about
    holder: str = ""  # the institution that keeps it (EAD repository)
    section: str = ""  # country section stated here; inherited downwards by the loader
    access: str = ""  # conditions governing access stated here; inherited downwards
    links: tuple[Link, ...] = ()
    containers: tuple[Container, ...] = ()  # from the outside in
    bare_id: str = ""  # the id in its own finding aid, where `id` says more
    permalink: str = ""  # ARK, handle or DOI, as an address
    refs: tuple[str, ...] = ()  # other numbers that it is known under
    pages: tuple[PageFile, ...] = ()


class Passage(NamedTuple):
    """A run of text in one language; `language` is "" where nobody knows.

    One that is too short to tell has `others`, codes with spaces between: its words are found in each of them too.
    """

    start: int
    end: int
    language: str
    others: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The likeliest language first."""
        return (self.language, *self.others.split())


class Word(NamedTuple):
    """A recognised word: where it stands in the page's text and on its image; confidence 0–100, -1 if unknown."""

    start: int
    end: int
    x: int
    y: int
    width: int
    height: int
    confidence: int = -1


class Words:
    """The words of one page in one flat array: seven integers a word, cheap to build, send and store."""

    __slots__ = ("numbers",)

    def __init__(self, words: Iterable[Word] = (), numbers: "array[int] | None" = None) -> None:
        self.numbers = array("i") if numbers is None else numbers
        for word in words:
            self.numbers.extend(word)

    def __len__(self) -> int:
        return len(self.numbers) // 7

    def __iter__(self) -> Iterator[Word]:
        fields = iter(self.numbers)
        return map(Word._make, zip(*[fields] * 7, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self.numbers == other.numbers

    def __hash__(self) -> int:
        return hash(self.numbers.tobytes())

    def to_bytes(self) -> bytes:
        """The numbers as 32-bit little-endian integers."""
        return _little_endian(self.numbers).tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Words":
        numbers = array("i")
        numbers.frombytes(data)
        return cls(numbers=_little_endian(numbers))


def _little_endian(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "little":
        return numbers
    swapped = array("i", numbers)
    swapped.byteswap()
    return swapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page's text as recognised: lines end in "\\n", blocks in a blank line; NFC.

    A word broken over a line end keeps its hyphen and the line break, so that text and image stay parallel; the
    tokeniser joins it. `passages` hold the languages that the file itself declares.
    """

    sequence: int
    text: str
    source: Source
    label: str = ""  # page number as written on the page
    words: Words = field(default_factory=Words)
    width: int = 0
    height: int = 0
    image: str = ""
    passages: tuple[Passage, ...] = ()
