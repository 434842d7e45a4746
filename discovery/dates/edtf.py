"""Points out of EDTF, levels 0 and 1 (Library of Congress specification, 2019; ISO 8601-2)."""

import re

from discovery.dates.phrases.grammar import Clause
from discovery.dates.phrases.points import Joiner, Point
from discovery.dates.phrases.roles import Role

_POINT = re.compile(r"(?:(\d\d)(\d|X)(\d|X))(?:-(\d\d|XX|\d(?=-))(?:-(\d{1,2}|XX))?)?([?~%]?)(?:T[\d:.+Z-]+)?")
_WRITTEN = re.compile(r"[-\dXTZ/.,:?~%+\s]*")
_OPEN = frozenset({"", ".."})


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
