"""From the words of a finding aid or a search box to an uncertain date."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from discovery.dates.model import UncertainDate

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a unit's date statement came to. Both sides of a conflict are kept: `date` and `normal`."""

    date: UncertainDate | None
    undated: bool = False  # it says "undated", and no date
    understood: bool = False
    conflict: bool = False  # @normal contradicts the wording
    normal: UncertainDate | None = None
    difference: str = ""  # how wording and @normal differ: a class named in docs/dates.md


def parse(
    text: str, language: str = "", *, day_first: bool = True, old_style: bool = False
) -> UncertainDate | None:
    """What `text` is taken for; None where it is not understood or says that there is no date."""
    return _interval(text.strip())


def is_undated(text: str, language: str = "") -> bool:
    """It says that there is no date: "n.d.", "o.J.", "б.д."."""
    return text.strip(" ()[].").casefold() in {"undated", "n.d", "s.d", "o.j", "o.d", "б.д", "no date"}


def parse_bound(text: str, language: str = "") -> UncertainDate | None:
    """A date typed in a search box."""
    return parse(text, language)


def read(
    text: str, normal: str = "", language: str = "", *, day_first: bool = True, old_style: bool = False
) -> Reading:
    """A finding aid's wording and the @normal beside it."""
    found = parse(text, language, day_first=day_first, old_style=old_style)
    machine = _interval(normal.strip())
    undated = found is None and is_undated(text, language)
    return Reading(found or machine, undated, undated or found is not None, normal=machine)


def _interval(text: str) -> UncertainDate | None:
    ends = [_ISO.fullmatch(end.strip()) for end in text.split("/")]
    if not all(ends) or len(ends) > 2:
        return None
    try:
        spans = [_span(*end.groups()) for end in ends if end]
    except ValueError:
        return None
    if spans[0][0] > spans[-1][1]:
        return None
    precision = "range" if len(ends) == 2 else ("year", "month", "day")[text.count("-")]
    return UncertainDate(spans[0][0], spans[-1][1], text, precision, standard=text)


def _span(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    y, m = int(year), int(month or 0)
    last = int(day) if day else calendar.monthrange(y, m or 12)[1]
    return date(y, m or 1, int(day or 1)), date(y, m or 12, last)
