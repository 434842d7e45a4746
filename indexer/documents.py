"""Units in their place and their pages → documents for an engine. What a folder is found by is decided here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from discovery.containers import handles, shown
from discovery.dates import Columns, Reading, Rules, columns, together
from discovery.engines.port import Document, Text
from discovery.query.citations import archival
from discovery.query.fields import conjectured, handle
from discovery.query.references import call_key, reference_key
from discovery.records import NOT_STATED, Name, Page, Passage, Source, Unit, WrittenDate
from discovery.text.language import passages
from discovery.text.tokens import tokenise
from indexer.arrangement import Placed
from indexer.shown import date_records, page_record, unit_record
from mappings.fields import CONTEXT
from mappings.languages import LANGUAGES

LEAST_SHARE = 0.1
"""Part of a page's letters from which a language counts as one of the page's."""


@dataclass(frozen=True, slots=True)
class FiledPage:
    """A page with its id and the unit it belongs to; `languages` are those of its passages worth naming."""

    id: str
    unit: Placed
    page: Page
    text: Text
    languages: tuple[str, ...]


@dataclass(slots=True)
class Archive:
    """What a load shares: the languages a passage can be in, what it is called by, and what dates said.

    `collection` is what stands before the numbers of its folders, where it is one fonds; `pages` counts those filed,
    which is their order.
    """

    languages: tuple[str, ...]
    collection: str = ""
    pages: int = 0
    dates: Rules = field(default_factory=Rules)
    date_conflicts: int = 0
    dates_unread: list[tuple[Source, str]] = field(default_factory=list)
    above: dict[Placed, tuple[Text, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Described:
    """What one unit brings to the documents it is in, analysed once."""

    title: Text
    description: Text
    names: tuple[Text, ...]
    facts: tuple[Text, ...]
    written: tuple[WrittenDate, ...]
    readings: tuple[Reading, ...]
    inherited: bool

    @property
    def columns(self) -> Columns:
        """What an engine keeps of the dates: several are a list, and a bulk date counts where there is no other."""
        found = [(d.type, r.date) for d, r in zip(self.written, self.readings, strict=True) if r.date]
        whole = [date for kind, date in found if kind != "bulk"] or [date for _, date in found]
        one = together(whole)
        return columns(one.inherited() if one and self.inherited else one)

    @property
    def date_records(self) -> list[dict[str, Any]]:
        return date_records(self.written, self.readings, self.inherited)


def candidates(placed: Placed, languages: Sequence[str]) -> tuple[str, ...]:
    """The languages that a unit's text can be in: those it declares, and for other scripts the collection's."""
    stating = placed.nearest(lambda unit: bool(unit.languages))
    declared = stating.unit.languages if stating and stating.kind in ("item", "folder") else ()
    known = [code for code in declared if code in LANGUAGES]
    scripts = {LANGUAGES[code].script for code in known}
    others = [code for code in languages if LANGUAGES[code].script not in scripts]
    return tuple(dict.fromkeys((*known, *others)))


def file_page(placed: Placed, page: Page, page_id: str) -> FiledPage:
    """A page whose passages are set, as it is filed with its unit."""
    counts: dict[str, int] = {}
    for start, end, language in page.passages:
        counts[language] = counts.get(language, 0) + end - start
    least = LEAST_SHARE * sum(counts.values())
    languages = tuple(code for code, count in counts.items() if code and count >= least)
    return FiledPage(page_id, placed, page, Text(page.text, page.passages), languages)


def folder_documents(folder: Placed, pages: Sequence[FiledPage], archive: Archive) -> Iterator[Document]:
    """A folder, its items and their pages."""
    by_unit: dict[int, list[FiledPage]] = {}
    for page in pages:
        by_unit.setdefault(id(page.unit), []).append(page)
    below = list(folder.walk())
    described = {id(placed): _describe(placed, archive) for placed in below}
    for placed in below[1:]:
        own = [page for part in placed.walk() for page in by_unit.get(id(part), ())]
        yield _unit_document(placed, [described[id(part)] for part in placed.walk()], own, archive)
    yield _unit_document(folder, [described[id(placed)] for placed in below], pages, archive)
    for page in pages:
        yield _page_document(page, described[id(page.unit)], archive)
        archive.pages += 1


def series_document(placed: Placed, archive: Archive) -> Document:
    """A fonds or series, found by its own description."""
    return _unit_document(placed, [_describe(placed, archive)], (), archive)


def _describe(placed: Placed, archive: Archive) -> _Described:
    unit = placed.unit
    stating = placed.nearest(lambda unit: bool(unit.dates))
    dates = stating.unit.dates if stating else ()
    language = stating.unit.language if stating else ""
    readings = tuple(archive.dates.read(date.text, date.normal, language) for date in dates)
    if stating is placed:
        archive.date_conflicts += sum(reading.conflict for reading in readings)
        unread = [d.text for d, r in zip(dates, readings, strict=True) if not r.understood]
        archive.dates_unread += [(unit.source, text) for text in unread]
    return _Described(
        _text(unit.title, unit, archive),
        _text(unit.description, unit, archive),
        tuple(Text(name.text) for name in unit.names),
        tuple(_text(fact, unit, archive) for fact in (*(d.text for d in unit.dates), unit.form, unit.genre) if fact),
        dates,
        readings,
        stating is not placed,
    )


def _said_above(placed: Placed, archive: Archive) -> tuple[Text, ...]:
    """What a unit's place says of all below it: its title, and for a fonds its call number and who made it.

    The same texts for each of them: an engine analyses them once.
    """
    if placed not in archive.above:
        unit = placed.unit
        creators = (name.text for name in unit.names if name.role == "creator")
        made = () if placed.above else (unit.ref, *unit.refs, *creators)
        archive.above[placed] = tuple(_text(text, unit, archive) for text in (unit.title, *made) if text)
    return archive.above[placed]


def _text(text: str, unit: Unit, archive: Archive) -> Text:
    declared = (Passage(0, len(text), unit.language),) if unit.language else passages(text, archive.languages)
    return Text(text, declared)


def _unit_document(
    placed: Placed, parts: Sequence[_Described], pages: Sequence[FiledPage], archive: Archive
) -> Document:
    unit, own = placed.unit, parts[0]
    within = _within(placed)
    languages = list(dict.fromkeys((*unit.languages, *(code for page in pages for code in page.languages))))
    names = list(dict.fromkeys(name.text for part in within for name in part.unit.names))
    digitised = bool(pages) or any(part.unit.links for part in within)
    described_in = unit.language or next((p.language for p in own.title.passages), "")
    return Document(
        key=f"u:{unit.id}",
        folder=_folder_key(placed),
        item=f"u:{unit.id}" if "items" in _views(placed) else "",
        keywords=_inherited_keywords(placed, own)
        | {
            "key": [f"u:{unit.id}"],
            "view": _views(placed),
            "unit_id": [unit.id],
            "parent_id": [placed.above[-1].unit.id if placed.above else ""],
            "language": languages or [NOT_STATED],
            "level": [unit.level or NOT_STATED],
            "name": names or [NOT_STATED],
            "attribution": _attribution(name for part in within for name in part.unit.names),
            "form": _stated(part.unit.form for part in within),
            "genre": _stated(genre for part in within for genre in part.unit.genre.split("; ")),
            "digitised": ["yes" if digitised else "no"],
            "handle": [*_handles(placed, languages), *_numbers(placed, archive.collection)],
        },
        numbers={"place": [placed.place], "shelf": [placed.shelf], **own.columns.numbers},
        zones={
            "title": [own.title],
            "description": [own.description, *(t for part in parts[1:] for t in (part.title, part.description))],
            "names": list({text.text: text for part in parts for text in part.names}.values()),
            "facts": list({text.text: text for part in parts for text in part.facts}.values()),
            "text": [page.text for page in pages],
            CONTEXT: [text for above in placed.above for text in _said_above(above, archive)],
        },
        record=unit_record(placed, described_in, languages, own.date_records, len(pages), digitised),
    )


def _page_document(filed: FiledPage, own: _Described, archive: Archive) -> Document:
    placed, page = filed.unit, filed.page
    return Document(
        key=f"p:{filed.id}",
        folder=_folder_key(placed),
        item=f"u:{placed.unit.id}" if "items" in _views(placed) else "",
        keywords=_inherited_keywords(placed, own)
        | {
            "key": [f"p:{filed.id}"],
            "view": ["pages"],
            "unit_id": [placed.unit.id],
            "language": filed.languages or [NOT_STATED],
            "level": ["page"],
            "name": [name.text for name in placed.unit.names] or [NOT_STATED],
            "attribution": _attribution(placed.unit.names),
            "digitised": ["yes"],
            "handle": [*_handles(placed, filed.languages), handle("level", "page")],
        },
        numbers={"place": [archive.pages], "shelf": [placed.shelf], **own.columns.numbers},
        zones={"text": [filed.text]},
        record=page_record(placed, page, filed.id, filed.languages, own.date_records),
        body=page.text or "\n",
        boxes=page.words.to_bytes(),
    )


def _stated(values: Iterable[str]) -> list[str]:
    """What a unit and those in it say, each once."""
    return list(dict.fromkeys(value for value in values if value)) or [NOT_STATED]


def _attribution(names: Iterable[Name]) -> list[str]:
    """Whether the names are stated or conjectural; a unit can have some of both."""
    return _stated("conjectural" if name.conjectural else "stated" for name in names)


def _folder_key(placed: Placed) -> str:
    return f"u:{placed.folder.unit.id}" if placed.folder else ""


def _views(placed: Placed) -> list[str]:
    if placed.kind == "folder":
        return ["folders", "items"] if placed.is_leaf else ["folders"]
    return ["items"] if placed.kind == "item" else ["series"]


def _inherited_keywords(placed: Placed, own: _Described) -> dict[str, Sequence[str]]:
    """What a page has from its unit, and a unit in part from those above it."""
    unit = placed.unit
    return {
        "folder_id": [(placed.folder or placed).unit.id],
        "within": [part.unit.id for part in (*placed.above, placed)],
        "section": [placed.section.value if placed.section else NOT_STATED],
        "form": _stated([unit.form]),
        "genre": _stated(unit.genre.split("; ")),
        **own.columns.keywords,
    }


def _numbers(placed: Placed, collection: str) -> list[str]:
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
        pairs += [("archival", archival((*above, unit.ref)))]
    return list(dict.fromkeys(handle(name, value) for name, value in pairs if value))


def _handles(placed: Placed, languages: Iterable[str]) -> list[str]:
    """What a query can name the unit by: its names, its facets, and what it is kept in."""
    unit = placed.unit
    pairs = [("id", unit.id), ("id", unit.bare_id), ("level", unit.level)]
    pairs += [("form", part.unit.form) for part in _within(placed)]
    pairs += [("genre", genre) for part in _within(placed) for genre in part.unit.genre.split("; ")]
    pairs += [("attribution", value) for value in _attribution(n for part in _within(placed) for n in part.unit.names)]
    pairs += [("section", placed.section.value)] if placed.section else []
    pairs += [pair for part in _within(placed) for name in part.unit.names for pair in _called(name)]
    for code in languages:
        pairs += [("language", code)]
        pairs += [("language", LANGUAGES[code].name)] if code in LANGUAGES else []
    pairs += [(kind, number) for part in _within(placed) for kind, number in handles(part.containers)]
    return list(dict.fromkeys(handle(name, value) for name, value in pairs if value))


def _within(placed: Placed) -> list[Placed]:
    """What a document speaks for: a folder or an item for all below it, a series for itself."""
    return list(placed.walk()) if placed.folder else [placed]


def _called(name: Name) -> list[tuple[str, str]]:
    """What a sender or recipient can be called in a query: the whole name, or one of its words."""
    role = conjectured(name.role) if name.conjectural else name.role
    return [(role, said) for said in (name.text, *(token.form for token in tokenise(name.text)))] if name.role else []
