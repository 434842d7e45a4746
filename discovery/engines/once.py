"""Each text is analysed once, however many documents hold it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from discovery.engines.port import Text
from mappings.fields import CONTEXT

Made = TypeVar("Made")

MOST_ABOVE = 5_000
"""Titles of series and fonds that are kept, for they stand above folder after folder."""


class Once(Generic[Made]):
    """What `make` made of texts: of those of one folder, and longer of those that stand above folders."""

    def __init__(self, make: Callable[[Text], Made]) -> None:
        self._make = make
        self._own: dict[Text, Made] = {}
        self._above: dict[Text, Made] = {}

    def begin(self) -> None:
        """Another folder begins."""
        self._own.clear()
        if len(self._above) > MOST_ABOVE:
            self._above.clear()

    def of(self, text: Text, zone: str) -> Made:
        known = self._above if zone == CONTEXT else self._own
        found = known.get(text)
        if found is None:
            found = known[text] = self._make(text)
        return found

    def own(self) -> "list[Made]":
        """What was made since the folder began, but for what stands above."""
        return list(self._own.values())
