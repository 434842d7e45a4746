"""What a search would find in other languages, told before anybody asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from discovery.answering.relaxing import relaxed
from discovery.answering.results import Request, Results
from discovery.answering.service import plan_for
from discovery.engines.port import Engine, Question
from discovery.query.across import EVERY, TRANSLATION
from discovery.query.alternatives import bare
from discovery.query.clauses import AnyForm, Clause, InOrder
from discovery.query.plan import Plan

MOST_SHOWN = 8
"""Words of other languages that the offer names."""


@dataclass(frozen=True, slots=True)
class Offer:
    """How many hits more there would be, and the words that bring them: each, its language, how many have it."""

    more: int
    words: tuple[tuple[str, str, int], ...]
    request: Request


def offer(engine: Engine, results: Results) -> Offer | None:
    """What the same search brings with the languages of the archive beside its own; None where it is nothing."""
    asked = results.request
    if asked.across or asked.offset or not asked.text.strip() or asked.view == "series":
        return None
    request = replace(asked, across=(EVERY,))
    about, snapshot, knowledge = engine.about(), engine.snapshot(), engine.knowledge()
    plan = plan_for(request, about, snapshot, knowledge)
    words = list(_translations(plan))
    if not words or plan.clause is None:
        return None
    if len(plan.parts) > 2:
        plan = relaxed(snapshot, plan, request)
    clauses = [plan.clause, *(clause for _, _, clause in words)]
    questions = [Question(view=request.view, clause=clause, filters=request.filters, limit=0) for clause in clauses]
    total, *counts = (answer.total for answer in snapshot.ask_all(questions))
    found = [(text, language, count) for (text, language, _), count in zip(words, counts, strict=True) if count]
    found.sort(key=lambda one: -one[2])
    return Offer(max(0, total - results.total), tuple(found[:MOST_SHOWN]), request) if found else None


def _translations(plan: Plan) -> Iterator[tuple[str, str, Clause]]:
    """Each translation in a plan by itself: its words, its language, the clause."""
    for word in plan.words:
        if isinstance(word, InOrder) and word.words[0][0].relation == TRANSLATION:
            yield " ".join(bare(part[0].term) for part in word.words), word.words[0][0].analysis, word
        elif isinstance(word, AnyForm):
            for one in word.alternatives:
                if one.relation == TRANSLATION:
                    yield bare(one.term), one.analysis, replace(word, alternatives=(one,))
