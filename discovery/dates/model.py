"""An uncertain date: the days between which it lies, who says so, and how surely.

Days are proleptic Gregorian `datetime.date`s, both ends included. An open end is `None` in `earliest` and
`latest`, `date.min` or `date.max` in `parts`, and 0 or 99991231 in `day_numbers()`.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from discovery.dates.calendars import to_julian

Span = tuple[date, date]

TEN_YEARS = 3653
"""Days in the longest ten years: what covers more is broad, and gets no years or months of its own."""


class Certainty(StrEnum):
    """How surely the archive says it, surest first; a statement is as sure as its least sure word."""

    STATED = "stated"
    INFERRED = "inferred"  # in [ ]: worked out by the archivist
    PROBABLE = "probable"  # "?", "probably"
    CIRCA = "circa"  # the ends are widened, see `points.CIRCA_*`

    def weaker(self, other: "Certainty") -> "Certainty":
        order = list(Certainty)
        return max(self, other, key=order.index)


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date statement and what it is taken for."""

    earliest: date | None
    latest: date | None
    written: str
    precision: str  # day, month, season, year, decade, century (the unit named), range (also lists) or open
    certainty: Certainty = Certainty.STATED
    calendar: str = "gregorian"  # or "julian" (Old Style), "republican": as written; the days here are Gregorian
    source: str = "own"  # or "inherited", from a higher level
    parts: tuple[Span, ...] = ()  # "1931, 1933–1935" has two
    bulk: Span | None = None  # where most of it lies
    one_of: bool = False  # the parts are alternatives: "1903 or 1904"
    ambiguous: bool = False  # another reading was possible, a setting or a stated rule decided
    standard: str | None = ""  # EDTF as the parser said it, None where it could not; "": follows from the days

    def __post_init__(self) -> None:
        if not self.parts:
            object.__setattr__(self, "parts", ((self.earliest or date.min, self.latest or date.max),))

    @property
    def is_broad(self) -> bool:
        """It covers more than ten years, or has an open end."""
        return sum((last - first).days + 1 for first, last in self.parts) > TEN_YEARS

    def edtf(self) -> str | None:
        """EDTF (ISO 8601-2:2019) level 1, or None where that cannot say it (lists, "or", "early 1930s")."""
        if self.standard == "" and len(self.parts) == 1:
            return _interval(self.earliest, self.latest)
        return self.standard or None

    def old_style(self) -> str:
        """The Old Style day of a date of one day that was written in it, as yyyy-mm-dd; "" for others."""
        if self.calendar != "julian" or self.earliest is None or self.earliest != self.latest:
            return ""
        year, month, day = to_julian(self.earliest)
        return f"{year:04}-{month:02}-{day:02}"

    def inherited(self) -> "UncertainDate":
        """The same date, for a unit that does not state its own."""
        return replace(self, source="inherited")

    def day_numbers(self) -> tuple[int, int]:
        """Earliest and latest day as yyyymmdd; 0 and 99991231 for open ends."""
        return (
            day_number(self.earliest) if self.earliest else 0,
            day_number(self.latest) if self.latest else 99991231,
        )

    def possibly_in(self, first: date | None, last: date | None) -> bool:
        """Some part touches the days from `first` to `last`, `None` being an open end."""
        low, high = first or date.min, last or date.max
        return any(start <= high and end >= low for start, end in self.parts)

    def certainly_in(self, first: date | None, last: date | None) -> bool:
        """The whole date, every part of it, lies in the days from `first` to `last`."""
        low, high = first or date.min, last or date.max
        return all(start >= low and end <= high for start, end in self.parts)

    def certain_years(self) -> tuple[int, ...]:
        """Years that hold a part as a whole. Broad dates have none."""
        return tuple(sorted(self._certain(_year)))

    def possible_years(self) -> tuple[int, ...]:
        """Years that a part touches without being certain. Broad dates have none."""
        return tuple(sorted(self._touched(_year, _years) - self._certain(_year)))

    def certain_months(self) -> tuple[int, ...]:
        """Months (yyyymm) that hold a part as a whole. Broad dates have none."""
        return tuple(sorted(self._certain(_month)))

    def possible_months(self) -> tuple[int, ...]:
        """Months (yyyymm) that a part touches without being certain. Broad dates have none."""
        return tuple(sorted(self._touched(_month, _months) - self._certain(_month)))

    def certain_days(self) -> tuple[int, ...]:
        """Days (yyyymmdd) that a part is. Broad dates have none."""
        return tuple(sorted(self._certain(day_number)))

    def _certain(self, unit: Callable[[date], int]) -> set[int]:
        if self.is_broad:
            return set()
        units = [{unit(start), unit(end)} for start, end in self.parts]
        if self.one_of:
            units = [set().union(*units)]
        return {low for (low, *others) in units if not others}

    def _touched(self, unit: Callable[[date], int], every: Callable[[int, int], Iterable[int]]) -> set[int]:
        if self.is_broad:
            return set()
        return {number for start, end in self.parts for number in every(unit(start), unit(end))}


def together(dates: Sequence[UncertainDate]) -> UncertainDate | None:
    """Several statements about one thing as one date: a list, as sure as the least sure of them."""
    if len(dates) < 2:
        return dates[0] if dates else None
    first, *others = dates
    parts = united([part for found in dates for part in found.parts])
    low, high = parts[0][0], max(last for _, last in parts)
    certainty = first.certainty
    for other in others:
        certainty = certainty.weaker(other.certainty)
    return UncertainDate(
        None if low == date.min else low,
        None if high == date.max else high,
        "; ".join(found.written for found in dates),
        "range",
        certainty,
        source=first.source,
        parts=parts,
        one_of=any(found.one_of for found in dates),
        standard=None,
    )


def united(spans: Sequence[Span], gap: int = 1) -> tuple[Span, ...]:
    """The spans in order, those that overlap or lie less than `gap` days apart made one."""
    if len(spans) == 1:
        return tuple(spans)
    found: list[Span] = []
    for low, high in sorted(spans):
        if found and (low <= found[-1][1] or (low - found[-1][1]).days < gap):
            found[-1] = found[-1][0], max(high, found[-1][1])
        else:
            found.append((low, high))
    return tuple(found)


def _interval(earliest: date | None, latest: date | None) -> str | None:
    """EDTF of two days, as whole months or years where they are that."""
    if earliest is None and latest is None:
        return None
    first, last = earliest or date(1, 1, 1), latest or date(1, 12, 31)
    length = 10
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        length = 4 if (first.month, last.month) == (1, 12) else 7
    ends = [day.isoformat()[:length] if day else ".." for day in (earliest, latest)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def day_number(day: date) -> int:
    """The day as yyyymmdd."""
    return day.year * 10000 + day.month * 100 + day.day


def _year(day: date) -> int:
    return day.year


def _month(day: date) -> int:
    return day.year * 100 + day.month


def _years(first: int, last: int) -> Iterable[int]:
    return range(first, last + 1)


def _months(first: int, last: int) -> Iterable[int]:
    return (number for number in range(first, last + 1) if 1 <= number % 100 <= 12)
