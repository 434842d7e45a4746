"""Ears for what readers report."""

from dataclasses import dataclass, field

import pytest

from discovery.records import Source


@dataclass(slots=True)
class Ears:
    """Faults and notes heard, each as "place: sentence"."""

    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def fault(self, source: Source, sentence: str) -> None:
        self.faults.append(f"{source}: {sentence}")

    def note(self, source: Source, sentence: str) -> None:
        self.notes.append(f"{source}: {sentence}")


@pytest.fixture
def ears() -> Ears:
    return Ears()
