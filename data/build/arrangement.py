"""Places, folders and documents in their order, with inventory numbers and page files."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from data.build import dates
from data.build.ocr import ENDING
from data.build.specimens import Document

UNNAMED = "Correspondence"


@dataclass(frozen=True, slots=True)
class Page:
    document: Document
    text: str
    inventory: int
    sequence: int

    @property
    def place(self) -> str:
        return f"{self.inventory}/{self.sequence:04d}"

    @property
    def image(self) -> str:
        return f"images/{self.place}.jpg"

    @property
    def format(self) -> str:
        return "alto" if self.inventory % 3 else "hocr"

    @property
    def ocr(self) -> str:
        return f"ocr/{self.place}{ENDING[self.format]}"


@dataclass(slots=True)
class Folder:
    """What a reader orders. `notes` are descriptions of the folder as such, `documents` of what is in it."""

    title: str
    number: int = 0
    notes: list[Document] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)

    def add(self, document: Document) -> None:
        (self.notes if document.is_folder_note else self.documents).append(document)

    @property
    def all(self) -> list[Document]:
        return self.notes + self.documents

    @property
    def date(self) -> str:
        return self.notes[0].date if self.notes else dates.years([d.date for d in self.documents])

    def order(self) -> tuple[tuple[int, int, int], str]:
        return min(dates.order(document.date) for document in self.all), self.title

    def pages(self) -> list[Page]:
        texts = ((document, text) for document in self.documents for text in document.pages)
        return [Page(document, text, self.number, i) for i, (document, text) in enumerate(texts, 1)]


@dataclass(slots=True, kw_only=True)
class Place:
    """A series of the arrangement. `described` says what its archivist describes: "items" or "folders"."""

    place: str
    id: str
    parent: str
    level: str
    described: str
    title: str
    note: str
    access: str
    children: list["Place"] = field(default_factory=list)
    folders: list[Folder] = field(default_factory=list)


def arrange(table: Path, documents: Iterable[Document]) -> list[Place]:
    """The places at the top, each with what is below it."""
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))
    places = {row["place"]: Place(**row) for row in rows}
    for name, folders in _folders(documents).items():
        places[name].folders = sorted(folders.values(), key=Folder.order)
    for place in places.values():
        if place.parent:
            places[place.parent].children.append(place)
    top = [place for place in places.values() if not place.parent]
    for number, folder in enumerate(all_folders(top), 1):
        folder.number = number
        folder.documents.sort(key=lambda document: dates.order(document.date))
    return top


def _folders(documents: Iterable[Document]) -> dict[str, dict[str, Folder]]:
    places: dict[str, dict[str, Folder]] = defaultdict(dict)
    for document in documents:
        title = document.folder or UNNAMED
        places[document.place].setdefault(title, Folder(title)).add(document)
    return places


def all_folders(places: Iterable[Place]) -> Iterator[Folder]:
    for place in places:
        yield from place.folders
        yield from all_folders(place.children)
