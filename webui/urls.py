"""URL ⇄ request. What can't be understood is a fault beside the request, and the rest is searched."""

import calendar
import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol, TypeVar
from urllib.parse import urlencode

from discovery.answering.chosen_dates import CHOICES
from discovery.answering.requests import languages_across
from discovery.answering.results import Request
from discovery.dates import Rules, UncertainDate
from discovery.engines.port import ORDERS, VIEWS, Filter
from discovery.errors import UsageError
from discovery.query.plan import MATCHES
from mappings.fields import FILTERS
from webui.settings import Settings

PLAIN = ("q", "view", "match", "from", "to", "dates", "sort", "without", "across", "limit", "offset")
"""Parameters that are not filters."""
LISTED = "i"
"""What carries a reading list along; it is no part of a request."""
LONGEST_VALUE = 300
"""Code points of a filter's value."""
DEFAULT = Request()
T = TypeVar("T", bound=str)


class Arguments(Protocol):
    """Query parameters, several values a name: what werkzeug's MultiDict offers."""

    def __iter__(self) -> Iterator[str]: ...
    def getlist(self, key: str) -> list[str]: ...


class Fault(NamedTuple):
    """What is wrong with a parameter, what a page does about it, and how to say it right."""

    message: str
    done: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came: the dates as typed, to show them again, and what was wrong with it."""

    request: Request
    typed: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read_request(arguments: Arguments, settings: Settings, dates_as: Rules | None = None) -> Asked:
    """The request of a URL's parameters; `dates_as` says how the archive reads dates."""
    reader = _Reader(arguments, settings, dates_as or Rules())
    reader.unknown()
    first, last = reader.dates()
    request = Request(
        text=reader.one("q"),
        view=reader.choice("view", VIEWS, DEFAULT.view),
        filters=reader.filters(),
        first=first,
        last=last,
        match=reader.choice("match", MATCHES, DEFAULT.match),
        dates=reader.choices("dates", CHOICES),
        sort=reader.choice("sort", ORDERS, DEFAULT.sort),
        without=reader.values("without"),
        across=reader.languages("across"),
        limit=reader.number("limit", 1, settings.most_rows, DEFAULT.limit),
        offset=reader.number("offset", 0, settings.farthest, DEFAULT.offset),
        seconds=settings.seconds,
    )
    typed = {name: reader.one(name) for name in ("from", "to")}
    return Asked(request, typed, tuple(reader.faults))


def all_faults(faults: Iterable[Fault]) -> UsageError:
    """Several faults as one, for who wants all or nothing."""
    messages = [fault.message for fault in faults]
    hints = dict.fromkeys(fault.hint for fault in faults if fault.hint)
    return UsageError(" ".join(messages), " ".join(hints))


class _Reader:
    """Reads parameters one by one and collects what is wrong with them."""

    def __init__(self, arguments: Arguments, settings: Settings, rules: Rules) -> None:
        self.arguments, self.settings, self.rules = arguments, settings, rules
        self.faults: list[Fault] = []

    def fault(self, message: str, done: str, hint: str = "") -> None:
        self.faults.append(Fault(message, done, hint))

    def one(self, name: str) -> str:
        """The first value of a parameter, "" where there is none."""
        return next((value.strip() for value in self.arguments.getlist(name)), "")

    def unknown(self) -> None:
        known = [*PLAIN, *FILTERS, *(f"-{name}" for name in FILTERS)]
        for name in self.arguments:
            if name not in known and name != LISTED:
                near = difflib.get_close_matches(name, known, 1)
                hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join([*PLAIN, *FILTERS])}."
                self.fault(f"There is no filter “{_short(name)}”.", "It is left out.", hint)

    def choice(self, name: str, choices: Iterable[T], default: T) -> T:
        value = self.one(name)
        for known in choices:
            if value == known:
                return known
        if value:
            known_ones = f"There are: {', '.join(choices)}."
            self.fault(f"There is no {name} “{_short(value)}”.", f"“{default}” is taken instead.", known_ones)
        return default

    def choices(self, name: str, choices: Iterable[str]) -> tuple[str, ...]:
        """Several of them, in their own order."""
        values = {value.strip() for value in self.arguments.getlist(name)} - {""}
        known = tuple(choice for choice in choices if choice in values)
        for value in sorted(values - set(known)):
            there = f"There are: {', '.join(choices)}."
            self.fault(f"There is no {name} “{_short(value)}”.", "It is left out.", there)
        return known

    def number(self, name: str, least: int, most: int, default: int) -> int:
        value = self.one(name)
        if not value:
            return default
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            self.fault(f"{name} “{_short(value)}” is not a whole number.", f"{default} is taken instead.")
            return default
        if not least <= int(value) <= most:
            bounded = min(max(int(value), least), most)
            hint = "Filters and dates narrow a list."
            self.fault(f"{name} goes from {least} to {most:,}.", f"{bounded:,} is taken instead.", hint)
            return bounded
        return int(value)

    def filters(self) -> tuple[Filter, ...]:
        found = (Filter(name, self.values(name), self.values(f"-{name}")) for name in FILTERS)
        return tuple(f for f in found if f.include or f.exclude)

    def values(self, name: str) -> tuple[str, ...]:
        values = dict.fromkeys(value for value in self.arguments.getlist(name) if value.strip())
        kept = [value for value in values if len(value) <= LONGEST_VALUE][: self.settings.most_values]
        if len(kept) < len(values):
            most = self.settings.most_values
            self.fault(f"Values of “{name}” are too long, or more than {most}.", "Some are left out.")
        return tuple(kept)

    def languages(self, name: str) -> tuple[str, ...]:
        faults: list[str] = []
        found = languages_across(self.values(name), faults)
        for fault in faults:
            self.fault(f"{name}: {fault}.", "It is left out.")
        return found

    def dates(self) -> tuple[date | None, date | None]:
        """The first day of what stands in "from" and the last day of what stands in "to"."""
        low, high = self.date("from"), self.date("to")
        first, last = low and low.earliest, high and high.latest
        if first and last and first > last:
            self.fault("“From” is later than “to”.", "They are taken the other way round.")
            first, last = high and high.earliest, low and low.latest
        return first or None, last or None

    def date(self, name: str) -> UncertainDate | None:
        text = self.one(name)
        found = self.rules.bound(text[:LONGEST_VALUE]) if text else None
        if text and (found is None or (found.earliest if name == "from" else found.latest) is None):
            hint = "Try 1932, 1932-05 or 14 May 1932."
            self.fault(f"“{_short(text)}” is not understood as a date.", "It is left out.", hint)
        return found


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + "…"


def parameters(request: Request) -> Iterator[tuple[str, str]]:
    """The URL parameters of a request, what is as usual left out; `read_request` undoes it."""
    plain: dict[str, tuple[str | int, str | int]] = {
        "q": (request.text, DEFAULT.text),
        "view": (request.view, DEFAULT.view),
        "match": (request.match, DEFAULT.match),
        "sort": (request.sort, DEFAULT.sort),
    }
    yield from ((name, str(value)) for name, (value, usual) in plain.items() if value != usual)
    for name in FILTERS:
        chosen = request.filter(name)
        yield from ((name, value) for value in chosen.include)
        yield from ((f"-{name}", value) for value in chosen.exclude)
    yield from ((name, text) for name, text in zip(("from", "to"), bounds_text(request), strict=True) if text)
    yield from (("dates", choice) for choice in request.dates)
    yield from (("without", said) for said in request.without)
    yield from (("across", code) for code in request.across)
    if request.limit != DEFAULT.limit:
        yield "limit", str(request.limit)
    if request.offset:
        yield "offset", str(request.offset)


def url(request: Request, path: str = "/search", listed: Sequence[str] = ()) -> str:
    """The address of a request, with the reading list that goes along."""
    query = urlencode([*parameters(request), *((LISTED, key) for key in listed)])
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
