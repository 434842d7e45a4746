"""Results → what the page of results prints beside the rows: facets, chips, tabs, the pager, what else would find."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from discovery.chosen_dates import CHOICES
from discovery.completing import nearest
from discovery.engines.port import ORDERS, Engine, View
from discovery.results import Request, Results, Value
from discovery.service import search
from discovery.summary import value_label
from discovery.text.tokens import tokenise
from mappings.fields import FACETS
from webui.changes import between, choose, exclude, release, sorted_by, unchosen, unfiltered
from webui.settings import Settings
from webui.urls import bounds_text

ORDER_NAMES = {
    "relevance": "best first",
    "earliest": "earliest first",
    "latest": "latest first",
    "place": "as in the inventory",
}
Link = Callable[[Request], str]
"""Makes the address of a request."""

TABS: tuple[View, ...] = ("folders", "items", "pages")
FEW = 8
"""Values of a facet that are shown before "more"."""
MOST_LOOKED_UP = 8
"""Words of a query that finds nothing that others are looked for."""
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
    """A facet as the page shows it: the first values, and the rest behind "more"."""

    name: str
    heading: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link with its words. `current` marks where the reader is; without `href` it can't be followed."""

    label: str
    href: str = ""
    current: bool = False
    excluded: bool = False
    count: int | None = None


class Suggestion(NamedTuple):
    """A change to a request, in words, how many it would find of which view, and its address."""

    label: str
    total: int
    view: View
    href: str


def facets(results: Results, link: Link) -> list[Facet]:
    """All facets that have something to choose: one value that all hits share is nothing."""
    found = []
    for name, values in results.facets.items():
        choices = tuple(_choice(results.request, name, value, link) for value in values)
        if len(choices) > 1 or any(choice.value.state for choice in choices):
            shown = [c for number, c in enumerate(choices) if number < FEW or c.value.state]
            rest = tuple(choice for choice in choices if choice not in shown)
            found.append(Facet(name, FACETS[name], tuple(shown), rest))
    return found


def _choice(request: Request, name: str, value: Value, link: Link) -> Choice:
    undone = link(release(request, name, value.value))
    return Choice(
        value,
        undone if value.state else link(choose(request, name, value.value)),
        undone if value.state == "excluded" else link(exclude(request, name, value.value)),
    )


def chips(request: Request, link: Link) -> list[Anchor]:
    """What narrows the list now; each chip's link removes it."""
    found = []
    for name, heading in FACETS.items():
        chosen = request.filter(name)
        for value in (*chosen.include, *chosen.exclude):
            label = f"{heading}: {value_label(name, value)}"
            href = link(release(request, name, value))
            found.append(Anchor(label, href, excluded=value in chosen.exclude))
    first, last = bounds_text(request)
    if first:
        found.append(Anchor(f"from {first}", link(between(request, None, request.last))))
    if last:
        found.append(Anchor(f"to {last}", link(between(request, request.first, None))))
    for choice in request.dates:
        found.append(Anchor(CHOICES[choice], link(unchosen(request, choice))))
    return found


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
            count=results.totals.get(view, results.total),
        )
        for view in views
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


def suggestions(engine: Engine, request: Request, link: Link) -> list[Suggestion]:
    """Changes to a request without hits that would find something."""
    found = []
    for label, other in (*_other_words(engine, request), *_changes(request)):
        total = search(engine, replace(other, limit=1, offset=0)).total
        if total:
            found.append(Suggestion(label, total, other.view, link(other)))
    return found


def _other_words(engine: Engine, request: Request) -> Iterator[tuple[str, Request]]:
    """For each word that the archive lacks, those it has that are written nearly so."""
    snapshot = engine.snapshot()
    words = {token.form: request.text[token.start : token.end] for token in tokenise(request.text)}
    counts = snapshot.counts(list(words)[:MOST_LOOKED_UP], "folders") if words else []
    for (form, typed), count in zip(words.items(), counts, strict=False):
        for near in () if count else nearest(snapshot, form):
            text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", near, request.text)
            yield f"for “{near}” instead of “{typed}”", replace(request, text=text, offset=0)


def untranscribed(engine: Engine) -> tuple[int, int]:
    """Folders without searchable text, and all."""
    everything = search(engine, Request(limit=0))
    return sum(v.count for v in everything.facets.get("digitised", ()) if v.value != "yes"), everything.total


def _changes(request: Request) -> Iterator[tuple[str, Request]]:
    narrowed = bool(request.filters or request.first or request.last or request.dates)
    if narrowed:
        yield "without filters and dates", unfiltered(request)
    if request.match != "any" and request.text.strip():
        yield "with any of the words", replace(request, match="any", offset=0)
    if any(sign in request.text for sign in '"“”„«»'):
        plain = "".join(" " if sign in '"“”„«»' else sign for sign in request.text)
        yield "without quotation marks", replace(request, text=plain.strip(), offset=0)
    for view in TABS:
        if view != request.view:
            yield f"among {view}", replace(request, view=view, offset=0)
    if narrowed and request.match != "any" and request.text.strip():
        yield "with any of the words, without filters and dates", replace(unfiltered(request), match="any")
