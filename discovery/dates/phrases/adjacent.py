"""Tokens that stand side by side: which of them make one point."""

from discovery.dates.phrases.lexicon import Token
from discovery.dates.phrases.points import Point
from discovery.dates.phrases.roles import Role

_COUNTED = frozenset({Role.NUMBER, Role.ROMAN})


def decade_of(value: int, ending: str = "") -> Point:
    """1930s, 30er; "1900s" is said of ten years and of a hundred."""
    if value < 100:
        return Point(year=1900 + value, years=10, short=True)
    if value % 100 == 0 and ending == "s":
        return Point(year=value, years=100, digits=True, ambiguous=True)
    return Point(year=value, years=10)


def century_of(number: int) -> Point:
    """The nineteenth is 1801–1900: `year` is the one before it begins."""
    return Point(year=(number - 1) * 100, years=100)


def is_number(point: Point) -> bool:
    """A number with nothing else said of it."""
    return bool(point.lone or point.roman) and not (point.year or point.month or point.day or point.season)


def as_century(point: Point) -> Point:
    """A number read before the word for century."""
    return point._replace(year=((point.lone or point.roman) - 1) * 100, years=100, lone=0, roman=0)


def merged_with(last: Point, new: Point, following: Token) -> Point | None:
    """`new` as more of `last`; None where it begins a point of its own."""
    if last.years > 1 or new.years > 1 or (last.part and last.year):
        return None
    if new.roman and not last.month and not last.season and new.roman <= 12 and (last.lone or last.year):
        new = Point(month=new.roman)
    if last.roman and (new.year or new.lone) and not last.month and last.roman <= 12:
        last = last._replace(month=last.roman, roman=0)
    if new.lone:
        return _lone(last, new, following)
    if new.month and not new.year and not new.day:
        return _month(last, new)
    if new.season and last.year and not (last.month or last.season):
        return last._replace(season=new.season)
    if new.year and not new.month and not last.year and (last.month or last.day or last.season or 0 < last.lone <= 31):
        return last._replace(year=new.year, ambiguous=new.ambiguous, assumed=new.assumed)
    if new.year and new.month and not last.year and last.lone and not new.day:
        return last._replace(year=new.year, month=new.month, day=last.lone, lone=0, assumed=new.assumed)
    return None


def _lone(last: Point, new: Point, following: Token) -> Point | None:
    if last.month and not last.day and not last.lone and new.lone <= 31:
        return last._replace(day=new.lone, month_first=True)
    if last.month and not last.year and new.lone > 31:
        return last._replace(year=1900 + new.lone, assumed=True)
    if last.day and last.month and not last.year and new.lone > 9 and following.role not in _COUNTED:
        return last._replace(year=1900 + new.lone, ambiguous=True, assumed=True)
    wants_month = last.year and not (last.month or last.season or last.day or last.lone)
    if wants_month and following.role in (Role.MONTH, Role.ROMAN):
        return last._replace(lone=new.lone, year_first=True)
    return None


def _month(last: Point, new: Point) -> Point | None:
    if last.month or last.season:
        return None
    if last.lone:
        return last._replace(month=new.month, day=last.lone, lone=0) if last.lone <= 31 else None
    if last.year:
        return last._replace(month=new.month, year_first=True)
    return None
