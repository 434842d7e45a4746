"""Where days are asked for, what says them stands before what says little, on every engine."""

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.dates import parse
from tests.contract.documents import document, text

FOLDERS = (("Strike, the strike, strike", "1900-1950"), ("Strike at the docks of Antwerp", "1932"), ("Strike", ""))


def folder(number: int, title: str, when: str):
    key = f"u:d{number}"
    date = parse(when) if when else None
    made = document(
        key, ["folders", "items"], folder=key, item=key, place=number, when=date, zones={"title": [text(("en", title))]}
    )
    made.record.update(kind="folder", folder={"id": key[2:]}, path=[], title=title, ref="", child_count=0, level="file")
    return made


@pytest.fixture(scope="module")
def archive(new_place):
    return new_place().load({f"d{number}": [folder(number, *said)] for number, said in enumerate(FOLDERS)})


@pytest.mark.parametrize("asked", [{"text": "strike", "first": "1932", "last": "1932"}, {"text": "strike date:1932"}])
def test_a_broad_date_stands_behind_a_year(archive, asked: dict[str, str]) -> None:
    found = search(archive, make_request(**asked)).rows
    assert [row.record["id"] for row in found] == ["d1", "d0"]


def test_where_none_are_asked_for_words_decide(archive) -> None:
    assert search(archive, make_request("strike")).rows[0].record["id"] != "d1"
