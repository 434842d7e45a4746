"""What a unit is filed under: its facets, and the names and numbers that a query can call it by."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from discovery.access import Access
from discovery.containers import handles as places
from discovery.containers import shown
from discovery.dates import Columns
from discovery.query.citations import archival
from discovery.query.fields import conjectured, handle
from discovery.query.references import call_key, reference_key
from discovery.records import NOT_STATED, Name, Unit
from discovery.text.tokens import tokenise
from indexer.arrangement import Placed
from mappings.languages import LANGUAGES


def stated(values: Iterable[str]) -> list[str]:
    """What a unit and those in it say, each once."""
    return list(dict.fromkeys(value for value in values if value)) or [NOT_STATED]


def attribution(names: Iterable[Name]) -> list[str]:
    """Whether the names are stated or conjectural; a unit can have some of both."""
    return stated("conjectural" if name.conjectural else "stated" for name in names)


def folder_key(placed: Placed) -> str:
    return f"u:{placed.folder.unit.id}" if placed.folder else ""


def views(placed: Placed) -> list[str]:
    if placed.kind == "folder":
        return ["folders", "items"] if placed.is_leaf else ["folders"]
    return ["items"] if placed.kind == "item" else ["series"]


@dataclass(frozen=True, slots=True)
class Filed:
    """What a unit has by itself or from above: its dates as an engine keeps them, access, holder and `headings`."""

    dates: Columns
    access: Access
    holder: str
    headings: Mapping[str, Sequence[str]]


def inherited(placed: Placed, filed: Filed, day: date) -> dict[str, Sequence[str]]:
    """What a page has from its unit, and a unit in part from those above it. `day` is that of the load."""
    unit, top = placed.unit, (*placed.above, placed)[0].unit
    return {
        "folder_id": [(placed.folder or placed).unit.id],
        "within": [part.unit.id for part in (*placed.above, placed)],
        "collection": [top.title or top.ref or top.id],
        "holder": [filed.holder or NOT_STATED],
        "access": [filed.access.on(day).status or NOT_STATED],
        "section": [placed.section.value if placed.section else NOT_STATED],
        **{name: stated(values) for name, values in filed.headings.items()},
        "form": stated([unit.form]),
        "genre": stated(unit.genre.split("; ")),
        **filed.dates.keywords,
    }


_SUBJECTS: dict[str, Callable[[Unit], tuple[str, ...]]] = {
    "subject": lambda unit: unit.subjects,
    "location": lambda unit: tuple(name.text for name in unit.names if name.kind == "place" and not name.read),
    "creator": lambda unit: tuple(name.text for name in unit.names if name.role == "creator"),
}
"""Facets that hold for all below a unit that doesn't say otherwise."""


def headings(placed: Placed) -> dict[str, Sequence[str]]:
    """Subjects, places and creators of a unit."""
    return {name: tuple(_said(placed, say)) for name, say in _SUBJECTS.items()}


def _said(placed: Placed, say: Callable[[Unit], tuple[str, ...]]) -> Iterable[str]:
    """What a unit and those in it say; where they don't, what the nearest above does."""
    own = dict.fromkeys(value for part in placed.within() for value in say(part.unit))
    stating = None if own else placed.nearest(lambda unit: bool(say(unit)))
    return own or (dict.fromkeys(say(stating.unit)) if stating else ())


def names(within: Iterable[Placed]) -> list[str]:
    """Persons and bodies that are stated; places have a facet of their own."""
    return stated(n.text for part in within for n in part.unit.names if n.kind != "place" and not n.read)


def languages_above(placed: Placed) -> tuple[str, ...]:
    stating = placed.nearest(lambda unit: bool(unit.languages))
    return stating.unit.languages if stating else ()


def numbers(placed: Placed, collection: str) -> list[str]:
    """The numbers that a query can name the unit by: its reference, alone and behind those above it; archival ones."""
    unit = placed.unit
    above = [part.unit.ref for part in placed.above if part.unit.ref]
    pairs = [("ref", reference_key(ref)) for ref in (unit.ref, *unit.refs)]
    if unit.ref and unit.ref != shown(placed.containers):
        inner = placed.kind == "item" and placed.folder and not unit.ref.startswith(placed.folder.unit.ref or unit.ref)
        outer = () if inner else tuple(dict.fromkeys(filter(None, (*above, collection))))
        pairs += [("ref", f"{reference_key(fonds)}.{reference_key(unit.ref)}") for fonds in outer]
        pairs += [("call", call_key(*before, ref)) for ref in (unit.ref, *unit.refs) for before in ((), above)]
        pairs += [("call", call_key(fonds, unit.ref)) for fonds in outer]
    if placed.kind != "item":
        whole = archival((*above, unit.ref))
        pairs += [("archival", whole), ("opis", whole.rpartition("/")[0] if whole.count("/") == 2 else "")]
    return list(dict.fromkeys(handle(name, value) for name, value in pairs if value))


def handles(placed: Placed, languages: Iterable[str], filed: Filed) -> list[str]:
    """What a query can name the unit by: its names, its facets, and what it is kept in."""
    unit = placed.unit
    pairs = [("id", unit.id), ("id", unit.bare_id), ("level", unit.level)]
    pairs += [("access", filed.access.status), ("holder", filed.holder)]
    pairs += [("form", part.unit.form) for part in placed.within()]
    pairs += [("genre", genre) for part in placed.within() for genre in part.unit.genre.split("; ")]
    pairs += [("attribution", value) for value in attribution(n for part in placed.within() for n in part.unit.names)]
    pairs += [("section", placed.section.value)] if placed.section else []
    pairs += [(name, value) for name, values in filed.headings.items() for value in values]
    pairs += [pair for part in placed.within() for name in part.unit.names for pair in _called(name)]
    for code in languages:
        pairs += [("language", code)]
        pairs += [("language", LANGUAGES[code].name)] if code in LANGUAGES else []
    pairs += [(kind, number) for part in placed.within() for kind, number in places(part.containers)]
    return list(dict.fromkeys(handle(name, value) for name, value in pairs if value))


def _called(name: Name) -> list[tuple[str, str]]:
    """What a sender or recipient can be called in a query: the whole name, or one of its words."""
    role = conjectured(name.role) if name.conjectural else name.role
    return [(role, said) for said in (name.text, *(token.form for token in tokenise(name.text)))] if name.role else []
