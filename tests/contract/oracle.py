"""An engine in memory: slow, obvious, and what the others are held against. Its scores only count occurrences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from discovery.engines.port import (
    About,
    Answer,
    Buckets,
    Dating,
    Document,
    Evidence,
    Filter,
    Hit,
    Question,
    Stored,
    View,
)
from discovery.knowledge import NOTHING, Knowledge
from discovery.names.lexicon import Expansion, Relation, closest, sought_keys, stored_keys
from discovery.query.clauses import (
    DATE,
    Alternative,
    AnyForm,
    Clause,
    Combined,
    Dated,
    Fixed,
    InOrder,
    Keyword,
    Neighbours,
    Run,
    by_analysis,
    dated_in,
    may_stand,
)
from discovery.text.analysis import exact_terms, in_passages, terms
from discovery.text.tokens import tokenise
from mappings.fields import EXACT, FOLDED, OWN_ZONES

EXPANDED = (Relation.OTHER_SCRIPT, Relation.OCR_READING)

Stream = list[set[str]]
"""The terms at each position of one value."""


@dataclass(slots=True)
class Oracle:
    """The place, and the engine open on it."""

    documents: list[Document] = field(default_factory=list)
    facts: About | None = None
    known: Knowledge = NOTHING

    def writer(self) -> "OracleWriter":
        return OracleWriter(self)

    def about(self) -> About:
        return self.facts

    def snapshot(self) -> "OracleSnapshot":
        return OracleSnapshot(list(self.documents))

    def knowledge(self) -> Knowledge:
        return self.known


class OracleWriter:
    refused = ()

    def __init__(self, oracle: Oracle) -> None:
        self._oracle, self._documents = oracle, []

    def replace(self, folder_id: str, documents: Iterable[Document]) -> None:
        self.remove(folder_id)
        self._documents += documents

    def remove(self, folder_id: str) -> None:
        self._documents = [d for d in self._documents if folder_id not in d.keywords.get("folder_id", ())]

    def commit(self, about: About, knowledge: Knowledge = NOTHING) -> None:
        self._oracle.documents, self._oracle.facts, self._oracle.known = self._documents, about, knowledge

    def abandon(self) -> None:
        self._documents = []


class OracleSnapshot:
    def __init__(self, documents: list[Document]) -> None:
        self._documents = documents

    def ask(self, question: Question) -> Answer:
        found = [d for d in self._documents if question.view in d.keywords["view"]]
        scored = [(occurrences(question.clause, d) if question.clause else 0, d) for d in found]
        matched = [(score, d) for score, d in scored if question.clause is None or matches(question.clause, d)]

        def under(without: str = "") -> list[tuple[int, Document]]:
            filters = [f for f in question.filters if f.field != without]
            dated = question.dated
            return [
                (score, d)
                for score, d in matched
                if all(passes(f, d) for f in filters) and (dated is None or matches(dated, d))
            ]

        hits = sorted(under(), key=lambda pair: _rank(question, *pair))
        shown = hits[question.offset : question.offset + question.limit]
        facets = {name: Counter(v for _, d in under(name) for v in set(d.keywords[name])) for name in question.facets}
        return Answer(
            len(hits), tuple(_hit(d, s) for s, d in shown), facets, _dating(question.buckets, [d for _, d in under()])
        )

    def ask_all(self, questions: Sequence[Question]) -> list[Answer]:
        return [self.ask(question) for question in questions]

    def evidence(self, clause: Clause, parents: Iterable[str], level: str, most: int) -> Mapping[str, Evidence]:
        found = {}
        for parent in parents:
            pages = [d for d in self._documents if "pages" in d.keywords["view"] and getattr(d, level) == parent]
            pages = sorted((d for d in pages if matches(clause, d)), key=lambda d: -occurrences(clause, d))
            if pages:
                found[parent] = Evidence(len(pages), tuple(_hit(d, occurrences(clause, d)) for d in pages[:most]))
        return found

    def matching(self, clauses: Sequence[Clause], among: Sequence[Hit]) -> list[frozenset[str]]:
        return [frozenset(hit.own_key for hit in among if matches(clause, hit.handle)) for clause in clauses]

    def read(self, hits: Sequence[Hit], boxes: bool = False) -> list[Stored]:
        found = [hit.handle for hit in hits]
        return [Stored(d.key, d.record, d.body, d.boxes if boxes else b"") for d in found]

    def lookup(self, field_name: str, values: Sequence[str], view: str | None = None, most: int = 50) -> list[Hit]:
        found = [d for d in self._documents if set(values) & set(d.keywords.get(field_name, ()))]
        found = [d for d in found if view is None or view in d.keywords["view"]]
        return [_hit(d) for d in sorted(found, key=lambda d: d.numbers["place"][0])[:most]]

    def completions(self, prefix: str, most: int) -> list[str]:
        counts: Counter[str] = Counter()
        for document in self._documents:
            for zone in _own(document):
                counts.update(set().union(*(at for stream in _streams(document, zone, EXACT) for at in stream)))
        found = [term for term in counts if term.startswith((prefix, FOLDED + prefix))]
        return sorted(found, key=lambda term: (-counts[term], term))[:most]

    def completions_all(self, prefixes: Sequence[str], most: int) -> list[list[str]]:
        return [self.completions(prefix, most) for prefix in prefixes]

    def expansions_all(self, words: Sequence[tuple[str, Sequence[str]]]) -> list[list[Expansion]]:
        return [self.expansions(form, also) for form, also in words]

    def expansions(self, form: str, also: Sequence[str] = ()) -> list[Expansion]:
        sought = {(Relation.OTHER_SCRIPT, key) for key in sought_keys(form, Relation.OTHER_SCRIPT)}
        for one in (form, *also):
            sought |= {(Relation.OCR_READING, key) for key in sought_keys(one, Relation.OCR_READING)}
        occurrences = Counter(
            form for document in self._documents for zone in _own(document) for form in _forms_in(document, zone)
        )
        found: dict[Relation, set[tuple[str, str]]] = {relation: set() for relation in EXPANDED}
        for other in occurrences:
            for relation, key in sought & {*stored_keys(other), (Relation.OTHER_SCRIPT, other)}:
                found[relation].add((other, key))
        return closest(form, found, also, occurrences.__getitem__)

    def counts(self, forms: Sequence[str], view: View) -> list[int]:
        here = [document for document in self._documents if view in document.keywords["view"]]
        return [sum(form in _forms(document) for document in here) for form in forms]


def _own(document: Document) -> list[str]:
    return [zone for zone in document.zones if zone in OWN_ZONES]


def _forms(document: Document) -> set[str]:
    return set().union(*(_forms_in(document, zone) for zone in _own(document)))


def _forms_in(document: Document, zone: str) -> set[str]:
    streams = _streams(document, zone, EXACT)
    return {term for stream in streams for at in stream for term in at if not term.startswith(FOLDED)}


def matches(clause: Clause, document: Document) -> bool:
    match clause:
        case AnyForm():
            years = (a.term for a in clause.alternatives if a.analysis == DATE)
            return any(_places(document, zone, a) for zone in clause.zones for a in clause.alternatives) or any(
                matches(dated_in(year), document) for year in years
            )
        case InOrder() | Neighbours():
            return any(_stand_in_order(document, zone, clause) for zone in clause.zones)
        case Combined():
            return (
                all(matches(part, document) for part in clause.must)
                and sum(matches(part, document) for part in clause.should) >= clause.least
                and not any(matches(part, document) for part in clause.must_not)
            )
        case Fixed():
            return matches(clause.clause, document)
        case Keyword():
            return bool(set(clause.values) & set(document.keywords.get(clause.field, ())))
        case Dated():
            return _dated(clause, document)


def occurrences(clause: Clause, document: Document) -> int:
    match clause:
        case AnyForm():
            return sum(_places(document, zone, a) for zone in clause.zones for a in clause.alternatives)
        case InOrder() | Neighbours():
            return int(matches(clause, document))
        case Combined():
            should = (part for part in clause.should if matches(part, document))
            return sum(occurrences(part, document) for part in (*clause.must, *should))
        case Fixed():
            return int(clause.score)
        case Keyword():
            return int(clause.boost)
        case _:
            return 0


def passes(wanted: Filter, document: Document) -> bool:
    values = set(document.keywords.get(wanted.field, ()))
    return (not wanted.include or bool(values & set(wanted.include))) and not values & set(wanted.exclude)


def _streams(document: Document, zone: str, analysis: str) -> Iterator[Stream]:
    """The values of a zone under one analysis, a set of terms for each position."""
    for text in document.zones.get(zone, ()):
        placed = [
            (token.form, passage.languages)
            for passage in in_passages(len(text.text), text.passages)
            for token in tokenise(text.text[passage.start : passage.end])
        ]
        if analysis == EXACT:
            yield [set(exact_terms(form)) for form, _ in placed]
        else:
            yield [set(terms(form, analysis)) if analysis in languages else set() for form, languages in placed]


def _places(document: Document, zone: str, alternative: Alternative) -> int:
    streams = _streams(document, zone, alternative.analysis) if may_stand(alternative.relation, zone) else ()
    return sum(alternative.term in at for stream in streams for at in stream)


def _stand_in_order(document: Document, zone: str, clause: InOrder | Neighbours) -> bool:
    for analysis, sides in by_analysis(clause, zone):
        for stream in _streams(document, zone, analysis):
            starts = [list(_starts(stream, side)) for side in sides]
            if all(starts) and (isinstance(clause, InOrder) or _beside(clause, *starts)):
                return True
    return False


def _starts(stream: Stream, side: Run) -> Iterator[int]:
    """Where the words of a side begin to stand side by side."""
    for start in range(len(stream) - len(side) + 1):
        if all(stream[start + n] & {a.term for a in word} for n, word in enumerate(side)):
            yield start


def _beside(clause: Neighbours, left: list[int], right: list[int]) -> bool:
    """Whether a word of one side is at most `distance` words behind the last one of the other."""
    first, second = (len(side) - 1 for side in clause.sides)
    return any(
        0 < two - (one + first) <= clause.distance or 0 < one - (two + second) <= clause.distance
        for one in left
        for two in right
    )


def _rank(question: Question, score: int, document: Document) -> tuple[int, ...]:
    place = document.numbers["place"][0]
    days = [number for name in ("earliest", "latest") for number in document.numbers.get(name, ())]
    match question.order:
        case "earliest":
            return (not days, *days[:1], place)
        case "latest":
            return (not days, *(-day for day in days[1:]), place)
        case "place":
            return (place,)
        case "shelf":
            shelf = document.numbers.get("shelf", ())
            return (not shelf, *shelf, place)
    return (-score, place)


def _dated(clause: Dated, document: Document) -> bool:
    """By the days themselves, which the documents of these tests have in their records."""
    parts = document.record["parts"]
    low, high = clause.numbers
    if clause.mode == "possibly":
        return any(first <= high and last >= low for first, last in parts)
    return bool(parts) and all(low <= first and last <= high for first, last in parts)


def _dating(buckets: Buckets | None, found: Sequence[Document]) -> Dating:
    if not buckets:
        return Dating()
    certain, possible, states = Counter[int](), Counter[int](), Counter[str]()
    low, high = buckets.bounds
    certain_hits = 0
    for document in found:
        states.update(document.keywords.get("dating", ()))
        surely = {n for n in document.numbers.get(f"{buckets.unit}_certain", ()) if low <= n <= high}
        touched = set(document.numbers.get(f"{buckets.unit}_possible", ()))
        if "dated" in document.keywords["dating"]:
            touched |= {n for n, day in buckets.days.items() if _dated(Dated(day, day), document)}
        certain.update(surely)
        possible.update(n for n in touched - surely if low <= n <= high)
        certain_hits += bool(surely)
    return Dating(
        dict(certain), dict(possible), certain_hits, states["dated"] - certain_hits, states["undated"], states["broad"]
    )


def _hit(document: Document, score: float = 0.0) -> Hit:
    return Hit(document, document.key, float(score))
