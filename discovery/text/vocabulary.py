"""The words of the texts that are shown, found again by the terms they are indexed under."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from discovery.text.analysis import terms_in

MOST = 200_000
"""Words of one language after which its vocabulary begins anew."""


class Vocabulary:
    """Words of one language as they stand in texts. Several threads may share it: it only grows.

    A page of results shows several thousand different words, of which a query matches a handful: asking by term finds
    those without looking at the others.
    """

    def __init__(self, language: str) -> None:
        self._terms = terms_in(language)
        self._met: set[str] = set()
        self._by_exact: defaultdict[str, set[str]] = defaultdict(set)
        self._by_own: defaultdict[str, set[str]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._met)

    def meet(self, words: AbstractSet[str]) -> None:
        """Words that can be asked for from now on."""
        for word in words - self._met:
            exact, own = self._terms[word]
            for term in exact:
                self._by_exact[term].add(word)
            for term in own:
                self._by_own[term].add(word)
        self._met |= words  # last: what another thread finds here is indexed

    def among(self, words: AbstractSet[str], exact: Iterable[str], own: Iterable[str]) -> set[str]:
        """Those of some words that were met that have one of these exact terms, or of these in the language's field."""
        found: set[str] = set()
        for by_term, terms in ((self._by_exact, exact), (self._by_own, own)):
            for term in terms:
                if known := by_term.get(term):
                    found |= known & words
        return found


_KNOWN: dict[str, Vocabulary] = {}


def vocabulary(language: str) -> Vocabulary:
    """The words met so far in a language ("" for none)."""
    known = _KNOWN.get(language)
    if known is None or len(known) > MOST:
        known = _KNOWN[language] = Vocabulary(language)
    return known
