"""From the words of a finding aid or a search box to an uncertain date."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from discovery.dates import compare, edtf
from discovery.dates.model import UncertainDate
from discovery.dates.phrases.grammar import Clause, clause
from discovery.dates.phrases.lexicon import lexicon
from discovery.dates.phrases.points import FIRST_YEAR, LAST_YEAR, Joiner, Point
from discovery.dates.phrases.statement import statement
from discovery.dates.phrases.tokens import tokens

LONGEST = 500
"""Characters of a statement that are looked at; a longer one is not understood."""
CENTURY = 1900
"""What the years of two digits are of, where a collection says nothing else."""

_YEARS = re.compile(r"(1\d{3}|20\d\d)(?:\s*[-–]\s*(1\d{3}|20\d\d))?\.?", re.ASCII)
_EARLY = re.compile(r"0?[1-9]\d\d(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?", re.ASCII)
"""A year before 1000, where it is all that stands in the place of a date."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a unit's date statement came to. Both sides of a conflict are kept: `date` and `normal`."""

    date: UncertainDate | None
    undated: bool = False  # it says "undated", and no date
    understood: bool = False  # the wording was; a blank one counts as understood if `@normal` is
    conflict: bool = False  # @normal contradicts the wording
    normal: UncertainDate | None = None
    difference: str = ""  # how @normal differs from the wording: a class of `compare`, "" without @normal


class _Parsed(NamedTuple):
    date: UncertainDate | None
    undated: bool = False
    remark: bool = False


def parse(
    text: str, language: str = "", *, day_first: bool = True, old_style: bool = False, century: int = CENTURY
) -> UncertainDate | None:
    """What `text` is taken for; None where it is not understood or says that there is no date.

    `language` is that of the wording (ISO 639-1), for the words that two languages use differently. `day_first`
    decides "3/5/32" and `century` what its 32 is of, `old_style` makes days before 14 February 1918 Old Style. Words
    beside the date are passed over.
    """
    return _parse(text, language, day_first, old_style, century).date


def is_undated(text: str, language: str = "") -> bool:
    """It says that there is no date, and gives none: "n.d.", "o.J.", "б.д."."""
    return _parse(text, language, True, False, CENTURY).undated


def parse_bound(
    text: str, language: str = "", *, day_first: bool = True, century: int = CENTURY
) -> UncertainDate | None:
    """A date typed in a search box: as `parse`, but a word that is no part of a date makes it None."""
    parsed = _parse(text, language, day_first, False, century)
    return None if parsed.remark else parsed.date


def read(
    text: str,
    normal: str = "",
    language: str = "",
    *,
    day_first: bool = True,
    old_style: bool = False,
    century: int = CENTURY,
) -> Reading:
    """A finding aid's wording and the `@normal` beside it. The wording wins; `@normal` helps where it says nothing."""
    parsed = _parse(text, language, day_first, old_style, century)
    machine = read_normal(normal)
    blank = not text.strip()
    difference = "" if machine is None or blank else compare.difference(parsed.date, machine, parsed.undated)
    date = parsed.date
    if date is None and machine is not None and not parsed.undated:
        date = UncertainDate(
            machine.earliest, machine.latest, text, machine.precision, parts=machine.parts, standard=machine.standard
        )
    return Reading(
        date,
        undated=parsed.undated,
        understood=parsed.undated or parsed.date is not None or (blank and machine is not None),
        conflict=difference in compare.CONFLICTS,
        normal=machine,
        difference=difference,
    )


@lru_cache(maxsize=65536)
def read_normal(text: str) -> UncertainDate | None:
    """EAD `@normal`: ISO 8601 or EDTF dates and intervals, also several with commas between."""
    found = edtf.clause(text.strip()) if len(text) <= LONGEST else None
    return statement(found, text) if found else None


@lru_cache(maxsize=65536)
def _parse(text: str, language: str, day_first: bool, old_style: bool, century: int) -> _Parsed:
    if len(text) > LONGEST:
        return _Parsed(None)
    stripped = text.strip()
    found = _years(stripped) or _in_digits(stripped)
    if not found:
        found = clause(tokens(stripped, lexicon(language), day_first))
        if century != CENTURY:
            found = found._replace(points=tuple(_in_century(point, century) for point in found.points))
    return _parsed(found, text, old_style)


def _years(text: str) -> Clause | None:
    """A year, or two with a dash between: every third statement, and no grammar is needed for it."""
    match = _YEARS.fullmatch(text)
    if not match:
        return None
    first, last = match.groups()
    return Clause((Point(int(first)), Point(int(last), joiner=Joiner.RANGE)) if last else (Point(int(first)),))


def _in_digits(text: str) -> Clause | None:
    """EDTF, also with a dash for its slash; no list, for its commas may be of words."""
    if "," in text:
        return None
    early = _EARLY.fullmatch(text)
    found = edtf.clause(f"0{text}" if early and text[0] != "0" else text.replace("–", "/"))
    first = 1 if early or "/" in text else FIRST_YEAR
    return found if found and all(first <= point.year <= LAST_YEAR for point in found.points) else None


def _in_century(point: Point, century: int) -> Point:
    """A point whose century nobody wrote, in that of the collection."""
    return point._replace(year=point.year - CENTURY + century) if point.assumed or point.short else point


def _parsed(found: Clause, text: str, old_style: bool) -> _Parsed:
    date = statement(found, text, old_style)
    undated = found.undated and not any(point.year or point.month or point.season for point in found.points)
    return _Parsed(date, undated, found.remark)


def forget() -> None:
    """Empty the memory of statements read, for measuring."""
    _parse.cache_clear()
    read_normal.cache_clear()
