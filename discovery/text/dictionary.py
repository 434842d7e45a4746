"""Lemmas by simplemma's tables, for languages that pymorphy3 has not: the only module that knows it.

A table is compiled once, into a file that is mapped and not read: a form has its lemma in a microsecond, and what
several processes look up is in memory once. See docs/decisions/0013.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import metadata

import marisa_trie

from discovery.text.kept import opened
from discovery.text.paradigms import GENDERED, RULES, of_other_gender

COMPILED = "1"
"""Version of what is made of a table."""
_NAMES = {"no": "nb"}
"""What simplemma calls a language otherwise than ISO 639-1 as we use it."""


@cache
def words_of(language: str) -> Callable[[str], tuple[str, ...]]:
    """Look-up of a lower-case form: its lemmas as they are written; () for a form that the table has not."""
    find = opened(f"{language}-{version()}", lambda: _compile(language)).get
    return lambda form: tuple(lemma.decode() for lemma in find(form) or ())


def lemmas_of(language: str) -> Callable[[str], tuple[str, ...]]:
    """The same in small letters, accents kept, each once."""
    words = words_of(language)
    return lambda form: tuple(dict.fromkeys(word.lower() for word in words(form)))


@cache
def version() -> str:
    """What must not change between loading and searching."""
    return f"simplemma-{metadata.version('simplemma')}-{COMPILED}"


def _compile(language: str) -> marisa_trie.BytesTrie:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory  # noqa: PLC0415

    table = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(_NAMES.get(language, language))
    return marisa_trie.BytesTrie((form, lemma.encode()) for form, lemma in _readings(language, table))


def _readings(language: str, table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Forms in small letters with their lemmas. What is the lemma of other forms is its own as well."""
    rule = RULES.get(language)
    lemmas = {lemma for form, lemma in table.items() if lemma != form}
    for written, lemma in table.items():
        form, own = written.lower(), lemma
        if language in GENDERED and written in lemmas and of_other_gender(form, own):
            continue
        yield from ((form, one) for one in own.split("|"))
        if rule:
            yield from ((form, other) for other in rule(form, own, table))
    yield from ((lemma.lower(), lemma) for lemma in lemmas if "|" not in lemma)
