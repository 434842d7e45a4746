"""One change to a request, all else kept: what the links of a page of results do. They go back to the first row."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

from discovery.answering.chosen_dates import CHOICES, STATES
from discovery.answering.results import Request
from discovery.engines.port import Filter, Order
from mappings.fields import FILTERS


def choose(request: Request, facet: str, value: str) -> Request:
    """With one more value of a facet wanted."""
    old = request.filter(facet)
    return _with(request, Filter(facet, _add(old.include, value), _drop(old.exclude, value)))


def exclude(request: Request, facet: str, value: str) -> Request:
    """With one more value of a facet unwanted."""
    old = request.filter(facet)
    return _with(request, Filter(facet, _drop(old.include, value), _add(old.exclude, value)))


def release(request: Request, facet: str, value: str) -> Request:
    """With a value neither wanted nor unwanted."""
    old = request.filter(facet)
    return _with(request, Filter(facet, _drop(old.include, value), _drop(old.exclude, value)))


def unfiltered(request: Request) -> Request:
    """Without any facet or date."""
    return replace(request, filters=(), first=None, last=None, dates=(), offset=0)


def between(request: Request, first: date | None, last: date | None) -> Request:
    """With other dates; nothing undated lies between two."""
    kept = tuple(choice for choice in request.dates if choice not in STATES)
    return replace(request, first=first, last=last, dates=kept, offset=0)


def only(request: Request, state: str) -> Request:
    """Of the hits those that are undated, or broad."""
    if state == "undated":
        return replace(request, first=None, last=None, dates=(state,), offset=0)
    kept = [choice for choice in CHOICES if choice == state or (choice in request.dates and choice not in STATES)]
    return replace(request, dates=tuple(kept), offset=0)


def unchosen(request: Request, choice: str) -> Request:
    """Without a choice of dates."""
    return replace(request, dates=tuple(other for other in request.dates if other != choice), offset=0)


def typed_instead(request: Request, text: str) -> Request:
    """With another query; what single words were not looked for as belonged to the old one."""
    return replace(request, text=text, without=(), offset=0)


def in_languages(request: Request, across: tuple[str, ...]) -> Request:
    """With the words looked for in other languages too, or no longer."""
    return replace(request, across=across, offset=0)


def look_not(request: Request, said: str) -> Request:
    """Without one more relation or form in what words are looked for as."""
    return replace(request, without=_add(request.without, said), offset=0)


def look_again(request: Request, said: str) -> Request:
    """With a relation or form that was left out."""
    return replace(request, without=_drop(request.without, said), offset=0)


def sorted_by(request: Request, order: Order) -> Request:
    return replace(request, sort=order, offset=0)


def with_rows(request: Request, limit: int) -> Request:
    return replace(request, limit=limit, offset=0)


def zoomed_out(request: Request) -> Request | None:
    """With what lies around the dates: a month, a year, all; None where nothing does."""
    first, last = request.first, request.last
    if any(choice in STATES for choice in request.dates):
        return between(request, first, last)
    if first is None and last is None:
        return None
    return between(request, *(_around(first, last) if first and last else (None, None)))


def _around(first: date, last: date) -> tuple[date | None, date | None]:
    month = first.replace(day=1), first.replace(day=monthrange(first.year, first.month)[1])
    year = date(first.year, 1, 1), date(first.year, 12, 31)
    wider = (span for span in (month, year) if span[0] <= first and last <= span[1] and span != (first, last))
    return next(wider, (None, None))


def _add(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return values if value in values else (*values, value)


def _drop(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(v for v in values if v != value)


def _with(request: Request, selection: Filter) -> Request:
    """Its filters in their own order, empty ones left out: one selection has one URL."""
    filters = {f.field: f for f in request.filters} | {selection.field: selection}
    kept = tuple(
        filters[name] for name in FILTERS if name in filters and (filters[name].include or filters[name].exclude)
    )
    return replace(request, filters=kept, offset=0)
