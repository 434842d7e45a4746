"""What a collection says of its dates, and how a statement in it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from discovery.dates.model import UncertainDate
from discovery.dates.reading import CENTURY, Reading, parse_bound, read


@dataclass(frozen=True, slots=True)
class Rules:
    """`day_first` decides "3/5/32", `century` what 32 is of (1900), `old_style` where days before 1918 are Julian.

    Old Style is a matter of all descriptions, or of those in some languages (ISO 639-1).
    """

    day_first: bool = True
    century: int = CENTURY
    old_style: bool | tuple[str, ...] = False

    def read(self, text: str, normal: str, language: str) -> Reading:
        """A statement of a finding aid in a language."""
        old = self.old_style if isinstance(self.old_style, bool) else language.partition("-")[0] in self.old_style
        return read(text, normal, language, day_first=self.day_first, old_style=old, century=self.century)

    def bound(self, text: str) -> UncertainDate | None:
        """What a reader typed: days as we count them today, whatever the style of the archive."""
        return parse_bound(text, day_first=self.day_first, century=self.century)

    def to_json(self) -> dict[str, Any]:
        """What searching needs to know, kept with the engine."""
        return {"day_first": self.day_first, "century": self.century}


def rules_of(collection: Mapping[str, Any]) -> Rules:
    """The rules kept with an engine."""
    return Rules(**collection.get("dates", {}))
