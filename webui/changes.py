"""One change to a request, all else kept: what the links of a page of results do. They go back to the first row."""

from dataclasses import replace
from datetime import date

from discovery.engines.port import Filter
from discovery.results import Request
from mappings.fields import FACETS


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
    return replace(request, filters=(), first=None, last=None, offset=0)


def between(request: Request, first: date | None, last: date | None) -> Request:
    """With other dates."""
    return replace(request, first=first, last=last, offset=0)


def _add(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return values if value in values else (*values, value)


def _drop(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(v for v in values if v != value)


def _with(request: Request, selection: Filter) -> Request:
    """Its filters in the order of the facets, empty ones left out: one selection has one URL."""
    filters = {f.field: f for f in request.filters} | {selection.field: selection}
    kept = tuple(
        filters[name] for name in FACETS if name in filters and (filters[name].include or filters[name].exclude)
    )
    return replace(request, filters=kept, offset=0)
