"""Phrases and NEAR → tantivy phrases, which find what the highlighter marks and the server finds, and no more."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from math import prod
from typing import NamedTuple

from tantivy import Query, Schema

from discovery.engines.embedded.schema import field_of, term_of
from discovery.query.clauses import InOrder, Neighbours, by_analysis
from mappings.fields import ZONES

MOST_SCORED = 16
"""Combinations of alternatives scored by their words in one field; if there are more, all are sought at once."""
MOST_STATES = 900
"""Bytes of terms sought at once: the library's regular expressions have at most 1,000 states."""

Places = list[str | tuple[int, str]]
Weighed = tuple[str, float]


class Layout(NamedTuple):
    """Where the words of a phrase stand, and how far they may be from there: a slop, which reaches both ways."""

    offsets: tuple[int, ...]
    slop: int = 0

    def places(self, words: Sequence[str]) -> Places:
        return list(zip(self.offsets, words, strict=True))


def sequence_queries(clause: InOrder | Neighbours, schema: Schema) -> Iterator[Query]:
    """The ways to find a sequence: one of them is enough."""
    layouts = _layouts(clause)
    for zone in clause.zones:
        for analysis, sides in by_analysis(clause, zone):
            if field := field_of(zone, analysis):
                words = [
                    [(term_of(analysis, a.term), a.weight * ZONES[zone].weight) for a in word]
                    for side in sides
                    for word in side
                ]
                yield from _phrases(field, words, layouts, schema)


def _phrases(field: str, words: list[list[Weighed]], layouts: list[Layout], schema: Schema) -> Iterator[Query]:
    for sequence in islice(product(*words), MOST_SCORED):
        terms, weights = zip(*sequence, strict=True)
        for layout in layouts:
            phrase = Query.phrase_query(schema, field, layout.places(terms), layout.slop)
            yield Query.boost_query(phrase, min(weights))
    if prod(map(len, words)) > MOST_SCORED:
        least = min(weight for word in words for _, weight in word)
        for patterns in product(*(_patterns(term for term, _ in word) for word in words)):
            for layout in layouts:
                phrase = Query.regex_phrase_query(schema, field, layout.places(patterns), layout.slop)
                yield Query.const_score_query(phrase, least)


def _layouts(clause: InOrder | Neighbours) -> list[Layout]:
    """All that a sequence allows, and nothing else."""
    if isinstance(clause, InOrder):
        return [Layout(tuple(range(len(clause.words))))]
    left, right = (len(side) for side in clause.sides)
    gaps = _gaps(clause.distance) if left == right == 1 else [(gap, 0) for gap in range(1, clause.distance + 1)]
    behind = [(range(left), range(left - 1 + gap, left + right - 1 + gap), slop) for gap, slop in gaps]
    before = [(range(right - 1 + gap, right + left - 1 + gap), range(right), slop) for gap, slop in gaps]
    return [Layout((*first, *second), slop) for first, second, slop in behind + before]


def _gaps(most: int) -> list[tuple[int, int]]:
    """Gaps from 1 to `most`, as one or two with a slop: of two words a phrase varies by exactly that."""
    slop = (most - 1) // 2
    return [(gap, slop) for gap in sorted({1 + slop, most - slop})]


def _patterns(terms: Iterable[str]) -> list[str]:
    """Terms as regular expressions, as many in each as it holds."""
    patterns: list[list[str]] = []
    room = 0
    for term in terms:
        size = len(term.encode()) + 2
        if size > MOST_STATES:  # such a word was typed, and so is among the phrases
            continue
        if size > room:
            patterns.append([])
            room = MOST_STATES
        patterns[-1].append(re.escape(term))
        room -= size
    return ["|".join(pattern) for pattern in patterns]
