"""Which words of a text a plan matches, and the snippets that show them. What is marked is what matched."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from discovery.query.clauses import Alternative, AnyForm, InOrder, Scoring
from discovery.records import Passage
from discovery.text.analysis import Placed, exact_terms, place, terms
from discovery.text.folding import fold
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


class Highlighter:
    """Finds the words of one plan in texts of one zone or another."""

    def __init__(self, words: Sequence[Scoring]) -> None:
        self._words = words
        self._slots: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
        self._languages = set[str]()
        for number, word in enumerate(words):
            for part, alternatives in enumerate(_parts(word)):
                for a in alternatives:
                    self._slots[a.analysis, a.term].append((number, part, a.relation))
                    self._languages.add(a.analysis)
        self._known: dict[tuple[str, str], tuple[tuple[int, int, str], ...]] = {}

    def marks(self, text: str, passages: tuple[Passage, ...], zone: str) -> list[Mark]:
        """The matched words of a text in order. A word inside several phrases is marked once."""
        if not self._slots:
            return []
        hits: defaultdict[int, defaultdict[int, list[tuple[Placed, str]]]] = defaultdict(lambda: defaultdict(list))
        for placed in place(text, passages):
            for number, part, relation in self._matches(placed.token.form, placed.language):
                if zone in self._words[number].zones:
                    hits[number][part].append((placed, relation))
        marks: dict[int, Mark] = {}
        for number, parts in hits.items():
            for placed, relation in self._matched(self._words[number], parts):
                marks.setdefault(placed.token.start, Mark(placed.token.start, placed.token.end, number, relation))
        return [marks[start] for start in sorted(marks)]

    def _matches(self, form: str, language: str) -> tuple[tuple[int, int, str], ...]:
        known = self._known.get((form, language))
        if known is None:
            found: dict[tuple[int, int], str] = {}
            wanted = [(EXACT, term) for term in exact_terms(form)]
            if language in self._languages:
                wanted += [(language, term) for term in terms(form, language)]
            for key in wanted:
                for number, part, relation in self._slots.get(key, ()):
                    if relation == "folding" and key[1] != FOLDED + fold(form):
                        relation = "old spelling"  # the text's spelling is the old one, the typed one is not
                    found.setdefault((number, part), relation)
            known = tuple((number, part, relation) for (number, part), relation in found.items())
            self._known[form, language] = known
        return known

    @staticmethod
    def _matched(word: Scoring, parts: "defaultdict[int, list[tuple[Placed, str]]]") -> Iterable[tuple[Placed, str]]:
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


def _in_order(
    word: InOrder, parts: "defaultdict[int, list[tuple[Placed, str]]]", order: range
) -> Iterable[tuple[Placed, str]]:
    """The places of all parts one behind the other, at most `slop` other words between them in all."""
    first, *rest = order
    for start in parts[first]:
        chain, left = [start], word.slop
        for part in rest:
            behind = chain[-1][0].position
            following = next((p for p in parts[part] if behind < p[0].position <= behind + 1 + left), None)
            if following is None:
                break
            left -= following[0].position - behind - 1
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
