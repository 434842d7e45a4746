"""How many of the words of a query are demanded: all of them, or as many as enough things have together."""

from dataclasses import replace

from discovery.answering import chosen_dates
from discovery.answering.results import Request
from discovery.engines.port import Answer, Question, Snapshot, View
from discovery.query.clauses import Clause, Combined, Fixed, Scoring, each_word, some_of
from discovery.query.plan import Plan
from mappings.fields import ZONES

FEW = 3
"""Words up to which one thing that has all of them is enough."""
ENOUGH = 10
"""Pages, or descriptions, that have so many of more words together."""
_DESCRIBED = frozenset(ZONES) - {"text"}


def relaxed(snapshot: Snapshot, plan: Plan, request: Request) -> Plan:
    """The plan with as many of its words demanded as one page has, or one description with what stands above it.

    Not as many as all that lies in one box, for a box of everything has every word. Two words are let go only where
    nothing at all has both.
    """
    count = len(plan.parts)
    if plan.match != "most" or count < 2:
        return plan
    parts = tuple(Fixed(part.clause, 1.0) for part in plan.parts)
    counted = Combined((some_of(parts, 1), plan.own or Combined()))
    asked = [_counting(request, request.view, counted, 1)]
    if count > 2:
        enough = 1 if count <= FEW else ENOUGH
        asked.append(_counting(request, "pages", counted, enough))
        asked.append(_counting(request, "items", each_word(counted, _described), enough))
    answers = zip(snapshot.ask_all(asked), asked, strict=True)
    most, *together = (_last(answer, question.limit) for answer, question in answers)
    least = min(most, max(1, *together)) if together else most
    return plan.demanding(least) if 0 < least < count else plan


def _counting(request: Request, view: View, counted: Clause, limit: int) -> Question:
    dated = chosen_dates.selection(request)
    return Question(view=view, clause=counted, filters=request.filters, dated=dated, limit=limit)


def _described(word: Scoring) -> Scoring:
    return replace(word, zones=tuple(zone for zone in word.zones if zone in _DESCRIBED))


def _last(answer: Answer, limit: int) -> int:
    """The words of the last hit asked for; 0 where there are not so many hits."""
    return round(answer.hits[-1].score) if len(answer.hits) == limit else 0
