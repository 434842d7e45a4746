"""A request without hits: what else would find something, and how much of the archive has no text to find."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from discovery.answering.completing import nearest
from discovery.answering.results import Request
from discovery.answering.service import search
from discovery.engines.port import Engine, View
from discovery.text.tokens import tokenise
from webui.changes import unfiltered
from webui.listing import TABS, Link

MOST_LOOKED_UP = 8
"""Words of a query that finds nothing that others are looked for."""


class Suggestion(NamedTuple):
    """A change to a request, in words, how many it would find of which view, and its address."""

    label: str
    total: int
    view: View
    href: str


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
    if request.match == "all" and request.text.strip():
        yield "with any of the words", replace(request, match="any", offset=0)
    if any(sign in request.text for sign in '"“”„«»'):
        plain = "".join(" " if sign in '"“”„«»' else sign for sign in request.text)
        yield "without quotation marks", replace(request, text=plain.strip(), offset=0)
    for view in TABS:
        if view != request.view:
            yield f"among {view}", replace(request, view=view, offset=0)
    if narrowed and request.match == "all" and request.text.strip():
        yield "with any of the words, without filters and dates", replace(unfiltered(request), match="any")
