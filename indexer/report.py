"""What a load did, line by line: what was loaded, what was skipped and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from discovery.errors import SOMETHING_SKIPPED
from discovery.records import Source
from mappings.languages import label

KINDS = ("fonds", "series", "folder", "item")
MOST_NOTES = 20
"""Notes that are printed; the others are counted."""


@dataclass(slots=True)
class Report:
    """Counts and lines of one load. `skipped` is lost to the archive, `notes` are not."""

    units: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    sections: Counter[str] = field(default_factory=Counter)
    skipped: list[tuple[Source, str]] = field(default_factory=list)
    notes: list[tuple[Source, str]] = field(default_factory=list)
    seconds: float = 0.0

    def skip(self, source: Source, reason: str) -> None:
        """Something was left out."""
        self.skipped.append((source, reason))

    def note(self, source: Source, text: str) -> None:
        """Worth a line, and nothing was lost."""
        self.notes.append((source, text))

    @property
    def exit_code(self) -> int:
        return SOMETHING_SKIPPED if self.skipped else 0

    def lines(self) -> Iterator[str]:
        """The report for people, a line each; what was skipped has file, line and reason."""
        units = ", ".join(f"{self.units[kind]} {_plural(kind, self.units[kind])}" for kind in KINDS if self.units[kind])
        rate = f" ({self.pages / self.seconds:.0f} a second)" if self.pages and self.seconds else ""
        yield f"Loaded {units or 'no units'} and {self.pages} {_plural('page', self.pages)}{rate}."
        if self.languages:
            yield "Pages by language: " + _counts({label(c) if c else "unknown": n for c, n in self.languages.items()})
        if self.sections:
            yield "Folders by section: " + _counts(self.sections)
        for source, text in self.notes[:MOST_NOTES]:
            yield f"note: {source}: {text}"
        if len(self.notes) > MOST_NOTES:
            yield f"note: and {len(self.notes) - MOST_NOTES} more"
        for source, reason in self.skipped:
            yield f"skipped: {source}: {reason}"
        yield f"{len(self.skipped)} skipped." if self.skipped else "Nothing was skipped."


def _counts(counts: "Counter[str] | dict[str, int]") -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _plural(word: str, count: int) -> str:
    if word in ("fonds", "series"):
        return word
    return word if count == 1 else f"{word}s"
