"""What sounds like a name is looked for among names alone if it is a word like any other: on every engine."""

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.port import Text
from tests.contract.documents import document, text

TITLES = {
    "poem": ("A poem on the strike", ()),
    "poum": ("Statement of the POUM", ()),
    "marrying": ("On marrying", ()),
    "maring": ("Letter from Maring", ()),
    "fisher": ("Letters", ("Fisher, James",)),
    "fishing": ("A fisher of men", ()),
    "fischer": ("Ruth Fischer", ()),
}


def folder(name: str):
    title, headings = TITLES[name]
    zones = {"title": [text(("en", title))], "names": [Text(heading) for heading in headings]}
    made = document(f"u:{name}", ["folders", "items"], folder=f"u:{name}", item=f"u:{name}", zones=zones)
    made.record.update(kind="folder", folder={"id": name}, path=[], title=title, ref="", child_count=0, level="file")
    return made


@pytest.fixture(scope="module")
def archive(new_place):
    return new_place().load({name: [folder(name)] for name in TITLES}, languages=("en",))


@pytest.mark.parametrize(
    ("query", "found"), [("POUM", ["poum"]), ("Maring", ["maring"]), ("Fischer", ["fischer", "fisher"])]
)
def test_a_word_is_no_name(archive, query: str, found: list[str]) -> None:
    assert sorted(row.record["id"] for row in search(archive, make_request(query)).rows) == found
