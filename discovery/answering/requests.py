"""Words from outside (a command line, a script) → a Request. Every fault at once, each with what would be right."""

import difflib
from collections.abc import Iterable
from datetime import date
from math import inf

from discovery.answering.chosen_dates import CHOICES
from discovery.answering.results import Request
from discovery.dates import Rules
from discovery.engines.port import Filter, Order, View
from discovery.errors import UsageError
from discovery.query.across import EVERY
from discovery.query.plan import Match
from discovery.records import NOT_STATED
from discovery.text.codes import language_code
from mappings.fields import FIELD_ALIASES, FILTERS

MOST_ROWS = 10_000
"""Rows of one request; a run file for evaluation seldom has more than 1,000 a query."""


def make_request(
    text: str = "",
    view: View = "folders",
    filters: Iterable[str] = (),
    first: str = "",
    last: str = "",
    match: Match = "most",
    limit: int = 20,
    offset: int = 0,
    dates: Iterable[str] = (),
    sort: Order = "relevance",
    without: Iterable[str] = (),
    across: Iterable[str] = (),
    dates_as: Rules | None = None,
    seconds: float = inf,
) -> Request:
    """A request from its parts as written; `dates_as` says how the archive reads dates. UsageError names all faults."""
    rules = dates_as or Rules()
    faults: list[str] = []
    request = Request(
        text=_whole(text),
        view=view,
        filters=parse_filters(filters, faults),
        first=bound(first, "from", faults, rules),
        last=bound(last, "to", faults, rules),
        match=match,
        dates=tuple(choice for choice in CHOICES if choice in set(dates)),
        sort=sort,
        without=tuple(dict.fromkeys(map(_whole, without))),
        across=languages_across(across, faults),
        limit=limit,
        offset=offset,
        seconds=seconds,
    )
    if not 0 <= limit <= MOST_ROWS:
        faults.append(f"limit is {limit}: it goes from 0 to {MOST_ROWS}")
    if not seconds > 0:
        faults.append(f"seconds is {seconds}: it is more than 0")
    if offset < 0:
        faults.append(f"offset is {offset}: it begins at 0")
    if request.first and request.last and request.first > request.last:
        faults.append(f"from ({first}) lies after to ({last})")
    if faults:
        raise UsageError("; ".join(faults) + ".")
    return request


def languages_across(said: Iterable[str], faults: list[str]) -> tuple[str, ...]:
    """Languages to translate into, by code or name; "all" is those of the archive."""
    found = {}
    for name in (part.strip() for one in said for part in one.split(",")):
        code = EVERY if name == EVERY else language_code(name)
        if code:
            found[code] = True
        elif name:
            faults.append(f"“{name}” is no language (a code as fr, a name, or {EVERY})")
    return tuple(found)


def _whole(text: str) -> str:
    """Text that can be stored and printed: bytes of the command line that were no UTF-8 become "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def parse_filters(written: Iterable[str], faults: list[str]) -> tuple[Filter, ...]:
    """`field=value` and `field!=value` → one filter a facet."""
    chosen: dict[str, tuple[list[str], list[str]]] = {}
    for text in written:
        name, sign, value = text.partition("=")
        name, excluded = name.removesuffix("!").strip(), name.endswith("!")
        name = name if name in FILTERS else FIELD_ALIASES.get(name, name)
        name = "name" if name == "names" else name
        if not sign or not value.strip():
            faults.append(f"the filter “{text}” is not FIELD=VALUE")
        elif name not in FILTERS:
            near = difflib.get_close_matches(name, FILTERS, n=1)
            meant = f" (did you mean {near[0]}?)" if near else ""
            faults.append(f"there is no filter “{name}”{meant}; filters are {', '.join(FILTERS)}")
        else:
            value = _whole(value.strip())
            code = language_code(value) if name == "language" and value != NOT_STATED else ""
            chosen.setdefault(name, ([], []))[excluded].append(code or value)
    return tuple(Filter(name, tuple(include), tuple(exclude)) for name, (include, exclude) in chosen.items())


def bound(written: str, side: str, faults: list[str], rules: Rules) -> date | None:
    """A from or to date: of "1932" the first day for `from`, the last for `to`; None for an empty one."""
    if not written.strip():
        return None
    found = rules.bound(written)
    if found is None:
        faults.append(f"“{written}” is not understood as a date (try 1932, 1932-05 or 12 May 1932)")
        return None
    return found.earliest if side == "from" else found.latest
