"""URL ⇄ request. What can't be understood is a fault beside the request, and the rest is searched."""

import calendar
import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol, TypeVar
from urllib.parse import urlencode

from discovery.dates import UncertainDate, parse_bound
from discovery.engines.port import VIEWS, Filter
from discovery.errors import UsageError
from discovery.query.plan import Match
from discovery.results import Request
from mappings.fields import FACETS
from webui.settings import Settings

MATCHES: tuple[Match, ...] = ("most", "all", "any")
PLAIN = ("q", "view", "match", "from", "to", "limit", "offset")
"""Parameters that are not facets."""
LONGEST_VALUE = 300
"""Code points of a facet value."""
DEFAULT = Request()
T = TypeVar("T", bound=str)


class Arguments(Protocol):
    """Query parameters, several values a name: what werkzeug's MultiDict offers."""

    def __iter__(self) -> Iterator[str]: ...
    def getlist(self, key: str) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came: the dates as typed, to show them again, and what was wrong with it."""

    request: Request
    typed: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[UsageError, ...] = ()


def read_request(arguments: Arguments, settings: Settings) -> Asked:
    """The request of a URL's parameters."""
    reader = _Reader(arguments, settings)
    reader.unknown()
    first, last = reader.dates()
    request = Request(
        text=reader.one("q"),
        view=reader.choice("view", VIEWS, DEFAULT.view),
        filters=reader.filters(),
        first=first,
        last=last,
        match=reader.choice("match", MATCHES, DEFAULT.match),
        limit=reader.number("limit", 1, settings.most_rows, DEFAULT.limit),
        offset=reader.number("offset", 0, settings.farthest, DEFAULT.offset),
    )
    typed = {name: reader.one(name) for name in ("from", "to")}
    return Asked(request, typed, tuple(reader.faults))


def all_faults(faults: Iterable[UsageError]) -> UsageError:
    """Several faults as one, for who wants all or nothing."""
    messages = [fault.message for fault in faults]
    hints = dict.fromkeys(fault.hint for fault in faults if fault.hint)
    return UsageError(" ".join(messages), " ".join(hints))


class _Reader:
    """Reads parameters one by one and collects what is wrong with them."""

    def __init__(self, arguments: Arguments, settings: Settings) -> None:
        self.arguments, self.settings = arguments, settings
        self.faults: list[UsageError] = []

    def fault(self, message: str, hint: str = "") -> None:
        self.faults.append(UsageError(message, hint))

    def one(self, name: str) -> str:
        """The first value of a parameter, "" where there is none."""
        return next((value.strip() for value in self.arguments.getlist(name)), "")

    def unknown(self) -> None:
        known = [*PLAIN, *FACETS, *(f"-{name}" for name in FACETS)]
        for name in self.arguments:
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join([*PLAIN, *FACETS])}."
                self.fault(f"There is no filter “{_short(name)}”: left out.", hint)

    def choice(self, name: str, choices: Iterable[T], default: T) -> T:
        value = self.one(name)
        for known in choices:
            if value == known:
                return known
        if value:
            self.fault(f"There is no {name} “{_short(value)}”: using “{default}”.", f"There are: {', '.join(choices)}.")
        return default

    def number(self, name: str, least: int, most: int, default: int) -> int:
        value = self.one(name)
        if not value:
            return default
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            self.fault(f"{name} “{_short(value)}” is not a whole number: using {default}.")
            return default
        if not least <= int(value) <= most:
            bounded = min(max(int(value), least), most)
            self.fault(f"{name} goes from {least} to {most:,}: using {bounded:,}.", "Filters and dates narrow a list.")
            return bounded
        return int(value)

    def filters(self) -> tuple[Filter, ...]:
        found = (Filter(name, self.values(name), self.values(f"-{name}")) for name in FACETS)
        return tuple(f for f in found if f.include or f.exclude)

    def values(self, name: str) -> tuple[str, ...]:
        values = dict.fromkeys(value for value in self.arguments.getlist(name) if value.strip())
        kept = [value for value in values if len(value) <= LONGEST_VALUE][: self.settings.most_values]
        if len(kept) < len(values):
            self.fault(f"Some values of “{name}” were left out: too long, or more than {self.settings.most_values}.")
        return tuple(kept)

    def dates(self) -> tuple[date | None, date | None]:
        """The first day of what stands in "from" and the last day of what stands in "to"."""
        low, high = self.date("from"), self.date("to")
        first, last = low and low.earliest, high and high.latest
        if first and last and first > last:
            self.fault("“From” is later than “to”: taken the other way round.")
            first, last = high and high.earliest, low and low.latest
        return first or None, last or None

    def date(self, name: str) -> UncertainDate | None:
        text = self.one(name)
        found = parse_bound(text[:LONGEST_VALUE]) if text else None
        if text and (found is None or (found.earliest if name == "from" else found.latest) is None):
            self.fault(f"“{_short(text)}” is not understood as a date: left out.", "Try 1932, 1932-05 or 14 May 1932.")
        return found


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + "…"


def parameters(request: Request) -> Iterator[tuple[str, str]]:
    """The URL parameters of a request, what is as usual left out; `read_request` undoes it."""
    plain: dict[str, tuple[str | int, str | int]] = {
        "q": (request.text, DEFAULT.text),
        "view": (request.view, DEFAULT.view),
        "match": (request.match, DEFAULT.match),
    }
    yield from ((name, str(value)) for name, (value, usual) in plain.items() if value != usual)
    for name in FACETS:
        chosen = request.filter(name)
        yield from ((name, value) for value in chosen.include)
        yield from ((f"-{name}", value) for value in chosen.exclude)
    yield from ((name, text) for name, text in zip(("from", "to"), bounds_text(request), strict=True) if text)
    if request.limit != DEFAULT.limit:
        yield "limit", str(request.limit)
    if request.offset:
        yield "offset", str(request.offset)


def url(request: Request, path: str = "/search") -> str:
    """The address of a request."""
    query = urlencode(list(parameters(request)))
    return f"{path}?{query}" if query else path


def bounds_text(request: Request) -> tuple[str, str]:
    """Both dates of a request, as short as they can be said and equally exact: years, months or days; "" if open."""
    first, last = request.first, request.last
    exact = max(
        _exactness(first, (1, 1), 1) if first else 0,
        _exactness(last, (12, 31), calendar.monthrange(last.year, last.month)[1]) if last else 0,
    )
    return first.isoformat()[:exact] if first else "", last.isoformat()[:exact] if last else ""


def _exactness(day: date, of_year: tuple[int, int], of_month: int) -> int:
    """How much of an ISO date is needed to say a day that begins (or ends) a year, a month or neither."""
    if (day.month, day.day) == of_year:
        return len("1932")
    return len("1932-05") if day.day == of_month else len("1932-05-14")


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
