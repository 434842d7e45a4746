"""A marked text → the piece of it that shows best why it was found, as a reader wants to read it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from discovery.answering.highlight import Mark
from discovery.records import Passage

LENGTH = 220
"""Code points of a snippet, about."""
BEFORE = 60
"""Code points before the first mark, about."""
REACH = 40
"""How far an end moves to meet a space."""

_SPACE = re.compile(r"\s")
_UNEVEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u00ac\u2e17\u2010][ \t]*\n\s*(?=[^\W\d_A-ZА-ЯЁÀ-ÖØ-Þ])|[^\S ]\s*| \s+")
BEGUN, GOES_ON = "… ", " …"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text with the marks in it: offsets are code points of `text`, which begins and ends in … if cut."""

    text: str
    marks: tuple[tuple[int, int], ...]
    language: str = ""
    relations: tuple[str, ...] = ()


def best_snippet(text: str, marks: Sequence[Mark], passages: tuple[Passage, ...] = ()) -> Snippet:
    """The stretch with the most distinct words marked, then the most marks; the beginning of a text without marks.

    Lines run on, and words broken at a line end are whole again.
    """
    start = _start(text, _densest(marks) - BEFORE) if marks else 0
    end = _end(text, start + LENGTH)
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    at = inside[0].start if inside else start
    language = next((passage.language for passage in passages if passage.start <= at < passage.end), "")
    return _readable(text, start, end, inside, language)


def _densest(marks: Sequence[Mark]) -> int:
    """Where the best stretch has its first mark."""
    best, score = marks[0].start, (0, 0)
    for number, mark in enumerate(marks):
        last = mark.start + LENGTH - BEFORE
        inside = list(takewhile(lambda m, last=last: m.end <= last, marks[number:]))  # type: ignore[misc]
        this = (len({m.word for m in inside}), len(inside))
        if this > score:
            best, score = mark.start, this
    return best


def _readable(text: str, start: int, end: int, marks: Sequence[Mark], language: str) -> Snippet:
    """The piece with its white space evened and its line-end hyphens gone, and the marks moved along."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    cut_before, cut_after = text[:start].strip(), text[end:].strip()
    piece = text[start:end]
    shorter = [(found.end(), found.end() - found.start() - len(_even(found))) for found in _UNEVEN.finditer(piece)]

    def moved(at: int) -> int:
        gone = sum(lost for end, lost in shorter if lost and end <= at - start)
        return at - start - gone + (len(BEGUN) if cut_before else 0)

    shown = _UNEVEN.sub(_even, piece)
    whole = f"{BEGUN if cut_before else ''}{shown}{GOES_ON if cut_after else ''}"
    places = tuple((moved(mark.start), moved(mark.end)) for mark in marks)
    return Snippet(whole, places, language, tuple(mark.relation for mark in marks))


def _even(found: "re.Match[str]") -> str:
    return " " if found.group().isspace() else ""


def _start(text: str, at: int) -> int:
    if at <= 0:
        return 0
    space = _SPACE.search(text, at, at + BEFORE)
    return space.end() if space else at


def _end(text: str, at: int) -> int:
    space = _SPACE.search(text, at, at + REACH) if at < len(text) else None
    return space.start() if space else min(at, len(text))
