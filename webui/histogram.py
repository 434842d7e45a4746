"""Hits by date as a chart: bars with their place, their words and where they lead. The template draws it as SVG.

Places across are percentages, so that bars get narrower on a narrow screen and letters do not get smaller; places
up and down are pixels.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from discovery.results import Bucket, Histogram, Request
from webui.changes import between

HEIGHT = 96
"""Pixels of the tallest bar."""
GAP = 0.18
"""Share of a bar's room that stays empty."""
WIDEST = 7.0
"""Percent: a lone bar is not a wall."""
MOST_LABELS = 8
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Bar:
    """One year or month. `x`, `width` and `middle` are percent; `certain` and `possible` heights in pixels."""

    label: str
    words: str
    href: str
    x: float
    width: float
    certain: float
    possible: float
    bucket: Bucket
    middle: float
    tick: str = ""

    @property
    def top(self) -> float:
        return HEIGHT - self.certain - self.possible


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of a histogram; `most` is what its tallest bar stands for."""

    bars: tuple[Bar, ...]
    most: int
    unit: str
    undated: int
    broad: int
    height: int = HEIGHT


def make_chart(histogram: Histogram, request: Request, link: Callable[[Request], str]) -> Chart:
    """The chart of a request's hits; `link` makes the address of a request."""
    buckets = histogram.buckets
    most = max((b.certain + b.possible for b in buckets), default=0)
    step = next((s for s in _STEPS if len(buckets) <= s * MOST_LABELS), 1000)
    room = 100 / max(len(buckets), MOST_LABELS)
    bars = tuple(
        _bar(bucket, number * room, room, most, step, link(between(request, *_days(bucket.key))))
        for number, bucket in enumerate(buckets)
    )
    return Chart(bars, most, histogram.unit, histogram.undated, histogram.broad)


def _bar(bucket: Bucket, x: float, room: float, most: int, step: int, href: str) -> Bar:
    width = min(room * (1 - GAP), WIDEST)
    scale = HEIGHT / max(most, 1)
    label = bucket_label(bucket.key)
    return Bar(
        label=label,
        words=f"{label}: {bucket.certain} certain, {bucket.possible} possible",
        href=href,
        x=round(x + (room - width) / 2, 3),
        width=round(width, 3),
        certain=round(bucket.certain * scale, 1),
        possible=round(bucket.possible * scale, 1),
        bucket=bucket,
        middle=round(x + room / 2, 3),
        tick=_tick(bucket.key, step),
    )


def _tick(key: str, step: int) -> str:
    """The label under a bar: round years, or the months with the year at each January."""
    if len(key) == 4:
        return key if int(key) % step == 0 else ""
    year, month = int(key[:4]), int(key[5:])
    if month == 1:
        return str(year)
    return _MONTHS[month - 1] if (month - 1) % max(step, 3) == 0 else ""


def bucket_label(key: str) -> str:
    """ "1932" or "May 1932"."""
    return key if len(key) == 4 else f"{_MONTHS[int(key[5:]) - 1]} {key[:4]}"


def _days(key: str) -> tuple[date, date]:
    """First and last day of a bucket."""
    first = date(int(key[:4]), int(key[5:] or 1), 1)
    if len(key) == 4:
        return first, first.replace(month=12, day=31)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, date.fromordinal(following.toordinal() - 1)
