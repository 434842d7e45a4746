"""What is written around words and inside them keeps none from being found, on every engine."""

import re

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.port import Text
from discovery.records import Passage
from tests.contract.documents import document
from tests.discovery.tables import rows

LINES = rows(__file__, "written.tsv")
ESCAPED = re.compile(r"\\(?:[nr]|u[0-9a-f]{4})")


def folder(number: int, language: str, written: str):
    text = ESCAPED.sub(lambda escape: escape.group().encode().decode("unicode_escape"), written)
    key = f"u:w{number}"
    zones = {"text": [Text(text, (Passage(0, len(text), language),))]}
    made = document(key, ["folders", "items"], folder=key, item=key, place=number, zones=zones)
    made.record.update(kind="folder", folder={"id": key[2:]}, path=[], title="", ref="", child_count=0, level="file")
    return made


@pytest.fixture(scope="module")
def archive(new_place):
    return new_place().load({f"w{number}": [folder(number, *line[:2])] for number, line in enumerate(LINES)})


INFLECTED = rows(__file__, "inflected.tsv")


@pytest.fixture(scope="module")
def languages(new_place):
    folders = {f"w{number}": [folder(number, *line[:2])] for number, line in enumerate(INFLECTED)}
    return new_place().load(folders, tuple(dict.fromkeys(line[0] for line in INFLECTED)))


@pytest.mark.parametrize("number", range(len(INFLECTED)), ids=[line[2] for line in INFLECTED])
def test_inflected(languages, number: int) -> None:
    found = {row.record["id"] for row in search(languages, make_request(INFLECTED[number][2], limit=100)).rows}
    assert f"w{number}" in found


APART = [
    ("en", "organ", "organization"),
    ("fr", "organe", "organisations"),
    ("es", "partido", "partida"),
    ("ru", "печать", "печаль"),
]
"""Words of the dictionary: neither is a form of the other, nor misread for it."""


@pytest.fixture(scope="module")
def two_words(new_place):
    folders = {f"w{number}": [folder(number, language, word)] for number, (language, word, _) in enumerate(APART)}
    return new_place().load(folders, ("ru", "fr", "en", "es"))


@pytest.mark.parametrize("number", range(len(APART)), ids=[line[2] for line in APART])
def test_another_word_of_the_dictionary_is_none_of_this_one(two_words, number: int) -> None:
    found = {row.record["id"] for row in search(two_words, make_request(APART[number][2], limit=100)).rows}
    assert f"w{number}" not in found


@pytest.mark.parametrize("number", range(len(LINES)), ids=[line[2] for line in LINES])
def test_written(archive, number: int) -> None:
    found = {row.record["id"] for row in search(archive, make_request(LINES[number][2], limit=100)).rows}
    assert f"w{number}" in found
