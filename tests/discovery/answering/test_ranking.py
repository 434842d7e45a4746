"""The second stage: what evidence does to an order, and what it can't."""

from hypothesis import given
from hypothesis import strategies as st

from discovery.answering.ranking import rerank
from discovery.engines.port import Evidence, Hit
from discovery.query.tiers import TIER


def hits(**scores: float) -> list[Hit]:
    return [Hit(None, key, score) for key, score in scores.items()]


def evidence(*scores: float) -> Evidence:
    return Evidence(len(scores), tuple(Hit(None, n, score) for n, score in enumerate(scores)))


def keys(found: list[Hit]) -> str:
    return "".join(str(hit.own_key) for hit in found)


def test_a_good_page_lifts_a_folder() -> None:
    assert keys(rerank(hits(a=3.0, b=2.0), {"b": evidence(4.0)})) == "ba"


def test_many_poor_pages_do_not_outweigh_a_good_one() -> None:
    found = {"a": evidence(5.0), "b": evidence(*[4.0] * 20)}
    assert keys(rerank(hits(a=1.0, b=1.0), found)) == "ab"


def test_of_equal_best_pages_more_pages_win() -> None:
    assert keys(rerank(hits(a=1.0, b=1.0), {"a": evidence(4.0), "b": evidence(4.0, 1.0)})) == "ba"


def test_a_higher_tier_comes_first_and_counts_only_pages_as_sure() -> None:
    sure, unsure = 2 * TIER, TIER
    ranked = rerank(hits(a=sure + 1.0, b=sure + 2.0, c=unsure + 90.0), {"a": evidence(unsure + 50.0, 40.0)})
    assert [(hit.own_key, hit.score) for hit in ranked] == [("b", 2.0), ("a", 1.0), ("c", 90.0)]


def test_what_is_last_is_so_within_its_tier() -> None:
    ranked = rerank(hits(a=TIER + 9.0, b=TIER + 1.0, c=90.0), {}, frozenset("ac"))
    assert keys(ranked) == "bac"


def test_equals_keep_their_order() -> None:
    assert keys(rerank(hits(c=1.0, a=1.0, b=1.0), {})) == "cab"


SCORES = st.floats(0.0, 100.0)


@given(st.lists(SCORES, min_size=1, max_size=20), st.lists(st.lists(SCORES, max_size=5), max_size=20))
def test_nothing_is_lost_and_scores_fall(scores: list[float], pages: list[list[float]]) -> None:
    found = {n: evidence(*sorted(several, reverse=True)) for n, several in enumerate(pages)}
    ranked = rerank([Hit(None, n, score) for n, score in enumerate(scores)], found)
    assert sorted(hit.own_key for hit in ranked) == list(range(len(scores)))
    assert [hit.score for hit in ranked] == sorted((hit.score for hit in ranked), reverse=True)
    assert all(hit.score >= scores[hit.own_key] for hit in ranked)
