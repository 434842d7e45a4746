"""Somebody's whole name: whole first, then by the initial, then by the surname with a question, on every engine."""

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.port import Text
from tests.contract.documents import document, text

TITLES = (
    "Wolf, Karl: letters. Received by Erwin Meyer, Hans Maier and others",
    "Minutes. Present: E. Wolf",
    "Papers of Erwin Wolf",
    "Letters to Victor Serge",
    "Sergio Segre and Viktor Adler",
)


def folder(number: int, title: str):
    key = f"u:p{number}"
    zones = {"title": [text(("en", title))], "names": [Text(title)]}
    made = document(key, ["folders", "items"], folder=key, item=key, place=number, zones=zones)
    made.record.update(kind="folder", folder={"id": key[2:]}, path=[], title=title, ref="", child_count=0, level="file")
    return made


@pytest.fixture(scope="module")
def archive(new_place):
    return new_place().load({f"p{number}": [folder(number, title)] for number, title in enumerate(TITLES)})


@pytest.mark.parametrize("query", ["Wolf, Erwin", "Erwin Wolf"])
def test_who_was_meant_stands_first_and_others_are_questioned(archive, query: str) -> None:
    rows = search(archive, make_request(query)).rows
    assert [row.record["id"] for row in rows] == ["p2", "p0"]
    assert [row.reasons[0] == "another Wolf?" for row in rows] == [False, True]


def test_an_initial_is_somebody_too(archive) -> None:
    rows = search(archive, make_request("Erwin Wolf", match="any")).rows
    assert [row.record["id"] for row in rows] == ["p2", "p1", "p0"]


def test_a_forename_in_another_language(archive) -> None:
    rows = search(archive, make_request("Виктор Серж")).rows
    assert rows[0].record["id"] == "p3"
    assert not any(reason.endswith("?") for reason in rows[0].reasons)


def test_small_letters_name_nobody(archive) -> None:
    rows = search(archive, make_request("erwin wolf")).rows
    assert not any(reason.endswith("?") for row in rows for reason in row.reasons)


def test_only_a_surname_is_questioned(archive) -> None:
    """A hit with the forename alone is nobody's surname."""
    rows = search(archive, make_request("Karl Segre")).rows
    assert {row.record["id"]: row.reasons[0] for row in rows if "Segre" in row.missing} == {"p0": "in the title"}
    assert [row.reasons[0] for row in rows if "Karl" in row.missing] == ["another Segre?"]
