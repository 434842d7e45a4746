"""Which words of a text a plan matches. What is marked is what matched."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from discovery.query.clauses import RELATIONS, Alternative, AnyForm, InOrder, Scoring
from discovery.records import Passage
from discovery.text.analysis import in_passages, terms_in
from discovery.text.folding import fold
from discovery.text.tokens import find_words
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


class Highlighter:
    """Finds the words of one plan in texts of one zone or another."""

    def __init__(self, words: Sequence[Scoring]) -> None:
        self._words = words
        self._slots: defaultdict[str, dict[str, dict[Slot, str]]] = defaultdict(dict)  # by analysis and term
        for number, word in enumerate(words):
            for part, alternatives in enumerate(_parts(word)):
                for a in alternatives:
                    self._slots[a.analysis].setdefault(a.term, {}).setdefault((number, part), a.relation)
        self._known: dict[str, _Known] = {}  # by language

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
            known = self._known.get(language)
            if known is None:
                known = self._known[language] = _Known(language, self._slots[EXACT], self._slots.get(language, {}))
            for match in find_words(text, start, end):
                position += 1
                if slots := known[match.group()]:
                    for (number, part), relation in slots.items():
                        hits[number][part].append(Found(position, match.start(), match.end(), relation))
        return {number: dict(parts) for number, parts in hits.items()}


class _Known(dict[str, dict[Slot, str] | None]):
    """Words of a language as they stand in texts → where they stand in the plan; None for most of them.

    Several thousand different words are asked about for one page of results: hence the short ways.
    """

    def __init__(self, language: str, exact: Mapping[str, dict[Slot, str]], own: Mapping[str, dict[Slot, str]]) -> None:
        super().__init__()
        self._words, self._exact, self._own = terms_in(language), exact, own

    def __missing__(self, word: str) -> dict[Slot, str] | None:
        forms, terms = self._words[word]
        none = self._exact.keys().isdisjoint(forms) and self._own.keys().isdisjoint(terms)
        self[word] = slots = None if none else self._closest(forms, terms)
        return slots

    def _closest(self, forms: Sequence[str], terms: Sequence[str]) -> dict[Slot, str]:
        found = [_as_found(self._exact[term], term, forms[0]) for term in forms if term in self._exact]
        found += [self._own[term] for term in terms if term in self._own]
        closest: dict[Slot, str] = {}
        for slots in found:
            for slot, relation in slots.items():
                closest[slot] = min(closest.get(slot, relation), relation, key=_CLOSENESS.index)
        return closest


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
