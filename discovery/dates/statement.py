"""From points to an uncertain date: their days, ranges and lists, and what the whole is worth."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from discovery.dates import edtf
from discovery.dates.binding import bound
from discovery.dates.calendars import NEW_STYLE_DAY, from_julian
from discovery.dates.grammar import Clause
from discovery.dates.model import Certainty, Span, UncertainDate, united
from discovery.dates.points import UNITS, Joiner, Point, whole, widened
from discovery.dates.roles import Role

_LOWER = frozenset({Role.SINCE, Role.AFTER})
_UPPER = frozenset({Role.UNTIL, Role.BEFORE})
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


def statement(clause: Clause, written: str, old_style: bool = False) -> UncertainDate | None:
    """The date that the points make; None if one of them cannot be placed, or there is no such day."""
    points = _placed(clause)
    if not points:
        return None
    try:
        return _date(clause, points if clause.standard else _shared(points), written, old_style)
    except (ValueError, OverflowError):
        return None


def _placed(clause: Clause) -> list[Point]:
    """The points with a year. A bare number left over is part of a remark, or else nothing is understood."""
    points = bound(clause.points)
    lost = [point for point in points if not point.year or point.lone]
    if lost and not (clause.remark and all(point.lone and not point.month for point in lost)):
        return []
    return [point for point in points if point not in lost]


def _shared(points: list[Point]) -> list[Point]:
    """ "circa 1940-1944" is said of both ends, unless the second is the more exact: "circa 1951–1998-04-26"."""
    if len(points) < 2:
        return points
    result = list(points)
    for index in range(1, len(result)):
        before, point = result[index - 1], result[index]
        joined = point.joiner in (Joiner.RANGE, Joiner.SLASH)
        if before.circa and joined and UNITS.index(point.unit) >= UNITS.index(before.unit):
            result[index] = point._replace(circa=True)
        between = before.bound in _LOWER and point.bound in _UPPER
        if between and point.joiner in (Joiner.ADJACENT, Joiner.COMMA, Joiner.AND):
            result[index] = point._replace(joiner=Joiner.RANGE)
    return result


def _date(clause: Clause, points: list[Point], written: str, old_style: bool) -> UncertainDate:
    marks = _marks(points, old_style)
    bulk = _parts([point for point in points if point.bulk], old_style) if marks.bulk else []
    parts = _parts([point for point in points if not point.bulk] if bulk else points, old_style) or bulk
    # "1903 or 1904" is one span of two years, "1903, 1904" are two of one
    spans = united([part.span for part in parts], 2 if marks.one_of else 1)
    low, high = _hull(spans)
    return UncertainDate(
        earliest=None if low == date.min else low,
        latest=None if high == date.max else high,
        written=written,
        precision=_precision(parts, low == date.min or high == date.max),
        certainty=_certainty(marks, clause.inferred),
        calendar="julian" if marks.old else "gregorian",
        parts=spans,
        bulk=_hull([part.span for part in bulk]) if bulk else None,
        one_of=marks.one_of,
        ambiguous=marks.ambiguous or any(part.reversed for part in parts),
        standard=_standard(parts, old_style) if len(parts) == 1 and not marks.one_of else None,
    )


def _marks(points: list[Point], old_style: bool) -> _Marks:
    circa = doubt = ambiguous = one_of = bulk = old = False
    for point in points:
        circa = circa or point.circa
        doubt = doubt or point.doubt
        ambiguous = ambiguous or point.ambiguous
        one_of = one_of or point.joiner is Joiner.OR
        bulk = bulk or point.bulk
        old = old or _is_old(point, old_style)
    return _Marks(circa, doubt, ambiguous, one_of and len(points) > 1, bulk, old)


def _parts(points: list[Point], old_style: bool) -> list[_Part]:
    parts: list[_Part] = []
    for point in points:
        span = _span(point, old_style)
        if parts and point.joiner in (Joiner.RANGE, Joiner.SLASH):
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


def _span(point: Point, old_style: bool) -> Span:
    span = _old_span(point) if _is_old(point, old_style) and not point.both_styles else whole(point)
    if point.circa:
        span = widened(span, point.unit)
    match point.bound:
        case Role.BEFORE:
            return date.min, span[0] - _DAY
        case Role.UNTIL:
            return date.min, span[1]
        case Role.SINCE:
            return span[0], date.max
        case Role.AFTER:
            return span[1] + _DAY, date.max
    return span


def _is_old(point: Point, old_style: bool) -> bool:
    """Days and months only: a year is the same in both styles but for a fortnight."""
    if point.both_styles:
        return True
    if not point.month or point.style is Role.NEW_STYLE:
        return False
    if point.style is Role.OLD_STYLE:
        return True
    return old_style and (point.year, point.month, point.day) < NEW_STYLE_DAY


def _old_span(point: Point) -> Span:
    if point.day:
        day = from_julian(point.year, point.month, point.day)
        return day, day
    first, last = whole(point)
    return from_julian(first.year, first.month, first.day), from_julian(last.year, last.month, last.day)


def _hull(spans: Sequence[Span]) -> Span:
    if len(spans) == 1:
        return spans[0]
    lows, highs = zip(*spans, strict=True)
    return min(lows), max(highs)


def _precision(parts: list[_Part], is_open: bool) -> str:
    if is_open:
        return "open"
    [first, *others] = parts
    return "range" if others or first.first is not first.last else first.first.unit


def _certainty(marks: _Marks, inferred: bool) -> Certainty:
    if marks.circa:
        return Certainty.CIRCA
    if marks.doubt:
        return Certainty.PROBABLE
    return Certainty.INFERRED if inferred else Certainty.STATED


def _standard(parts: list[_Part], old_style: bool) -> str | None:
    [part] = parts
    ends = [part.first] if part.first is part.last else [part.first, part.last]
    days: list[Point] = []
    for end in ends:
        if end.of or (_is_old(end, old_style) and not end.day):
            return None
        if _is_old(end, old_style) and not end.both_styles:
            day = from_julian(end.year, end.month, end.day)
            end = end._replace(year=day.year, month=day.month, day=day.day)
        days.append(end)
    return None if part.reversed else edtf.written(days)
