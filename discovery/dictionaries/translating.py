"""A word → its translations, by all dictionaries together: directly, and by way of one other language.

A translation's weight is the square root of the share that the paths to it are of those to the likeliest one
(measured in docs/across.md against shares of all paths, other powers and one frequency for all translations of a word,
Pirkola's structured query).
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from discovery.dictionaries.store import Dictionaries
from discovery.text.terms import base_form

MOST = 12
"""Translations of a word into a language."""
DIRECT = 4
"""Paths that a direct translation counts for, beside one by way of another language."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A lemma or phrase of a language, its weight up to 1, and the words on the way to it."""

    text: str
    language: str
    weight: float
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translator:
    """Translates words typed in any language of the dictionaries."""

    dictionaries: Dictionaries

    def languages(self, forms: Sequence[str]) -> tuple[str, ...]:
        """The languages that most of the forms are words of; several where the words don't tell."""
        codes = sorted({language for language, _ in self.dictionaries.pairs})
        known = {code: sum(self._knows(form, code) for form in forms) for code in codes}
        most = max(known.values(), default=0)
        return tuple(code for code in codes if most and known[code] == most)

    def of(self, form: str, sources: Iterable[str], target: str) -> list[Translation]:
        """The translations of a lower-case form, the likeliest first."""
        paths: Counter[str] = Counter()
        ways: dict[str, tuple[str, ...]] = {}
        for source in sources:
            if source != target:
                self._add(base_form(form, source), source, target, paths, ways)
        likeliest = max(paths.values(), default=1)
        ranked = sorted(paths.items(), key=lambda found: (-found[1], found[0]))[:MOST]
        return [
            Translation(text, target, math.sqrt(count / likeliest), (form, *ways[text]))
            for text, count in ranked
            if text != form
        ]

    def _add(
        self,
        lemma: str,
        source: str,
        target: str,
        paths: Counter[str],
        ways: dict[str, tuple[str, ...]],
    ) -> None:
        for text in self.dictionaries.translations(lemma, source, target):
            paths[text] += DIRECT
            ways[text] = (text,)
        for pivot in sorted({code for code, _ in self.dictionaries.pairs} - {source, target}):
            for between in self.dictionaries.translations(lemma, source, pivot):
                for text in self.dictionaries.translations(between, pivot, target):
                    paths[text] += 1
                    ways.setdefault(text, (between, text))

    def _knows(self, form: str, language: str) -> bool:
        lemma = base_form(form, language)
        targets = [target for source, target in self.dictionaries.pairs if source == language]
        return any(self.dictionaries.translations(lemma, language, target) for target in targets)
