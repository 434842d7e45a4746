"""A point of a statement: a day, month, season, year, decade or century, as far as it is said; and its days."""

from calendar import monthrange
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from discovery.dates.model import Span
from discovery.dates.phrases.roles import Role

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Four digits outside of these are no year in a phrase."""

CIRCA_YEARS = {"year": 2, "decade": 2, "century": 10}
CIRCA_MONTHS = {"month": 1, "season": 1}
CIRCA_DAYS = 7
"""How far "circa" widens each end, by the unit named. A rule of ours, stated in docs/dates.md."""


class Joiner(IntEnum):
    """What stands between a point and the one before it, the strongest winning."""

    ADJACENT = 0
    COMMA = 1
    PAREN = 2
    BREAK = 3
    AND = 4
    SLASH = 5
    OR = 6
    RANGE = 7


TWO_ENDS = frozenset({Joiner.RANGE, Joiner.SLASH})
"""What makes one span of the points on its two sides."""


class Point(NamedTuple):
    """As far as it is said: 0 is "not said". A decade or century is its first `year` and how many `years` it has."""

    year: int = 0
    month: int = 0
    day: int = 0
    season: int = 0
    years: int = 1
    days: int = 0  # of the Republican calendar: so many from this day on
    lone: int = 0  # a bare number: a day, a shortened year, or nothing
    roman: int = 0
    ordinal: bool = False  # "20e": the number was written as one
    part: int = 0
    of: int = 0
    joiner: Joiner = Joiner.ADJACENT
    bound: Role | None = None
    circa: bool = False
    doubt: bool = False
    prefixed: bool = False  # a qualifier stands before it: it is no part of the date before
    bulk: bool = False
    year_first: bool = False
    month_first: bool = False
    short: bool = False  # a decade without its century: "30er Jahre"
    style: Role | None = None
    ambiguous: bool = False
    assumed: bool = False  # its year was written with two digits: the century is a rule's
    borrowed: bool = False  # its year was found in a neighbour
    both_styles: bool = False  # "1/14 February 1918": this is the second of the two, the day as we count
    digits: bool = False  # a century written "18--": 1800–1899; the nineteenth century is 1801–1900
    second_year: int = 0  # winter 1931/32

    @property
    def unit(self) -> str:
        if self.days > 1:
            return "month" if self.days <= 30 else "year"
        if self.day:
            return "day"
        if self.month:
            return "month"
        if self.season:
            return "season"
        if self.years == 1:
            return "year"
        return "decade" if self.years == 10 else "century"


UNITS = ("day", "month", "season", "year", "decade", "century")
"""Finest first."""


def whole(point: Point) -> Span:
    """First and last day, parts of a unit ("early", "2nd half") heeded. ValueError if there is no such day."""
    if point.day:
        day = date(point.year, point.month, point.day)
        return day, day + timedelta(max(point.days - 1, 0))
    if point.month:
        return _month_part(point)
    if point.season:
        return _season(point)
    return _years_part(point)


def widened(span: Span, unit: str) -> Span:
    """What "circa" makes of it."""
    first, last = span
    if unit == "day":
        return first - timedelta(CIRCA_DAYS), last + timedelta(CIRCA_DAYS)
    months = CIRCA_MONTHS.get(unit) or CIRCA_YEARS[unit] * 12
    return _shifted(first, -months), _shifted(last, months)


def _month_part(point: Point) -> Span:
    last = monthrange(point.year, point.month)[1]
    if not point.of:
        return date(point.year, point.month, 1), date(point.year, point.month, last)
    # thirds of a month are 1–10, 11–20, 21–end by custom
    length = {3: 10, 2: 15}.get(point.of, 8)
    end = last if point.part == point.of else point.part * length
    return date(point.year, point.month, (point.part - 1) * length + 1), date(point.year, point.month, end)


def _season(point: Point) -> Span:
    start = point.season * 3  # March, June, September, December
    months = [start, start + 1, start + 2]
    if point.season == 4 and not point.second_year and not point.of:
        # "winter 1931" is said of the winter that begins in 1931 and of the one that ends in it
        months = list(range(1, 15))
    if point.of:
        months = months[_low(point, 3) : _high(point, 3)]
    return _months(point.year, months[0], months[-1])


def _years_part(point: Point) -> Span:
    if point.years == 1 and point.of:
        return _months(point.year, 1 + _low(point, 12), _high(point, 12))
    first = point.year + (1 if point.years == 100 and not point.digits else 0)
    return date(first + _low(point, point.years), 1, 1), date(first + _high(point, point.years) - 1, 12, 31)


def _low(point: Point, size: int) -> int:
    """Units of `size` before the part, rounded outwards; 0 for the whole."""
    return (point.part - 1) * size // point.of if point.of else 0


def _high(point: Point, size: int) -> int:
    return -(-point.part * size // point.of) if point.of else size


def _months(year: int, first: int, last: int) -> Span:
    """Months may run on into the next year: 13 is its January."""
    over, month = divmod(last - 1, 12)
    first_over, first_month = divmod(first - 1, 12)
    return date(year + first_over, first_month + 1, 1), _end_of_month(year + over, month + 1)


def _shifted(day: date, months: int) -> date:
    """The same day so many months on; the last of a month stays the last."""
    years, month = divmod(day.month - 1 + months, 12)
    end = _end_of_month(day.year + years, month + 1)
    return end if day == _end_of_month(day.year, day.month) else end.replace(day=min(day.day, end.day))


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
