"""What a typed form is looked for as: itself, its spellings, its inflections, and what the archive's lexicon adds."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from discovery.names.lexicon import Expansion, Relation
from discovery.names.ocr import alike
from discovery.query.clauses import RELATIONS, Alternative
from discovery.text.folding import fold, modern_russian, spellings
from discovery.text.lemmas import may_be_name
from discovery.text.terms import analyser
from mappings.fields import EXACT, FOLDED
from mappings.languages import LANGUAGES, STEM


class Expander(Protocol):
    """Forms of the archive that a form, or one of the other forms of its word, is related to."""

    def __call__(self, form: str, also: Sequence[str] = (), /) -> Iterable[Expansion]: ...


SHORTEST_NAME = 4
"""Letters of a form, and of what the lexicon offers for it: shorter ones meet by chance."""
MOST_INFLECTED = 2
"""Other forms of a word whose misreadings are looked for too."""
ALL = "all"
"""Switches every relation off but "typed"."""

LEXICAL = frozenset([Relation.OTHER_SCRIPT, Relation.OCR_READING])
"""Relations that the lexicon knows."""

_RELATIONS = {name.casefold(): name for name in (ALL, *RELATIONS)}
_SCRIPTS = (("Cyrl", re.compile("[Ѐ-ԯ]")), ("Grek", re.compile("[Ͱ-Ͽ]")), ("Hebr", re.compile("[\u0590-\u05ff]")))


def left_out(said: Iterable[str]) -> frozenset[str]:
    """What `Request.without` names: relations, however capitals were typed, and forms as the archive writes them."""
    return frozenset(_RELATIONS.get(one.casefold(), unicodedata.normalize("NFC", one).lower()) for one in said)


def bare(term: str) -> str:
    """A term as it is shown, and named to leave it out: without the marks of foldings and stems."""
    return term.removeprefix(FOLDED).removeprefix(STEM)


def nothing(form: str, also: Sequence[str] = ()) -> tuple[Expansion, ...]:
    """The expansions of an archive without a lexicon."""
    return ()


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Finds them for an archive in these languages. `without` names relations, or single forms, to leave out.

    `complete` gives the terms of the archive that begin so, the most frequent first.
    """

    languages: tuple[str, ...]
    expand: Expander = nothing
    without: frozenset[str] = frozenset()
    complete: Callable[[str], Iterable[str]] = lambda prefix: ()

    def of(self, form: str, capital: bool = False) -> tuple[Alternative, ...]:
        """All alternatives of a lower-case form, as typed first. `capital`: it was typed like a name."""
        typed = Alternative(EXACT, form, "typed")
        if ALL in self.without:
            return (typed,)
        found = (typed, *self._spellings(form), *self._inflections(form), *self._expansions(form, capital))
        return tuple(a for a in found if a is typed or not {a.relation, bare(a.term)} & self.without)

    def _spellings(self, form: str) -> Iterable[Alternative]:
        old = modern_russian(form) != form
        for spelling in dict.fromkeys((form, *spellings(form))):
            relation = "folding" if spelling == fold(form) else "old spelling"
            if spelling != form:
                yield Alternative(EXACT, spelling, relation)
            yield Alternative(EXACT, FOLDED + spelling, "old spelling" if old else relation)

    def _inflections(self, form: str) -> Iterable[Alternative]:
        for code, term in self._terms(form):
            if form not in LANGUAGES[code].stop_words:
                yield Alternative(code, term, "same stem" if term.startswith(STEM) else "inflection")

    def _expansions(self, form: str, capital: bool) -> Iterable[Alternative]:
        """What the lexicon has, but for other forms of the same word and, in small letters, for ordinary words."""
        if sum(map(str.isalpha, form)) < SHORTEST_NAME or self._is_stop(form):
            return
        if self.without.issuperset(LEXICAL):
            return
        own = set(self._terms(form))
        for other, relation in self.expand(form, self._inflected(form, own)):
            named = capital or (may_be_name(form) and may_be_name(other)) or relation is Relation.OCR_READING
            theirs = set(self._terms(other))
            inflected = {code for code, _ in own & theirs} == {code for code, _ in own | theirs}
            if named and len(other) >= SHORTEST_NAME and not inflected:
                yield Alternative(EXACT, other, str(relation))

    def _inflected(self, form: str, own: set[tuple[str, str]]) -> list[str]:
        """Other forms of the word that occur, the most frequent first."""
        stem = form[: min((alike(form, bare(term)) for _, term in own), default=0)]
        if len(stem) < SHORTEST_NAME or Relation.OCR_READING in self.without:
            return []
        others = (other for other in self.complete(stem) if other != form and not other.startswith(FOLDED))
        return list(islice((other for other in others if own & set(self._terms(other))), MOST_INFLECTED))

    def _is_stop(self, form: str) -> bool:
        return any(form in LANGUAGES[code].stop_words for code in self.languages)

    def _terms(self, form: str) -> Iterable[tuple[str, str]]:
        """The terms of a form in the languages of its script that have an analysis."""
        script = next((name for name, letters in _SCRIPTS if letters.search(form)), "Latn")
        for code in self.languages:
            language = LANGUAGES[code]
            if (language.stemmer or language.lemmas) and script == language.script:
                yield from ((code, term) for term in analyser(code)(form))
