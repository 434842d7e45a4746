"""The specimen texts and the table of descriptions as documents; formats in SPECIMENS.md and README.md."""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One letter, minute or leaflet, or with no title, sender or recipient: a note on the folder."""

    place: str
    folder: str = ""
    title: str = ""
    date: str = ""
    language: str = ""
    form: str = ""
    genre: str = ""
    sender: str = ""
    recipient: str = ""
    leaves: str = ""
    names: tuple[str, ...] = ()
    note: str = ""
    access: str = ""
    described_in: str = "en"
    pages: tuple[str, ...] = field(default=(), repr=False)
    source: str = ""

    @property
    def languages(self) -> list[str]:
        return self.language.split()

    @property
    def is_folder_note(self) -> bool:
        return not (self.title or self.sender or self.recipient)


RENAMED = {"from": "sender", "to": "recipient"}
KEYS = {f.name for f in fields(Document)} - {"pages", "source"}


def read_specimens(folder: Path) -> list[Document]:
    return [read_specimen(path) for path in sorted(folder.glob("*.txt"))]


def read_specimen(path: Path) -> Document:
    header, _, body = unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).partition("\n---\n")
    pairs = (line.partition(":") for line in header.splitlines())
    pages = (page.strip("\n") for page in body.split("\f"))
    return document(
        {key.strip(): value.strip() for key, _, value in pairs},
        source=path.stem,
        pages=tuple(page for page in pages if page.strip()),
    )


def read_descriptions(path: Path) -> Iterator[Document]:
    """One line a document; a line without place or folder continues those of the line above."""
    above: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""):
            above = {key: row[key] or above[key] for key in ("place", "folder")}
            yield document(row | above)


def document(values: dict[str, str], **others: object) -> Document:
    values = {RENAMED.get(key, key): value for key, value in values.items() if value}
    if unknown := values.keys() - KEYS:
        raise ValueError(f"{others.get('source', values)}: unknown keys {sorted(unknown)}")
    names = tuple(name.strip() for name in values.pop("names", "").split(";") if name.strip())
    return Document(**values, names=names, **others)  # type: ignore[arg-type]
