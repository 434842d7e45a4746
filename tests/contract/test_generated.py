"""Archives and questions drawn by chance: every engine answers as the oracle does."""

from dataclasses import replace

import pytest

from discovery.engines.port import ORDERS, Filter, Question
from discovery.query.clauses import Keyword
from tests.contract.conftest import keys
from tests.contract.documents import FACET_NAMES, Chance
from tests.contract.oracle import Oracle

SEEDS = range(6)
QUESTIONS = 60


@pytest.fixture(scope="module", params=SEEDS)
def pair(request, new_place):
    """An engine and the oracle with the same archive, and the chance that goes on to draw the questions."""
    chance = Chance(request.param)
    archive = chance.archive()
    oracle = Oracle()
    writer = oracle.writer()
    for folder, documents in archive.items():
        writer.replace(folder, documents)
    writer.commit(None)
    return chance, new_place().load(archive).snapshot(), oracle.snapshot()


def questions(chance):
    for _ in range(QUESTIONS):
        pick = chance.chance.choice
        filters = (Filter("language", *pick([(("ru",), ()), ((), ("ru",)), (("fr", "pl"), ("de",))])),)
        yield Question(
            view=pick(["pages", "pages", "folders", "items"]),
            clause=chance.clause() if pick([True, True, True, False]) else None,
            filters=(filters + ((Filter("genre", ("letter",)),) if pick([0, 1]) else ())) if pick([0, 1]) else (),
            dated=pick(
                [None, None, chance._dated(0), Keyword("dating", ("own", "broad")), Keyword("dating", ("stated",))]
            ),
            order=pick(ORDERS),
            limit=1000,
            facets=FACET_NAMES,
            buckets=chance.buckets(),
        )


def hits_of(dating) -> int:
    return dating.certain_hits + dating.possible_hits + dating.undated + dating.broad


def test_answers(pair) -> None:
    chance, snapshot, oracle = pair
    for question in questions(chance):
        found, expected = snapshot.ask(question), oracle.ask(question)
        assert set(keys(snapshot, found.hits)) == set(keys(oracle, expected.hits)), question
        assert found.total == expected.total, question
        assert found.facets == expected.facets, question
        assert found.dating == expected.dating, question
        assert found.total == hits_of(found.dating), question
        if question.order != "relevance" or not question.clause:
            assert keys(snapshot, found.hits) == keys(oracle, expected.hits), question
        pages = [*range(0, found.total, 3)]
        paged = [hit for at in pages for hit in snapshot.ask(replace(question, limit=3, offset=at)).hits]
        assert keys(snapshot, paged) == keys(snapshot, found.hits), question


def test_evidence_and_matching(pair) -> None:
    chance, snapshot, oracle = pair
    for _ in range(QUESTIONS // 3):
        clause = chance.clause()
        mine, theirs = (s.ask(Question(view="folders")).hits for s in (snapshot, oracle))
        names = dict(zip((hit.own_key for hit in mine), keys(snapshot, mine), strict=True))
        assert {names[key] for key in snapshot.matching([clause], mine)[0]} == oracle.matching([clause], theirs)[0], (
            clause
        )
        found = snapshot.evidence(clause, list(names), "folder", 100)
        expected = oracle.evidence(clause, list(names.values()), "folder", 100)
        got = {names[key]: (one.total, set(keys(snapshot, one.hits))) for key, one in found.items()}
        assert got == {key: (one.total, set(keys(oracle, one.hits))) for key, one in expected.items()}, clause


@pytest.mark.parametrize("prefix", ["o", "с", "ev", "ż", "~"])
def test_completions(pair, prefix) -> None:
    _, snapshot, oracle = pair
    assert snapshot.completions(prefix, 1000) == oracle.completions(prefix, 1000)
