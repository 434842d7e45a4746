"""What can be said of a file below a source: what became of it, and how much was loaded from it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

FATES = {
    "loaded": "loaded as {}",
    "part": "read as part of {}",
    "skipped": "skipped because {}",
    "unknown": "not a kind that opis reads: {}",
}
"""What can become of a file, each with how it is said."""
COUNTED = ("files", "units", "dates", "links", "records", "pages", "listed", "lines", "words")
"""What is counted of a file that was loaded."""
MOST_FILES = 20
"""Files of one fate that have a line in the short form; the others are counted."""
_TOTALS = {
    "loaded": "loaded",
    "part": "read as part of others",
    "skipped": "skipped",
    "unknown": "not of a kind that opis reads",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """What became of one file. `said` is the kind, the whole that it is part of, or the reason."""

    file: str
    fate: str
    said: str
    counts: Counter[str] = field(default_factory=Counter)
    faults: int = 0

    def __str__(self) -> str:
        counted = ", ".join(_said(name, self.counts[name]) for name in COUNTED if self.counts[name])
        faults = f"; {self.faults:,} left out" if self.faults else ""
        return f"{self.file}: {FATES[self.fate].format(self.said)}{': ' if counted else ''}{counted}{faults}"

    def to_json(self) -> dict[str, Any]:
        counts = {name: self.counts[name] for name in COUNTED if self.counts[name]}
        left_out = {"left_out": self.faults} if self.faults else {}
        return {"file": self.file, "fate": self.fate, "said": self.said, **counts, **left_out}


def _said(name: str, count: int) -> str:
    return f"{number(count, 'page')} in its order" if name == "listed" else number(count, name[:-1])


def json_lines(statements: Iterable[Statement]) -> Iterator[str]:
    """The statements as JSON, an object a line."""
    return (json.dumps(statement.to_json(), ensure_ascii=False) for statement in statements)


def write_statements(path: Path, statements: list[Statement]) -> None:
    """Write the statements and their counts to a file: JSON Lines where its name ends so, else text."""
    lines = json_lines(statements) if path.suffix == ".jsonl" else map(str, [*statements, summary(statements)])
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def summary(statements: list[Statement]) -> str:
    """The counts of all files by fate, which add up to the files there are."""
    found = Counter(statement.fate for statement in statements)
    parts = [f"{found[fate]:,} {said}" for fate, said in _TOTALS.items() if found[fate]]
    return f"Of {number(len(statements), 'file')}: {', '.join(parts) or 'none'}."


def number(count: int, what: str) -> str:
    """ "1 page", "2,000 pages"."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def few_lines(statements: list[Statement]) -> Iterator[str]:
    """A line for the first files of each fate that is not loading, and a count of the others."""
    order = list(FATES)
    lost = sorted((s for s in statements if s.fate in ("skipped", "unknown")), key=lambda s: order.index(s.fate))
    for _, group in groupby(lost, key=lambda s: s.fate):
        alike = list(group)
        yield from (f"file: {statement}" for statement in alike[:MOST_FILES])
        if (more := len(alike) - MOST_FILES) > 0:
            yield f"file: and {more:,} more {_TOTALS[alike[0].fate]}"
