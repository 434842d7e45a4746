"""The second stage: folders and items ordered by their own score and by the evidence of their pages.

The weights are measured (docs/benchmarks.md): a sum over pages misleads, a folder's own score with its best page
does not.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from discovery.engines.port import Evidence, Hit
from discovery.query.tiers import tier, within

CONSIDERED = 200
"""Hits of the first stage that are ordered anew."""
BEST_PAGE = 1.5
OTHER_PAGES = 0.1


def rerank(
    hits: Sequence[Hit], evidence: Mapping[Hashable, Evidence], last: frozenset[Hashable] = frozenset()
) -> list[Hit]:
    """The hits in their final order, each with the score that it has within its tier.

    Hits and pages come scored in tiers (`discovery.query.tiers`). A higher tier always comes first, and within a tier
    those that are `last` (`own_key`s) come last.
    """
    scored = [(tier(hit.score), _scored(hit, evidence.get(hit.own_key))) for hit in hits]
    return [hit for _, hit in sorted(scored, key=lambda found: (-found[0], found[1].own_key in last, -found[1].score))]


def _scored(hit: Hit, found: Evidence | None) -> Hit:
    """A hit with its own score and that of its pages, of which those count that are as sure as itself."""
    pages = [within(page.score) for page in found.hits if tier(page.score) >= tier(hit.score)] if found else []
    return replace(hit, score=within(hit.score) + _pages(pages))


def _pages(scores: Sequence[float]) -> float:
    """The best page, and a share of the others that grows ever more slowly and never reaches the best."""
    if not scores:
        return 0.0
    best, *others = scores
    rest = sum(others)
    return BEST_PAGE * best + OTHER_PAGES * best * rest / (rest + best) if best else 0.0
