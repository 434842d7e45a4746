"""A passage too short to tell its language is found by other forms of its words in each that it can be in."""

from dataclasses import replace

import pytest

from discovery.answering.requests import make_request
from discovery.answering.results import Results
from discovery.answering.service import search
from discovery.records import Passage
from indexer.shown import spans
from tests.contract.documents import document, text

LANGUAGES = ("fr", "de")
TITLES = {
    "c0": ("de fr", "Häuser grèves"),
    "c1": ("de", "Häuser Kinder"),
    "c2": ("fr", "travaux grèves"),
    "c3": ("de", "travaux"),
}


def folder(number: int, key: str, languages: str, title: str):
    value = text((languages, title))
    key = f"u:{key}"
    made = document(key, ["folders", "items"], folder=key, item=key, place=number, zones={"title": [value]})
    first, *others = languages.split()
    made.record.update(
        kind="folder", folder={"id": key[2:]}, path=[], title=title, ref="", child_count=0, level="file", language=first
    )
    if others:
        made.record["wording"] = {"title": spans((Passage(0, len(title), first, " ".join(others)),))}
    return replace(made, keywords={**made.keywords, "language": [first]})


@pytest.fixture(scope="module")
def archive(new_place):
    folders = enumerate(TITLES.items())
    return new_place().load({key: [folder(at, key, *said)] for at, (key, said) in folders}, LANGUAGES)


@pytest.fixture
def ask(archive):
    def make(typed: str, **chosen) -> Results:
        return search(archive, make_request(typed, **chosen))

    return make


def ids(results: Results) -> set[str]:
    return {row.record["id"] for row in results.rows}


def test_other_forms_find_it_in_each_language(ask) -> None:
    assert ids(ask("Haus")) == {"c0", "c1"}
    assert ids(ask("grève")) == {"c0", "c2"}


def test_a_passage_that_is_certain_is_found_in_its_own_language_alone(ask) -> None:
    assert ids(ask("travail")) == {"c2"}


def test_the_form_is_marked_and_explained(ask) -> None:
    (row,) = [row for row in ask("grève").rows if row.record["id"] == "c0"]
    assert row.title_marks == ((7, 13),)
    assert "another form of the word: grèves" in row.reasons


def test_it_counts_once_and_for_its_likeliest_language(ask) -> None:
    results = ask("grève")
    assert results.total == 2
    assert {value.value: value.count for value in results.facets["language"]} == {"de": 1, "fr": 1}


def test_other_forms_can_be_left_out(ask) -> None:
    assert ids(ask("grève", without=["inflection"])) == set()


def test_words_of_several_languages_stand_side_by_side(ask) -> None:
    assert ids(ask("Haus NEAR/1 Häuser")) == set()
    assert ids(ask("Kind NEAR/1 Haus")) == {"c1"}
    assert ids(ask('"Häuser grèves"')) == {"c0"}
    assert ids(ask("travail NEAR/1 grève")) == {"c2"}
