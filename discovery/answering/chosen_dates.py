"""What a request says of dates → what an engine is asked."""

from datetime import date

from discovery.answering.results import Request
from discovery.engines.port import Buckets, Unit
from discovery.query.clauses import Clause, Combined, Dated, Keyword, leaves

CHOICES: dict[str, str] = {
    "certainly": "wholly in these dates",
    "stated": "stated without doubt",
    "own": "not inherited",
    "undated": "undated",
    "broad": "over more than ten years",
}
"""What can be asked of dates besides “from” and “to”, in the words of a page."""
STATES = ("undated", "broad")
"""Those that are a state of the hit: of several, any will do."""

MONTHS_UP_TO = 2
"""Years that a chart shows by month."""
DAYS_UP_TO = 62
"""Days that a chart shows one by one."""


def selection(request: Request) -> Clause | None:
    """The dates asked for as a clause."""
    wanted: list[Clause] = []
    if request.first or request.last:
        wanted.append(Dated(request.first, request.last, "certainly" if "certainly" in request.dates else "possibly"))
    wanted += [Keyword("dating", (choice,)) for choice in ("stated", "own") if choice in request.dates]
    states = tuple(choice for choice in STATES if choice in request.dates)
    wanted += [Keyword("dating", states)] if states else []
    return Combined(must=tuple(wanted)) if wanted else None


def are_asked(request: Request, clause: Clause | None) -> bool:
    """Whether days were asked for, beside the query or in it."""
    return bool(request.first or request.last) or any(isinstance(leaf, Dated) for leaf in leaves(clause))


def buckets(request: Request) -> Buckets:
    """What the hits are counted by: the nearer the two dates, the finer."""
    return Buckets(_unit(request.first, request.last), request.first, request.last)


def _unit(first: date | None, last: date | None) -> Unit:
    if first is None or last is None or last.year - first.year >= MONTHS_UP_TO:
        return "year"
    return "day" if (last - first).days < DAYS_UP_TO else "month"
