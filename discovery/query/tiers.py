"""Tiers of hits: what matches as it was typed stands before all that only the archive's lexicon brought in.

The tier is part of the score, so that the order holds on every page of results and in every engine.
"""

from discovery.query.clauses import EXPANSIONS, Clause, Combined, Keyword, any_of, trimmed
from discovery.query.names import PSEUDONYM

TIER = 4096.0
"""What one tier is worth: more than all words of a query score, and a power of two, which costs the least precision."""

_TIERS = ((2, EXPANSIONS), (1, frozenset([PSEUDONYM])), (0, frozenset[str]()))
"""Tiers, the surest first, and the relations they do without. A pseudonym may be words like any other: der Alte."""

TRANSLATED = frozenset(["other script", "forename", "authority"])
"""What a name is called in another language: as sure as a translation, where those are asked for."""


def in_tiers(clause: Clause, view: str, across: bool = False) -> Clause:
    """The same clause, scored in tiers: in the highest by what was typed alone, in each other by what it adds too.

    `across`: what is written in other languages counts as typed, its names too. Behind all that has one translated
    word, they would not count at all (measured: docs/across.md).
    """
    heights: dict[Clause, int] = {}
    for height, relations in _TIERS:
        heights.setdefault(trimmed(clause, relations - TRANSLATED if across else relations), height)
    layers = list(heights)
    above: list[tuple[Clause, ...]] = [(), *((layer,) for layer in layers)]
    return any_of(*(_layer(layer, heights[layer], over, view) for layer, over in zip(layers, above, strict=False)))


def _layer(clause: Clause, height: int, above: tuple[Clause, ...], view: str) -> Clause:
    lifted = (Keyword("view", (view,), height * TIER),) if height else ()
    return Combined(must=(clause, *lifted), must_not=above)


def tier(score: float) -> int:
    """The tier of a hit: 2 is the surest."""
    return int(score // TIER)


def within(score: float) -> float:
    """A score without its tier."""
    return score % TIER
