"""What an engine is asked for a request: its own view, the totals of the others, series beside folders."""

from dataclasses import replace

from discovery.answering import chosen_dates
from discovery.answering.ranking import CONSIDERED
from discovery.answering.results import Request
from discovery.engines.port import VIEWS, Question, View
from discovery.query.clauses import Clause
from discovery.query.plan import Plan
from discovery.query.tiers import in_tiers
from mappings.fields import FACETS

SERIES_SHOWN = 3


def questions(request: Request, plan: Plan, clause: Clause | None, until: float) -> dict[View, Question]:
    """A question for each view that is asked; `until` as in `Question`."""
    asked = {view: _total(request, view, clause) for view in VIEWS[:3]}
    asked[request.view] = _own(request, plan, clause)
    if clause and request.view == "folders" and not request.offset and not _narrowed(request):
        asked["series"] = Question(view="series", clause=in_tiers(clause, "series", plan.across), limit=SERIES_SHOWN)
    return {view: replace(question, until=until) for view, question in asked.items()}


def in_two_stages(request: Request, plan: Plan) -> bool:
    """Whether the second stage orders the first CONSIDERED hits: then all of those are asked for."""
    return _ranked(request, plan) and request.view != "pages" and request.offset < CONSIDERED


def _own(request: Request, plan: Plan, clause: Clause | None) -> Question:
    staged = in_two_stages(request, plan)
    return Question(
        view=request.view,
        clause=in_tiers(clause, request.view, plan.across) if clause and _ranked(request, plan) else clause,
        filters=request.filters,
        dated=chosen_dates.selection(request),
        order=request.sort,
        limit=max(CONSIDERED, request.offset + request.limit) if staged else request.limit,
        offset=0 if staged else request.offset,
        facets=tuple(FACETS),
        buckets=chosen_dates.buckets(request),
    )


def _total(request: Request, view: View, clause: Clause | None) -> Question:
    """How much the same request finds in another view."""
    dated = chosen_dates.selection(request)
    return Question(view=view, clause=clause, filters=request.filters, dated=dated, limit=0)


def _ranked(request: Request, plan: Plan) -> bool:
    return request.sort == "relevance" and bool(plan.words)


def _narrowed(request: Request) -> bool:
    return bool(request.filters or chosen_dates.selection(request))
