"""One search from request to results. The order it makes is the one that page, API, CSV and command line all show."""

import time
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from discovery.answering import chosen_dates
from discovery.answering.asking import in_two_stages, questions
from discovery.answering.budget import Budget
from discovery.answering.highlight import Highlighter
from discovery.answering.own_names import headings
from discovery.answering.pinned import Pins, pinned, unknown_choices, unknown_values
from discovery.answering.proving import PAGES_SHOWN, best_pages, prove
from discovery.answering.ranking import CONSIDERED, rerank
from discovery.answering.relaxing import relaxed
from discovery.answering.results import Request, Results, Row, Suggested, Understood
from discovery.answering.rows import NamedBy, Proof, make_row
from discovery.answering.summary import facet_values, histogram
from discovery.answering.understanding import suggested, understood
from discovery.dates import rules_of
from discovery.dictionaries.store import dictionaries, sources
from discovery.dictionaries.translating import Translator
from discovery.engines.port import VIEWS, About, Count, Engine, Evidence, Hit, Question, Snapshot, Stored
from discovery.knowledge import Knowledge, stop_words
from discovery.names.authority import AuthorityFile
from discovery.names.thesaurus import Thesaurus
from discovery.query.across import Across, across
from discovery.query.alternatives import ALL, Alternatives, left_out
from discovery.query.clauses import Clause, Keyword, any_of
from discovery.query.names import Names
from discovery.query.parser import parse
from discovery.query.plan import Plan
from discovery.query.planning import make_plan
from discovery.query.syntax import Notice
from discovery.query.tiers import within
from discovery.query.words import MOST_COMPLETIONS, forms
from mappings.fields import FIELD_ALIASES

MOST_ABOVE = 200
"""Fonds and series that a search is restricted to at once."""
_COUNTS: Mapping[Count, str] = {
    "facets": "counts by facet",
    "dates": "the histogram",
    "total": "totals of the other views",
}


def search(engine: Engine, request: Request) -> Results:
    """Answer a request."""
    started, budget = time.perf_counter(), Budget(request.seconds)
    about, snapshot, knowledge = engine.about(), engine.snapshot(), engine.knowledge()
    plan, pins = plan_for(request, about, snapshot, knowledge), pinned(snapshot, request, about)
    if not pins.clauses and len(plan.parts) > 2:
        plan = relaxed(snapshot, plan, request)
    run = _Run(request, about, snapshot, knowledge.thesaurus, plan, pins, budget)
    results = run.results(started)
    if results.total or len(plan.parts) != 2 or not budget.allows("what has one word of the two"):
        return results
    eased = replace(run, plan=relaxed(snapshot, plan, request))
    return eased.results(started) if eased.plan.loose else results


def highlighter(engine: Engine, request: Request) -> Highlighter:
    """What marks the words of a request in a text that is read, the same that a search would mark."""
    return Highlighter(plan_for(request, engine.about(), engine.snapshot(), engine.knowledge()).words)


def matching(engine: Engine, request: Request, hits: Sequence[Hit]) -> frozenset[Hashable]:
    """The `own_key`s of those hits that a request finds by its words."""
    snapshot = engine.snapshot()
    clause = relaxed(snapshot, plan_for(request, engine.about(), snapshot, engine.knowledge()), request).clause
    return snapshot.matching([clause], hits)[0] if clause else frozenset()


def plan_for(request: Request, about: About, snapshot: Snapshot, knowledge: Knowledge) -> Plan:
    """The plan of a request for an archive."""
    parsed = parse(request.text, frozenset(FIELD_ALIASES))
    without = left_out(request.without)

    def totals(clauses: Sequence[Clause]) -> list[int]:
        questions = [Question(view=request.view, clause=clause, limit=0) for clause in clauses]
        return [answer.total for answer in snapshot.ask_all(questions)]

    def complete(prefix: str) -> list[str]:
        return snapshot.completions(prefix, MOST_COMPLETIONS)

    def complete_all(prefixes: Sequence[str]) -> list[list[str]]:
        return snapshot.completions_all(prefixes, MOST_COMPLETIONS)

    def above(clause: Clause) -> list[str]:
        found = snapshot.ask(Question(view="series", clause=clause, limit=MOST_ABOVE)).hits
        return [stored.record["id"] for stored in snapshot.read(found)]

    alternatives = Alternatives(about.languages, snapshot.expansions_all, without, complete_all)
    known = AuthorityFile() if ALL in without else knowledge.authorities
    names = Names(known, totals, snapshot.expansions_all, without, stop_words(about.languages))
    names.headings = partial(headings, snapshot)
    other = _across(request, about, knowledge, forms(parsed.text)) if request.across else None
    dates_as = rules_of(about.collection)
    return make_plan(parsed, alternatives, request.match, complete, names, dates_as, other, above)


def _across(request: Request, about: About, knowledge: Knowledge, typed: Sequence[str]) -> Across:
    found = dictionaries(sources(about.collection.get("dictionaries", "system")))
    return across(Translator(found), knowledge.thesaurus, typed, about.languages, request.across)


@dataclass(frozen=True, slots=True)
class _Matched:
    """Which hits have each word, and which are named by their numbers."""

    words: Mapping[str, frozenset[Hashable]]
    named: frozenset[Hashable]
    by_place: bool
    person: frozenset[Hashable] | None = None
    """Hits that have the name that is all of the query; None where it is none."""
    broad: frozenset[Hashable] = frozenset()
    """Where days were asked for, hits whose dates say little."""

    def how(self, hit: Hit) -> NamedBy:
        """By which number the query names a hit."""
        if hit.own_key not in self.named:
            return ""
        return "place" if self.by_place else "reference"

    def missing(self, hit: Hit) -> tuple[str, ...]:
        """The words that a hit lacks; what is named outright lacks none."""
        if hit.own_key in self.named:
            return ()
        return tuple(word for word, having in self.words.items() if hit.own_key not in having)


@dataclass(frozen=True, slots=True)
class _Run:
    request: Request
    about: About
    snapshot: Snapshot
    thesaurus: Thesaurus
    plan: Plan
    pins: Pins
    budget: Budget

    def results(self, started: float) -> Results:
        request, plan, snapshot, pins = self.request, self.plan, self.snapshot, self.pins
        notices = (*plan.notices, *pins.notices, *unknown_values(snapshot, plan))
        sought = [clause for clause in (plan.clause, *pins.clauses) if clause]
        if request.text.strip() and not sought:
            return Results(request, 0, (), self.understood(), notices, suggestions=self.suggestions())
        asked = questions(request, plan, any_of(*sought) if sought else None, self.budget.until)
        answers = dict(zip(asked, snapshot.ask_all(list(asked.values())), strict=True))
        answer = answers[request.view]
        notices += (Notice(answer.partial),) if answer.partial else ()
        notices += tuple(unknown_choices(snapshot, request)) if not answer.total else ()
        matched = self.matched(answer.hits)
        notices += self.let_go(matched, answer.hits)
        hits, evidence = self.ordered(answer.hits, matched)
        highlighter = Highlighter(plan.words)
        rows = self.rows(hits, evidence, matched, highlighter)
        said = self.understood(pins.refs)
        lacking = {what for each in answers.values() for what in each.left_out}
        self.budget.lacks(*(name for what, name in _COUNTS.items() if what in lacking))
        return Results(
            request,
            answer.total,
            rows,
            said,
            (*notices, *self.budget.notice()),
            {} if "facets" in answer.left_out else facet_values(answer.facets, request),
            histogram(answer.dating, chosen_dates.buckets(request)),
            self.series(answers["series"].hits, highlighter) if "series" in answers else (),
            {view: answers[view].total for view in VIEWS[:3] if "total" not in answers[view].left_out},
            time.perf_counter() - started,
            self.suggestions(),
            not answer.partial and not self.budget.left_out,
        )

    def understood(self, refs: tuple[str, ...] = ()) -> Understood:
        view = self.request.view

        def count(forms: Sequence[str]) -> Sequence[int]:
            return self.snapshot.counts(forms, view) if self.budget.allows("how often each form occurs") else ()

        return understood(self.plan, count, refs, self.request)

    def suggestions(self) -> tuple[Suggested, ...]:
        text = self.request.text
        return suggested(self.thesaurus.suggest(text, self.about.languages), text)

    def matched(self, hits: Sequence[Hit]) -> _Matched:
        """Asked at once. Where a hit has to have all words, each has them."""
        pins, parts = self.pins, self.plan.parts if self.plan.loose else ()
        person = self.plan.person
        asked = [*([any_of(*pins.clauses)] if pins.clauses else []), *([person.anyhow] if person else [])]
        dated = chosen_dates.are_asked(self.request, self.plan.clause)
        asked += [Keyword("dating", ("broad",))] if dated else []
        asked += [part.clause for part in parts]
        found = iter(self.snapshot.matching(asked, hits))
        named = next(found) if pins.clauses else frozenset[Hashable]()
        whole = next(found) if person else None
        broad = next(found) if dated else frozenset[Hashable]()
        having = {part.label: keys for part, keys in zip(parts, found, strict=True)}
        return _Matched(having, named, pins.by_place, whole, broad)

    def other(self, hit: Hit, matched: _Matched) -> str:
        """The surname that a hit has, where it has not the name that was asked for."""
        person = self.plan.person
        if not person or matched.person is None or hit.own_key in matched.person | matched.named:
            return ""
        lacks = person.surname.casefold() in map(str.casefold, matched.missing(hit))
        return "" if lacks else person.surname

    def let_go(self, matched: _Matched, hits: Sequence[Hit]) -> tuple[Notice, ...]:
        """That not all words were demanded, and which of them nothing that was looked at has."""
        plan = self.plan
        if plan.match != "most" or not plan.loose or not hits:
            return ()
        never = [word for word, having in matched.words.items() if not having]
        few = f"Little has all of these words: what has {plan.least} of {len(plan.parts)} is shown"
        return (Notice(f"{few}, without: {', '.join(never)}." if never else f"{few}."),)

    def ordered(self, hits: Sequence[Hit], matched: _Matched) -> tuple[Sequence[Hit], Mapping[Hashable, Evidence]]:
        """The hits of this page of results in their final order, and their best pages."""
        request, plan = self.request, self.plan
        staged = in_two_stages(request, plan)
        head, tail = (hits[:CONSIDERED], hits[CONSIDERED:]) if staged else ((), hits)
        evidence = self.best_pages(head, most=20)
        hits = [*rerank(head, evidence, matched.broad), *(replace(hit, score=within(hit.score)) for hit in tail)]
        if matched.named and request.sort == "relevance":
            hits = sorted(hits, key=lambda hit: hit.own_key not in matched.named)
        shown = hits[request.offset : request.offset + request.limit] if staged else hits
        if len(shown) != len(head):  # where all hits are on show, what ordered them is what proves them
            evidence = self.best_pages(shown, PAGES_SHOWN)
        return shown, evidence

    def best_pages(self, hits: Sequence[Hit], most: int) -> Mapping[Hashable, Evidence]:
        view = self.request.view
        if not hits or view == "pages" or not self.budget.allows("pages that match, and the order by them"):
            return {}
        return best_pages(self.snapshot, self.plan, view, hits, most)

    def rows(
        self, hits: Sequence[Hit], evidence: Mapping[Hashable, Evidence], matched: _Matched, highlighter: Highlighter
    ) -> tuple[Row, ...]:
        proven = prove(self.snapshot, self.plan, self.request.view, hits, evidence, self.budget)

        def row(hit: Hit, own: Stored, pages: Proof, items: Proof) -> Row:
            missing, named, other = matched.missing(hit), matched.how(hit), self.other(hit, matched)
            return make_row(hit, own.record, pages, items, highlighter, missing, named, other)

        return tuple(row(hit, *proof) for hit, proof in zip(hits, proven, strict=True))

    def series(self, hits: Sequence[Hit], highlighter: Highlighter) -> tuple[Row, ...]:
        """Fonds and series that match by themselves."""
        return tuple(
            make_row(hit, stored.record, Proof(), Proof(), highlighter, (), "")
            for hit, stored in zip(hits, self.snapshot.read(hits), strict=True)
        )
