"""Russian and Ukrainian lemmas by pymorphy3: the only module that knows it."""

from functools import cache, lru_cache

import pymorphy3

from discovery.text.folding import fold, modern_russian


@cache
def _analyser(dictionary: str) -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang=dictionary)


@lru_cache(maxsize=500_000)
def lemmas(form: str, dictionary: str) -> tuple[str, ...]:
    """All lemmas of a form, folded, likeliest first. An ambiguous form has several: стали → стать, сталь.

    The dictionary takes 89 µs a form and an archive repeats its forms: hence the cache.
    """
    known = modern_russian(form) if dictionary == "ru" else form
    parses = _analyser(dictionary).parse(known)
    return tuple(dict.fromkeys(fold(parse.normal_form) for parse in parses))


def dictionary_version(dictionary: str) -> str:
    """Version and revision of a dictionary, for the fingerprint of an index."""
    meta = _analyser(dictionary).dictionary.meta
    return f"{meta.get('language_code')}-{meta.get('source_version')}-{meta.get('source_revision')}"
