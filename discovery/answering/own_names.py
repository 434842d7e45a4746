"""Which names of the archive's own headings the words typed last may become."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from discovery.engines.port import Question, Snapshot
from discovery.query.clauses import Alternative, AnyForm, Clause, Combined
from discovery.records import NOT_STATED
from discovery.text.folding import fold
from discovery.text.tokens import Token, tokenise
from mappings.fields import EXACT, FOLDED

MOST_WORDS = 4
"""Words typed last that may be of one name."""
MOST_BEGUN = 16
"""Words of the archive that the last one may become."""

_DATES = re.compile(r",?\s*(?:\(|\bb\.|\bd\.|\bca?\.|\d).*")
"""Where the dates of somebody's life begin, or a qualifier: nobody types them, and no letter has them."""


class OwnName(NamedTuple):
    """A heading as the archive has it, and the typed text completed by it."""

    heading: str
    query: str


def own_names(snapshot: Snapshot, typed: str, most: int) -> list[OwnName]:
    """Headings that have the longest run of words typed last, the last of them begun: the most frequent first."""
    tokens = list(tokenise(typed))[-MOST_WORDS:]
    if not tokens:
        return []
    begun = snapshot.completions(fold(tokens[-1].form), MOST_BEGUN)
    starts = [start for start in range(len(tokens)) if start == 0 or "," not in _between(typed, tokens, start)]
    runs = [tokens[start:] for start in starts] if begun else []
    questions = [
        Question(view="items", clause=_has([token.form for token in run[:-1]], begun), limit=0, facets=("name",))
        for run in runs
    ]
    for run, answer in zip(runs, snapshot.ask_all(questions), strict=True):
        words = [fold(token.form) for token in run]
        ranked = sorted(answer.facets["name"].items(), key=lambda found: (-found[1], found[0]))
        if headings := [name for name, _ in ranked if name != NOT_STATED and _may_be(words, name)]:
            head = typed[: run[0].start]
            return [OwnName(name, head + _DATES.sub("", name)) for name in headings[:most]]
    return []


def headings(snapshot: Snapshot, surname: str) -> list[str]:
    """The headings that have all words of a surname."""
    sought = _has([token.form for token in tokenise(surname)], ())
    answer = snapshot.ask(Question(view="items", clause=sought, limit=0, facets=("name",)))
    return [name for name in answer.facets["name"] if name != NOT_STATED]


def _between(typed: str, tokens: Sequence[Token], at: int) -> str:
    """What stands before a token: behind a comma no name begins."""
    return typed[tokens[at - 1].end : tokens[at].start]


def _has(forms: Sequence[str], begun: Sequence[str]) -> Clause:
    alternatives = [tuple(Alternative(EXACT, mark + fold(form), "folding") for mark in ("", FOLDED)) for form in forms]
    alternatives += [tuple(Alternative(EXACT, form, "prefix") for form in begun)] if begun else []
    return Combined(tuple(AnyForm(one[0].term, one, ("names",)) for one in alternatives))


def _may_be(words: Sequence[str], name: str) -> bool:
    """Whether a heading has all the words but the last, and another that the last begins; one alone begins it."""
    parts = [fold(token.form) for token in tokenise(name)]
    *whole, beginning = words
    for word in whole:
        if word not in parts:
            return False
        parts.remove(word)
    return any(part.startswith(beginning) for part in (parts if whole else parts[:1]))
