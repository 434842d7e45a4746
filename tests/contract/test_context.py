"""What stands above a unit, and how many words one thing has: the same on every engine."""

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.port import Question, Text
from discovery.query.clauses import Combined, Fixed, some_of
from mappings.fields import CONTEXT
from tests.contract.conftest import keys
from tests.contract.documents import document, text
from tests.contract.test_clauses import word

PAPERS, OTHERS = text(("en", "Shachtman papers")), text(("en", "Cannon papers"))


def folder(number: int, title: str, above: Text, containers=()):
    key = f"u:c{number}"
    made = document(
        key,
        ["folders", "items"],
        folder=key,
        item=key,
        place=number,
        zones={"title": [text(("en", title))], CONTEXT: [above]},
    )
    path = [{"id": "above", "ref": "", "title": above.text.strip(), "level": "fonds"}]
    made.record.update(
        kind="folder", folder={"id": key[2:]}, path=path, title=title, ref="", child_count=0, level="file"
    )
    made.keywords["handle"] += [f"{kind}={value}" for kind, value in containers]
    made.record["containers"] = [{"kind": kind, "number": value, "label": kind} for kind, value in containers]
    return made


FOLDERS = {
    "c1": [folder(1, "Letters", PAPERS, [("box", "3"), ("folder", "4"), ("container", "3/4")])],
    "c2": [folder(2, "Letters", OTHERS, [("box", "3"), ("folder", "4"), ("container", "3/4")])],
    "c3": [folder(3, "Minutes of the Shachtman group", OTHERS, [("box", "5")])],
    "c4": [folder(4, "Bulletins", PAPERS)],
}


@pytest.fixture(scope="module")
def archive(new_place):
    return new_place().load(FOLDERS)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Shachtman letters", ["c1"]),
        ("letters Shachtman papers", ["c1"]),
        ("Shachtman", ["c3"]),  # what stands above finds nothing by itself
        ("Shachtman bulletins", ["c4"]),
        ("bulletins -Shachtman", ["c4"]),
        ("Cannon papers", []),
        ("I am looking for letters in the Shachtman papers", ["c1"]),
        ("letters mammoth", ["c1", "c2"]),  # of two words, what nothing has is let go
        ("box:3 folder:4 Cannon", ["c2"]),
        ("letters box:3", ["c1", "c2"]),
    ],
)
def test_words_and_what_stands_above(archive, query: str, found: list[str]) -> None:
    assert sorted(row.record["id"] for row in search(archive, make_request(query)).rows) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Letters, Box 3, Folder 4, Shachtman papers", ["c1"]),
        ("Cannon papers, box 3, folder 4", ["c2"]),
        ("Karton 3, Mappe 4", ["c1", "c2"]),
        ("Trotsky papers, box 3, folder 4", []),  # in this archive there are none
    ],
)
def test_box_and_folder_name_what_the_rest_does_not_contradict(archive, query: str, found: list[str]) -> None:
    rows = search(archive, make_request(query)).rows
    named = [row.record["id"] for row in rows if any("kept" in r or "Box" in r for r in row.reasons)]
    assert sorted(named) == found
    assert [row.record["id"] for row in rows][: len(found)] == named


def test_a_fixed_clause_scores_the_same_wherever_it_matches(archive) -> None:
    counted = some_of(tuple(Fixed(word(one), 1.0) for one in ("letters", "minutes", "group")), 1)
    answer = archive.snapshot().ask(Question(view="folders", clause=Combined((counted, Fixed(Combined())))))
    assert [round(hit.score) for hit in answer.hits] == [2, 1, 1]
    assert keys(archive.snapshot(), answer.hits)[0] == "u:c3"


def series(key: str, title: str, ref: str):
    made = document(f"u:{key}", ["series"], zones={"title": [text(("en", title))]})
    made.record.update(kind="fonds", folder=None, path=[], title=title, ref=ref, child_count=2, level="fonds")
    made.keywords["within"] = [key]
    made.keywords["handle"] += [f"ref={ref.casefold()}", f"call={'.'.join(ref.casefold().split())}"]
    return made


def lying_in(above: str, made):
    made.keywords["within"] = [above, made.record["id"]]
    return made


HOUSE = {
    "s1": [series("s1", "Shachtman papers", "TAM 103")],
    "c1": [lying_in("s1", folder(1, "Letters", PAPERS))],
    "s2": [series("s2", "Papers of James Cannon", "TAM 7")],
    "c2": [lying_in("s2", folder(2, "Letters to Shachtman", OTHERS))],
}


@pytest.fixture(scope="module")
def house(new_place):
    return new_place().load(HOUSE)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("letters in:Shachtman", ["c1"]),
        ('letters in:"Shachtman papers"', ["c1"]),
        ("in:(Cannon James)", ["c2"]),
        ("in:papers letters", ["c1", "c2"]),
        ('in:"TAM 7"', ["c2"]),
        ("letters -in:Cannon", ["c1"]),
        ("in:Шахтман", ["c1"]),
        ("letters in:mammoth", []),
    ],
)
def test_a_search_within_a_collection(house, query: str, found: list[str]) -> None:
    assert sorted(row.record["id"] for row in search(house, make_request(query)).rows) == found


def test_a_collection_that_is_not_there_is_said(house) -> None:
    results = search(house, make_request("letters in:mammoth"))
    assert any("mammoth" in notice.message for notice in results.notices)
