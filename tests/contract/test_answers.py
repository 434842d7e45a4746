"""Filters, facets, dates, pages of results, evidence: in the archive made by hand."""

from datetime import date

import pytest

from discovery.engines.port import Buckets, Dating, Filter, Question
from discovery.query.clauses import AnyForm, Dated, Keyword
from tests.contract.conftest import keys, own_key
from tests.contract.documents import FOLDERS, document
from tests.contract.test_clauses import word

OPPOSITION = word("opposition", "оппозиции", "leer")


def ask(snapshot, **wanted):
    return snapshot.ask(Question(**{"view": "pages", **wanted}))


def found(snapshot, **wanted):
    return keys(snapshot, ask(snapshot, **wanted).hits)


def test_a_filter_keeps_any_of_its_values(snapshot) -> None:
    assert found(snapshot, filters=(Filter("language", ("ru", "de")),)) == ["p:i1/0002", "p:f2/0001"]


def test_a_filter_refuses_values(snapshot) -> None:
    assert found(snapshot, filters=(Filter("language", (), ("ru",)),)) == ["p:i1/0001", "p:f2/0001"]
    assert found(snapshot, filters=(Filter("language", ("fr",), ("ru",)),)) == ["p:i1/0001"]


def test_filters_are_joined_by_and(snapshot) -> None:
    both = (Filter("language", ("fr",)), Filter("section", ("Germany",)))
    assert found(snapshot, filters=both) == []


def test_facets_count_hits(snapshot) -> None:
    answer = ask(snapshot, clause=OPPOSITION, facets=("language", "section"))
    assert answer.facets == {"language": {"fr": 2, "ru": 1, "de": 1}, "section": {"France": 2, "Germany": 1}}


def test_a_facet_leaves_its_own_selection_out(snapshot) -> None:
    answer = ask(snapshot, facets=("language", "section"), filters=(Filter("language", ("de",)),))
    assert answer.total == 1
    assert answer.facets == {"language": {"fr": 2, "ru": 1, "de": 1}, "section": {"Germany": 1}}


def test_a_facet_heeds_the_selections_of_others_and_dates(snapshot) -> None:
    answer = ask(
        snapshot,
        facets=("language", "section"),
        filters=(Filter("section", ("France",)),),
        dated=Dated(date(1931, 1, 1), date(1931, 12, 31)),
    )
    assert answer.facets == {"language": {"fr": 2, "ru": 1}, "section": {"France": 2}}


def test_years(snapshot) -> None:
    dating = ask(snapshot, view="folders", buckets=Buckets("year")).dating
    assert dating == Dating({}, {1931: 1, 1932: 1, 1933: 1}, 0, 1, 0, 1)
    assert ask(snapshot, buckets=Buckets("year")).dating == Dating({1931: 2}, {}, 2, 0, 1, 0)


def test_months_of_the_hits_and_no_others(snapshot) -> None:
    spring = (date(1931, 4, 1), date(1931, 6, 30))
    dating = ask(snapshot, buckets=Buckets("month", *spring), dated=Dated(*spring)).dating
    assert dating == Dating({}, {193104: 2, 193105: 2, 193106: 2}, 0, 2, 0, 0)
    outside = ask(snapshot, buckets=Buckets("month"), dated=Dated(date(1900, 1, 1), date(1900, 12, 31))).dating
    assert outside == Dating()


def test_days(snapshot) -> None:
    dating = ask(snapshot, buckets=Buckets("day", date(1931, 5, 31), date(1931, 6, 1))).dating
    assert dating == Dating({}, {19310531: 2, 19310601: 2}, 0, 2, 1, 0)


ORDERED = {
    "earliest": ["u:f2", "u:f1", "u:f3"],
    "latest": ["u:f2", "u:f1", "u:f3"],
    "place": ["u:f1", "u:f2", "u:f3"],
}


@pytest.mark.parametrize("order", ORDERED)
def test_orders_end_with_what_is_undated(new_place, order) -> None:
    undated = document("u:f3", ["folders"], folder="u:f3", place=9)
    snapshot = new_place().load({**FOLDERS, "f3": [undated]}).snapshot()
    for clause in (None, Keyword("view", ("folders",))):
        answer = snapshot.ask(Question(view="folders", clause=clause, order=order))
        assert keys(snapshot, answer.hits) == ORDERED[order]
        assert {hit.score for hit in answer.hits} == {0.0}
        following = snapshot.ask(Question(view="folders", clause=clause, order=order, offset=1, limit=1))
        assert keys(snapshot, following.hits) == ORDERED[order][1:2]


def test_nothing_is_counted_that_was_not_asked_for(snapshot) -> None:
    answer = ask(snapshot)
    assert answer.facets == {}
    assert answer.dating == Dating()


def test_limit_and_offset(snapshot) -> None:
    whole = found(snapshot, view="pages")
    assert [found(snapshot, limit=1, offset=n) for n in range(4)] == [[key] for key in whole] + [[]]
    answer = ask(snapshot, limit=0)
    assert answer.hits == ()
    assert answer.total == 3


def test_several_questions_at_once(snapshot) -> None:
    questions = [Question(view="pages", clause=word("deux"), facets=("section",)), Question(view="folders", limit=1)]
    assert snapshot.ask_all(questions) == [snapshot.ask(question) for question in questions]
    assert snapshot.ask_all([]) == []


def test_evidence_is_by_parent(snapshot) -> None:
    folder, other = own_key(snapshot, "u:f1"), own_key(snapshot, "u:f2")
    evidence = snapshot.evidence(OPPOSITION, [folder, other], "folder", 1)
    assert {key: one.total for key, one in evidence.items()} == {folder: 2, other: 1}
    assert {key: len(one.hits) for key, one in evidence.items()} == {folder: 1, other: 1}
    assert keys(snapshot, evidence[other].hits) == ["p:f2/0001"]


def test_evidence_of_items(snapshot) -> None:
    item = own_key(snapshot, "u:i1")
    [(parent, found)] = snapshot.evidence(word("deux"), [item], "item", 5).items()
    assert parent == item
    assert keys(snapshot, found.hits) == ["p:i1/0001"]
    assert found.hits[0].score > 0


def test_evidence_of_many_is_looked_for_at_once(snapshot) -> None:
    folder = own_key(snapshot, "u:f1")
    others = [type(folder)(number) for number in range(100)] if isinstance(folder, int) else list(map(str, range(100)))
    evidence = snapshot.evidence(OPPOSITION, [folder, *others], "folder", 3)
    assert {key: one.total for key, one in evidence.items()} == {folder: 2}


def test_no_evidence(snapshot) -> None:
    assert snapshot.evidence(word("zzz"), [own_key(snapshot, "u:f1")], "folder", 3) == {}
    assert snapshot.evidence(word("deux"), [], "folder", 3) == {}


def test_matching(snapshot) -> None:
    hits = ask(snapshot).hits
    clauses = [word("deux"), Keyword("section", ("France",)), AnyForm("", (), ("text",))]
    one, france, nothing = snapshot.matching(clauses, hits)
    assert one == {own_key(snapshot, "p:i1/0001")}
    assert france == {hit.own_key for hit in hits[:2]}
    assert nothing == frozenset()
    assert snapshot.matching([word("deux")], hits[1:]) == [frozenset()]
    assert snapshot.matching(clauses, []) == [frozenset()] * 3
    assert snapshot.matching([], hits) == []
