"""Russian and Ukrainian lemmas by pymorphy3: the only module that knows it.

A dictionary takes a tenth of a second to open, and is opened when the first Cyrillic word comes: without one a form is
its own lemma.
"""

import importlib
import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pymorphy3

from discovery.text.folding import fold, modern_russian

_CYRILLIC = re.compile("[Ѐ-ԯ]")


@cache
def _analyser(dictionary: str) -> "pymorphy3.MorphAnalyzer":
    import pymorphy3  # noqa: PLC0415

    return pymorphy3.MorphAnalyzer(lang=dictionary)


@lru_cache(maxsize=500_000)
def lemmas(form: str, dictionary: str) -> tuple[str, ...]:
    """All lemmas of a form, folded, likeliest first. An ambiguous form has several: стали → стать, сталь.

    The dictionary takes 89 µs a form and an archive repeats its forms: hence the cache.
    """
    if not _CYRILLIC.search(form):
        return (fold(form),)
    known = modern_russian(form) if dictionary == "ru" else form
    parses = _analyser(dictionary).parse(known)
    return tuple(dict.fromkeys(fold(parse.normal_form) for parse in parses))


_NAMES = frozenset(["Name", "Surn", "Patr", "Geox", "Orgn"])


@lru_cache(maxsize=50_000)
def may_be_name(form: str) -> bool:
    """Whether the Russian dictionary knows a form as a name, or not at all; words in other scripts always may."""
    if not _CYRILLIC.search(form):
        return True
    analyser = _analyser("ru")
    modern = modern_russian(form)
    return not analyser.word_is_known(modern) or any(_NAMES & parse.tag.grammemes for parse in analyser.parse(modern))


@lru_cache(maxsize=50_000)
def surnames(form: str, dictionary: str) -> tuple[str, ...]:
    """The lemmas of a form as a surname, folded; () where the dictionary has none. Молотов is no form of молот.

    A form that is a surname as it stands is not also a case of another: Жуков is no form of somebody called Жук.
    """
    if not _CYRILLIC.search(form):
        return ()
    named = [parse for parse in _analyser(dictionary).parse(form) if "Surn" in parse.tag.grammemes]
    itself = [parse for parse in named if parse.tag.grammemes >= {"sing", "nomn"}]
    return tuple(dict.fromkeys(fold(parse.normal_form) for parse in itself or named))


def is_russian(form: str) -> bool:
    """Whether the Russian dictionary has a form."""
    return bool(_CYRILLIC.search(form)) and bool(_analyser("ru").word_is_known(modern_russian(form)))


def dictionary_version(dictionary: str) -> str:
    """Version and revision of a dictionary, for the fingerprint of an index."""
    package = importlib.import_module(f"pymorphy3_dicts_{dictionary}")
    meta = dict(json.loads((Path(package.get_path()) / "meta.json").read_text(encoding="utf-8")))
    return f"{meta.get('language_code')}-{meta.get('source_version')}-{meta.get('source_revision')}"
