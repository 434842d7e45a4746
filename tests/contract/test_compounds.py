"""A word finds the compounds that it is a part of, behind itself and said to be so, on every engine."""

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from tests.contract.documents import document, text

TITLES = ("Zur Gewerkschaftsbewegung", "Die Bewegungen", "Trotzkistenbewegung in Wien", "Verein")


def folder(number: int, title: str):
    key = f"u:c{number}"
    made = document(
        key, ["folders", "items"], folder=key, item=key, place=number, zones={"title": [text(("de", title))]}
    )
    made.record.update(
        kind="folder", folder={"id": key[2:]}, path=[], title=title, ref="", child_count=0, level="file", language="de"
    )
    return made


@pytest.fixture(scope="module")
def archive(new_place):
    return new_place().load({f"c{number}": [folder(number, title)] for number, title in enumerate(TITLES)}, ("de",))


def test_whole_words_stand_first_and_parts_are_said_to_be_parts(archive) -> None:
    rows = search(archive, make_request("Bewegung")).rows
    assert {row.record["id"] for row in rows} == {"c0", "c1", "c2"}
    said = {row.record["id"]: " ".join(row.reasons) for row in rows}
    assert "part of a compound: Gewerkschaftsbewegung" in said["c0"]
    assert "part of a compound: Trotzkistenbewegung" in said["c2"]
    assert "compound" not in said["c1"]


def test_the_first_part_finds_it_too(archive) -> None:
    assert [row.record["id"] for row in search(archive, make_request("Gewerkschaften")).rows] == ["c0"]


def test_parts_can_be_left_out(archive) -> None:
    rows = search(archive, make_request("Bewegung", without=["compound"])).rows
    assert [row.record["id"] for row in rows] == ["c1"]
