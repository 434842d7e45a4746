"""One search from request to results. The order it makes is the one that page, API, CSV and command line all show."""

import time
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from discovery import chosen_dates
from discovery.dates import rules_of
from discovery.engines.port import VIEWS, About, Answer, Engine, Evidence, Hit, Question, Snapshot, Stored, View
from discovery.highlight import Highlighter
from discovery.knowledge import Knowledge, stop_words
from discovery.names.authority import AuthorityFile
from discovery.names.thesaurus import Thesaurus
from discovery.query.alternatives import ALL, Alternatives, left_out
from discovery.query.clauses import Clause, Combined, Keyword, any_of, keywords
from discovery.query.fields import handle
from discovery.query.names import Names
from discovery.query.parser import parse
from discovery.query.plan import Plan
from discovery.query.planning import make_plan
from discovery.query.references import find_references, is_part
from discovery.query.syntax import Notice
from discovery.query.words import MOST_COMPLETIONS
from discovery.ranking import CONSIDERED, rerank
from discovery.results import Request, Results, Row, Suggested, Understood
from discovery.rows import Proof, make_row
from discovery.summary import facet_values, histogram
from discovery.understanding import suggested, understood
from mappings.fields import FACETS, FIELD_ALIASES

PAGES_SHOWN = 3
"""Best pages shown with a folder or an item."""
ITEMS_SHOWN = 3
"""Best item descriptions shown with a folder that no page speaks for."""
ITEMS_CONSIDERED = 200
"""Items looked at for the folders of one list."""
SERIES_SHOWN = 3
NAMED = 1000.0
"""Score of what an inventory number in the query names: more than any words bring."""


def search(engine: Engine, request: Request) -> Results:
    """Answer a request."""
    started = time.perf_counter()
    about, snapshot, knowledge = engine.about(), engine.snapshot(), engine.knowledge()
    run = _Run(request, about, snapshot, knowledge.thesaurus, _plan(request, about, snapshot, knowledge))
    return run.results(started)


def highlighter(engine: Engine, text: str) -> Highlighter:
    """What marks the words of a query in a text that is read, the same that a search would mark."""
    return Highlighter(_plan(Request(text=text), engine.about(), engine.snapshot(), engine.knowledge()).words)


def matching(engine: Engine, text: str, hits: Sequence[Hit]) -> frozenset[Hashable]:
    """The `own_key`s of those hits that a query finds by its words."""
    snapshot = engine.snapshot()
    clause = _plan(Request(text=text, view="pages"), engine.about(), snapshot, engine.knowledge()).clause
    return snapshot.matching(clause, hits) if clause else frozenset()


def _plan(request: Request, about: About, snapshot: Snapshot, knowledge: Knowledge) -> Plan:
    parsed = parse(request.text, frozenset(FIELD_ALIASES))
    without = left_out(request.without)
    alternatives = Alternatives(about.languages, snapshot.expansions, without)

    def totals(clauses: Sequence[Clause]) -> list[int]:
        questions = [Question(view=request.view, clause=clause, limit=0) for clause in clauses]
        return [answer.total for answer in snapshot.ask_all(questions)]

    def complete(prefix: str) -> list[str]:
        return snapshot.completions(prefix, MOST_COMPLETIONS)

    known = AuthorityFile() if ALL in without else knowledge.authorities
    names = Names(known, totals, snapshot.expansions, without, stop_words(about.languages))
    return make_plan(parsed, alternatives, request.match, complete, names, rules_of(about.collection))


@dataclass(frozen=True, slots=True)
class _Run:
    request: Request
    about: About
    snapshot: Snapshot
    thesaurus: Thesaurus
    plan: Plan

    def results(self, started: float) -> Results:
        request, plan = self.request, self.plan
        pinned, refs = self.pinned()
        notices = (*plan.notices, *self.unknown_values())
        nothing = bool(request.text.strip()) and plan.clause is None and not pinned
        clause = any_of(plan.clause, *pinned) if plan.clause else (any_of(*pinned) if pinned else None)
        if nothing:
            return Results(request, 0, (), self.understood(), notices, suggestions=self.suggestions())
        answer = self.ask(clause)
        notices += (Notice(answer.partial),) if answer.partial else ()
        notices += tuple(self.unknown_choices()) if not answer.total else ()
        hits = self.ordered(answer.hits, pinned)
        shown = hits[request.offset : request.offset + request.limit] if self.ranked_here else hits
        return Results(
            request,
            answer.total,
            self.rows(shown, pinned),
            self.understood(refs),
            notices,
            facet_values(answer.facets, request),
            histogram(answer.dating, chosen_dates.buckets(request)),
            self.series(clause),
            self.totals(clause, answer.total),
            time.perf_counter() - started,
            self.suggestions(),
        )

    def understood(self, refs: tuple[str, ...] = ()) -> Understood:
        view = self.request.view
        return understood(self.plan, lambda forms: self.snapshot.counts(forms, view), refs, self.request)

    def suggestions(self) -> tuple[Suggested, ...]:
        text = self.request.text
        return suggested(self.thesaurus.suggest(text, self.about.languages), text)

    @property
    def ranked_here(self) -> bool:
        """Whether the second stage takes part: it orders the first CONSIDERED hits, so all of those are asked for."""
        words = self.by_relevance and bool(self.plan.words)
        return words and (self.request.view != "pages" or bool(self.plan.surer))

    @property
    def by_relevance(self) -> bool:
        return self.request.sort == "relevance"

    def ask(self, clause: Clause | None) -> Answer:
        request = self.request
        return self.snapshot.ask(
            Question(
                view=request.view,
                clause=clause,
                filters=request.filters,
                dated=chosen_dates.selection(request),
                order=request.sort,
                limit=max(CONSIDERED, request.offset + request.limit) if self.ranked_here else request.limit,
                offset=0 if self.ranked_here else request.offset,
                facets=tuple(FACETS),
                buckets=chosen_dates.buckets(request),
            )
        )

    def pinned(self) -> tuple[list[Clause], tuple[str, ...]]:
        """Clauses for what the inventory numbers in the query name, and those numbers."""
        keys = find_references(self.request.text, self.about.collection.get("references", ()))
        found: dict[str, list[Hit]] = {}
        for key in keys:
            if any(is_part(other, key) for other in found):
                continue
            if hits := self.snapshot.lookup("handle", [handle("ref", key)]):
                found[key] = hits
        folders, units = set(), set()
        for stored in self.snapshot.read([hit for hits in found.values() for hit in hits]):
            folder, own = stored.record["folder"], stored.record["id"]
            if folder and (self.request.view == "folders" or folder["id"] == own):
                folders.add(folder["id"])
            else:
                units.add(own)
        named = (("folder_id", folders), ("unit_id", units))
        return [Keyword(name, tuple(sorted(ids)), NAMED) for name, ids in named if ids], tuple(found)

    def unknown_values(self) -> Iterator[Notice]:
        """A notice for each `field:value` whose value nothing in the archive has."""
        met = {handle(named.field, named.value) for named in self.plan.fields}
        for value in keywords(self.plan.clause, "handle"):
            name, _, said = value.partition("=")
            if value not in met and not self.snapshot.lookup("handle", [value], most=1):
                yield Notice(f"Nothing in this archive has {name}:{said}; a value is named whole, in quotation marks.")

    def unknown_choices(self) -> Iterator[Notice]:
        """A notice for each value chosen in a facet that nothing in the archive has."""
        for chosen in self.request.filters:
            for value in chosen.include:
                if not self.snapshot.lookup(chosen.field, [value], most=1):
                    yield Notice(f"Nothing in this archive has {chosen.field}={value}; capitals count.")

    def ordered(self, hits: Sequence[Hit], pinned: Sequence[Clause]) -> list[Hit]:
        plan = self.plan
        if self.ranked_here:
            head, tail = hits[:CONSIDERED], hits[CONSIDERED:]
            strict = plan.loose and plan.match == "most"
            surer = [self.snapshot.matching(clause, head) for clause in plan.surer]
            hits = [*rerank(head, self.evidence(head, most=20), self.coverage(head), strict, surer), *tail]
        if not pinned or not self.by_relevance:
            return list(hits)
        first = self.snapshot.matching(any_of(*pinned), hits)
        return sorted(hits, key=lambda hit: hit.own_key not in first)

    def evidence(self, hits: Sequence[Hit], most: int) -> Mapping[Hashable, Evidence]:
        wanted = self.plan.any_word
        if wanted is None or self.request.view not in ("folders", "items") or not hits:
            return {}
        level: Literal["folder", "item"] = "folder" if self.request.view == "folders" else "item"
        return self.snapshot.evidence(wanted, [hit.own_key for hit in hits], level, most)

    def having(self, hits: Sequence[Hit]) -> dict[str, frozenset[Hashable]]:
        """Where a hit may lack some of the words: by word, the hits that have it, in one form or another."""
        found: dict[str, frozenset[Hashable]] = {}
        for word in self.plan.words if self.plan.loose else ():
            found[word.label] = found.get(word.label, frozenset()) | self.snapshot.matching(word, hits)
        return found

    def coverage(self, hits: Sequence[Hit]) -> Counter[Hashable]:
        """How many of the query's words each hit has."""
        return Counter(key for keys in self.having(hits).values() for key in keys)

    def rows(self, hits: Sequence[Hit], pinned: Sequence[Clause]) -> tuple[Row, ...]:
        plan, snapshot = self.plan, self.snapshot
        highlighter = Highlighter(plan.words)
        first = snapshot.matching(any_of(*pinned), hits) if pinned else frozenset[Hashable]()
        having = self.having(hits)
        found = snapshot.read(hits)
        pages = self.pages(hits, found)
        items = self.items([stored for stored, proof in zip(found, pages, strict=True) if not proof.best])
        rows = []
        for hit, stored, own in zip(hits, found, pages, strict=True):
            named = hit.own_key in first
            missing = () if named else tuple(word for word, keys in having.items() if hit.own_key not in keys)
            rows.append(make_row(hit, stored.record, own, items.get(stored.key, Proof()), highlighter, missing, named))
        return tuple(rows)

    def pages(self, hits: Sequence[Hit], found: Sequence[Stored]) -> list[Proof]:
        """For each hit the pages that match; a page has itself to show."""
        if self.request.view == "pages":
            return [Proof(0, [stored]) for stored in found]
        evidence = self.evidence(hits, PAGES_SHOWN)
        own = [evidence.get(hit.own_key, Evidence(0, ())) for hit in hits]
        return self.proofs([(one.total, one.hits[:PAGES_SHOWN]) for one in own])

    def items(self, folders: Sequence[Stored]) -> dict[str, Proof]:
        """For folders without such pages: the items in them whose descriptions match."""
        zones = {word: tuple(zone for zone in word.zones if zone != "text") for word in self.plan.words}
        described = [replace(word, zones=kept) for word, kept in zones.items() if kept]
        if self.request.view != "folders" or not described:
            return {}
        folders = [stored for stored in folders if stored.record["child_count"]]
        below = [Keyword("folder_id", (stored.record["id"],)) for stored in folders]
        clauses = [Combined((any_of(*described), one), must_not=(Keyword("unit_id", one.values),)) for one in below]
        questions = [Question(view="items", clause=clause, limit=ITEMS_SHOWN) for clause in clauses]
        answers = self.snapshot.ask_all(questions)
        proofs = self.proofs([(answer.total, answer.hits) for answer in answers])
        return {stored.key: proof for stored, proof in zip(folders, proofs, strict=True)}

    def proofs(self, groups: Sequence[tuple[int, Sequence[Hit]]]) -> list[Proof]:
        """Totals and their hits, whose documents are read all at once."""
        stored = iter(self.snapshot.read([hit for _, hits in groups for hit in hits]))
        return [Proof(total, list(islice(stored, len(hits)))) for total, hits in groups]

    def totals(self, clause: Clause | None, own: int) -> dict[View, int]:
        """How much the same request finds in each of the three views."""
        request = self.request
        others = [view for view in VIEWS[:3] if view != request.view]
        dated = chosen_dates.selection(request)
        asked = [Question(view=v, clause=clause, filters=request.filters, dated=dated, limit=0) for v in others]
        answers = self.snapshot.ask_all(asked)
        return {request.view: own} | {view: one.total for view, one in zip(others, answers, strict=True)}

    def series(self, clause: Clause | None) -> tuple[Row, ...]:
        """Fonds and series that match by themselves, for the first page of folders."""
        request = self.request
        narrowed = request.filters or chosen_dates.selection(request)
        if clause is None or request.view != "folders" or request.offset or narrowed:
            return ()
        hits = self.snapshot.ask(Question(view="series", clause=clause, limit=SERIES_SHOWN)).hits
        highlighter = Highlighter(self.plan.words)
        return tuple(
            make_row(hit, stored.record, Proof(), Proof(), highlighter, (), named=False)
            for hit, stored in zip(hits, self.snapshot.read(hits), strict=True)
        )
