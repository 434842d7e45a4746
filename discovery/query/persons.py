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


def person_in(text: str, words: Sequence[Word], alternatives: Alternatives, occurs: Occurs) -> Person | None:
    """Whom the words of a query name, all of them capitalised; None where no name in the archive has any of them."""
    if not 2 <= len(words) <= MOST_WORDS or not all(word.text[:1].isupper() for word in words):
        return None
    surname, forename = _parted(text, words)
    family, given = unelided(surname.text), unelided(forename.text)
    if len(family) != 1 or len(given) != 1 or len(family[0]) < 2:
        return None
    known = alternatives(family[0])
    if not occurs(AnyForm(surname.text, known, ("names", "title"))):
        return None
    initial = (Alternative(EXACT, given[0][0], "typed"),)
    ways = ((alternatives(given[0]), TOGETHER), (initial, BY_INITIAL))
    name = f"{forename} {surname}"
    near = [(Neighbours(name, ((way,), (known,)), OWN_ZONES, APART), score) for way, score in ways]
    return Person(name, surname.text, tuple(Fixed(clause, score) for clause, score in near))


def _parted(text: str, words: Sequence[Word]) -> tuple[Word, Word]:
    """Surname and first forename: the surname stands last, or before a comma."""
    first, *_, last = words
    return (first, words[1]) if f"{first.text}," in text else (last, first)
