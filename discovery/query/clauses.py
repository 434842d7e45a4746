"""The plan's own vocabulary: what an engine has to find, without saying how."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from discovery.dates import OPEN, day_number, first_number

RELATIONS: dict[str, tuple[str, float]] = {
    "typed": ("as typed", 1.0),
    "folding": ("accents and case aside", 0.9),
    "old spelling": ("old or new spelling", 0.9),
    "inflection": ("another form of the word", 0.95),
    "same stem": ("a word of the same stem", 0.95),
    "apart": ("written apart", 0.8),
    "compound": ("part of a compound", 0.5),
    "prefix": ("beginning with it", 0.8),
    "translation": ("in another language", 0.6),
    "authority": ("another name of the same", 0.7),
    "other script": ("another spelling or script of the name", 0.6),
    "sound-alike": ("a name that sounds alike", 0.6),
    "forename": ("the forename in another language, or among friends", 0.6),
    "look-alike": ("in letters of another script that look alike", 0.6),
    "keyboard": ("typed on another keyboard", 0.6),
    "pseudonym": ("by pseudonym", 0.5),
    "OCR reading": ("perhaps misread by the machine", 0.4),
    "date": ("dated", 0.1),
    "conjecture": ("conjectural", 1.0),  # of a sender or recipient: the finding aid is not sure
}
"""How a form relates to what was typed, closest first: in words, and the weight of a match."""

TIE = 0.1
"""Share of its other alternatives' scores that a word adds to its best one (measured: docs/decisions/0003)."""

EXPANSIONS = frozenset(
    [
        "compound",
        "authority",
        "other script",
        "sound-alike",
        "forename",
        "look-alike",
        "keyboard",
        "pseudonym",
        "OCR reading",
        "date",
    ]
)
"""Relations that lexicon, authority file and dates of the archive bring in. What matches without is shown first."""

_ONLY_IN = {"OCR reading": frozenset(["text"]), "sound-alike": frozenset(["names"])}
"""Zones that a relation is sought in, where not in all: nobody misreads what was typed, no word in a text is a name."""

DATE = "date"
"""The analysis, and the relation, of a year that stands for what is dated in it: it is found in no text."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One term in one analysis ("exact", a language's or DATE) that stands for a typed word."""

    analysis: str
    term: str
    relation: str
    share: float = 1.0  # of the weight of its relation

    @property
    def weight(self) -> float:
        return RELATIONS[self.relation][1] * self.share


@dataclass(frozen=True, slots=True)
class AnyForm:
    """A word: any of its alternatives, in any of the zones; the best one counts."""

    label: str
    alternatives: tuple[Alternative, ...]
    zones: tuple[str, ...]


def may_stand(relation: str, zone: str) -> bool:
    """Whether forms of a relation are sought in a zone."""
    return relation not in _ONLY_IN or zone in _ONLY_IN[relation]


Run = tuple[tuple[Alternative, ...], ...]
"""Words side by side, each with its alternatives."""


@dataclass(frozen=True, slots=True)
class InOrder:
    """A phrase."""

    label: str
    words: Run
    zones: tuple[str, ...]

    @property
    def sides(self) -> tuple[Run, ...]:
        return (self.words,)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """NEAR: two runs in either order, one behind the other by at most `distance` words, 1 being side by side."""

    label: str
    sides: tuple[Run, ...]
    zones: tuple[str, ...]
    distance: int

    @property
    def words(self) -> Run:
        return tuple(word for side in self.sides for word in side)


@dataclass(frozen=True, slots=True)
class Combined:
    """must: all; should: at least `least` of them, more score higher; must_not: none."""

    must: "tuple[Clause, ...]" = ()
    should: "tuple[Clause, ...]" = ()
    must_not: "tuple[Clause, ...]" = ()
    least: int = 0


@dataclass(frozen=True, slots=True)
class Fixed:
    """A clause that scores the same wherever it matches: 0 where it is only demanded, 1 to be counted."""

    clause: "Clause"
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Keyword:
    """Any of the values in a keyword field. Scores `boost`, whatever matches."""

    field: str
    values: tuple[str, ...]
    boost: float = 0.0


@dataclass(frozen=True, slots=True)
class Dated:
    """Dates that possibly or certainly lie between two days (None: open). Does not score."""

    first: date | None
    last: date | None
    mode: Literal["possibly", "certainly"] = "possibly"

    @property
    def numbers(self) -> tuple[int, int]:
        """Both days as yyyymmdd, 0 and OPEN for open ends."""
        return first_number(self.first) if self.first else 0, day_number(self.last) if self.last else OPEN


Scoring = AnyForm | InOrder | Neighbours
Clause = Scoring | Combined | Fixed | Keyword | Dated


def by_analysis(sequence: InOrder | Neighbours, zone: str) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """Its sides in each analysis that has alternatives for all words: positions compare only within a field."""
    for analysis in dict.fromkeys(alternative.analysis for alternative in sequence.words[0]):
        sides = tuple(
            tuple(tuple(a for a in word if a.analysis == analysis and may_stand(a.relation, zone)) for word in side)
            for side in sequence.sides
        )
        if all(word for side in sides for word in side):
            yield analysis, sides


def dated_in(year: str) -> Combined:
    """What may be of a year, if its date says more than a decade."""
    return Combined((Dated(date(int(year), 1, 1), date(int(year), 12, 31)), Keyword("dating", ("dated",))))


def each_word(clause: Clause, change: Callable[[Scoring], Scoring]) -> Clause:
    """The same clause with its words changed, but for what must not be there."""
    match clause:
        case AnyForm() | InOrder() | Neighbours():
            return change(clause)
        case Combined():
            must, should = (tuple(each_word(part, change) for part in parts) for parts in (clause.must, clause.should))
            return replace(clause, must=must, should=should)
        case Fixed():
            return replace(clause, clause=each_word(clause.clause, change))
        case _:
            return clause


def trimmed(clause: Clause, relations: frozenset[str]) -> Clause:
    """The same clause without the alternatives of these relations, but for what must not be there."""

    def without(word: Scoring) -> Scoring:
        match word:
            case AnyForm():
                return replace(word, alternatives=_kept(word.alternatives, relations))
            case InOrder():
                return replace(word, words=tuple(_kept(part, relations) for part in word.words))
            case Neighbours():
                return replace(word, sides=tuple(tuple(_kept(w, relations) for w in side) for side in word.sides))

    return each_word(clause, without)


def _kept(alternatives: tuple[Alternative, ...], relations: frozenset[str]) -> tuple[Alternative, ...]:
    return tuple(alternative for alternative in alternatives if alternative.relation not in relations)


def any_of(*clauses: Clause) -> Clause:
    """One of them is enough."""
    return clauses[0] if len(clauses) == 1 else Combined(should=clauses, least=1)


def some_of(clauses: tuple[Clause, ...], least: int) -> Combined:
    """So many of them. Where that is all, engines have an easier way."""
    return Combined(must=clauses) if least == len(clauses) else Combined(should=clauses, least=least)


def leaves(clause: Clause | None) -> Iterator[Clause]:
    """What a clause is made of in the end, also what must not be there."""
    match clause:
        case Fixed():
            yield from leaves(clause.clause)
        case Combined():
            for part in (*clause.must, *clause.should, *clause.must_not):
                yield from leaves(part)
        case AnyForm() | InOrder() | Neighbours() | Keyword() | Dated():
            yield clause


def keywords(clause: Clause | None, field: str) -> Iterator[str]:
    """All values that a clause names in a keyword field."""
    for leaf in leaves(clause):
        if isinstance(leaf, Keyword) and leaf.field == field:
            yield from leaf.values
