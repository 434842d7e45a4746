"""Marked words of a page → boxes on its image, in pixels of the page from the top left."""

from collections.abc import Sequence
from typing import NamedTuple

from discovery.answering.highlight import Mark
from discovery.records import Words


class Box(NamedTuple):
    """Where a marked word stands on the image."""

    x: int
    y: int
    width: int
    height: int
    text: str


def boxes(body: str, packed: bytes, marks: Sequence[Mark]) -> list[Box]:
    """The boxes of all recognised words that a mark touches: a word broken over a line end has two."""
    if not marks or not packed:
        return []
    spans = [(mark.start, mark.end) for mark in marks]
    found = []
    for word in Words.from_bytes(packed):
        if any(start < word.end and word.start < end for start, end in spans):
            found.append(Box(word.x, word.y, word.width, word.height, body[word.start : word.end]))
    return found
