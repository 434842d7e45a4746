"""A text → the terms of its zone's fields, by position; and back: which alternative a word in a text matches."""

from collections.abc import Iterator
from typing import NamedTuple

from discovery.records import Passage
from discovery.text.folding import spellings
from discovery.text.terms import analyser
from discovery.text.tokens import Token, tokenise
from mappings.fields import FOLDED
from mappings.languages import LANGUAGES

_EXACT: dict[str, tuple[str, ...]] = {}
_MOST_REMEMBERED = 500_000


class Placed(NamedTuple):
    """A word of a text with the language of its passage; `position` counts words from 0."""

    token: Token
    position: int
    language: str


def exact_terms(form: str) -> tuple[str, ...]:
    """A form, and its spellings behind FOLDED: what stands at one position of an exact field."""
    terms = _EXACT.get(form)
    if terms is None:
        if len(_EXACT) >= _MOST_REMEMBERED:
            _EXACT.clear()
        terms = _EXACT[form] = (form, *(FOLDED + spelling for spelling in spellings(form)))
    return terms


def place(text: str, passages: tuple[Passage, ...]) -> Iterator[Placed]:
    """The words of a text in order, each with its passage's language ("" outside all passages)."""
    cuts = iter(passages)
    passage = next(cuts, None)
    for position, token in enumerate(tokenise(text)):
        while passage is not None and token.start >= passage.end:
            passage = next(cuts, None)
        inside = passage is not None and token.start >= passage.start
        yield Placed(token, position, passage.language if inside and passage is not None else "")


def analysed(language: str) -> bool:
    """Whether a language has a field of its own: a stemmer or a dictionary."""
    known = LANGUAGES.get(language)
    return known is not None and bool(known.stemmer or known.lemmas)


def terms(form: str, language: str) -> tuple[str, ...]:
    """The terms of a form in its language's field; () for a language without one."""
    return analyser(language)(form) if analysed(language) else ()
