"""Hits by date as a chart: bars with their place, their words and where they lead. The template draws it as SVG.

A bar leads to the hits that it stands for: a year to its months, a month to its days, and what has no bar in time,
the undated and the broad, to a list of its own.

Places across are percentages, so that bars get narrower on a narrow screen and letters do not get smaller; places
up and down are pixels.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from discovery.answering.chosen_dates import CHOICES, STATES
from discovery.answering.results import Bucket, Histogram, Request
from webui.changes import between, only, zoomed_out
from webui.urls import bounds_text

HEIGHT = 96
"""Pixels of the tallest bar."""
GAP = 0.18
"""Share of a bar's room that stays empty."""
WIDEST = 7.0
"""Percent: a lone bar is not a wall."""
BESIDE = 11.0
"""Percent that a bar beside the others takes: undated, broad."""
TALLEST_BESIDE = 2
"""How many times as tall as the tallest bar in time a bar beside them can be."""
_BESIDE_LABELS = {"undated": "n.d.", "broad": "> 10 y"}
MOST_LABELS = 8
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Bar:
    """One year, month or day. `x`, `width` and `middle` are percent; `certain` and `possible` heights in pixels."""

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
class Beside:
    """The bar of what has no place in time; `cut` where it would be so tall that it flattens those in time."""

    state: str
    label: str
    count: int
    words: str
    href: str
    x: float
    width: float
    middle: float
    size: float
    cut: bool
    current: bool

    @property
    def top(self) -> float:
        return HEIGHT - self.size


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of a histogram; `most` is what its tallest bar stands for, `wider` where one zooms out to."""

    bars: tuple[Bar, ...]
    beside: tuple[Beside, ...]
    most: int
    unit: str
    hits: Histogram
    wider: str = ""
    wider_label: str = ""
    height: int = HEIGHT

    @property
    def total(self) -> int:
        """All hits, each once."""
        return self.hits.certain + self.hits.possible + self.hits.undated + self.hits.broad


def make_chart(histogram: Histogram, request: Request, link: Callable[[Request], str]) -> Chart:
    """The chart of a request's hits; `link` makes the address of a request."""
    buckets = histogram.buckets
    counts = {state: getattr(histogram, state) for state in STATES}
    states = [state for state, count in counts.items() if count]
    in_time = max((b.certain + b.possible for b in buckets), default=0)
    beside_them = max(counts.values())
    most = max(in_time, min(beside_them, TALLEST_BESIDE * in_time)) or beside_them
    step = next((s for s in _STEPS if len(buckets) <= s * MOST_LABELS), 1000)
    width = 100 - BESIDE * len(states)
    room = width / max(len(buckets), MOST_LABELS)
    bars = tuple(
        _bar(bucket, number * room, room, most, step, _leads(bucket.key, request, link))
        for number, bucket in enumerate(buckets)
    )
    beside = tuple(
        _beside(state, counts[state], width + BESIDE * number, most, request, link)
        for number, state in enumerate(states)
    )
    out = zoomed_out(request)
    label = " to ".join(dict.fromkeys(filter(None, bounds_text(out)))) if out else ""
    return Chart(bars, beside, most, histogram.unit, histogram, link(out) if out else "", label or "all dates")


def _leads(key: str, request: Request, link: Callable[[Request], str]) -> str:
    return link(between(request, *_days(key)))


def _beside(state: str, count: int, x: float, most: int, request: Request, link: Callable[[Request], str]) -> Beside:
    width = min(BESIDE * (1 - GAP), WIDEST)
    return Beside(
        state,
        _BESIDE_LABELS[state],
        count,
        f"{CHOICES[state].capitalize()}: {count:,}",
        link(only(request, state)),
        x=round(x + (BESIDE - width) / 2, 3),
        width=round(width, 3),
        middle=round(x + BESIDE / 2, 3),
        size=round(min(count, most) * HEIGHT / max(most, 1), 1),
        cut=count > most,
        current=state in request.dates,
    )


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
    """The label under a bar: round years, months with the year at each January, days with the month at each first."""
    if len(key) == len("1932"):
        return key if int(key) % step == 0 else ""
    if len(key) == len("1932-05-14"):
        day = int(key[8:])
        return _MONTHS[int(key[5:7]) - 1] if day == 1 else str(day) if day % max(step, 5) == 0 and day < 30 else ""
    year, month = int(key[:4]), int(key[5:])
    if month == 1:
        return str(year)
    return _MONTHS[month - 1] if (month - 1) % max(step, 3) == 0 else ""


def bucket_label(key: str) -> str:
    """ "1932", "May 1932" or "14 May 1932"."""
    year, *rest = key.split("-")
    return " ".join([*(str(int(day)) for day in rest[1:]), *(_MONTHS[int(month) - 1] for month in rest[:1]), year])


def _days(key: str) -> tuple[date, date]:
    """First and last day of a bucket."""
    year, month, day = (int(part) for part in (f"{key}-00-00").split("-")[:3])
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)
