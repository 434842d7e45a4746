"""Sender and addressee of a unit whose finding aid states none, read from its title and marked so."""

from dataclasses import replace

from discovery.correspondence import read_title
from discovery.records import Name, Unit
from indexer.readers.wording import written_name

STATED = ("from", "to")
CORRESPONDENT = "with"
GENRES = ("letter", "telegram", "postcard", "note", "memorandum")


def with_correspondents(unit: Unit) -> Unit:
    """The unit with what its title says of who wrote to whom; what it states itself counts alone."""
    if any(name.role in STATED for name in unit.names) or not unit.title:
        return unit
    found = read_title(unit.title)
    if not found:
        return unit
    sides = (("from", found.senders), ("to", found.addressees), (CORRESPONDENT, found.correspondents))
    read = [_read(text, role) for role, texts in sides for text in texts]
    places = [Name(found.place, kind="place", read=True)] if found.place else []
    genre = unit.genre or (found.kind if found.kind in GENRES else "")
    return replace(unit, names=(*unit.names, *read, *places), genre=genre)


def _read(text: str, role: str) -> Name:
    return replace(written_name(text, role), read=True)
