"""What an engine keeps of a date, and what its filters ask for.

A part is kept as its first day and as the prefixes of yyyymmdd that make it up: "1932" is a year, "193205" a month,
"193" a decade. A day lies in the part if one of the day's own prefixes is among them; so a part touches two days and
all between if it begins there, or if the first of them lies in it. That is exact for lists, costs a year one term and
a query nine, and any engine can do it.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from discovery.dates.model import Certainty, Span, UncertainDate, day_number

OPEN = 99991231
"""The number of the last day there is."""
PREFIXES = (1, 2, 3, 4, 6, 8)
"""Lengths of what a part is made of: millennium, century, decade, year, month, day."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The keywords and numbers of one date, by the names of `mappings.fields`."""

    keywords: Mapping[str, Sequence[str]]
    numbers: Mapping[str, Sequence[int]]


def columns(date: UncertainDate | None) -> Columns:
    """Everything that is kept of a date; of what is undated only that."""
    if date is None:
        return Columns({"dating": ["undated"], "span": []}, {})
    earliest, latest = date.day_numbers()
    numbers = {
        "earliest": [earliest],
        "latest": [latest],
        "begins": sorted({first_number(first) for first, _ in date.parts}),
        "year_certain": date.certain_years(),
        "year_possible": date.possible_years(),
        "month_certain": date.certain_months(),
        "month_possible": date.possible_months(),
        "day_certain": date.certain_days(),
    }
    span = sorted({prefix for part in date.parts for prefix in cover(part)})
    return Columns({"dating": _states(date), "span": span}, numbers)


def _states(date: UncertainDate) -> list[str]:
    found = ["broad" if date.is_broad else "dated"]
    found += ["stated"] if date.certainty is Certainty.STATED else []
    return found + (["own"] if date.source == "own" else [])


def first_number(day: date) -> int:
    """A first day as yyyymmdd; 0 for an open beginning."""
    return 0 if day == date.min else day_number(day)


def prefixes(day: date) -> list[str]:
    """Everything that a part which holds the day can be made of: 1, 19, 193, 1932, 193205, 19320514."""
    digits = f"{day_number(day):08d}"
    return [digits[:length] for length in PREFIXES]


@lru_cache(maxsize=65536)
def cover(part: Span) -> tuple[str, ...]:
    """The fewest prefixes that make up all days of a part and no others."""
    low, high = part
    return tuple(_cover(_rounded_down(low), _rounded_up(high), ""))


def _cover(low: int, high: int, prefix: str) -> Iterator[str]:
    for below in _parts_of(prefix):
        first, last = int(below.ljust(8, "0")), int(below.ljust(8, "9"))
        if low <= first and last <= high:
            yield below
        elif low <= last and first <= high:
            yield from _cover(low, high, below)


def _parts_of(prefix: str) -> list[str]:
    match len(prefix):
        case 4:
            return [f"{prefix}{month:02d}" for month in range(1, 13)]
        case 6:
            days = monthrange(max(int(prefix[:4]), 1), int(prefix[4:]))[1]
            return [f"{prefix}{day:02d}" for day in range(1, days + 1)]
        case _:
            return [f"{prefix}{digit}" for digit in range(10)]


def _rounded_down(day: date) -> int:
    """The number at which a month begins for its first day, a year for that of January."""
    if day == date.min:
        return 0
    number = day_number(day)
    return number - 101 if (day.month, day.day) == (1, 1) else number - 1 if day.day == 1 else number


def _rounded_up(day: date) -> int:
    """The number at which a month ends for its last day, a year for that of December."""
    if (day.month, day.day) == (12, 31):
        return day.year * 10000 + 9999
    return day.year * 10000 + day.month * 100 + (99 if _next(day).day == 1 else day.day)


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
