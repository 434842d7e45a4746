"""Words inside words: the parts of a compound, by a table of lemmas. Arbeiterbewegung has Arbeiter and Bewegung."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from discovery.text.dictionary import words_of
from mappings.compounds import COMPOUNDING, Compounding

SHORTEST, LONGEST = 4, 40
"""Letters of a part, and of what is split at all."""
SHORTEST_HEAD = 6
"""Letters of a last part behind one that the table has not: Trotzkistenbewegung."""

Lemmas = tuple[str, ...]
Table = Callable[[str], Lemmas]


@dataclass(frozen=True, slots=True)
class Splitter:
    """Splits lower-case forms of one language. `table` gives the lemmas of a form, with the capitals of nouns."""

    rules: Compounding
    table: Table

    def parts(self, form: str) -> tuple[str, ...]:
        """The lemmas of the parts in small letters, all that a part may be of; () for what is no compound, as known."""
        if not 2 * SHORTEST <= len(form) <= LONGEST or not form.isalpha():
            return ()
        whole = bool(self.table(form))
        found = self._split(form, whole) or (() if whole else self._head(form))
        return tuple(dict.fromkeys(lemma.lower() for lemmas in found for lemma in lemmas))

    def _split(self, form: str, whole: bool) -> tuple[Lemmas, ...]:
        """Two parts that the table has, or three; of several ways the one with the longest last part."""
        for before, last in self._ends(form, SHORTEST):
            if first := self._first(before, whole):
                return (first, last)
        for before, last in self._ends(form, 2 * SHORTEST):
            for at in range(SHORTEST, len(before) - SHORTEST + 1):
                if (second := self._first(before[at:], whole)) and (first := self._first(before[:at], whole)):
                    return (first, second, last)
        return ()

    def _ends(self, form: str, least: int) -> Iterator[tuple[str, Lemmas]]:
        """What is before each last part, and that part's lemmas, the longest first."""
        for at in range(least, len(form) - SHORTEST + 1):
            if last := self._last(form[at:]):
                yield form[:at], last

    def _last(self, form: str) -> Lemmas:
        """The lemmas of a form as the last part, which says what the whole is; () where it can be none."""
        if form in self.rules.no_last:
            return ()
        lemmas = self.table(form)
        return tuple(lemma for lemma in lemmas if lemma[:1].isupper()) if self.rules.nouns else lemmas

    def _first(self, form: str, whole: bool) -> Lemmas:
        """The lemmas of a form as a part before the last, its linking letters aside.

        In a word that the table has whole, four letters have to be a word, or one less its e: kont is of Konto, and no
        part of Kontrolle.
        """
        if form in self.rules.no_first:
            return ()
        for word in self._unlinked(form):
            lemmas = self.table(word) if len(word) >= SHORTEST else ()
            if lemmas and not self.rules.no_first & {word, *lemmas}:
                as_it_stands = {form, f"{form}e"} & set(map(str.lower, lemmas))
                if not whole or len(form) > SHORTEST or as_it_stands:
                    return lemmas
        return ()

    def _unlinked(self, form: str) -> Iterator[str]:
        yield form
        yield from (form + lost for lost in self.rules.lost)
        yield from (form.removesuffix(link) for link in self.rules.links if form.endswith(link))

    def _head(self, form: str) -> tuple[Lemmas, ...]:
        """The last part of a word that the table has not, where what is before it may be a name."""
        ends = (last for before, last in self._ends(form, SHORTEST) if len(form) - len(before) >= SHORTEST_HEAD)
        return tuple(filter(None, [next(ends, ())]))


@cache
def splitter(language: str) -> Splitter | None:
    """The splitter of a language (ISO 639-1); None for one without compounds."""
    rules = COMPOUNDING.get(language)
    return Splitter(rules, words_of(language)) if rules else None
