"""What an embedded engine leaves out when there is no time, and what bounds a query before any work."""

import pytest

import opis
from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.answering.word_forms import word_forms
from discovery.engines.opening import open_engine
from discovery.engines.port import Engine
from discovery.errors import UsageError
from discovery.names.lexicon import LONGEST, Relation, sought_keys, stored_keys
from discovery.query.alternatives import Alternatives
from webui import create_app
from webui.settings import Settings

NO_TIME = 1e-9
LONG = "запозиция" * 600


def test_counts_are_left_out_and_said(sample_engine: Engine):
    late = search(sample_engine, make_request("Trotsky", seconds=NO_TIME))
    assert late.total
    assert late.rows
    assert (late.facets, late.histogram.buckets, set(late.totals)) == ({}, (), {"folders"})
    said = late.notices[-1].message
    for what in ("counts by facet", "the histogram", "totals of the other views", "how often each form occurs"):
        assert what in said


def test_a_page_is_shown_without_them(sample_engine: Engine):
    site = create_app(sample_engine, settings=Settings(seconds=NO_TIME)).test_client()
    page = site.get("/search?q=Trotsky&view=items&section=France")
    assert page.status_code == 200
    assert "ran out. Left out: " in page.text
    answer = site.get("/api/v1/search?q=Trotsky").json
    assert answer["facets"] == {}
    assert set(answer["totals"]) == {"folders"}


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_a_time_that_is_none(seconds: float):
    with pytest.raises(UsageError, match="seconds is"):
        make_request("x", seconds=seconds)


@pytest.mark.parametrize("word", [LONG[: LONGEST + 1], LONG[:500], LONG, "a" * 5000, "é" * 500])
def test_a_word_that_is_none_is_looked_for_as_it_stands(sample_engine: Engine, word: str):
    answer = search(sample_engine, make_request(word))
    assert not answer.total
    assert any(f"has more than {LONGEST} letters" in notice.message for notice in answer.notices)
    assert not sought_keys(word, Relation.OTHER_SCRIPT)
    assert {kind for kind, _ in stored_keys(word)} <= {Relation.FOLDING}
    assert [form.form for form in word_forms(sample_engine, word)] == [word]


def test_a_long_word_asks_for_no_other_form():
    def asked(*_):
        raise AssertionError

    found = Alternatives(("ru", "de"), asked, complete=asked).of("é" * (LONGEST + 1))
    assert [alternative.relation for alternative in found] == ["typed", "folding", "folding"]


def test_a_long_word_of_the_archive_is_found(tmp_path):
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    table = tmp_path / "folders.csv"
    table.write_text(f"id,ref,level,title\nf1,1,file,Die {word} in Wien\n", encoding="utf-8")
    assert opis.main(["index", str(table), "--engine", str(tmp_path / "engine")]) == 0
    engine = open_engine(str(tmp_path / "engine"))
    for typed in (word, word.lower(), word.replace("ä", "a")):
        assert search(engine, make_request(typed)).total == 1


def test_a_beginning_of_many_words_says_how_many_it_stands_for(sample_engine: Engine):
    (said,) = (notice.message for notice in search(sample_engine, make_request("ко*")).notices)
    assert said == "More than 64 words begin with “ко”: the most frequent are looked for."
