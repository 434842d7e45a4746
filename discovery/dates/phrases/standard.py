"""Points into EDTF, levels 0 and 1 (Library of Congress specification, 2019; ISO 8601-2)."""

from datetime import date, timedelta

from discovery.dates.phrases.points import Point, whole
from discovery.dates.phrases.roles import LOWER, UPPER, Role

_BEYOND = frozenset({Role.AFTER, Role.BEFORE})
_DAY = timedelta(1)


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
    if point.years == 1 and point.days <= 1:
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
    if point.days:
        return whole(point)[end].isoformat() + _mark(point)
    if point.years > 1:
        return f"{whole(point)[end].year:04}{_mark(point)}"
    return _date(point) + _mark(point)


def _cut(day: date, point: Point) -> str:
    length = {"day": 10, "month": 7, "season": 7}.get(point.unit, 4)
    return day.isoformat()[: 10 if point.days else length]


def _date(point: Point) -> str:
    year = f"{point.year:04}"
    number = point.month or (point.season and point.season + 20)
    if not number:
        return year
    return f"{year}-{number:02}-{point.day:02}" if point.day else f"{year}-{number:02}"


def _mark(point: Point) -> str:
    return ("%" if point.doubt else "~") if point.circa else "?" if point.doubt else ""
