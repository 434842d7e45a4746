"""A surname stands for other names only where it is nobody else's, in the authority file and among the headings."""

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.port import Text
from discovery.knowledge import Knowledge
from discovery.names.authority import Authority, AuthorityFile
from discovery.names.thesaurus import Thesaurus
from tests.contract.conftest import Place
from tests.contract.documents import ABOUT, document, text

FILE = AuthorityFile(
    (
        Authority(id="1", kind="person", name="Wolf, Erwin", pseudonyms=("Nicolle",)),
        Authority(id="2", kind="person", name="Landau, Kurt", pseudonyms=("Spectator",)),
    )
)
HEADINGS = (("Wolf, Erwin, 1902-1937",), ("Wolf, Martha",), ("Landau, K.",), ("Landau",), ())


def folder(number: int, headings: tuple[str, ...]):
    key = f"u:h{number}"
    title = "Nicolle and Spectator" if not headings else "Letters"
    zones = {"title": [text(("en", title))], "names": [Text(name) for name in headings]}
    made = document(key, ["folders", "items"], folder=key, item=key, place=number, zones=zones, name=list(headings))
    made.record.update(kind="folder", folder={"id": key[2:]}, path=[], title=title, ref="", child_count=0, level="file")
    return made


@pytest.fixture(scope="module")
def archive(new_place):
    place: Place = new_place()
    writer = place.writer()
    for number, headings in enumerate(HEADINGS):
        writer.replace(f"h{number}", [folder(number, headings)])
    writer.commit(ABOUT, Knowledge(FILE, Thesaurus(())))
    return place.engine()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Nicolle", ["h0", "h4"]),  # Wolf alone would bring Martha
        ("Spectator", ["h2", "h3", "h4"]),
    ],
)
def test_other_names(archive, query: str, found: list[str]) -> None:
    assert sorted(row.record["id"] for row in search(archive, make_request(query)).rows) == found
