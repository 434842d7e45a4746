"""What conditions of access mean for a reader: open, restricted, closed or missing, and until when."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from discovery.dates import parse
from mappings.access_words import ACCESS_WORDS, FROM, OF_USE, PARTLY, REST, UNTIL, YEARS

Status = Literal["open", "restricted", "closed", "missing", ""]
OUT_OF_REACH: tuple[Status, ...] = ("closed", "missing")
"""What nobody is sent for; what is restricted can be ordered by who has leave."""


@dataclass(frozen=True, slots=True)
class Access:
    """`status` is "" where a statement doesn't say. `until`: the last day of it, None where it has no end;
    `years`: a term in years that begins with the last date of the material, 0 where there is none.
    """

    status: Status = ""
    until: date | None = None
    years: int = 0

    def of(self, latest: date | None) -> "Access":
        """The same of material whose last day is known."""
        if not (self.years and latest):
            return self
        return replace(self, until=date(min(latest.year + self.years, date.max.year), 12, 31), years=0)

    def on(self, day: date) -> "Access":
        """What holds on a day: what was closed until before it is open."""
        return Access("open") if self.until and self.until < day else self


def read_access(text: str) -> Access:
    """What a statement says of the whole that it stands at, in any of six languages.

    Sentences on copying don't count, nor those on a part where another speaks of the whole; of the others the first
    that is not "open". What is closed in part is restricted, what is missing in part is there. Not read are laws that
    a term follows from.
    """
    whole: list[Access] = []
    parts: list[Access] = []
    in_parts = bool(_REST.search(text))
    for sentence in filter(str.strip, _SENTENCE.split(text[:_LONGEST])):
        if found := _read(sentence):
            (parts if in_parts or _PARTLY.search(sentence) else whole).append(found)
    return _together(whole) if whole else _in_part(parts)


def _together(said: list[Access]) -> Access:
    telling = [one for one in said if one.status != "open"]
    if not telling:
        return said[0]
    until = next((one.until for one in telling if one.until), None)
    return replace(telling[0], until=telling[0].until or until)


def _in_part(said: list[Access]) -> Access:
    there = [one for one in said if one.status != "missing"]
    found = _together(there) if there else Access()
    return replace(found, status="restricted") if found.status == "closed" else found


def hindrance(record: Mapping[str, Any], day: date | None = None) -> str:
    """What stands in a reader's way on a day, today if none is given: "closed until 2040"; "" where nothing does."""
    access = access_of(record, day or date.today())
    if access.status in ("open", ""):
        return ""
    until = access.until.isoformat().removesuffix("-12-31") if access.until else ""
    return f"{access.status} until {until}" if until else access.status


def is_out_of_reach(record: Mapping[str, Any]) -> bool:
    """Whether there is no use in ordering it today."""
    return access_of(record, date.today()).status in OUT_OF_REACH


def access_of(record: Mapping[str, Any], day: date) -> Access:
    """What the record of a unit says of access, as it is on a day."""
    stated = record.get("access") or {}
    until = stated.get("until")
    return Access(stated.get("status") or "", date.fromisoformat(until) if until else None).on(day)


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)


_STATES: tuple[Status, ...] = ("missing", "closed", "restricted", "open")
_STATUS = {status: _any(ACCESS_WORDS[status].values()) for status in _STATES}
_PARTLY, _REST, _OF_USE = _any(PARTLY.values()), _any(REST.values()), _any(OF_USE.values())
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+|(?<=\d{4}\.)\s+|[;|\n]+")
_DAY = r"((?:\S{1,12}\s+){0,5}?\S{0,6}\d{4})\b"
_UNTIL = re.compile(rf"(?<!\w)(?:{UNTIL})\s+{_DAY}", re.IGNORECASE)
_FROM = re.compile(rf"(?<!\w)(?:{FROM})\s+{_DAY}", re.IGNORECASE)
_YEARS = re.compile(YEARS, re.IGNORECASE)
_LONGEST = 2000
"""Characters of a statement that are read."""


def _read(sentence: str) -> Access | None:
    opening = _FROM.search(sentence)
    if opening and (day := _day(opening[1], "earliest")):
        return Access("closed", date.fromordinal(day.toordinal() - 1))
    status = _status(sentence)
    ending = _UNTIL.search(sentence)
    until = _day(ending[1], "latest") if ending else None
    term = _YEARS.search(sentence)
    if status in ("open", "") and (until or term) and not _OF_USE.search(sentence):
        status = "closed"
    if not status:
        return None
    return Access(status, until, int(term[1]) if term and not until and status != "missing" else 0)


def _status(sentence: str) -> Status:
    """What a sentence says: where it has words of several kinds, not "open" ("open with permission"), and of the others
    the first. "No restrictions" is one expression, and so are "not open" and "unrestricted".
    """
    found = [(m.start(), -m.end(), status) for status, words in _STATUS.items() for m in words.finditer(sentence)]
    apart = [
        one for one in found if not any(one[0] >= other[0] and one[1] >= other[1] and one != other for other in found)
    ]
    status = min(((status == "open", start, status) for start, _, status in apart), default=(False, 0, ""))[2]
    return "" if status != "open" and _OF_USE.search(sentence) else status


def _day(text: str, bound: Literal["earliest", "latest"]) -> date | None:
    found = parse(text)
    return getattr(found, bound) if found else None
