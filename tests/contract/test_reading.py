"""Documents read back, looked up, and the forms of the archive."""

import pytest

from discovery.engines.port import Question
from discovery.names.lexicon import Expansion, Relation
from tests.contract.conftest import keys
from tests.contract.documents import ABOUT, BOXES, FOLDER_ONE, FOLDERS, LETTER
from tests.contract.oracle import Oracle
from tests.contract.test_clauses import word


def test_a_page_comes_back_whole(snapshot) -> None:
    [stored] = snapshot.read(snapshot.lookup("key", ["p:i1/0001"]), boxes=True)
    assert stored.key == "p:i1/0001"
    assert stored.record == FOLDER_ONE[2].record
    assert stored.body == LETTER.text
    assert stored.boxes == BOXES


def test_a_page_comes_back_without_its_boxes_where_nobody_draws_them(snapshot) -> None:
    [stored] = snapshot.read(snapshot.lookup("key", ["p:i1/0001"]))
    assert (stored.body, stored.boxes) == (LETTER.text, b"")


def test_a_unit_has_neither_text_nor_boxes(snapshot) -> None:
    [stored] = snapshot.read(snapshot.lookup("key", ["u:f1"]), boxes=True)
    assert (stored.body, stored.boxes) == ("", b"")


def test_documents_come_in_the_order_asked(snapshot) -> None:
    hits = snapshot.lookup("view", ["pages"])
    assert keys(snapshot, [hits[2], hits[0], hits[2]]) == ["p:f2/0001", "p:i1/0001", "p:f2/0001"]
    assert snapshot.read([]) == []


def test_lookup_is_in_the_order_of_the_finding_aid(snapshot) -> None:
    assert keys(snapshot, snapshot.lookup("folder_id", ["f2", "f1"])) == [
        "u:f1",
        "u:i1",
        "p:i1/0001",
        "p:i1/0002",
        "u:f2",
        "p:f2/0001",
    ]


def test_lookup_in_a_view_and_up_to_a_number(snapshot) -> None:
    assert keys(snapshot, snapshot.lookup("folder_id", ["f1"], "pages")) == ["p:i1/0001", "p:i1/0002"]
    assert keys(snapshot, snapshot.lookup("folder_id", ["f1"], None, 2)) == ["u:f1", "u:i1"]
    assert snapshot.lookup("handle", ["id=nothing"]) == []


def test_completions_are_the_most_frequent_forms(snapshot) -> None:
    assert snapshot.completions("oppo", 5) == ["opposition"]
    assert snapshot.completions("журна", 5) == []
    assert snapshot.completions("eve", 5) == ["~evenements"]
    assert snapshot.completions("se", 1) == ["sedov"]
    assert snapshot.completions("opp", 0) == []


def test_signs_in_a_prefix_are_letters(snapshot) -> None:
    for prefix in (".*", "[a-z]", "\\", "*", "?"):
        assert snapshot.completions(prefix, 5) == []


def test_what_the_archive_holds(engine) -> None:
    about = engine.about()
    assert (about.collection, about.loaded, about.counts) == (ABOUT.collection, ABOUT.loaded, ABOUT.counts)
    assert about.languages == ABOUT.languages


@pytest.mark.parametrize(
    "form", ["sedov", "седов", "sedow", "opposition", "oppositlon", "оппозиции", "molinier", "молинье", "xyz"]
)
def test_expansions_are_the_forms_that_share_a_key(snapshot, form) -> None:
    documents = [document for folder in FOLDERS.values() for document in folder]
    assert snapshot.expansions(form) == Oracle(documents).snapshot().expansions(form)


def test_a_name_is_found_in_the_other_script(snapshot) -> None:
    assert Expansion("sedov", Relation.OTHER_SCRIPT) in snapshot.expansions("седов")


@pytest.mark.parametrize(
    ("form", "other"), [("molinier", "молинье"), ("молинье", "molinier"), ("shachtman", "шахтману"), ("Jean", "")]
)
def test_a_foreign_name_is_found_as_the_other_script_hears_it(snapshot, form, other) -> None:
    found = [expansion.form for expansion in snapshot.expansions(form.lower())]
    assert found == [other] * bool(other)


def test_counts_are_documents_of_a_view(snapshot) -> None:
    pages = snapshot.ask(Question(view="pages", clause=word("opposition"))).total
    assert snapshot.counts(["opposition", "nowhere"], "pages") == [pages, 0]
    assert snapshot.counts([], "pages") == []
