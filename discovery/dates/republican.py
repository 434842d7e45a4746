"""The French Republican calendar, 1792–1805: its days and months put into our own.

Years begin as in the concordance of the Annuaire du Bureau des longitudes: on the day of the autumn equinox at Paris.
The calendar was in use from the year II on and ended by the senatus-consulte of 22 fructidor an XIII.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from discovery.dates.model import Span

BEGINNINGS = (
    *(date(1792, 9, 22), date(1793, 9, 22), date(1794, 9, 22), date(1795, 9, 23), date(1796, 9, 22)),
    *(date(1797, 9, 22), date(1798, 9, 22), date(1799, 9, 23), date(1800, 9, 23), date(1801, 9, 23)),
    *(date(1802, 9, 23), date(1803, 9, 24), date(1804, 9, 23), date(1805, 9, 23)),
)
"""The first of vendémiaire of the years I to XIV."""
LAST_DAY = date(1805, 12, 31)
"""10 nivôse an XIV."""

_MONTHS = (
    "vendemiaire|vendem|vend|brumaire|brum|frimaire|frim|nivose|niv|pluviose|pluv|ventose|vent|germinal|germ"
    "|floreal|flor|prairial|prair|messidor|mess|thermidor|therm|fructidor|fruct"
)
_COMPLEMENTARY = r"(?:jours?\s+)?(?:complementaires?|compl?)\b|sans-?\s?culottides?|sanculottides?"
_NUMBERS = {
    name: number
    for number, name in enumerate(
        ["vend", "brum", "frim", "niv", "pluv", "vent", "germ", "flor", "prair", "mess", "therm", "fruct"]
    )
}
_ROMANS = ["xiv", "xiii", "xii", "xi", "ix", "x", "viii", "vii", "vi", "iiii", "iv", "iii", "ii", "ⅴ", "v", "ⅰ", "i"]
_WORDS = {"premier": 1, "deux": 2, "second": 2, "deuxieme": 2, "trois": 3, "troisieme": 3, "quatre": 4, "cinq": 5}
_WORDS |= {"six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14}
_VALUES = {"i": 1, "ii": 2, "iii": 3, "iiii": 4, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_VALUES |= {"xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "ⅰ": 1, "ⅴ": 5, **_WORDS}

_NUMBER = rf"(?:{'|'.join(_ROMANS)}|{'|'.join(_WORDS)}|1[0-4]|0?[1-9])"
_END = r"(?=\s*(?:$|[][,;:()–/?-]|\.\s*(?:$|[][,;:()–/?-])|(?:a|au|et|ou|jusqu\w*|inclus\w*)\b))"
_ELEMENT = re.compile(
    rf"""
    (?:(?P<day>\d{{1,2}})\s*(?:er|e|eme)?\s+)? \b(?:(?P<month>{_MONTHS})\b\.?|(?P<rest>{_COMPLEMENTARY})\.?)
    (?:,?\s*(?:de\s+)?(?:l\W?\s?)?an\.?\s*(?P<year>{_NUMBER})(?:er|e|eme)?\b)?
  | \b(?:l\W?\s?)?an(?:s|nees?)?\.?\s*(?P<alone>{_NUMBER})(?:er|e|eme)?\b{_END}
  | (?<=[-–/,;ate])\s*(?P<more>{_NUMBER})(?:er|e|eme)?\b{_END}
  | (?<!\d)(?P<days>\d{{1,2}})(?:er|e|eme)?
      (?=\s*(?:[-–/,]|et\b|au\b|a\b)\s*\d{{1,2}}(?:er|e|eme)?\s+(?:{_MONTHS}|jours?\b))
    """,
    re.VERBOSE,
)
_ANY = re.compile(rf"\b(?:{_MONTHS}|{_COMPLEMENTARY})\b|\ban(?:s|nees?)?\.?\s*{_NUMBER}(?:er|e|eme)?\b{_END}")


class _Part(NamedTuple):
    """As far as it is said: months from 0, the complementary days being the thirteenth."""

    begin: int
    end: int
    day: int | None
    month: int | None
    year: int | None


def span(year: int, month: int | None = None, day: int | None = None) -> Span:
    """First and last day. `month` runs from 0 to 12, the complementary days. ValueError if there is no such day."""
    if not 1 <= year <= len(BEGINNINGS):
        raise ValueError(f"no year of the Republican calendar: {year}")
    first = BEGINNINGS[year - 1]
    end = BEGINNINGS[year] - timedelta(1) if year < len(BEGINNINGS) else LAST_DAY
    if month is None:
        return first, end
    begin = first + timedelta(30 * month)
    last = min(end, begin + timedelta(29))
    if day is not None:
        begin = last = _within(begin + timedelta(day - 1), begin, last)
    return _within(begin, first, end), last


def _within(day: date, first: date, last: date) -> date:
    if not first <= day <= last:
        raise ValueError(f"no such day in the Republican calendar: {day}")
    return day


def rewritten(text: str) -> str:
    """A folded statement with what is Republican in it as yyyy-mm-dd·days, the days that it goes on for.

    What has no year of its own has that of the next, else of the one before. Where a day isn't one, nothing is put.
    """
    if not _ANY.search(text):
        return text
    parts = _with_years(_parts(text))
    try:
        spans = [(part, span(part.year or 0, part.month, part.day)) for part in parts]
    except ValueError:
        return text
    for part, (first, last) in reversed(spans):
        text = f"{text[: part.begin]} {first.isoformat()}·{(last - first).days + 1} {text[part.end :]}"
    return text


def _parts(text: str) -> list[_Part]:
    """In their order; a lone number is one only where a year or a day of this calendar stands beside it."""
    found: list[_Part] = []
    for match in _ELEMENT.finditer(text):
        said = match.groupdict()
        year = said["year"] or said["alone"]
        if said["more"]:
            if not (
                found and found[-1].year and found[-1].month is None and _joined(text[found[-1].end : match.start()])
            ):
                continue
            year = said["more"]
        number = said["day"] or said["days"]
        month = _month(said["month"]) if said["month"] else 12 if said["rest"] else None
        day = int(number) if number else None
        found.append(_Part(match.start(), match.end(), day, month, _value(year) if year else None))
    return found


def _joined(between: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:[-–/,]|a|au|et|ou)?\s*", between))


def _with_years(parts: list[_Part]) -> list[_Part]:
    """From the right: year from the next; and for a day that stands alone its month."""
    result: list[_Part] = []
    after: _Part | None = None
    for part in reversed(parts):
        if part.month is None and part.year is None and after:
            part = part._replace(month=after.month)
        if part.year is None and after:
            part = part._replace(year=after.year)
        if part.year:
            after = part
        result.insert(0, part)
    for index, part in enumerate(result):
        if part.year is None and index:
            result[index] = part._replace(year=result[index - 1].year)
    return result


def _month(written: str) -> int:
    return next(number for name, number in _NUMBERS.items() if written.startswith(name))


def _value(written: str) -> int:
    return int(written) if written.isdigit() else _VALUES[written]
