"""A form → the terms it is indexed under, in the exact field and in its language's."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TypeVar

from discovery.records import Passage
from discovery.text.folding import spellings
from discovery.text.terms import analyser
from discovery.text.tokens import form_of
from mappings.fields import FOLDED
from mappings.languages import LANGUAGES

_ANALYSED = frozenset(code for code, language in LANGUAGES.items() if language.stemmer or language.lemmas)

Made = TypeVar("Made")
Terms = tuple[str, ...]
MOST_REMEMBERED = 500_000


@lru_cache(maxsize=MOST_REMEMBERED)
def exact_terms(form: str) -> tuple[str, ...]:
    """A form, and its spellings behind FOLDED: what stands at one position of an exact field."""
    return (form, *(FOLDED + spelling for spelling in spellings(form)))


class Remembered(dict[str, Made]):
    """Words as they stand in texts → what is made of them, each once: an archive repeats its words."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> Made:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[word] = self._make(word)
        return found


@cache
def terms_in(language: str) -> Remembered[tuple[Terms, Terms]]:
    """The exact terms of a word, and those of its language's field."""

    def make(word: str) -> tuple[Terms, Terms]:
        form = form_of(word)
        return exact_terms(form), terms(form, language)

    return Remembered(make)


def in_passages(length: int, passages: tuple[Passage, ...]) -> Iterator[Passage]:
    """Passages that cover a text of this length: those given, and between them some in no language."""
    at = 0
    for passage in passages:
        if passage.start > at:
            yield Passage(at, passage.start, "")
        yield passage
        at = passage.end
    if at < length:
        yield Passage(at, length, "")


def analysed(language: str) -> bool:
    """Whether a language has a field of its own: a stemmer or a dictionary."""
    return language in _ANALYSED


def terms(form: str, language: str) -> tuple[str, ...]:
    """The terms of a form in its language's field; () for a language without one."""
    return analyser(language)(form) if language in _ANALYSED else ()
