"""Tree → plan: what has to match, what it is looked for as, in golden tables."""

import re
from dataclasses import replace

import pytest

from discovery.query.alternatives import Alternatives
from discovery.query.clauses import AnyForm, InOrder, Neighbours
from discovery.query.parser import parse
from discovery.query.plan import Match, Plan
from discovery.query.planning import make_plan
from discovery.query.references import call_key, find_calls, find_references, is_part
from discovery.query.words import opening
from mappings.fields import FIELD_ALIASES
from mappings.languages import LANGUAGES
from tests.discovery.query.shown import shown
from tests.discovery.tables import rows

FIELDS = frozenset(FIELD_ALIASES)


def plan(typed: str, match: Match = "most", languages: tuple[str, ...] = ("ru", "fr", "de", "en", "es")) -> Plan:
    completions = {"opposit": ["opposition", "opposizione"]}
    return make_plan(parse(typed, FIELDS), Alternatives(languages), match, lambda prefix: completions.get(prefix, ()))


@pytest.mark.parametrize(("typed", "match", "clause", "dropped", "notices"), rows(__file__, "plan.tsv"))
def test_golden(typed: str, match: Match, clause: str, dropped: str, notices: str) -> None:
    made = plan(typed, match)
    assert (shown(made.clause), " ".join(made.dropped)) == (clause, dropped)
    assert " | ".join(notice.message for notice in made.notices) == notices


@pytest.mark.parametrize(("typed", "analysis", "term", "relation"), rows(__file__, "alternatives.tsv"))
def test_alternatives(typed: str, analysis: str, term: str, relation: str) -> None:
    (word,) = plan(typed).words
    assert isinstance(word, AnyForm)
    found = {(a.analysis, a.term): a.relation for a in word.alternatives}
    assert found.get((analysis, term), "-") == relation


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_typed_form_comes_first_and_weighs_most(code: str) -> None:
    (word,) = plan("opposition", languages=(code,)).words
    assert isinstance(word, AnyForm)
    first, *others = word.alternatives
    assert (first.analysis, first.term, first.weight) == ("exact", "opposition", 1.0)
    assert all(other.weight < 1 for other in others)


def test_a_phrase_is_only_itself() -> None:
    (phrase,) = plan('"Левой оппозиціи"').words
    assert isinstance(phrase, InOrder)
    assert [[a.term for a in word] for word in phrase.words] == [["левой"], ["оппозиціи"]]


@pytest.mark.parametrize(
    ("typed", "opens"),
    [("Левая оппозиция", "Левая"), ("Левая Оппозиция", ""), ("левая оппозиция", ""), ("Партия и Троцкий", "")],
)
def test_a_capital_may_only_begin_a_sentence(typed: str, opens: str) -> None:
    assert opening(typed, frozenset(["и"])) == opens


def test_near_keeps_its_phrases_whole() -> None:
    (near,) = plan('alpha NEAR/3 "beta gamma"').words
    assert isinstance(near, Neighbours)
    assert [[word[0].term for word in side] for side in near.sides] == [["alpha"], ["beta", "gamma"]]
    assert near.distance == 3


def test_a_prefix_is_the_forms_of_the_archive() -> None:
    (prefix,) = plan("opposit*").words
    assert isinstance(prefix, AnyForm)
    assert [a.term for a in prefix.alternatives] == ["opposition", "opposizione"]


def test_words_behind_not_are_neither_marked_nor_ranked() -> None:
    assert [word.label for word in plan("alpha -beta NOT gamma AND NOT delta").words] == ["alpha"]


def test_only_a_loose_plan_can_lack_a_word() -> None:
    assert not plan("one1 two2 three3 four4").loose
    assert not plan("one1 two2 three3 four4", "all").loose
    assert plan("one1 two2", "any").loose
    assert plan("one1 two2 three3 four4").demanding(3).loose


def test_fewer_words_are_demanded_and_what_else_is_stays() -> None:
    whole = plan("+must one1 two2 three3 -not")
    assert shown(whole.demanding(2).clause) == "(+must +(2 of [one1, two2, three3]) -not)"
    assert whole.demanding(3) == whole


def test_a_plan_says_how_it_was_typed() -> None:
    made = plan("левая оппозиция")
    assert (made.typed, made.match) == ("левая оппозиция", "most")
    assert replace(made, clause=None).any_word == made.any_word


@pytest.mark.parametrize("line", rows(__file__, "references.tsv"), ids=lambda line: line[0])
def test_references(line: list[str]) -> None:
    typed, numbers, *calls = line
    own, *found = find_references(typed)
    assert own == typed.casefold().strip(" .,;:()[]")
    assert found == numbers.split()
    below = [key for key in find_calls(typed) if re.fullmatch(r"arch\.1483(\.\d+)+", key)]
    assert below == " ".join(calls).split()


@pytest.mark.parametrize(
    ("number", "cited"),
    [
        ("R 58/3231", "BArch R 58/3231, Bl. 12"),
        ("F/7/13091", "AN, F7 13091"),
        ("TAM.103", "tam 103, box 3"),
        ("MSS1234", "Papers (MSS 1234)"),
        ("НИОР РГБ Ф. 178", "ниор ргб ф.178"),
    ],
)
def test_a_call_number_is_the_same_whatever_stands_between(number: str, cited: str) -> None:
    assert call_key(number) in find_calls(cited)


def test_words_or_digits_alone_are_no_call_number() -> None:
    assert [call_key(text) for text in ("319.12", "Folder 34", "Correspondence", "")] == ["", "", "", ""]
    assert "tam.103" not in find_calls("TAM.1034")
    assert "tam.103" not in find_calls("tam 103b")


def test_parts_of_a_reference() -> None:
    assert is_part("319.12", "319")
    assert is_part("319/1", "319")
    assert not is_part("3190", "319")
    assert not is_part("319", "319")
