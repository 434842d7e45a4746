"""Which words of a text a plan matches, and the snippets that show them. What is marked is what matched."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from discovery.query.clauses import Alternative, AnyForm, InOrder, Scoring
from discovery.records import Passage
from discovery.text.analysis import exact_terms, in_passages, terms
from discovery.text.folding import fold
from discovery.text.tokens import find_words, form_of
from mappings.fields import EXACT, FOLDED

SNIPPET = 220
"""Code points of a snippet, about."""
CONTEXT = 60
"""Code points before the first mark of a snippet, about."""


class Mark(NamedTuple):
    """A marked word: its place, which of the plan's words it stands for, and how it relates to what was typed."""

    start: int
    end: int
    word: int
    relation: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text with the marks in it; offsets are code points of `text`."""

    text: str
    marks: tuple[tuple[int, int], ...]
    language: str = ""
    words: frozenset[int] = frozenset()


class Found(NamedTuple):
    """A word of a text that is one of the plan's: its place in words and in code points, and how it relates."""

    position: int
    start: int
    end: int
    relation: str


Slot = tuple[int, int]
"""A place in the plan: the number of a word, and which part of it (0 but for phrases)."""


class Highlighter:
    """Finds the words of one plan in texts of one zone or another."""

    def __init__(self, words: Sequence[Scoring]) -> None:
        self._words = words
        self._slots: defaultdict[str, dict[str, dict[Slot, str]]] = defaultdict(dict)  # by analysis and term
        for number, word in enumerate(words):
            for part, alternatives in enumerate(_parts(word)):
                for a in alternatives:
                    self._slots[a.analysis].setdefault(a.term, {}).setdefault((number, part), a.relation)
        self._known: defaultdict[str, dict[str, dict[Slot, str] | None]] = defaultdict(dict)  # by language and word

    def marks(self, text: str, passages: tuple[Passage, ...], zone: str) -> list[Mark]:
        """The matched words of a text in order. A word inside several phrases is marked once."""
        if not self._slots:
            return []
        marks: dict[int, Mark] = {}
        for number, parts in self._found(text, passages).items():
            if zone in self._words[number].zones:
                for found in _matched(self._words[number], parts):
                    marks.setdefault(found.start, Mark(found.start, found.end, number, found.relation))
        return [marks[start] for start in sorted(marks)]

    def _found(self, text: str, passages: tuple[Passage, ...]) -> dict[int, dict[int, list[Found]]]:
        """By word and part of the plan, the words of the text that can stand for it, in order."""
        hits: defaultdict[int, defaultdict[int, list[Found]]] = defaultdict(lambda: defaultdict(list))
        position = -1
        for start, end, language in in_passages(len(text), passages):
            known = self._known[language]
            for match in find_words(text, start, end):
                position += 1
                word = match.group()
                if word not in known:
                    known[word] = self._slots_of(form_of(word), language)
                if slots := known[word]:
                    for (number, part), relation in slots.items():
                        hits[number][part].append(Found(position, match.start(), match.end(), relation))
        return {number: dict(parts) for number, parts in hits.items()}

    def _slots_of(self, form: str, language: str) -> dict[Slot, str] | None:
        """Where a form stands in the plan; None for most words of a text."""
        slots: dict[Slot, str] = {}
        exact, own = self._slots[EXACT], self._slots.get(language)
        for term in exact_terms(form):
            if term in exact:
                slots = _as_found(exact[term], term, form) | slots
        if own:
            for term in terms(form, language):
                if term in own:
                    slots = own[term] | slots
        return slots or None


def _as_found(slots: dict[Slot, str], term: str, form: str) -> dict[Slot, str]:
    """Slots whose relation is right where not the typed word but the one in the text is in old spelling."""
    if not term.startswith(FOLDED) or term == FOLDED + fold(form):
        return slots
    return {slot: "old spelling" if relation == "folding" else relation for slot, relation in slots.items()}


def _matched(word: Scoring, parts: Mapping[int, list[Found]]) -> Iterable[Found]:
    if isinstance(word, AnyForm):
        return parts[0]
    if len(parts) < len(word.words):
        return ()
    found = list(_in_order(word, parts, range(len(word.words))))
    if not word.ordered:
        found += _in_order(word, parts, range(len(word.words) - 1, -1, -1))
    return found


def _parts(word: Scoring) -> tuple[tuple[Alternative, ...], ...]:
    return (word.alternatives,) if isinstance(word, AnyForm) else word.words


def _in_order(word: InOrder, parts: Mapping[int, list[Found]], order: range) -> Iterable[Found]:
    """The places of all parts one behind the other, at most `slop` other words between them in all."""
    first, *rest = order
    for start in parts[first]:
        chain, left = [start], word.slop
        for part in rest:
            behind = chain[-1].position
            following = next((f for f in parts[part] if behind < f.position <= behind + 1 + left), None)
            if following is None:
                break
            left -= following.position - behind - 1
            chain.append(following)
        else:
            yield from chain


def best_snippet(text: str, marks: Sequence[Mark], passages: tuple[Passage, ...] = ()) -> Snippet:
    """The stretch of a text with the most distinct words marked, then the most marks; its beginning without marks."""
    best, score = 0, (0, 0)
    for number, mark in enumerate(marks):
        inside = [m for m in marks[number:] if m.end <= mark.start + SNIPPET - CONTEXT]
        this = (len({m.word for m in inside}), len(inside))
        if this > score:
            best, score = mark.start, this
    start = _word_start(text, max(0, best - CONTEXT)) if marks else 0
    end = _word_end(text, start + SNIPPET)
    inside = [m for m in marks if start <= m.start and m.end <= end]
    language = next((p.language for p in passages if p.start <= (inside[0].start if inside else start) < p.end), "")
    shown = text[start:end].replace("\n", " ").replace("\t", " ")
    shift = len(shown) - len(shown.lstrip())
    spans = tuple((m.start - start - shift, m.end - start - shift) for m in inside)
    return Snippet(shown.strip(), spans, language, frozenset(m.word for m in inside))


def _word_start(text: str, at: int) -> int:
    if at == 0:
        return 0
    space = _first_space(text, at)
    return space + 1 if 0 <= space < at + CONTEXT else at


def _first_space(text: str, at: int) -> int:
    places = [p for p in (text.find(" ", at), text.find("\n", at)) if p >= 0]
    return min(places, default=-1)


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = _first_space(text, at)
    return space if 0 <= space < at + 40 else at
