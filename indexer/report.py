"""What a load did, line by line: what was loaded, what was skipped and why."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from discovery.errors import SOMETHING_SKIPPED
from discovery.records import Source
from mappings.languages import label

from .statements import Statement, few_lines, summary

KINDS = ("fonds", "series", "folder", "item")
MOST_NOTES = 20
"""Notes that are printed; the others are counted."""
MOST_ALIKE = 10
"""What was skipped of one file for one reason, as far as each has a line; the others are counted."""
_OWN = re.compile(r"'[^']*'|“[^”]*”|\d+")
"""What two reasons may differ in and are still alike: ids in quotation marks, and numbers."""


@dataclass(slots=True)
class _Alike:
    """What was skipped of one file for one reason: the first lines, how many there are, and where the last is."""

    first: list[str] = field(default_factory=list)
    count: int = 0
    last: str = ""

    def add(self, source: Source, reason: str) -> None:
        self.count += 1
        self.last = str(source)
        if len(self.first) < MOST_ALIKE:
            self.first.append(f"{source}: {reason}")

    def lines(self) -> Iterator[str]:
        yield from self.first
        if more := self.count - len(self.first):
            yield f"and {more:,} more of this kind, the last at {self.last}"


@dataclass(slots=True)
class Report:
    """Counts and lines of one load. What was skipped is lost to the archive, `notes` are not."""

    units: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    sections: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[Source, str]] = field(default_factory=list)
    seconds: float = 0.0
    files: list[Statement] = field(default_factory=list)
    _skipped: dict[tuple[str, str], _Alike] = field(default_factory=dict)

    def skip(self, source: Source, reason: str) -> None:
        """Something was left out."""
        self._skipped.setdefault((source.file, _OWN.sub("", reason)), _Alike()).add(source, reason)

    def note(self, source: Source, text: str) -> None:
        """Worth a line, and nothing was lost."""
        self.notes.append((source, text))

    @property
    def skipped(self) -> int:
        return sum(alike.count for alike in self._skipped.values())

    @property
    def exit_code(self) -> int:
        return SOMETHING_SKIPPED if self._skipped else 0

    def skipped_lines(self) -> Iterator[str]:
        """What was skipped, with file, line and reason; many of one file for one reason are told by the first."""
        for alike in self._skipped.values():
            yield from alike.lines()

    def remarks(self) -> Iterator[str]:
        """Notes, and what was skipped."""
        for source, text in self.notes[:MOST_NOTES]:
            yield f"note: {source}: {text}"
        if len(self.notes) > MOST_NOTES:
            yield f"note: and {len(self.notes) - MOST_NOTES:,} more"
        for line in self.skipped_lines():
            yield f"skipped: {line}"

    def lines(self) -> Iterator[str]:
        """The report for people, a line each."""
        units = ", ".join(
            f"{self.units[kind]:,} {_plural(kind, self.units[kind])}" for kind in KINDS if self.units[kind]
        )
        rate = f" ({self.pages / self.seconds:.0f} a second)" if self.pages and self.seconds else ""
        yield f"Loaded {units or 'no units'} and {self.pages:,} {_plural('page', self.pages)}{rate}."
        if self.languages:
            yield "Pages by language: " + _counts({label(c) if c else "unknown": n for c, n in self.languages.items()})
        if self.sections:
            yield "Folders by section: " + _counts(self.sections)
        yield from self.remarks()
        yield from few_lines(self.files)
        if self.files:
            yield summary(self.files)
        yield f"{self.skipped:,} skipped." if self._skipped else "Nothing was skipped."


def _counts(counts: "Counter[str] | dict[str, int]") -> str:
    return ", ".join(
        f"{name} {count:,}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _plural(word: str, count: int) -> str:
    if word in ("fonds", "series"):
        return word
    return word if count == 1 else f"{word}s"
