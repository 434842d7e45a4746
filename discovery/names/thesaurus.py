"""The thesaurus: concepts with labels in several languages, found in what was typed. See docs/thesaurus.md."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from discovery.text.analysis import analysed
from discovery.text.folding import fold
from discovery.text.terms import analyser
from discovery.text.tokens import tokenise
from mappings.languages import LANGUAGES, PART

MOST_SUGGESTIONS = 5


class Label(NamedTuple):
    """A word or phrase for a concept in one language (ISO 639-1)."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept. `broader` are ids; the first label in a language is the preferred one."""

    id: str
    labels: tuple[Label, ...]
    broader: tuple[str, ...] = ()
    source: str = ""

    def preferred(self, languages: Iterable[str]) -> tuple[Label, ...]:
        """The preferred label in each of the languages that has one."""
        first: dict[str, Label] = {}
        for label in self.labels:
            first.setdefault(label.language, label)
        return tuple(first[language] for language in languages if language in first)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A concept that was typed: its label as matched, the preferred ones in the other languages, and where it stands.

    `start` and `end` count words of what was typed, half open.
    """

    concept: Concept
    matched: Label
    labels: tuple[Label, ...]
    start: int
    end: int


Compared = tuple[frozenset[str], ...]
"""The terms of each word of a label; () for one that can't be typed."""


class _Entry(NamedTuple):
    """A label ready to be compared: the terms of each of its words."""

    concept: Concept
    label: Label
    words: Compared


class Thesaurus:
    """Concepts by the words of their labels. Of two with one id the first counts."""

    def __init__(self, concepts: Iterable[Concept] = (), compared: Mapping[Label, Compared] | None = None) -> None:
        """`compared` is what labels are compared by, where that is known (`compared`)."""
        self._compared = dict(compared or {})
        self._by_id: dict[str, Concept] = {}
        self._entries: dict[str, dict[str, list[_Entry]]] = {}
        for concept in concepts:
            if self._by_id.setdefault(concept.id, concept) is concept:
                for label in concept.labels:
                    self._enter(concept, label)
        self.languages = tuple(language for language in LANGUAGES if language in self._entries)

    def __iter__(self) -> Iterator[Concept]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, id_: str) -> Concept | None:
        return self._by_id.get(id_)

    @property
    def compared(self) -> Mapping[Label, Compared]:
        """What each label is compared by, to be kept beside the concepts: it takes longer to make than to read."""
        return self._compared

    def suggest(self, typed: str | Sequence[str], languages: Sequence[str] = ()) -> list[Suggestion]:
        """The concepts named in a query, the longest label first, at most MOST_SUGGESTIONS, none inside a longer one.

        `languages` are those of the archive (default: all): a label may be typed in any of them.
        """
        text = unicodedata.normalize("NFC", typed if isinstance(typed, str) else " ".join(typed))
        forms = [token.form for token in tokenise(text)]
        spoken = tuple(languages or self.languages)
        matches = [match for language in spoken for match in self._matches(forms, language)]
        ranked = sorted(matches, key=lambda match: _rank(match[0], match[1], forms))
        return [_suggestion(entry, start, spoken) for entry, start in _outermost(ranked)[:MOST_SUGGESTIONS]]

    def _enter(self, concept: Concept, label: Label) -> None:
        words = self._compared.get(label)
        if words is None:
            words = self._compared[label] = _compared(label)
        if not words:
            return
        entry = _Entry(concept, label, words)
        first = self._entries.setdefault(label.language, {})
        for term in words[0]:
            first.setdefault(term, []).append(entry)

    def _matches(self, forms: list[str], language: str) -> Iterator[tuple[_Entry, int]]:
        first = self._entries.get(language)
        if first is None:
            return
        typed = [_terms(form, language, sought=True) for form in forms]
        for start, begins in enumerate(typed):
            for term in begins:
                for entry in first.get(term, ()):
                    following = typed[start : start + len(entry.words)]
                    if len(following) == len(entry.words) and not any(
                        map(frozenset.isdisjoint, entry.words, following)
                    ):
                        yield entry, start


def _compared(label: Label) -> Compared:
    if label.language not in LANGUAGES:
        return ()
    forms = [token.form for token in tokenise(unicodedata.normalize("NFC", label.text))]
    return tuple(_terms(form, label.language) | _terms(fold(form) or form, label.language) for form in forms)


@lru_cache(maxsize=200_000)
def _terms(form: str, language: str, sought: bool = False) -> frozenset[str]:
    """What a word of a label is compared by, or one that was typed: its folded form and its terms in the language."""
    made = analyser(language) if analysed(language) else None
    found = (made.sought if sought else made)(form) if made else ()
    return frozenset((fold(form) or form, *(term for term in found if not term.startswith(PART))))


def _rank(entry: _Entry, start: int, forms: list[str]) -> tuple[int, int, int]:
    """Longer labels first, then those with more words as they were typed, then as they follow each other."""
    as_typed = sum(fold(form) in words for form, words in zip(forms[start:], entry.words, strict=False))
    return -len(entry.words), -as_typed, start


def _outermost(ranked: list[tuple[_Entry, int]]) -> list[tuple[_Entry, int]]:
    """Each concept once, and none that stands inside a longer label: "general strike" does not mean every strike."""
    kept: dict[str, tuple[_Entry, int]] = {}
    for entry, start in ranked:
        end = start + len(entry.words)
        longer = ((at, at + len(other.words)) for other, at in kept.values() if len(other.words) > len(entry.words))
        if entry.concept.id not in kept and not any(begin <= start and end <= stop for begin, stop in longer):
            kept[entry.concept.id] = entry, start
    return list(kept.values())


def _suggestion(entry: _Entry, start: int, languages: Sequence[str]) -> Suggestion:
    others = [language for language in languages if language != entry.label.language]
    labels = entry.concept.preferred(others)
    return Suggestion(entry.concept, entry.label, labels, start, start + len(entry.words))
