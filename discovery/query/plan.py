"""What a plan is: what will be looked for, and what is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from discovery.query.clauses import DATE, Clause, Combined, Scoring, any_of, some_of, trimmed
from discovery.query.names import Choice
from discovery.query.persons import Person
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
class Part:
    """What counts as one word of a query: a word, a phrase, a name."""

    label: str
    clause: Clause


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be looked for. `words` are the scoring clauses in the order typed, `refs` inventory numbers found."""

    typed: str
    clause: Clause | None
    words: tuple[Scoring, ...] = ()
    refs: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()  # stop words
    parts: tuple[Part, ...] = ()  # words side by side, phrases and names among them
    least: int = 0  # of the parts, how many are demanded
    match: Match = "most"
    notices: tuple[Notice, ...] = ()
    fields: tuple[Named, ...] = ()
    choices: tuple[Choice, ...] = ()  # names that may mean several, or no name at all
    counted: Mapping[str, int] = field(default_factory=dict)  # other names: how many documents have each
    own: Clause | None = None  # of several words one, said of a thing itself and not of what stands above it
    person: Person | None = None  # whom the query names, if that is all it says
    across: bool = False  # what is written in other languages is wanted as much

    @property
    def loose(self) -> bool:
        """Whether a hit may lack some of the parts, and the row says which."""
        return self.least < len(self.parts)

    def demanding(self, least: int) -> "Plan":
        """The same plan with so many of its parts demanded."""
        free = tuple(part.clause for part in self.parts)
        clause = _replaced(self.clause, some_of(free, self.least), some_of(free, least)) if self.clause else None
        return replace(self, clause=clause, least=least)

    @property
    def any_word(self) -> Clause | None:
        """Any of the words: what the best pages of a folder are ranked by."""
        if not self.words:
            return None
        wanted = trimmed(any_of(*self.words), frozenset([DATE]))
        return Combined((wanted,), self.person.clauses) if self.person else wanted


def _replaced(clause: Clause, old: Clause, new: Clause) -> Clause:
    """A clause with one of those that it demands in place of another."""
    if clause == old:
        return new
    return (
        replace(clause, must=tuple(_replaced(part, old, new) for part in clause.must))
        if isinstance(clause, Combined)
        else clause
    )
