"""Words, lines and blocks put together into one page's text, with every word's place in it and on the image."""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from discovery.records import Passage, Words

Box = tuple[int, int, int, int]
"""x, y, width, height in pixels from the top left of the page image."""

Finished = tuple[str, Words, tuple[Passage, ...]]

_LARGEST = 2**31 - 1
_PARTS = re.compile(r"\S+")


class Layout:
    """Takes words in reading order. Between words comes a space, between lines "\\n", between blocks "\\n\\n"."""

    __slots__ = ("_gap", "_language", "_numbers", "_passages", "_pieces", "_position", "_since")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._numbers: list[int] = []
        self._passages: list[Passage] = []
        self._position = 0
        self._gap = ""
        self._language = ""
        self._since = -1  # where the passage in this language begins; -1 before its first word

    def word(self, text: str, box: Box | None, confidence: int = -1) -> None:
        """One word. Without a box it stands in the text and not on the image."""
        start = self._position
        if self._gap:
            self._pieces.append(self._gap)
            start += len(self._gap)
        if self._since < 0:
            self._since = start
        self._pieces.append(text)
        self._position = end = start + len(text)
        self._gap = " "
        if box is not None:
            self._numbers += (start, end, *box, confidence)

    def glue(self) -> None:
        """The next word follows without a space."""
        if self._gap == " ":
            self._gap = ""

    def hyphen(self, text: str) -> None:
        """A hyphen at a line's end, part of the word before it, which may have it already."""
        if self._gap != " ":
            return
        before = self._pieces[-1].removesuffix(text)
        if before != self._pieces[-1] and before[-1:].isalpha():
            return
        self._pieces.append(text)
        self._position += len(text)
        if self._numbers and self._numbers[-6] == self._position - len(text):
            self._numbers[-6] = self._position

    def end_line(self) -> None:
        if self._pieces and self._gap != "\n\n":
            self._gap = "\n"

    def end_block(self) -> None:
        if self._pieces:
            self._gap = "\n\n"

    def speak(self, language: str) -> None:
        """What follows is in this language; "" where nobody knows."""
        if language != self._language:
            self._close_passage()
            self._language = language
            self._since = -1

    def finish(self) -> Finished:
        """Text in NFC, words, and the passages whose language was told."""
        self._close_passage()
        text = "".join(self._pieces)
        if not unicodedata.is_normalized("NFC", text):
            return _composed(text, self._numbers, self._passages)
        return text, Words(numbers=array("i", self._numbers)), tuple(self._passages)

    def _close_passage(self) -> None:
        if self._language and self._since >= 0:
            self._passages.append(Passage(self._since, self._position, self._language))


def split_words(text: str, box: Box | None) -> list[tuple[str, Box | None]]:
    """The words of a text that has one box, each with the share of its width that its letters and gaps take."""
    parts = list(_PARTS.finditer(text))
    if box is None or len(parts) < 2:
        return [(part[0], box) for part in parts]
    x, y, width, height = box
    letter = width / len(text)
    shares = ((part[0], round(part.start() * letter), round(part.end() * letter)) for part in parts)
    return [(word, (x + left, y, right - left, height)) for word, left, right in shares]


@lru_cache(maxsize=1 << 15)
def pixel(text: str | None, scale: float = 1.0) -> int | None:
    """A coordinate in whole pixels, not below 0; None where it is missing or no number."""
    try:
        value = round(float(text or "nan") * scale)
    except (ValueError, OverflowError):
        return None
    return min(max(value, 0), _LARGEST)


def percent(written: str | float | None, whole: float = 100.0) -> int:
    """A confidence as 0–100, given what stands for certainty; -1 where it is missing or no number."""
    try:
        value = round(float("nan" if written is None else written) * 100 / whole)
    except (ValueError, OverflowError):
        return -1
    return min(max(value, 0), 100)


def _composed(text: str, numbers: list[int], passages: Sequence[Passage]) -> Finished:
    """The same in NFC: composed piece by piece between all offsets in use, so that each can be carried over."""
    spoken = {offset for passage in passages for offset in passage[:2]}
    cuts = sorted({0, len(text), *numbers[0::7], *numbers[1::7], *spoken})
    pieces = [unicodedata.normalize("NFC", text[start:end]) for start, end in pairwise(cuts)]
    moved, position = {0: 0}, 0
    for cut, piece in zip(cuts[1:], pieces, strict=True):
        position += len(piece)
        moved[cut] = position
    for offset in range(0, len(numbers), 7):
        numbers[offset] = moved[numbers[offset]]
        numbers[offset + 1] = moved[numbers[offset + 1]]
    carried = tuple(one._replace(start=moved[one.start], end=moved[one.end]) for one in passages)
    return "".join(pieces), Words(numbers=array("i", numbers)), carried
