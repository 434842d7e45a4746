"""The second stage: folders and items ordered by their own score and by the evidence of their pages.

The weights are measured (docs/benchmarks.md): a sum over pages misleads, a folder's own score with its best page
does not.
"""

from collections.abc import Container, Hashable, Mapping, Sequence
from dataclasses import replace

from discovery.engines.port import Evidence, Hit

CONSIDERED = 200
"""Hits of the first stage that are ordered anew."""
BEST_PAGE = 1.5
OTHER_PAGES = 0.1


def rerank(
    hits: Sequence[Hit],
    evidence: Mapping[Hashable, Evidence],
    covered: Mapping[Hashable, int],
    strict: bool,
    surer: Sequence[Container[Hashable]] = (),
) -> list[Hit]:
    """The hits by their final score, which replaces that of the first stage.

    `covered` counts the distinct query words each has; with `strict` more words always come first. Before that come
    the hits in the first of `surer`, which match as it was typed, then those in the second.
    """
    scored = [replace(hit, score=hit.score + _pages(evidence.get(hit.own_key))) for hit in hits]

    def order(hit: Hit) -> tuple[int, int, float]:
        tier = next((number for number, keys in enumerate(surer) if hit.own_key in keys), len(surer))
        return tier, -covered.get(hit.own_key, 0) if strict else 0, -hit.score

    return sorted(scored, key=order)


def _pages(found: Evidence | None) -> float:
    """The best page, and a share of the others that grows ever more slowly and never reaches the best."""
    if found is None or not found.hits:
        return 0.0
    best, *others = (hit.score for hit in found.hits)
    rest = sum(others)
    return BEST_PAGE * best + OTHER_PAGES * best * rest / (rest + best) if best else 0.0
