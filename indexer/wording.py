"""Which language a unit is described in: title and description together, and what the finding aid says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from discovery.records import Passage, Unit
from discovery.text.language import passages
from discovery.text.prior import OF_MATERIAL, Prior
from indexer.shown import spans
from mappings.languages import LANGUAGES

ENOUGH = 60
"""Code points from which a text can be in another language than the one that the finding aid states."""
_BETWEEN = "\n\n"
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_OTHERS = re.compile("[Ͱ-ԯ\u0590-\u05ff\u3040-\u9fff]")


@dataclass(frozen=True, slots=True)
class Wording:
    """The passages of a unit's title and description; `language` is that of most of it, "" where nobody knows."""

    title: tuple[Passage, ...]
    description: tuple[Passage, ...]
    language: str
    simple: bool = False  # all of it in that language, for sure

    @property
    def languages(self) -> set[str]:
        """All that its words are found in."""
        return {code for passage in (*self.title, *self.description) for code in passage.languages} - {""}

    def said(self, language: str) -> dict[str, list[tuple[Any, ...]]]:
        """The passages of each that are not simply in a language, as a record keeps them."""
        if self.simple and language == self.language:
            return {}
        zones = {"title": self.title, "description": self.description}
        simple = {(language,), ("",)}
        return {
            zone: spans(passages)
            for zone, passages in zones.items()
            if any(passage.languages not in simple for passage in passages)
        }

    def of(self, text: str) -> tuple[Passage, ...]:
        """The passages of what else is written of the unit: dates, form, numbers."""
        return (Passage(0, len(text), self.language),) if self.language else ()


def worded(unit: Unit, languages: Prior) -> Wording:
    """How a unit is described. What the finding aid states counts more than what its letters say, but not for a long
    text; `languages` says what is likely where it states nothing.
    """
    title, description = unit.title, unit.description
    if unit.language and _is_settled(unit.language, title, description):
        return Wording(_whole(title, unit.language), _whole(description, unit.language), unit.language, simple=True)
    if unit.language:
        likely = languages.stating([unit.language])
    else:
        likely = languages.stating(unit.languages, OF_MATERIAL) if unit.languages else languages
    found = passages(f"{title}{_BETWEEN}{description}", likely)
    behind = len(title) + len(_BETWEEN)
    parts = tuple(_part(found, 0, len(title))), tuple(_part(found, behind, behind + len(description)))
    return Wording(*parts, unit.language or _most(found))


def _is_settled(stated: str, title: str, description: str) -> bool:
    """Whether what is stated needs no look at the letters: of a short text in the script of that language."""
    if stated not in LANGUAGES:
        return True
    foreign = _OTHERS if LANGUAGES[stated].script == "Latn" else _LATIN
    return len(title) + len(description) < ENOUGH and not foreign.search(f"{title} {description}")


def _whole(text: str, language: str) -> tuple[Passage, ...]:
    return (Passage(0, len(text), language),) if text else ()


def _part(found: tuple[Passage, ...], start: int, end: int) -> Iterator[Passage]:
    """The passages of a part of a text, as places in that part."""
    for passage in found:
        low, high = max(passage.start, start), min(passage.end, end)
        if low < high:
            yield passage._replace(start=low - start, end=high - start)


def _most(found: tuple[Passage, ...]) -> str:
    """The language of most of a text."""
    lengths: dict[str, int] = {}
    for passage in found:
        if passage.language:
            lengths[passage.language] = lengths.get(passage.language, 0) + passage.end - passage.start
    return max(lengths, key=lengths.__getitem__, default="")
