"""Which words of a text a plan matches. What is marked is what matched."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from discovery.query.clauses import DATE, RELATIONS, Alternative, AnyForm, InOrder, Scoring, may_stand
from discovery.records import Passage
from discovery.text.analysis import in_passages, terms_in
from discovery.text.folding import fold
from discovery.text.tokens import words_in
from discovery.text.vocabulary import vocabulary
from mappings.fields import EXACT, FOLDED


class Mark(NamedTuple):
    """A marked word: its place, which of the plan's words it stands for, and how it relates to what was typed."""

    start: int
    end: int
    word: int
    relation: str


class Found(NamedTuple):
    """A word of a text that is one of the plan's: its place in words and in code points, and how it relates."""

    position: int
    start: int
    end: int
    relation: str


_CLOSENESS = list(RELATIONS)

Slot = tuple[int, int]
"""A place in the plan: the number of a word, and which part of it (0 but for phrases)."""
Slots = dict[Slot, str]
"""Places in the plan, and how each relates to what was typed."""


class Highlighter:
    """Finds the words of one plan in texts of one zone or another."""

    def __init__(self, words: Sequence[Scoring]) -> None:
        self._words = words
        self._slots: defaultdict[str, dict[str, Slots]] = defaultdict(dict)  # by analysis and term
        for number, word in enumerate(words):
            for part, alternatives in enumerate(_parts(word)):
                for a in alternatives:
                    self._slots[a.analysis].setdefault(a.term, {}).setdefault((number, part), a.relation)
        self._known: dict[str, _Known] = {}  # by language

    @property
    def years(self) -> Iterable[str]:
        """Years that stand for what is dated in them, which no text shows."""
        return self._slots.get(DATE, ())

    def marks(self, text: str, passages: tuple[Passage, ...], zone: str) -> list[Mark]:
        """The matched words of a text in order. A word inside several phrases is marked once."""
        if not self._slots:
            return []
        marks: dict[int, Mark] = {}
        for number, parts in self._found(text, passages).items():
            if zone in self._words[number].zones:
                for found in _matched(self._words[number], parts):
                    if not may_stand(found.relation, zone):
                        continue
                    marks.setdefault(found.start, Mark(found.start, found.end, number, found.relation))
        return [marks[start] for start in sorted(marks)]

    def _found(self, text: str, passages: tuple[Passage, ...]) -> dict[int, dict[int, list[Found]]]:
        """By word and part of the plan, the words of the text that can stand for it, in order."""
        hits: defaultdict[int, defaultdict[int, list[Found]]] = defaultdict(lambda: defaultdict(list))
        before = 0
        for passage in in_passages(len(text), passages):
            words = words_in(text, passage.start, passage.end)
            if slots := _together([self._known_in(language).among(words) for language in passage.languages]):
                for position, word, at in _placed(text, passage.start, words, slots):
                    for (number, part), relation in slots[word].items():
                        hits[number][part].append(Found(before + position, at, at + len(word), relation))
            before += len(words)
        return {number: dict(parts) for number, parts in hits.items()}

    def _known_in(self, language: str) -> "_Known":
        if language not in self._known:
            self._known[language] = _Known(language, self._slots[EXACT], self._slots.get(language, {}))
        return self._known[language]


class _Known:
    """Which words of a language stand in the plan, and where."""

    def __init__(self, language: str, exact: Mapping[str, Slots], own: Mapping[str, Slots]) -> None:
        self._vocabulary, self._terms = vocabulary(language), terms_in(language)
        self._exact, self._own = exact, own
        self._seen: dict[str, Slots] = {}

    def among(self, words: Sequence[str]) -> dict[str, Slots]:
        """Those of the words that stand in the plan."""
        distinct = set(words)
        self._vocabulary.meet(distinct)
        return {word: self._slots(word) for word in self._vocabulary.among(distinct, self._exact, self._own)}

    def _slots(self, word: str) -> Slots:
        if word not in self._seen:
            self._seen[word] = self._closest(*self._terms[word])
        return self._seen[word]

    def _closest(self, forms: Sequence[str], terms: Sequence[str]) -> Slots:
        found = [_as_found(self._exact[term], term, forms[0]) for term in forms if term in self._exact]
        found += [self._own[term] for term in terms if term in self._own]
        return _closest(found)


def _closest(found: Iterable[Slots]) -> Slots:
    """The places of all of them, each by the closest relation."""
    closest: Slots = {}
    for slots in found:
        for slot, relation in slots.items():
            closest[slot] = min(closest.get(slot, relation), relation, key=_CLOSENESS.index)
    return closest


def _together(found: Sequence[dict[str, Slots]]) -> dict[str, Slots]:
    """What words are in each of the languages that their passage can be in."""
    if len(found) == 1:
        return found[0]
    words = dict.fromkeys(word for slots in found for word in slots)
    return {word: _closest(slots.get(word, {}) for slots in found) for word in words}


def _placed(text: str, at: int, words: Sequence[str], wanted: Container[str]) -> Iterator[tuple[int, str, int]]:
    """Those words of a text that are wanted, each with its place in words and in code points.

    What lies between two words has no letter in it: the next place of a word's letters is its own.
    """
    for position, word in enumerate(words):
        at = text.index(word, at)
        if word in wanted:
            yield position, word, at
        at += len(word)


def _as_found(slots: Slots, term: str, form: str) -> Slots:
    """Slots whose relation is right where not the typed word but the one in the text is in old spelling."""
    if not term.startswith(FOLDED) or term == FOLDED + fold(form):
        return slots
    return {slot: "old spelling" if relation == "folding" else relation for slot, relation in slots.items()}


def _matched(word: Scoring, parts: Mapping[int, list[Found]]) -> Iterable[Found]:
    if isinstance(word, AnyForm):
        return parts[0]
    if len(parts) < len(word.words):
        return ()
    if isinstance(word, InOrder):
        runs = _runs(parts, range(len(word.words)))
    else:
        middle = len(word.sides[0])
        left, right = _runs(parts, range(middle)), _runs(parts, range(middle, len(word.words)))
        runs = [run for run in left if _beside(run, right, word.distance)]
        runs += [run for run in right if _beside(run, left, word.distance)]
    return chain.from_iterable(runs)


def _parts(word: Scoring) -> tuple[tuple[Alternative, ...], ...]:
    return (word.alternatives,) if isinstance(word, AnyForm) else word.words


def _runs(parts: Mapping[int, list[Found]], numbers: range) -> list[list[Found]]:
    """Where these parts stand side by side, in the order of the text."""
    first, *rest = ({found.position: found for found in parts[number]} for number in numbers)
    whole = (at for at in first if all(at + n in placed for n, placed in enumerate(rest, 1)))
    return [[first[at], *(placed[at + n] for n, placed in enumerate(rest, 1))] for at in whole]


def _beside(run: list[Found], others: list[list[Found]], distance: int) -> bool:
    """Whether one of the others begins behind a run, or ends before it, at most that many words away."""
    behind = bisect_right(others, run[-1].position, key=_first)
    before = bisect_left(others, run[0].position, key=_last) - 1
    return (behind < len(others) and _first(others[behind]) - run[-1].position <= distance) or (
        before >= 0 and run[0].position - _last(others[before]) <= distance
    )


def _first(run: list[Found]) -> int:
    return run[0].position


def _last(run: list[Found]) -> int:
    return run[-1].position
