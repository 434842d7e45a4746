"""Completion of what is typed, in any script, and the nearest word for one that finds nothing."""

import time
from itertools import groupby

import pytest

from discovery.answering.completing import MOST, complete, nearest
from discovery.answering.results import Request
from discovery.answering.service import search
from discovery.engines.port import Engine


def offered(engine: Engine, typed: str) -> dict[str, str]:
    return {one.text: one.query for one in complete(engine, typed)}


def test_another_script_and_the_person_are_offered(sample_engine: Engine):
    found = offered(sample_engine, "opposition trotz")
    assert {"Trockij, Lev Davidovič", "trotzki", "троцкий"} <= set(found)
    assert found["троцкий"] == "opposition троцкий"
    assert found["Trockij, Lev Davidovič"] == "opposition Trockij Lev Davidovič"


@pytest.mark.parametrize(
    ("typed", "form"),
    [("REUN", "reunion"), ("réun", "reunion"), ("оппоз", "оппозиции"), ("title:minut", "minutes"), ("Zinow", "")],
)
def test_accents_and_case_are_no_matter(sample_engine: Engine, typed: str, form: str):
    found = offered(sample_engine, typed)
    assert form in found or (not form and found)


@pytest.mark.parametrize(
    ("typed", "name", "query"),
    [
        ("sedov, l", "Sedov, Lev", "Sedov, Lev"),  # the archive's own heading before others of the authority file
        ("letters lev sed", "Sedov, Lev", "letters Sedov, Lev"),
        ("Cannon, Ja", "Cannon, James Patrick", "Cannon James Patrick"),
    ],
)
def test_surname_and_beginning_of_a_forename(sample_engine: Engine, typed: str, name: str, query: str):
    first, *_ = complete(sample_engine, typed)
    assert (first.kind, first.text, first.query) == ("name", name, query)


def test_behind_a_comma_no_other_name_begins(sample_engine: Engine):
    assert not [one for one in complete(sample_engine, "Cannon, Le") if one.kind == "name"]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("reunions", "Cahier de notes de réunions"),
        ("CAHIER de réun", "Cahier de notes de réunions"),
        ("leaflets corr", "Correspondence and leaflets"),
    ],
)
def test_titles_that_have_all_typed_words_are_offered(sample_engine: Engine, typed: str, title: str):
    found = offered(sample_engine, typed)
    results = search(sample_engine, Request(text=found[title]))
    assert title in {row.record["title"] for row in results.rows}


def test_titles_leave_room_for_names_and_words(sample_engine: Engine):
    found = complete(sample_engine, "le")
    assert len(found) == MOST
    assert [kind for kind, _ in groupby(one.kind for one in found)] == ["name", "word", "title"]


@pytest.mark.parametrize("typed", ["", " ", "a", "opposition ", "((", "\x00", "x" * 5000, '"', "~"])
def test_nothing_to_complete(sample_engine: Engine, typed: str):
    assert complete(sample_engine, typed) == []


def test_it_takes_twenty_milliseconds(sample_engine: Engine):
    complete(sample_engine, "warm")
    times = []
    for typed in ("trotz", "tro", "оппо", "le", "kom", "reun", "сек", "sed"):
        started = time.perf_counter()
        complete(sample_engine, typed)
        times.append(time.perf_counter() - started)
    assert sorted(times)[len(times) // 2] < 0.02


@pytest.mark.parametrize(
    ("form", "near"),
    [
        ("oposition", "opposition"),
        ("rundschreibn", "rundschreiben"),
        ("оппазиция", "оппозиции"),
        ("xyzzy", ""),
        ("ab", ""),
    ],
)
def test_the_nearest_form(sample_engine: Engine, form: str, near: str):
    found = nearest(sample_engine.snapshot(), form)
    assert near in found if near else found == []
