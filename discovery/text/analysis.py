"""A form → the terms it is indexed under, in the exact field and in its language's."""

from collections.abc import Iterator
from functools import cache, lru_cache

from discovery.records import Passage
from discovery.text.folding import spellings
from discovery.text.terms import analyser
from discovery.text.tokens import find_words, form_of
from mappings.fields import FOLDED
from mappings.languages import LANGUAGES

_ANALYSED = frozenset(code for code, language in LANGUAGES.items() if language.stemmer or language.lemmas)


Terms = tuple[str, ...]
MOST_REMEMBERED = 500_000


@lru_cache(maxsize=MOST_REMEMBERED)
def exact_terms(form: str) -> tuple[str, ...]:
    """A form, and its spellings behind FOLDED: what stands at one position of an exact field."""
    return (form, *(FOLDED + spelling for spelling in spellings(form)))


def place(text: str, passages: tuple[Passage, ...]) -> Iterator[tuple[str, int, str]]:
    """The words of a text in order: form, position (counting from 0), language of its passage ("" outside all)."""
    position = 0
    for start, end, language in in_passages(len(text), passages):
        for match in find_words(text, start, end):
            yield form_of(match.group()), position, language
            position += 1


class Analysed(dict[str, tuple[Terms, Terms]]):
    """Words of one language as they stand in texts → their exact terms and those of the language's field.

    One look-up a word: an archive repeats its words, and this is what loading spends its time on.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> tuple[Terms, Terms]:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        form = form_of(word)
        found = self[word] = exact_terms(form), terms(form, self._language)
        return found


@cache
def words_of(language: str) -> Analysed:
    """The words met so far in a language ("" for none)."""
    return Analysed(language)


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
