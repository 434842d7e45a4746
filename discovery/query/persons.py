"""A forename and a surname typed together: met together, by the initial, or by the surname of somebody else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from discovery.query.clauses import Alternative, AnyForm, Clause, Fixed, Neighbours, any_of
from discovery.query.syntax import Word
from discovery.query.words import unelided
from mappings.fields import EXACT, OWN_ZONES

TOGETHER, BY_INITIAL = 512.0, 256.0
"""What a name met whole, or by the initial, adds to a score: more than any words, less than what a number names."""
APART = 2
"""Words between a forename and a surname at most, less one: a second forename, a title."""
MOST_WORDS = 3
"""Words of a query that may be somebody's whole name."""

Alternatives = Callable[[str], tuple[Alternative, ...]]
Occurs = Callable[[Clause], bool]


@dataclass(frozen=True, slots=True)
class Person:
    """A query that is somebody's name. `clauses` score where it stands whole, and with the initial of the forename."""

    name: str
    surname: str
    clauses: tuple[Fixed, ...]

    @property
    def anyhow(self) -> Clause:
        """The name, whole or by the initial."""
        return any_of(*self.clauses)


def parted(text: str, words: Sequence[Word]) -> tuple[str, str] | None:
    """The forms of forename and surname, if the words of a query may be somebody's: all of them capitalised.

    The surname stands last, or before a comma.
    """
    if not 2 <= len(words) <= MOST_WORDS or not all(word.text[:1].isupper() for word in words):
        return None
    first, *_, last = words
    surname, forename = (first, words[1]) if f"{first.text}," in text else (last, first)
    family, given = unelided(surname.text), unelided(forename.text)
    return (given[0], family[0]) if len(family) == len(given) == 1 and len(family[0]) > 1 else None


def person_in(names: tuple[str, str], alternatives: Alternatives, occurs: Occurs) -> Person | None:
    """Whom a forename and a surname name; None where no name or title in the archive has the surname."""
    given, family = names
    known = alternatives(family)
    if not occurs(AnyForm(family, known, ("names", "title"))):
        return None
    name = f"{given} {family}".title()
    initial = (Alternative(EXACT, given[0], "typed"),)
    ways = ((alternatives(given), TOGETHER), (initial, BY_INITIAL))
    near = [(Neighbours(name, ((way,), (known,)), OWN_ZONES, APART), score) for way, score in ways]
    return Person(name, family.title(), tuple(Fixed(clause, score) for clause, score in near))
