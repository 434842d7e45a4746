"""Dates as the archivist writes them: the ISO form of what is exact or a clear span, and an order for all."""

import re

MONTHS = (
    "january janvier januar января январь enero januari gennaio stycznia ledna",
    "february février februar февраля февраль febrero februari febbraio lutego února",
    "march mars märz марта март marzo maart marca března",
    "april avril апреля апрель abril aprile kwietnia dubna",
    "may mai мая май mayo mei maggio maja května",
    "june juin juni июня июнь junio giugno czerwca června",
    "july juillet juli июля июль julio luglio lipca července",
    "august août августа август agosto augustus sierpnia srpna",
    "september septembre сентября сентябрь septiembre settembre września září",
    "october octobre oktober октября октябрь octubre ottobre października října",
    "november novembre ноября ноябрь noviembre listopada listopadu",
    "december décembre dezember декабря декабрь diciembre dicembre grudnia prosince",
)
NUMBER = {word: number for number, words in enumerate(MONTHS, 1) for word in words.split()}

DAY = re.compile(r"(?:(?P<first>\d{1,2})\s*[-–]\s*)?(?P<day>\d{1,2})\.?\s+(?P<month>\w+)\s+(?P<year>\d{4})")
MONTH = re.compile(r"(?P<month>\w+)\s+(?P<year>\d{4})")
YEAR = re.compile(r"(?P<year>\d{4})")
NEVER = (9999, 0, 0)


def normal(written: str) -> str:
    """EAD's `@normal`, or "" where the date is partial in wording, guessed or missing."""
    if exact := _exact(written):
        return exact
    first, _, last = re.sub(r"\s*[-–]\s*", "/", written).partition("/")
    span = _exact(first), _exact(last)
    return "/".join(span) if all(span) else ""


def _exact(written: str) -> str:
    for pattern in DAY, MONTH, YEAR:
        if match := pattern.fullmatch(written.strip()):
            return _iso(match.groupdict())
    return ""


def _iso(parts: dict[str, str | None]) -> str:
    if "month" not in parts:
        return str(parts["year"])
    month = NUMBER.get(str(parts["month"]).lower())
    if month is None:
        return ""
    year_month = f"{parts['year']}-{month:02d}"
    days = [f"{year_month}-{int(day):02d}" for day in (parts.get("first"), parts.get("day")) if day]
    return "/".join(days) or year_month


def order(written: str) -> tuple[int, int, int]:
    """Sorts any date: what is vague comes after what is exact in the same year, undated last."""
    year = re.search(r"\b1[89]\d\d\b", written)
    if not year:
        return NEVER
    months = [NUMBER[word] for word in re.findall(r"\w+", written.lower()) if word in NUMBER]
    day = re.search(r"\b\d{1,2}\b", written)
    return int(year[0]), months[0] if months else 13, int(day[0]) if day and months else 32


def years(dates: list[str]) -> str:
    """The span of years that the dates name: "1931" or "1931-1933"."""
    named = sorted({year for date in dates for year in re.findall(r"\b1[89]\d\d\b", date)})
    return "-".join(dict.fromkeys((named[0], named[-1]))) if named else ""
