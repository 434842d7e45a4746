"""Units in their place and their pages → documents for an engine. What a folder is found by is decided here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from discovery.access import Access, read_access
from discovery.dates import Reading, Rules, UncertainDate, columns, together
from discovery.engines.port import Document, Text
from discovery.query.fields import handle
from discovery.records import NOT_STATED, Page, Source, Unit, WrittenDate
from discovery.text.prior import Prior
from indexer.arrangement import Placed
from indexer.keywords import (
    Filed,
    attribution,
    folder_key,
    handles,
    headings,
    inherited,
    languages_above,
    names,
    numbers,
    stated,
    views,
)
from indexer.shown import date_records, page_record, unit_record
from indexer.wording import Wording, worded
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
    """What a load shares: the languages a passage can be in and how likely each is, what it is called by, and what
    dates said.

    `collection` is what stands before the numbers of its folders, where it is one fonds; `pages` counts those filed,
    which is their order. `holder` is what the collection itself says, `day` that of the load.
    """

    languages: Prior
    texts: Prior  # the same of pages and of what records carry as text
    collection: str = ""
    holder: str = ""
    day: date = field(default_factory=date.today)
    pages: int = 0
    dates: Rules = field(default_factory=Rules)
    date_conflicts: int = 0
    dates_unread: list[tuple[Source, str]] = field(default_factory=list)
    by_file: Mapping[str, Prior] = field(default_factory=dict)  # of descriptions
    described: set[str] = field(default_factory=set)  # languages of the descriptions so far
    above: dict[Placed, tuple[Text, ...]] = field(default_factory=dict)
    worded_above: dict[Placed, Wording] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Described:
    """What one unit brings to the documents it is in, analysed once."""

    title: Text
    description: Text
    wording: Wording
    names: tuple[Text, ...]
    facts: tuple[Text, ...]
    written: tuple[WrittenDate, ...]
    readings: tuple[Reading, ...]
    inherited: bool
    filed: Filed

    @property
    def date_records(self) -> list[dict[str, Any]]:
        return date_records(self.written, self.readings, self.inherited)


def candidates(placed: Placed, languages: Prior) -> Prior:
    """The languages that a unit's text can be in: those it declares, and for other scripts the collection's."""
    stating = placed.nearest(lambda unit: bool(unit.languages))
    declared = stating.unit.languages if stating and stating.kind in ("item", "folder") else ()
    known = [code for code in declared if code in LANGUAGES]
    if not known:
        return languages
    scripts = {LANGUAGES[code].script for code in known}
    others = [code for code in languages.codes if LANGUAGES[code].script not in scripts]
    return languages.among((*known, *others))


def file_page(placed: Placed, page: Page, page_id: str) -> FiledPage:
    """A page whose passages are set, as it is filed with its unit."""
    counts: dict[str, int] = {}
    for start, end, language, _ in page.passages:
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
    whole, from_above = _whole(dates, readings), stating is not placed
    kept = columns(whole.inherited() if whole and from_above else whole)
    wording = _wording(unit, archive)
    facts = (*(date.text for date in unit.dates), unit.form, unit.genre)
    return _Described(
        Text(unit.title, wording.title),
        Text(unit.description, wording.description),
        wording,
        tuple(Text(name.text) for name in unit.names if not name.read),
        tuple(Text(fact, wording.of(fact)) for fact in facts if fact),
        dates,
        readings,
        from_above,
        Filed(kept, _access(placed, whole), _holder(placed, archive), headings(placed)),
    )


def _whole(written: Sequence[WrittenDate], readings: Sequence[Reading]) -> UncertainDate | None:
    """The dates together: several are a list, and a bulk date counts where there is no other."""
    found = [(d.type, r.date) for d, r in zip(written, readings, strict=True) if r.date]
    return together([date for kind, date in found if kind != "bulk"] or [date for _, date in found])


def _access(placed: Placed, dated: UncertainDate | None) -> Access:
    """What is said of access here or above, by the dates of this unit."""
    return _read_access(placed.access.value).of(dated.latest if dated else None) if placed.access else Access()


_read_access = lru_cache(maxsize=1024)(read_access)


def _holder(placed: Placed, archive: Archive) -> str:
    """The institution: as the collection says, else as the finding aid does."""
    stating = placed.nearest(lambda unit: bool(unit.holder))
    return archive.holder or (stating.unit.holder if stating else "")


def _said_above(placed: Placed, archive: Archive) -> tuple[Text, ...]:
    """What a unit's place says of all below it: its title, and for a fonds its call number and who made it.

    The same texts for each of them: an engine analyses them once.
    """
    if placed not in archive.above:
        unit = placed.unit
        creators = (name.text for name in unit.names if name.role == "creator")
        made = () if placed.above else (unit.ref, *unit.refs, *creators)
        wording = archive.worded_above[placed] = _wording(unit, archive)
        title = [Text(unit.title, wording.title)] if unit.title else []
        archive.above[placed] = (*title, *(Text(text, wording.of(text)) for text in made if text))
    return archive.above[placed]


def _worded_above(placed: Placed, own: _Described, archive: Archive) -> list[dict[str, Any]]:
    """Of each title above a unit, its passages if they are not simply in the language of the unit's description."""
    language = own.wording.language
    for above in placed.above:
        _said_above(above, archive)
    found = (archive.worded_above[above].said(language) for above in placed.above)
    return [{"wording": {"title": said["title"]}} if "title" in said else {} for said in found]


def _wording(unit: Unit, archive: Archive) -> Wording:
    wording = worded(unit, archive.by_file.get(unit.source.file, archive.languages))
    archive.described |= wording.languages
    return wording


def _unit_document(
    placed: Placed, parts: Sequence[_Described], pages: Sequence[FiledPage], archive: Archive
) -> Document:
    unit, own = placed.unit, parts[0]
    within = placed.within()
    languages = list(dict.fromkeys((*unit.languages, *(code for page in pages for code in page.languages))))
    digitised = bool(pages) or any(part.unit.links for part in within)
    found = languages or languages_above(placed)
    if not found:
        found = tuple(dict.fromkeys(part.wording.language for part in parts if part.wording.language))[:1]
    return Document(
        key=f"u:{unit.id}",
        folder=folder_key(placed),
        item=f"u:{unit.id}" if "items" in views(placed) else "",
        keywords=inherited(placed, own.filed, archive.day)
        | {
            "key": [f"u:{unit.id}"],
            "view": views(placed),
            "unit_id": [unit.id],
            "parent_id": [placed.above[-1].unit.id if placed.above else ""],
            "language": found or [NOT_STATED],
            "level": [unit.level or NOT_STATED],
            "name": names(within),
            "attribution": attribution(name for part in within for name in part.unit.names),
            "form": stated(part.unit.form for part in within),
            "genre": stated(genre for part in within for genre in part.unit.genre.split("; ")),
            "digitised": ["yes" if digitised else "no"],
            "handle": [
                *handles(placed, found, own.filed),
                *numbers(placed, archive.collection),
            ],
        },
        numbers={"place": [placed.place], "shelf": [placed.shelf], **own.filed.dates.numbers},
        zones={
            "title": [own.title],
            "description": [own.description, *(t for part in parts[1:] for t in (part.title, part.description))],
            "names": list({text.text: text for part in parts for text in part.names}.values()),
            "facts": list({text.text: text for part in parts for text in part.facts}.values()),
            "text": [page.text for page in pages],
            CONTEXT: [text for above in placed.above for text in _said_above(above, archive)],
        },
        record=unit_record(
            placed,
            own.wording.language,
            own.wording.said(own.wording.language),
            _worded_above(placed, own, archive),
            languages,
            own.date_records,
            own.filed.access,
            own.filed.holder,
            len(pages),
            digitised,
        ),
    )


def _page_document(filed: FiledPage, own: _Described, archive: Archive) -> Document:
    placed, page = filed.unit, filed.page
    return Document(
        key=f"p:{filed.id}",
        folder=folder_key(placed),
        item=f"u:{placed.unit.id}" if "items" in views(placed) else "",
        keywords=inherited(placed, own.filed, archive.day)
        | {
            "key": [f"p:{filed.id}"],
            "view": ["pages"],
            "unit_id": [placed.unit.id],
            "language": filed.languages or [NOT_STATED],
            "level": ["page"],
            "name": names([placed]),
            "attribution": attribution(placed.unit.names),
            "digitised": ["yes"],
            "handle": [*handles(placed, filed.languages, own.filed), handle("level", "page")],
        },
        numbers={"place": [archive.pages], "shelf": [placed.shelf], **own.filed.dates.numbers},
        zones={"text": [filed.text]},
        record=page_record(
            placed, page, filed.id, filed.languages, own.date_records, own.filed.access, own.filed.holder
        ),
        body=page.text or "\n",
        boxes=page.words.to_bytes(),
    )
