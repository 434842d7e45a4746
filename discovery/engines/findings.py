"""What an examination of an engine finds: one line each, and what to do about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from discovery.errors import OpisError


@dataclass(frozen=True, slots=True)
class Finding:
    """`state`: "ok", "note" (it works, and could be better) or "wrong" (it doesn't). `hint` says what to do."""

    state: Literal["ok", "note", "wrong"]
    what: str
    hint: str = ""

    def lines(self) -> Iterator[str]:
        yield f"{self.state:6}{self.what}"
        if self.hint:
            yield f"      {self.hint}"


def examined(*checks: Callable[[], Finding]) -> Iterator[Finding]:
    """The findings of all checks; one that can't be made is a finding too, the same reason said once."""
    faults: set[str] = set()
    for check in checks:
        try:
            yield check()
        except OpisError as error:
            if error.message not in faults:
                yield Finding("wrong", error.message, error.hint)
            faults.add(error.message)
