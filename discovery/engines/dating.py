"""Counts of dates as an engine has them → what a histogram needs, the same for every engine."""

from collections.abc import Mapping

from discovery.engines.port import Buckets, Dating

MOST_BUCKETS = 2000


def make_dating(
    buckets: Buckets,
    certain: Mapping[int, int],
    possible: Mapping[int, int],
    touched: Mapping[int, int],
    states: Mapping[str, int],
    certain_hits: int,
) -> Dating:
    """Hits by bucket. For days, `touched` says how many are certainly or possibly of each, in place of `possible`."""
    certain = buckets.within(certain)
    if buckets.unit == "day":
        possible = {number: count - certain.get(number, 0) for number, count in touched.items()}
    return Dating(
        certain,
        buckets.within(possible),
        certain_hits,
        states.get("dated", 0) - certain_hits,
        states.get("undated", 0),
        states.get("broad", 0),
    )
