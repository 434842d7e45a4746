"""Results → what the page of results prints beside the rows: facets, chips, tabs, the pager."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from discovery.answering import archive
from discovery.answering.chosen_dates import CHOICES
from discovery.answering.results import Request, Results, Value
from discovery.answering.summary import MOST_SHOWN, value_label
from discovery.engines.port import ORDERS, Engine, View
from discovery.records import NOT_STATED
from mappings.fields import FACETS
from webui.changes import between, choose, exclude, release, sorted_by, unchosen, with_rows
from webui.settings import Settings
from webui.urls import bounds_text

ORDER_NAMES = {
    "relevance": "best first",
    "earliest": "earliest first",
    "latest": "latest first",
    "place": "as in the inventory",
    "shelf": "by box and folder",
}
Link = Callable[[Request], str]
"""Makes the address of a request."""

TABS: tuple[View, ...] = ("folders", "items", "pages")
FEW = 8
"""Values of a facet that are shown before "more"."""
SIZES = (20, 50, 100)
"""Rows of a page of results that are offered."""
SAME_FOR_PAGES = ("level", "digitised")
"""Facets that have one value for all pages."""
SAID_BY_ROWS = ("collection", "holder", "creator", "subject", "location")
"""Facets whose value, where all hits share it, every row says, or the fonds that all lie in."""
NEAR = 3
"""Pages on either side of the current one in the pager."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A facet value with the links that take it in or leave it out, or undo that."""

    value: Value
    toggle: str
    exclude: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet as the page shows it: the first values, and the rest behind "more"; `most` where there may be others."""

    name: str
    heading: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]
    most: int | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link with its words. `current` marks where the reader is; without `href` it can't be followed."""

    label: str
    href: str = ""
    current: bool = False
    excluded: bool = False
    count: int | None = None


def facets(results: Results, link: Link) -> list[Facet]:
    """All facets that have something to choose: one value that all hits share is nothing."""
    found = []
    for name, values in results.facets.items():
        choices = tuple(_choice(results.request, name, value, link) for value in values)
        if len(choices) > 1 or any(choice.value.state for choice in choices):
            shown = [c for number, c in enumerate(choices) if number < FEW or c.value.state]
            rest = tuple(choice for choice in choices if choice not in shown)
            found.append(
                Facet(name, FACETS[name], tuple(shown), rest, MOST_SHOWN if len(choices) >= MOST_SHOWN else None)
            )
    return found


def shared(results: Results) -> list[str]:
    """The values of facets in which all hits are alike, so that there is nothing to choose."""
    if results.total < 2:
        return []
    alike = {n: values[0] for n, values in results.facets.items() if len(values) == 1 and n not in SAID_BY_ROWS}
    if results.request.view == "pages":
        alike = {name: value for name, value in alike.items() if name not in SAME_FOR_PAGES}
    return [value.label for value in alike.values() if not value.state and value.value != NOT_STATED]


def _choice(request: Request, name: str, value: Value, link: Link) -> Choice:
    undone = link(release(request, name, value.value))
    return Choice(
        value,
        undone if value.state else link(choose(request, name, value.value)),
        undone if value.state == "excluded" else link(exclude(request, name, value.value)),
    )


def chips(engine: Engine, request: Request, link: Link) -> list[Anchor]:
    """What narrows the list now; each chip's link removes it."""
    found = []
    for chosen in request.filters:
        for value in (*chosen.include, *chosen.exclude):
            href = link(release(request, chosen.field, value))
            found.append(Anchor(_said(engine, chosen.field, value), href, excluded=value in chosen.exclude))
    first, last = bounds_text(request)
    if first:
        found.append(Anchor(f"from {first}", link(between(request, None, request.last))))
    if last:
        found.append(Anchor(f"to {last}", link(between(request, request.first, None))))
    for choice in request.dates:
        found.append(Anchor(CHOICES[choice], link(unchosen(request, choice))))
    return found


def _said(engine: Engine, name: str, value: str) -> str:
    if name == "within":
        return f"in: {archive.title(engine, value)}"
    return f"{FACETS[name]}: {value_label(name, value)}"


def inside(request: Request, link: Link, folder: Mapping[str, Any]) -> str:
    """The address of what is found among the items of a folder."""
    return link(choose(replace(request, view="items"), "within", folder["id"]))


def orders(request: Request, link: Link) -> list[Anchor]:
    """The orders that a list can have; without words there is nothing to be relevant for."""
    by_words = bool(request.text.strip())
    known = [order for order in ORDERS if by_words or order != "relevance"]
    current = request.sort if by_words or request.sort != "relevance" else "place"
    return [Anchor(ORDER_NAMES[order], link(sorted_by(request, order)), current=order == current) for order in known]


def tabs(results: Results, link: Link) -> list[Anchor]:
    """The views with their counts, the current one marked; series only while they are looked at."""
    request = results.request
    views = TABS if request.view in TABS else (*TABS, request.view)
    return [
        Anchor(
            view.title(),
            link(replace(request, view=view, offset=0)),
            current=view == request.view,
            count=results.totals.get(view, results.total if view == request.view else None),
        )
        for view in views
    ]


def sizes(results: Results, link: Link) -> list[Anchor]:
    """How many rows a page of results can have; none where the least are enough."""
    if results.total <= SIZES[0]:
        return []
    return [
        Anchor(str(size), link(with_rows(results.request, size)), current=size == results.request.limit)
        for size in SIZES
    ]


def pager(results: Results, link: Link, settings: Settings) -> list[Anchor]:
    """Links to the pages of a list around the current one; none where one page holds all."""
    request = results.request
    reachable = min(results.total, settings.farthest + request.limit)
    last = max(0, (reachable - 1) // request.limit)
    if not last:
        return []
    at = request.offset // request.limit
    numbers = sorted({0, *range(max(0, at - NEAR), min(last, at + NEAR) + 1), last})
    found = [_page(request, at - 1, "Previous", link)] if at else []
    for before, number in zip([-1, *numbers], numbers, strict=False):
        if number - before > 1:
            found.append(Anchor("…"))
        found.append(replace(_page(request, number, str(number + 1), link), current=number == at))
    return found + ([_page(request, at + 1, "Next", link)] if at < last else [])


def _page(request: Request, number: int, label: str, link: Link) -> Anchor:
    return Anchor(label, link(replace(request, offset=number * request.limit)))
