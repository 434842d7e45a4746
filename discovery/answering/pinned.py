"""What a query names outright: units by their numbers, or by box and folder; and what it names that isn't there."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from discovery.answering.results import Request
from discovery.containers import handles
from discovery.engines.port import About, Hit, Question, Snapshot
from discovery.query.citations import Citation, read_citation, words_of
from discovery.query.clauses import Alternative, AnyForm, Clause, Combined, Keyword, keywords
from discovery.query.fields import handle
from discovery.query.plan import Plan
from discovery.query.references import find_references, is_part, reference_key
from discovery.query.syntax import Notice
from discovery.records import Container
from mappings.fields import CONTEXT, EXACT, FOLDED
from mappings.languages import LANGUAGES

NAMED = 1000.0
"""Score of what a number in the query names: more than any words bring."""
MOST_PINNED = 200
"""Units that one number names, as far as they are looked at."""
MOST_WORDS = 24
"""Words of a citation by which one of several folders with the same number is told."""
AGREES = 0.5
"""Share of the words of a fonds' title, or of a unit's, that a citation has to have to mean it."""

_FUNCTION = frozenset[str]().union(*(language.stop_words for language in LANGUAGES.values()))
_GENERAL = words_of("papers collection collections records archive archives fonds nachlass files series general")
_AROUND = words_of("inv inventory nr no number nummer folder file dossier mappe akte cote box д дело fol p page")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pins:
    """Clauses for what is named, the numbers that name it, what is to be said, and whether by box and folder."""

    clauses: tuple[Clause, ...] = ()
    refs: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    by_place: bool = False


def pinned(snapshot: Snapshot, request: Request, about: About) -> Pins:
    """What the numbers in a query name. A number names nothing in a fonds that the rest of the query contradicts."""
    citation = read_citation(request.text)
    fonds = _fonds(snapshot, request.text, about)
    if citation.archival:
        hits = snapshot.lookup("handle", [handle("archival", citation.archival)], most=MOST_PINNED)
        if records := _records(snapshot, hits):
            return _pins(records, request, (citation.archival,))
    if citation.is_place:
        return _by_place(snapshot, request, citation, fonds)
    found = _by_reference(snapshot, request, citation, fonds, about)
    return found if found.clauses or not citation.places else _by_place(snapshot, request, citation, fonds)


def _by_reference(
    snapshot: Snapshot, request: Request, citation: Citation, fonds: frozenset[str], about: About
) -> Pins:
    found: dict[str, list[Record]] = {}
    for key in find_references(request.text, about.collection.get("references", ())):
        if any(is_part(other, key) for other in found):
            continue
        records = _records(snapshot, snapshot.lookup("handle", [handle("ref", key)], most=MOST_PINNED))
        words = frozenset() if about.counts.get("fonds", 0) < 2 else citation.words - words_of(key) - _AROUND
        if fits := [record for record in records if _agrees(record, words, fonds)]:
            found[key] = fits
    return _pins([record for records in found.values() for record in records], request, tuple(found))


def _by_place(snapshot: Snapshot, request: Request, citation: Citation, fonds: frozenset[str]) -> Pins:
    """Folders in a box that the query names: in the fonds that it names, else where its words fit best."""
    kinds = dict.fromkeys(kind for kind, _ in citation.places)
    asked = [tuple(handle(k, number) for k, number in citation.places if k == kind) for kind in kinds]
    within: tuple[Clause, ...] = (Keyword("within", tuple(sorted(fonds))),) if fonds else ()
    wanted = Combined((*(Keyword("handle", values) for values in asked), *within), _told_by(citation.words))
    answer = snapshot.ask(Question(view="folders", clause=wanted, limit=MOST_PINNED))
    records = [r for r in _records(snapshot, answer.hits) if _agrees(r, citation.words, fonds)]
    best = max((_covered(record, citation.words) for record in records), default=0)
    kept = [record for record in records if _covered(record, citation.words) == best]
    notices = (Notice(f"{len(kept):,} folders have this number."),) if len(kept) > 1 else ()
    narrowest = min((_breadth(record) for record in kept), default=0)
    exact = [record for record in kept if _breadth(record) == narrowest]
    first, all_ = _pins(exact, request, ()), _pins(kept, request, (), notices, by_place=True)
    return replace(all_, clauses=(*first.clauses, *all_.clauses))


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


def _pins(
    records: Sequence[Record],
    request: Request,
    refs: tuple[str, ...],
    notices: tuple[Notice, ...] = (),
    by_place: bool = False,
) -> Pins:
    folders, units = set(), set()
    for record in records:
        folder, own = record["folder"], record["id"]
        if folder and (request.view == "folders" or folder["id"] == own):
            folders.add(folder["id"])
        else:
            units.add(own)
    named = (("folder_id", folders), ("unit_id", units))
    clauses = tuple(Keyword(name, tuple(sorted(ids)), NAMED) for name, ids in named if ids)
    return Pins(clauses, refs, notices, by_place)


def _fonds(snapshot: Snapshot, text: str, about: About) -> frozenset[str]:
    """Ids of the fonds whose call numbers stand in a text; of one number in another the longer counts."""
    spoken = f" {reference_key(re.sub(r'[,;]', ' ', text))} "
    references = {reference_key(reference) for reference in about.collection.get("references", ())}
    there = [key for key in references if len(key) > 3 and re.search(rf"(?<!\w){re.escape(key)}(?!\w)", spoken)]
    longest = [key for key in there if not any(key != other and key in other for other in there)]
    hits = snapshot.lookup("handle", [handle("ref", key) for key in longest], "series") if longest else []
    return frozenset(record["id"] for record in _records(snapshot, hits) if not record["path"])


def _records(snapshot: Snapshot, hits: Iterable[Hit]) -> list[Record]:
    return [stored.record for stored in snapshot.read(list(hits))]


def _agrees(record: Record, words: frozenset[str], fonds: frozenset[str]) -> bool:
    """Whether the rest of a query fits a unit: it names its fonds, or has the words of its title or of its fonds'."""
    top = record["path"][0] if record["path"] else record
    if fonds:
        return top["id"] in fonds
    telling = words - _FUNCTION - _GENERAL
    return not telling or any(_share(_telling(title), telling) >= AGREES for title in (top["title"], record["title"]))


def _covered(record: Record, words: frozenset[str]) -> int:
    titles = [record["title"], *(step["title"] for step in record["path"])]
    return sum(len(_telling(title) & words) for title in titles)


def _telling(title: str) -> frozenset[str]:
    return words_of(title) - _FUNCTION - _GENERAL


def _share(own: frozenset[str], words: frozenset[str]) -> float:
    return len(own & words) / len(own) if own else 0.0


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
