"""Texts with marks → segments that a template prints one by one, so that everything is escaped exactly once.

Offsets are code points, half open.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from discovery.query.across import TRANSLATION
from discovery.query.clauses import RELATIONS
from discovery.records import Passage

Span = tuple[int, int]
_NONE: Mapping[int, str] = {}
_RELATIONS = {name: label for name, (label, _) in RELATIONS.items() if name != "typed"}
_BLOCK = re.compile(r"\n\s*\n")


class Segment(NamedTuple):
    """A stretch of text, marked or not."""

    text: str
    marked: bool = False
    relation: str = ""  # to what was typed, in words; "" where it is that

    @property
    def translated(self) -> bool:
        return self.relation == _RELATIONS[TRANSLATION]


class Run(NamedTuple):
    """Segments in one language ("" where nobody knows)."""

    language: str
    segments: tuple[Segment, ...]


def segments(text: str, marks: Sequence[Span] = (), relations: Sequence[str] = ()) -> tuple[Segment, ...]:
    """A text cut at its marks, each with its relation where there is a list of them."""
    said = {start: _RELATIONS.get(relation, "") for (start, _), relation in zip(marks, relations, strict=False)}
    return tuple(_cut(text, marks, 0, len(text), said))


def paragraphs(text: str, passages: Sequence[Passage] = (), marks: Sequence[Span] = ()) -> list[tuple[Run, ...]]:
    """The blocks of a text, each cut into runs by language. Line breaks stay in the segments."""
    return [_runs(text, passages, marks, start, end) for start, end in _blocks(text)]


def _blocks(text: str) -> Iterator[Span]:
    start = 0
    for gap in _BLOCK.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def _runs(text: str, passages: Sequence[Passage], marks: Sequence[Span], start: int, end: int) -> tuple[Run, ...]:
    runs, at = [], start
    for passage in passages:
        low, high = max(passage.start, at), min(passage.end, end)
        if low < high:
            if at < low:
                runs.append(Run("", tuple(_cut(text, marks, at, low))))
            runs.append(Run(passage.language, tuple(_cut(text, marks, low, high))))
            at = high
    if at < end:
        runs.append(Run("", tuple(_cut(text, marks, at, end))))
    return tuple(runs)


def _cut(
    text: str, marks: Iterable[Span], start: int, end: int, relations: Mapping[int, str] = _NONE
) -> Iterator[Segment]:
    at = start
    for begin, stop in marks:
        low, high = max(begin, at), min(stop, end)
        if low < high:
            if at < low:
                yield Segment(text[at:low])
            yield Segment(text[low:high], True, relations.get(begin, ""))
            at = high
    if at < end:
        yield Segment(text[at:end])
