"""`opis lexicon`: the forms of a word that occur, by relation, with live counts."""

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.answering.word_forms import COUNTED, word_forms, word_lines
from discovery.engines.port import Engine
from discovery.errors import UsageError


def test_forms_are_counted_as_a_search_finds_them(sample_engine: Engine):
    forms = word_forms(sample_engine, "Trotsky")
    assert {"typed", "other script", "OCR reading"} <= {one.relation for one in forms}
    for one in forms[:6]:
        for view, count in zip(COUNTED, one.counts, strict=True):
            assert search(sample_engine, make_request(f'"{one.form}"', view, limit=0)).total == count


@pytest.mark.parametrize(
    ("word", "form", "relation"), [("réunion", "reunión", "folding"), ("Троцкій", "троцкий", "old spelling")]
)
def test_relations(sample_engine: Engine, word: str, form: str, relation: str):
    found = {one.form: one.relation for one in word_forms(sample_engine, word)}
    assert found.get(form, "") == relation


def test_lines_have_a_heading_a_relation(sample_engine: Engine):
    first, second, *_ = word_lines(word_forms(sample_engine, "Trotsky"))
    assert first == "as typed"
    assert second.split() == ["trotsky", *second.split()[1:]]
    assert "pages" in second


def test_a_word_that_does_not_occur_is_there_with_noughts(sample_engine: Engine):
    (only,) = word_forms(sample_engine, "xylographie")
    assert only.counts == (0, 0, 0)


@pytest.mark.parametrize("word", ["Lev Sedov", "", "—"])
def test_one_word_is_asked_for(sample_engine: Engine, word: str):
    with pytest.raises(UsageError, match="is not one word"):
        word_forms(sample_engine, word)
