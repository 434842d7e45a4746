"""Tiers: in every engine the order holds from the first hit to the last, and nothing more or less is found."""

from discovery.engines.port import Question
from discovery.query.clauses import Alternative, AnyForm, Combined
from discovery.query.tiers import in_tiers, tier
from tests.contract.conftest import keys
from tests.contract.test_clauses import ALL, word


def among(typed, relation, other):
    return AnyForm(typed, (Alternative("exact", typed, "typed"), Alternative("exact", other, relation)), ALL)


def asked(snapshot, clause, view="pages"):
    return snapshot.ask(Question(view=view, clause=in_tiers(clause, view))).hits


def test_what_was_typed_stands_before_what_the_lexicon_brought_in(snapshot) -> None:
    for typed, other in (("journaux", "wurden"), ("wurden", "journaux")):
        hits = asked(snapshot, among(typed, "OCR reading", other))
        assert [tier(hit.score) for hit in hits] == [2, 1]
        assert keys(snapshot, hits[:1]) == keys(snapshot, asked(snapshot, word(typed)))


def test_a_pseudonym_alone_stands_last(snapshot) -> None:
    hits = asked(snapshot, among("journaux", "pseudonym", "wurden"))
    assert [tier(hit.score) for hit in hits] == [2, 0]


def test_without_expansions_all_are_sure(snapshot) -> None:
    hits = asked(snapshot, word("journaux", "wurden"))
    assert [tier(hit.score) for hit in hits] == [2, 2]


def test_what_must_not_be_there_keeps_all_its_forms(snapshot) -> None:
    clause = Combined((word("journaux", "wurden"),), must_not=(among("zzz", "OCR reading", "wurden"),))
    assert keys(snapshot, asked(snapshot, clause)) == keys(snapshot, asked(snapshot, word("journaux")))
