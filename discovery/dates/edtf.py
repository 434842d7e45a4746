"""EDTF, levels 0 and 1 (Library of Congress specification, 2019; ISO 8601-2): points out of it and into it."""

import re
from datetime import date, timedelta

from discovery.dates.grammar import Clause
from discovery.dates.points import Joiner, Point, whole
from discovery.dates.roles import LOWER, UPPER, Role

_POINT = re.compile(r"(?:(\d\d)(\d|X)(\d|X))(?:-(\d\d|XX|\d(?=-))(?:-(\d{1,2}|XX))?)?([?~%]?)(?:T[\d:.+Z-]+)?")
_WRITTEN = re.compile(r"[-\dXTZ/.,:?~%+\s]*")
_OPEN = frozenset({"", ".."})
_BEYOND = frozenset({Role.AFTER, Role.BEFORE})
_DAY = timedelta(1)


def clause(text: str) -> Clause | None:
    """Dates, intervals and comma-separated lists of them, as in EAD `@normal`; None if it is no EDTF."""
    if not _WRITTEN.fullmatch(text):
        return None
    points: list[Point] = []
    for item in text.split(","):
        read = _interval([end.strip() for end in item.split("/")])
        if not read:
            return None
        points += read
    return Clause(tuple(points), standard=True)


def _interval(ends: list[str]) -> list[Point]:
    if len(ends) > 2 or all(end in _OPEN for end in ends):
        return []
    if len(ends) == 2 and ends[1] in _OPEN:
        return [point._replace(bound=Role.SINCE) for point in _interval(ends[:1])]
    if len(ends) == 2 and ends[0] in _OPEN:
        return [point._replace(bound=Role.UNTIL) for point in _interval(ends[1:])]
    points = [point for point in map(_point, ends) if point]
    if len(points) < len(ends):
        return []
    first, *last = points
    return [first._replace(joiner=Joiner.BREAK), *(point._replace(joiner=Joiner.RANGE) for point in last)]


def _point(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    if not match:
        return None
    century, tens, units, month, day, mark = match.groups()
    if tens == "X" != units or ("X" in tens + units and month):
        return None
    year = int(century + (tens + units).replace("X", "0"))
    years = 100 if tens == "X" else 10 if units == "X" else 1
    number = int(month) if month and month != "XX" else 0
    if not year or number > 24 or 12 < number < 21 or (number > 12 and day):
        return None
    return Point(
        year,
        month=number if number <= 12 else 0,
        day=int(day) if day and day != "XX" else 0,
        season=number - 20 if number > 12 else 0,
        years=years,
        digits=years == 100,
        circa=mark in ("~", "%"),
        doubt=mark in ("?", "%"),
        ambiguous=bool(number and not day and number > year % 100 and number <= 12),
    )


def written(first: Point, last: Point) -> str | None:
    """EDTF for a range, or for the one point that both are; None where level 1 has no words for it."""
    if first.second_year or last.second_year:
        return None
    if first is last:
        return _single(first)
    if first.bound in UPPER or last.bound in LOWER:
        return None
    return f"{_bounded(first, 0)}/{_bounded(last, -1)}"


def _single(point: Point) -> str:
    if point.bound in LOWER:
        return f"{_bounded(point, 0)}/.."
    if point.bound in UPPER:
        return f"../{_bounded(point, -1)}"
    if point.years == 1:
        return _date(point) + _mark(point)
    if point.years == 10 and not _mark(point):
        return f"{point.year // 10}X"
    if point.digits and not _mark(point):
        return f"{point.year // 100}XX"
    return f"{_bounded(point, 0)}/{_bounded(point, -1)}"


def _bounded(point: Point, end: int) -> str:
    """One end of an interval; `end` is 0 for the first, -1 for the last. "After 1931" begins in 1932."""
    if point.bound in _BEYOND:
        span = whole(point)
        day = span[1] + _DAY if point.bound is Role.AFTER else span[0] - _DAY
        return _cut(day, point) + _mark(point)
    if point.years > 1:
        return f"{whole(point)[end].year:04}{_mark(point)}"
    return _date(point) + _mark(point)


def _cut(day: date, point: Point) -> str:
    length = {"day": 10, "month": 7, "season": 7}.get(point.unit, 4)
    return day.isoformat()[:length]


def _date(point: Point) -> str:
    year = f"{point.year:04}"
    number = point.month or (point.season and point.season + 20)
    if not number:
        return year
    return f"{year}-{number:02}-{point.day:02}" if point.day else f"{year}-{number:02}"


def _mark(point: Point) -> str:
    return ("%" if point.doubt else "~") if point.circa else "?" if point.doubt else ""
