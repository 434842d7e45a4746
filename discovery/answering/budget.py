"""The time that an answer may take: what was asked for comes first, and what there is no time for is said."""

import time
from dataclasses import dataclass, field

from discovery.query.syntax import Notice

SECONDS = 2.0
"""What a reader waits for, where nothing else is set."""


@dataclass(slots=True)
class Budget:
    """So many seconds from now. Hits are found in any case; the rest as long as there is time."""

    seconds: float
    left_out: list[str] = field(default_factory=list)
    until: float = 0.0
    """The moment by `time.perf_counter`."""

    def __post_init__(self) -> None:
        self.until = time.perf_counter() + self.seconds

    def allows(self, what: str) -> bool:
        """Whether there is time for something; if not, it is among what was left out."""
        if time.perf_counter() < self.until:
            return True
        self.lacks(what)
        return False

    def lacks(self, *what: str) -> None:
        self.left_out += (one for one in what if one not in self.left_out)

    def notice(self) -> tuple[Notice, ...]:
        """What was left out, as a sentence; nothing where the answer is whole."""
        if not self.left_out:
            return ()
        named = ", ".join(self.left_out)
        return (Notice(f"The time for an answer ({self.seconds:g} s) ran out. Left out: {named}."),)
