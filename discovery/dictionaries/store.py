"""Dictionaries compiled into one trie that is mapped: lemma in one language → lemmas and phrases in another.

Read in both directions. What lies in the folder of the system, or is named by a collection, is compiled once, into the
cache folder; a dictionary that is added or changed makes another file.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import marisa_trie

from discovery.dictionaries.entries import Pair, read_dictd, read_tabs, read_tei
from discovery.errors import BadFile
from discovery.text.codes import language_code
from discovery.text.dictionary import version
from discovery.text.kept import opened
from discovery.text.terms import base_form
from discovery.text.tokens import tokenise
from mappings.languages import LANGUAGES

SYSTEM = Path("/usr/share/dictd")
"""Where Debian's packages of FreeDict put theirs."""
COMPILED = "4"
_READERS = {".index": read_dictd, ".tei": read_tei}


@dataclass(frozen=True, slots=True)
class Source:
    """A dictionary file and its two languages (ISO 639-1)."""

    file: Path
    language: str
    target: str

    def pairs(self) -> Iterator[Pair]:
        return _READERS.get(self.file.suffix, read_tabs)(self.file)


def sources(said: str | Sequence[str] = "system") -> tuple[Source, ...]:
    """The dictionaries that a setting names: those of the system, or files; none for "none".

    The languages of a file are the last two codes in its name: `freedict-deu-rus.index`, `fr-en.tsv`.
    """
    if said == "none":
        return ()
    files = sorted(SYSTEM.glob("*.index")) if said == "system" else [Path(name) for name in said]
    found = []
    for file in files:
        *_, one, other = ["", "", *file.name.split(".")[0].split("-")]
        codes = language_code(one), language_code(other)
        if LANGUAGES.keys() >= set(codes):
            found.append(Source(file, *codes))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Dictionaries:
    """Translations of lemmas between languages. `pairs` are the pairs of languages (ISO 639-1) that there are."""

    trie: marisa_trie.BytesTrie
    pairs: frozenset[tuple[str, str]]

    def translations(self, lemma: str, language: str, target: str) -> tuple[str, ...]:
        """What a lemma is called: lemmas, and phrases in small letters."""
        if (language, target) not in self.pairs:
            return ()
        return tuple(value.decode() for value in self.trie.get(_key(language, target, lemma)) or ())


@lru_cache(maxsize=4)
def dictionaries(found: tuple[Source, ...]) -> Dictionaries:
    """The dictionaries of some sources, compiled if they are not yet. A damaged one is left out."""
    pairs = {(source.language, source.target) for source in found}
    pairs |= {(target, language) for language, target in pairs}
    trie = opened(f"dictionaries-{_digest(found)}", lambda: marisa_trie.BytesTrie(_entries(found)))
    return Dictionaries(trie, frozenset(pairs))


def _digest(found: Sequence[Source]) -> str:
    facts = [(str(source.file), source.file.stat().st_size, source.file.stat().st_mtime_ns) for source in found]
    return hashlib.blake2b(repr((COMPILED, version(), facts)).encode(), digest_size=8).hexdigest()


def _entries(found: Sequence[Source]) -> Iterator[tuple[str, bytes]]:
    """Both directions of each pair of languages, each translation once."""
    for one, other in sorted({(min(pair), max(pair)) for pair in ((s.language, s.target) for s in found)}):
        known = {
            both for source in found if {source.language, source.target} == {one, other} for both in _both_ways(source)
        }
        yield from ((key, translation.encode()) for key, translation in known)


def _both_ways(source: Source) -> Iterator[tuple[str, str]]:
    try:
        for word, translation in source.pairs():
            left, right = _base(word, source.language), _base(translation, source.target)
            if left and " " not in left and right:
                yield _key(source.language, source.target, left), right
            if right and " " not in right and left:
                yield _key(source.target, source.language, right), left
    except BadFile:
        return


def _base(phrase: str, language: str) -> str:
    """A word as its lemma, a phrase as its words in small letters."""
    forms = [token.form for token in tokenise(phrase)]
    return base_form(forms[0], language) if len(forms) == 1 else " ".join(forms)


def _key(language: str, target: str, lemma: str) -> str:
    return f"{language}>{target}\t{lemma}"
