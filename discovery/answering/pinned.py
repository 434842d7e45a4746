"""What a query names outright: units by their numbers, or by box and folder; and what it names that isn't there."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from discovery.answering.results import Request
from discovery.answering.results_json import top
from discovery.containers import handles
from discovery.engines.port import About, Hit, Question, Snapshot
from discovery.names.transliterate import romanise
from discovery.query.citations import Citation, read_citation, words_of
from discovery.query.clauses import Alternative, AnyForm, Clause, Combined, Keyword, keywords
from discovery.query.fields import handle
from discovery.query.plan import Plan
from discovery.query.references import announces_number, call_key, find_calls, find_references, is_part
from discovery.query.syntax import Notice
from discovery.records import Container
from mappings.container_words import COLLECTION_WORDS, HOLDER_WORDS
from mappings.fields import CONTEXT, EXACT, FOLDED
from mappings.languages import LANGUAGES

NAMED = 1000.0
"""Score of what a number in the query names: more than any words bring."""
MOST_PINNED = 200
"""Units that one number names, as far as they are looked at."""
MOST_WORDS = 24
"""Words of a citation by which one of several folders with the same number is told."""
MOST_TIERS = 5
"""Steps in which what is named is ordered."""
AGREES = 0.5
"""Share of the words of a title that a citation must have to mean it; of a collection that it names, the other way."""

_FUNCTION = frozenset[str]().union(*(language.stop_words for language in LANGUAGES.values()))
_GENERAL = words_of(COLLECTION_WORDS) | words_of("archive archives files series general guide inventory")
_HOLDER = words_of(HOLDER_WORDS)
_ACRONYM = re.compile(r"(?<!\w)[^\W\d_a-zа-яёіїєґ]{3,}(?!\w)")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pins:
    """Clauses for what is named, the numbers that name it, what is to be said, and whether by box and folder."""

    clauses: tuple[Clause, ...] = ()
    refs: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    by_place: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request as a citation: its parts, ids of the fonds whose call numbers it has, and the words of the house."""

    request: Request
    citation: Citation
    fonds: frozenset[str]
    house: frozenset[str]

    def agrees(self, record: Record) -> bool:
        """Whether the rest of a query fits a unit.

        The call number decides; else the title of the collection that is named; else the words that are left have to
        be half of the title of the unit, or of one above it.
        """
        cited = self.citation
        if self.fonds:
            return top(record)["id"] in self.fonds
        if named := cited.collection - _FUNCTION - self.house:
            return len(named & _words_of_titles(record["path"] or (record,))) >= AGREES * len(named)
        others = cited.others - _FUNCTION - _GENERAL - self.house | cited.calls
        titles = (record, *record["path"])
        return all(map(announces_number, others)) or any(
            _share(_telling(step["title"]), cited.words) >= AGREES for step in titles
        )

    def covered(self, record: Record) -> int:
        """How many words of the citation stand in the titles of a unit and of what it lies in, each once."""
        return len(_words_of_titles((record, *record["path"])) & self.citation.words)

    def fonds_covered(self, record: Record) -> int:
        return len(_telling(top(record)["title"]) & self.citation.words)


def pinned(snapshot: Snapshot, request: Request, about: About) -> Pins:
    """What the numbers in a query name. A number names nothing in a fonds that the rest of the query contradicts."""
    citation = read_citation(request.text)
    house = str(about.collection.get("holder") or "")
    asked = _Asked(request, citation, _fonds(snapshot, request.text, about), words_of(house))
    if citation.opis and (whole := _by_opis(snapshot, asked, house)).clauses:
        return whole
    if citation.archival:
        found = _by_archival(snapshot, asked, house)
        if found.clauses or not (citation.is_place or re.fullmatch(r"[\d\s/]+", request.text)):
            return found
    if citation.is_place:
        return _by_place(snapshot, asked)
    found = _by_call_number(snapshot, asked)
    found = found if found.clauses else _by_reference(snapshot, asked, about)
    return found if found.clauses or not citation.places else _by_place(snapshot, asked)


def _by_archival(snapshot: Snapshot, asked: _Asked, house: str) -> Pins:
    """By fonds, opis and delo; not in an archive with other initials than the one that is cited."""
    numbers = asked.citation.archival
    hits = snapshot.lookup("handle", [handle("archival", number) for number in numbers], most=MOST_PINNED)
    return _pins([_of_archive(_records(snapshot, hits), asked, house)], asked, numbers)


def _by_opis(snapshot: Snapshot, asked: _Asked, house: str) -> Pins:
    """All that an opis lists; of opisi with one number in several archives those of the archive that is cited."""
    named = Keyword("handle", (handle("opis", asked.citation.opis),), NAMED)
    answer = snapshot.ask(Question(view="folders", clause=named, order="place", limit=MOST_PINNED))
    fits = _of_archive(_records(snapshot, answer.hits), asked, house)
    if len(fits) < len(answer.hits) or not fits:
        return _pins([fits], asked, (asked.citation.opis,))
    return Pins((named,), (asked.citation.opis,), _number_of(answer.total))


def _of_archive(records: Iterable[Record], asked: _Asked, house: str) -> list[Record]:
    """Those of an archive with the initials that are cited; all where no initials are."""
    cited = _acronyms(asked.request.text)
    found = []
    for record in records:
        refs = " ".join((record["ref"], *(f"{step['ref']} {step['title']}" for step in record["path"])))
        own = _acronyms(f"{refs} {house}") | _initials(house)
        if not cited or not own or cited & own:
            found.append(record)
    return found


def _by_call_number(snapshot: Snapshot, asked: _Asked) -> Pins:
    """By the longest call numbers that something has; of what lies in fonds, for these are named with a folder."""
    text = asked.request.text
    spoken = find_calls(text)
    hits = snapshot.lookup("handle", [handle("call", key) for key in spoken], most=MOST_PINNED) if spoken else []
    if not hits:
        return Pins()
    having = snapshot.matching([Keyword("handle", (handle("call", key),)) for key in spoken], hits)
    met = [(at, keys) for at, keys in zip(spoken.values(), having, strict=True) if keys]
    spans = {at for at, _ in met}
    longest = {at for at in spans if not _lies_in_another(at, spans)}
    meant = frozenset[Hashable]().union(*(keys for at, keys in met if at in longest))
    records = _records(snapshot, [hit for hit in hits if hit.own_key in meant])
    fits = [r for r in records if _is_listed(r, asked.request) and (not asked.fonds or top(r)["id"] in asked.fonds)]
    return _pins([fits], asked, tuple(text[first:last] for first, last in sorted(longest)))


def _by_reference(snapshot: Snapshot, asked: _Asked, about: About) -> Pins:
    found: dict[str, list[Record]] = {}
    several = about.counts.get("fonds", 0) > 1
    for key in find_references(asked.request.text):
        if any(is_part(other, key) for other in found):
            continue
        records = _records(snapshot, snapshot.lookup("handle", [handle("ref", key)], most=MOST_PINNED))
        if fits := [record for record in records if not several or asked.agrees(record)]:
            found[key] = fits
    return _pins([[record for records in found.values() for record in records]], asked, tuple(found))


def _by_place(snapshot: Snapshot, asked: _Asked) -> Pins:
    """Folders in a box that the query names: in the fonds that it names, else where its words fit best."""
    within: tuple[Clause, ...] = (Keyword("within", tuple(sorted(asked.fonds))),) if asked.fonds else ()
    bare = not asked.fonds and not asked.citation.words - _FUNCTION - _HOLDER - asked.house
    for demands in asked.citation.demands():
        place = tuple(Keyword("handle", tuple(handle(*one) for one in places)) for places in demands)
        wanted = Combined((*place, *within), _told_by(asked.citation.words))
        filters = asked.request.filters
        answer = snapshot.ask(Question(view="folders", clause=wanted, filters=filters, limit=MOST_PINNED))
        if bare and answer.total > MOST_PINNED:
            every = Combined(tuple(replace(one, boost=NAMED) for one in place))
            return Pins((every,), (), _number_of(answer.total), by_place=True)
        if fits := [record for record in _records(snapshot, answer.hits) if asked.agrees(record)]:
            return _best_places(fits, asked)
    return Pins()


def _best_places(records: Sequence[Record], asked: _Asked) -> Pins:
    """What lies in the fonds whose title is covered best: first what has most of the words, and lies there alone."""
    best = max(map(asked.fonds_covered, records))
    tiers: dict[tuple[int, int], list[Record]] = {}
    for record in records:
        if asked.fonds_covered(record) == best:
            tiers.setdefault((-asked.covered(record), _breadth(record)), []).append(record)
    return _pins([tier for _, tier in sorted(tiers.items())], asked, (), by_place=True)


def _breadth(record: Record) -> int:
    """In how many places it lies: one of a single folder is meant before one of several."""
    return len(handles(Container(**container) for container in record.get("containers", ())))


def _told_by(words: frozenset[str]) -> tuple[Clause, ...]:
    """What ranks folders with the same number: the words of the citation in their titles and above them."""
    told = sorted(words - _FUNCTION, key=lambda word: (-len(word), word))[:MOST_WORDS]
    return tuple(
        AnyForm(word, tuple(Alternative(EXACT, mark + word, "typed") for mark in ("", FOLDED)), ("title", CONTEXT))
        for word in told
    )


def _pins(tiers: Sequence[Sequence[Record]], asked: _Asked, refs: tuple[str, ...], by_place: bool = False) -> Pins:
    """Clauses by which each tier scores above the next, and how many folders there are if several."""
    folders, units = dict[str, None](), dict[str, None]()
    clauses: list[Clause] = []
    for number, tier in enumerate(tiers):
        for record in tier:
            folder, own = record["folder"], record["id"]
            if folder and (asked.request.view == "folders" or folder["id"] == own):
                folders[folder["id"]] = None
            else:
                units[own] = None
        if number < MOST_TIERS - 1 or number == len(tiers) - 1:
            named = (("folder_id", folders), ("unit_id", units))
            clauses += [Keyword(name, tuple(sorted(ids)), NAMED) for name, ids in named if ids]
    notices = _number_of(len(folders)) if len(folders) > 1 else ()
    return Pins(tuple(clauses), refs if clauses else (), notices, by_place)


def _number_of(folders: int) -> tuple[Notice, ...]:
    return (Notice(f"{folders:,} folders have this number."),)


def _is_listed(record: Record, request: Request) -> bool:
    """Whether a list shows it: fonds and series stand in their own."""
    return bool(record["folder"]) or request.view == "series"


def _fonds(snapshot: Snapshot, text: str, about: About) -> frozenset[str]:
    """Ids of the fonds whose call numbers stand in a text; of one number in another the longer counts."""
    spoken = find_calls(text)
    named = {key for ref in about.collection.get("references", ()) if (key := call_key(ref)) in spoken}
    spans = {spoken[key] for key in named}
    longest = [handle("call", key) for key in named if not _lies_in_another(spoken[key], spans)]
    hits = snapshot.lookup("handle", longest, "series") if longest else []
    return frozenset(record["id"] for record in _records(snapshot, hits) if not record["path"])


def _lies_in_another(at: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= at[0] and at[1] <= last and (first, last) != at for first, last in spans)


def _records(snapshot: Snapshot, hits: Iterable[Hit]) -> list[Record]:
    return [stored.record for stored in snapshot.read(list(hits))]


def _words_of_titles(steps: Iterable[Record]) -> frozenset[str]:
    return frozenset[str]().union(*(_telling(f"{step['title']} {step['ref']}") for step in steps))


def _telling(title: str) -> frozenset[str]:
    """The words of a title that tell it from others: no years, no letters that stand alone."""
    words = words_of(title) - _FUNCTION - _GENERAL
    return frozenset(word for word in words if len(word) > 1 and not word.isdecimal()) or words


def _share(own: frozenset[str], words: frozenset[str]) -> float:
    return len(own & words) / len(own) if own else 0.0


def _acronyms(text: str) -> frozenset[str]:
    return frozenset(romanise(word, "bgn").casefold() for word in _ACRONYM.findall(text))


def _initials(name: str) -> frozenset[str]:
    """ "Российский государственный архив социально-политической истории" is РГАСПИ."""
    letters = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name))
    return frozenset({romanise(letters.upper(), "bgn").casefold()} if len(letters) > 2 else ())


def unknown_values(snapshot: Snapshot, plan: Plan) -> Iterator[Notice]:
    """A notice for each `field:value` whose value nothing in the archive has."""
    met = {handle(named.field, named.value) for named in plan.fields}
    for value in keywords(plan.clause, "handle"):
        name, _, said = value.partition("=")
        if value not in met and not snapshot.lookup("handle", [value], most=1):
            yield Notice(f"Nothing in this archive has {name}:{said}; a value is named whole, in quotation marks.")


def unknown_choices(snapshot: Snapshot, request: Request) -> Iterator[Notice]:
    """A notice for each value chosen in a facet that nothing in the archive has."""
    for chosen in request.filters:
        for value in chosen.include:
            if not snapshot.lookup(chosen.field, [value], most=1):
                yield Notice(f"Nothing in this archive has {chosen.field}={value}; capitals count.")
