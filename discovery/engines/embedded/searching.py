"""Asking a tantivy index. A snapshot is one tantivy searcher: it sees one committed state for as long as it lives."""

import json
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar

import tantivy
from tantivy import Occur, Order, Query

from discovery.dates import prefixes
from discovery.engines.dating import MOST_BUCKETS, make_dating
from discovery.engines.embedded.compiling import between, compile_clause, compile_filters, narrow
from discovery.engines.embedded.digests import cut_short
from discovery.engines.embedded.directory import ABOUT, current, read_about, read_knowledge
from discovery.engines.embedded.schema import BODY, BOXES, ORDERED, RECORD, zone_fields
from discovery.engines.port import About, Answer, Buckets, Count, Dating, Evidence, Hit, Question, Stored, View
from discovery.errors import EngineUnreadable
from discovery.knowledge import Knowledge
from discovery.names.lexicon import FILE_NAME, Expansion, Lexicon, Relation
from discovery.query.clauses import Clause
from mappings.fields import EXACT, FOLDED, OWN_ZONES

P = ParamSpec("P")
T = TypeVar("T")

MOST_VALUES = 200
"""Values of one facet that are counted."""
MOST_EVIDENCE = 1000
"""Pages looked at where many folders are asked about at once."""
FEW_PARENTS = 30
"""Up to here each folder is asked for its own best pages, so that none is crowded out."""


FOOTER = 8
"""Bytes at the end of a file without which tantivy 0.27 panics, where other damage is an error."""
_SEGMENT = frozenset([".fast", ".fieldnorm", ".idx", ".pos", ".store", ".term"])


def _damaged(directory: Path, reason: str) -> EngineUnreadable:
    return EngineUnreadable(
        f"The engine at {directory} is damaged: {reason.rstrip('.')}.",
        f"Load again: opis index SOURCE --engine {directory}",
    )


_DAMAGE = ("An IO error occurred", "Data corrupted", "Failed to open")
"""How errors of tantivy begin that are no fault of a query."""


def _reads(method: Callable[Concatenate["EmbeddedSnapshot", P], T]) -> Callable[Concatenate["EmbeddedSnapshot", P], T]:
    """What is said of a file that is damaged inside becomes EngineUnreadable.

    Where tantivy meets such a file it raises a ValueError or panics, which PyO3 derives from BaseException.
    """

    @wraps(method)
    def translated(self: "EmbeddedSnapshot", /, *args: P.args, **named: P.kwargs) -> T:
        try:
            return method(self, *args, **named)
        except BaseException as error:
            panic = type(error).__name__ == "PanicException" or isinstance(error, sqlite3.DatabaseError)
            if panic or (isinstance(error, ValueError) and str(error).startswith(_DAMAGE)):
                raise _damaged(self.directory, str(error)) from error
            raise

    return translated


@dataclass(frozen=True, slots=True)
class _Opened:
    """A generation open for searching, and when it was made."""

    generation: Path
    made: int
    about: About
    index: tantivy.Index
    lexicon: Lexicon


class EmbeddedEngine:
    """The engine in a directory, open for searching (`discovery.engines.port.Engine`). Follows new generations."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._opened: _Opened | None = None
        self._knowledge: tuple[tuple[Path, int], Knowledge] | None = None
        self._open()

    def _open(self) -> "_Opened":
        """The current generation, exchanged whole: no thread sees parts of two."""
        generation = current(self._directory)
        made = (generation / ABOUT).stat().st_mtime_ns  # a number swept away can come again
        if self._opened and (generation, made) == (self._opened.generation, self._opened.made):
            return self._opened
        about = read_about(generation)
        if any(file.stat().st_size < FOOTER for file in generation.glob("*.*") if file.suffix in _SEGMENT):
            raise _damaged(self._directory, "a file is cut short")
        try:
            short = ", ".join(cut_short(generation))
        except ValueError as error:
            raise _damaged(self._directory, str(error)) from error
        if short:
            raise _damaged(self._directory, f"not there, or not as long as it was: {short}")
        try:
            index = tantivy.Index.open(str(generation))
        except (ValueError, OSError) as error:
            raise _damaged(self._directory, str(error)) from error
        try:
            lexicon = Lexicon(generation / FILE_NAME)
        except sqlite3.Error as error:
            raise _damaged(self._directory, f"{FILE_NAME}: {error}") from error
        self._opened = _Opened(generation, made, about, index, lexicon)
        return self._opened

    def about(self) -> About:
        return self._open().about

    def snapshot(self) -> "EmbeddedSnapshot":
        now = self._open()
        return EmbeddedSnapshot(now.index.searcher(), now.index.schema, self._directory, now.lexicon)

    def knowledge(self) -> Knowledge:
        now, known = self._open(), self._knowledge
        if known is None or known[0] != (now.generation, now.made):
            known = self._knowledge = (now.generation, now.made), read_knowledge(now.generation)
        return known[1]

    def renew(self) -> None:
        opened, self._opened = self._opened, None
        if opened:
            opened.lexicon.close()


class EmbeddedSnapshot:
    """`discovery.engines.port.Snapshot` over one searcher."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema, directory: Path, lexicon: Lexicon) -> None:
        self._searcher = searcher
        self._schema = schema
        self.directory = directory
        self._lexicon = lexicon

    @_reads
    def ask(self, question: Question) -> Answer:
        if not question.limit and not question.facets and _is_late(question):
            return Answer(0, (), left_out=frozenset(["total"]))
        everything = Query.const_score_query(Query.all_query(), 0.0)
        matched = compile_clause(question.clause, self._schema) if question.clause else everything
        query = self._narrowed(matched, question)
        column = _order(question)
        order: dict[str, Any] = {"order_by_field": column, "order": Order.Asc} if column else {}
        found = self._searcher.search(query, max(question.limit, 1), offset=question.offset, **order)
        hits = self._hits(found.hits[: question.limit])
        if column:
            hits = tuple(Hit(hit.handle, hit.own_key, 0.0) for hit in hits)
        left_out: set[Count] = set()
        facets: dict[str, dict[str, int]] = {}
        dating = Dating()
        if question.facets and _is_late(question):
            left_out.add("facets")
        else:
            facets = self._facets(matched, question)
        if question.buckets and _is_late(question):
            left_out.add("dates")
        else:
            dating = self._dating(query, question.buckets)
        return Answer(_count(found), hits, facets, dating, left_out=frozenset(left_out))

    def ask_all(self, questions: Sequence[Question]) -> list[Answer]:
        """What has hits first: for the rest there may be no time."""
        order = sorted(range(len(questions)), key=lambda number: not questions[number].limit)
        answers = {number: self.ask(questions[number]) for number in order}
        return [answers[number] for number in range(len(questions))]

    @_reads
    def evidence(
        self, clause: Clause, parents: Iterable[Hashable], level: Literal["folder", "item"], most: int
    ) -> Mapping[Hashable, Evidence]:
        matched, field = compile_clause(clause, self._schema), f"{level}_key"
        parents = list(parents)
        found = self._searcher.search(self._pages(matched, field, parents), MOST_EVIDENCE)
        if _count(found) > MOST_EVIDENCE and len(parents) <= FEW_PARENTS:
            own = {parent: self._pages_of(matched, field, parent, most) for parent in parents}
            return {parent: evidence for parent, evidence in own.items() if evidence.total}
        keys = self._searcher.fast_field_values(field, [address for _, address in found.hits])
        grouped: defaultdict[Hashable, list[Hit]] = defaultdict(list)
        for key, (score, address) in zip(keys, found.hits, strict=True):
            grouped[key].append(Hit(address, None, score))
        return {key: Evidence(len(hits), tuple(hits[:most])) for key, hits in grouped.items()}

    def _pages_of(self, matched: Query, field: str, parent: Hashable, most: int) -> Evidence:
        found = self._searcher.search(self._pages(matched, field, [parent]), most)
        return Evidence(_count(found), self._hits(found.hits))

    @_reads
    def matching(self, clauses: Sequence[Clause], among: Sequence[Hit]) -> list[frozenset[Hashable]]:
        if not among:
            return [frozenset()] * len(clauses)
        keys = Query.term_set_query(self._schema, "own_key", [hit.own_key for hit in among])
        return [self._matching(clause, keys, len(among)) for clause in clauses]

    def _matching(self, clause: Clause, keys: Query, most: int) -> frozenset[Hashable]:
        query = narrow(Query.const_score_query(compile_clause(clause, self._schema), 0.0), [keys])
        return frozenset(hit.own_key for hit in self._hits(self._searcher.search(query, most, count=False).hits))

    @_reads
    def read(self, hits: Sequence[Hit], boxes: bool = False) -> list[Stored]:
        return [self._stored(self._searcher.doc(hit.handle), boxes) for hit in hits]

    @_reads
    def lookup(self, field_name: str, values: Sequence[str], view: View | None = None, most: int = 50) -> list[Hit]:
        conditions = [Query.term_set_query(self._schema, field_name, list(values))]
        if view:
            conditions.append(Query.term_query(self._schema, "view", view))
        query = narrow(Query.all_query(), conditions)
        found = self._searcher.search(query, most, count=False, order_by_field="place", order=Order.Asc).hits
        return [Hit(hit.handle, hit.own_key, 0.0) for hit in self._hits(found)]

    @_reads
    def completions(self, prefix: str, most: int) -> list[str]:
        counts: defaultdict[str, int] = defaultdict(int)
        for zone in OWN_ZONES:
            field = zone_fields(zone)[EXACT]
            for marked in (prefix, FOLDED + prefix):
                for term, count in self._searcher.terms_with_prefix(field, marked, limit=most):
                    counts[term] += count
        return sorted(counts, key=lambda term: (-counts[term], term))[:most]

    @_reads
    def expansions(self, form: str, also: Sequence[str] = ()) -> list[Expansion]:
        return self._lexicon.expand(form, (Relation.OTHER_SCRIPT, Relation.OCR_READING), also, self._occurrences)

    def completions_all(self, prefixes: Sequence[str], most: int) -> list[list[str]]:
        return [self.completions(prefix, most) for prefix in prefixes]

    def expansions_all(self, words: Sequence[tuple[str, Sequence[str]]]) -> list[list[Expansion]]:
        return [self.expansions(form, also) for form, also in words]

    def _occurrences(self, form: str) -> int:
        return sum(self._searcher.doc_freq(zone_fields(zone)[EXACT], form) for zone in OWN_ZONES)

    @_reads
    def counts(self, forms: Sequence[str], view: View) -> list[int]:
        here = Query.term_query(self._schema, "view", view)
        fields = [zone_fields(zone)[EXACT] for zone in OWN_ZONES]
        counts = []
        for form in forms:
            anywhere = [(Occur.Should, Query.term_query(self._schema, field, form)) for field in fields]
            found = self._searcher.search(narrow(Query.boolean_query(anywhere), [here]), 1)
            counts.append(_count(found))
        return counts

    def _narrowed(self, matched: Query, question: Question, without: str = "") -> Query:
        """The query of a question, one facet's selection left out."""
        kept = [f for f in question.filters if f.field != without]
        conditions, refused = compile_filters(kept, self._schema)
        conditions.append(Query.term_query(self._schema, "view", question.view))
        if question.dated:
            conditions.append(compile_clause(question.dated, self._schema))
        return narrow(matched, conditions, refused)

    def _facets(self, matched: Query, question: Question) -> dict[str, dict[str, int]]:
        selected = {f.field for f in question.filters}
        together = [field for field in question.facets if field not in selected]
        groups = [("", together)] if together else []
        groups += [(field, [field]) for field in question.facets if field in selected]
        counts: dict[str, dict[str, int]] = {}
        for without, fields in groups:
            counts |= self._count(self._narrowed(matched, question, without), fields)
        return {field: counts[field] for field in question.facets}

    def _dating(self, query: Query, buckets: Buckets | None) -> Dating:
        if not buckets:
            return Dating()
        certain, possible = f"{buckets.unit}_certain", f"{buckets.unit}_possible"
        columns = [certain, "dating"] if buckets.unit == "day" else [certain, possible, "dating"]
        counts = self._count(query, columns, MOST_BUCKETS)
        touched = {number: self._touching(query, day) for number, day in buckets.days.items()}
        surely = narrow(query, [between(certain, *buckets.bounds, self._schema)])
        hits = _count(self._searcher.search(surely, 1))
        return make_dating(buckets, counts[certain], counts.get(possible, {}), touched, counts["dating"], hits)

    def _touching(self, query: Query, day: date) -> int:
        """Hits that are no broad ones and possibly of a day."""
        here = Query.term_set_query(self._schema, "span", prefixes(day))
        wanted = narrow(query, [here, Query.term_query(self._schema, "dating", "dated")])
        return _count(self._searcher.search(wanted, 1))

    def _count(self, query: Query, fields: Sequence[str], size: int = MOST_VALUES) -> dict[str, dict[Any, int]]:
        asked = {field: {"terms": {"field": field, "size": size, "segment_size": size * 5}} for field in fields}
        answered = self._searcher.aggregate(query, asked)
        return {
            field: {_key(bucket["key"]): bucket["doc_count"] for bucket in answered[field]["buckets"]}
            for field in fields
        }

    def _pages(self, matched: Query, field: str, parents: Sequence[Hashable]) -> Query:
        inside = Query.term_set_query(self._schema, field, list(parents))
        return narrow(matched, [Query.term_query(self._schema, "view", "pages"), inside])

    def _hits(self, found: Sequence[tuple[Any, tantivy.DocAddress]]) -> tuple[Hit, ...]:
        keys = self._searcher.fast_field_values("own_key", [address for _, address in found])
        return tuple(Hit(address, key, score) for key, (score, address) in zip(keys, found, strict=True))

    def _stored(self, document: tantivy.Document, boxes: bool) -> Stored:
        record = json.loads(bytes(document.get_first(RECORD) or b"{}"))
        body, packed = document.get_first(BODY), document.get_first(BOXES) if boxes else None
        return Stored(record["key"], record, bytes(body).decode() if body else "", bytes(packed) if packed else b"")


def _is_late(question: Question) -> bool:
    return time.perf_counter() >= question.until


def _order(question: Question) -> str:
    """The column that hits are ordered by; "" where they are by their scores."""
    if question.order == "relevance":
        return "" if question.clause else "place"
    return ORDERED.get(question.order, question.order)


def _key(value: Any) -> Any:
    """Numbers come back as floats."""
    return int(value) if isinstance(value, float) else value


def _count(found: tantivy.SearchResult) -> int:
    """All hits, also those not fetched (the library's type stubs leave the attribute out)."""
    return int(found.count)  # type: ignore[attr-defined]
