"""The second stage: folders and items ordered by their own score and by the evidence of their pages.

The weights are measured (docs/benchmarks.md): a sum over pages misleads, a folder's own score with its best page
does not.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from discovery.engines.port import Evidence, Hit

CONSIDERED = 200
"""Hits of the first stage that are ordered anew."""
BEST_PAGE = 1.5
OTHER_PAGES = 0.1


def rerank(
    hits: Sequence[Hit], evidence: Mapping[Hashable, Evidence], covered: Mapping[Hashable, int], strict: bool
) -> list[Hit]:
    """The hits by their final score, which replaces that of the first stage.

    `covered` counts the distinct query words each has; with `strict` more words always come first.
    """
    scored = [replace(hit, score=hit.score + _pages(evidence.get(hit.own_key))) for hit in hits]
    return sorted(scored, key=lambda hit: (-covered.get(hit.own_key, 0) if strict else 0, -hit.score))


def _pages(found: Evidence | None) -> float:
    """The best page, and a share of the others that grows ever more slowly and never reaches the best."""
    if found is None or not found.hits:
        return 0.0
    best, *others = (hit.score for hit in found.hits)
    rest = sum(others)
    return BEST_PAGE * best + OTHER_PAGES * best * rest / (rest + best) if best else 0.0
