"""What a plan is: what will be looked for, and what is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from discovery.query.clauses import DATE, Clause, Scoring, any_of, trimmed
from discovery.query.names import Choice
from discovery.query.syntax import Notice

Match = Literal["most", "all", "any"]
MATCHES: tuple[Match, ...] = get_args(Match)
"""How many of the words have to match; the first where nothing is said."""


@dataclass(frozen=True, slots=True)
class Named:
    """A field whose value names somebody, and the other values looked for: each, its relation, how many have it."""

    field: str
    value: str
    others: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be looked for. `words` are the scoring clauses in the order typed, `refs` inventory numbers found."""

    typed: str
    clause: Clause | None
    words: tuple[Scoring, ...] = ()
    refs: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()  # stop words
    loose: bool = False  # a hit may lack some of the words, and the row says which
    match: Match = "most"
    notices: tuple[Notice, ...] = ()
    fields: tuple[Named, ...] = ()
    choices: tuple[Choice, ...] = ()  # names that may mean several, or no name at all
    counted: Mapping[str, int] = field(default_factory=dict)  # other names: how many documents have each

    @property
    def any_word(self) -> Clause | None:
        """Any of the words: what the best pages of a folder are ranked by."""
        return trimmed(any_of(*self.words), frozenset([DATE])) if self.words else None
