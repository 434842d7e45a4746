"""From points to an uncertain date: their days, ranges and lists, and what the whole is worth."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from discovery.dates.calendars import NEW_STYLE_DAY, from_julian
from discovery.dates.model import Certainty, Span, UncertainDate, united
from discovery.dates.phrases import standard
from discovery.dates.phrases.binding import bound
from discovery.dates.phrases.grammar import Clause
from discovery.dates.phrases.points import TWO_ENDS, UNITS, Joiner, Point, whole, widened
from discovery.dates.phrases.roles import LOWER, UPPER, Role

_LISTED = frozenset({Joiner.ADJACENT, Joiner.COMMA, Joiner.AND})
_EITHER = frozenset({Joiner.OR})
_DAY = timedelta(1)


class _Part(NamedTuple):
    """A span with the points that bound it, `last` being `first` where there is but one."""

    first: Point
    last: Point
    span: Span
    reversed: bool = False


class _Marks(NamedTuple):
    """What some point of the statement is."""

    circa: bool
    doubt: bool
    ambiguous: bool
    one_of: bool
    bulk: bool
    old: bool
    republican: bool


def statement(clause: Clause, written: str, old_style: bool = False) -> UncertainDate | None:
    """The date that the points make; None if one of them cannot be placed, or there is no such day."""
    points = _placed(clause)
    if not points:
        return None
    if not clause.standard:
        _share(points)
    try:
        return _date(clause, [_in_new_style(point, old_style) for point in points], written)
    except (ValueError, OverflowError):
        return None


def _placed(clause: Clause) -> list[Point]:
    """The points with a year. A bare number left over is part of a remark, or else nothing is understood."""
    points = bound(clause.points)
    lost = [point for point in points if not point.year or point.lone]
    if not lost:
        return points
    if not (clause.remark and all(point.lone and not point.month for point in lost)):
        return []
    return [point for point in points if point not in lost]


def _share(points: list[Point]) -> None:
    """ "circa 1940-1944" is said of both ends, unless the second is the more exact: "circa 1951–1998-04-26"."""
    for index in range(1, len(points)):
        before, point = points[index - 1], points[index]
        if before.circa and point.joiner in TWO_ENDS and UNITS.index(point.unit) >= UNITS.index(before.unit):
            points[index] = point._replace(circa=True)
        elif before.bound in LOWER and point.bound in UPPER and point.joiner in _LISTED:
            points[index] = point._replace(joiner=Joiner.RANGE)


def _in_new_style(point: Point, old_style: bool) -> Point:
    """Days as they are counted today. Only days and months have a style: for a year it is a matter of a fortnight."""
    if not point.month or point.both_styles or point.days:
        return point
    if old_style and not point.style and (point.year, point.month, point.day) < NEW_STYLE_DAY:
        point = point._replace(style=Role.OLD_STYLE)
    if not (_is_old(point) and point.day):
        return point
    day = from_julian(point.year, point.month, point.day)
    return point._replace(year=day.year, month=day.month, day=day.day)


def _is_old(point: Point) -> bool:
    return point.month > 0 and point.style is Role.OLD_STYLE


def _date(clause: Clause, points: list[Point], written: str) -> UncertainDate:
    marks = _marks(points)
    bulk = _parts([point for point in points if point.bulk]) if marks.bulk else []
    parts = _parts([point for point in points if not point.bulk] if bulk else points) or bulk
    # "1903 or 1904" is one span of two years, "1903, 1904" are two of one
    spans = united([part.span for part in parts], 2 if marks.one_of else 1)
    low, high = spans[0][0], spans[-1][1]
    is_open = low == date.min or high == date.max
    return UncertainDate(
        earliest=None if low == date.min else low,
        latest=None if high == date.max else high,
        written=written,
        precision=_precision(parts, is_open),
        certainty=_certainty(marks, clause.inferred),
        calendar="julian" if marks.old else "republican" if marks.republican else "gregorian",
        parts=spans,
        bulk=_hull([part.span for part in bulk]) if bulk else None,
        one_of=marks.one_of,
        ambiguous=marks.ambiguous or any(part.reversed for part in parts),
        standard=_standard(*parts) if len(parts) == 1 and not marks.one_of else None,
    )


def _marks(points: list[Point]) -> _Marks:
    circa = doubt = ambiguous = one_of = bulk = old = republican = False
    for point in points:
        circa = circa or point.circa
        doubt = doubt or point.doubt
        ambiguous = ambiguous or point.ambiguous
        one_of = one_of or point.joiner in _EITHER
        bulk = bulk or point.bulk
        old = old or _is_old(point)
        republican = republican or point.days > 0
    return _Marks(circa, doubt, ambiguous, one_of and len(points) > 1, bulk, old, republican)


def _parts(points: list[Point]) -> list[_Part]:
    parts: list[_Part] = []
    for point in points:
        span = _span(point)
        if parts and point.joiner in TWO_ENDS:
            parts[-1] = _joined(parts[-1], point, span)
        else:
            parts.append(_Part(point, point, span))
    return parts


def _joined(part: _Part, point: Point, span: Span) -> _Part:
    """A range. One written the wrong way round covers both its ends, and is marked."""
    low, high = part.span[0], span[1]
    turned = part.span[0] > span[0] and part.span[1] > span[1] and not (part.last.bound or point.bound)
    if low > high or turned:
        return _Part(part.first, point, _hull((part.span, span)), reversed=True)
    return _Part(part.first, point, (low, high))


def _span(point: Point) -> Span:
    span = _old_month(point) if _is_old(point) and not point.day else whole(point)
    if point.circa:
        span = widened(span, point.unit)
    return _from_bound(point.bound, span) if point.bound else span


def _from_bound(bound: Role, span: Span) -> Span:
    match bound:
        case Role.BEFORE:
            return date.min, span[0] - _DAY
        case Role.UNTIL:
            return date.min, span[1]
        case Role.SINCE:
            return span[0], date.max
    return span[1] + _DAY, date.max


def _old_month(point: Point) -> Span:
    first, last = whole(point)
    return from_julian(first.year, first.month, first.day), from_julian(last.year, last.month, last.day)


def _hull(spans: Iterable[Span]) -> Span:
    lows, highs = zip(*spans, strict=True)
    return min(lows), max(highs)


def _precision(parts: list[_Part], is_open: bool) -> str:
    if is_open:
        return "open"
    first, last = parts[0].first, parts[-1].last
    return first.unit if first is last else "range"


def _certainty(marks: _Marks, inferred: bool) -> Certainty:
    if marks.circa:
        return Certainty.CIRCA
    if marks.doubt:
        return Certainty.PROBABLE
    return Certainty.INFERRED if inferred else Certainty.STATED


def _standard(part: _Part) -> str | None:
    for end in (part.first, part.last):
        if end.of or (_is_old(end) and not end.day):
            return None
    return None if part.reversed else standard.written(part.first, part.last)
