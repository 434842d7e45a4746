"""Boxes and folders as finding aids label them, and as citations name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.containers import each_once, handles, named_in, numbers, read_container, shelf_key, shown
from discovery.query.citations import archival, read_citation
from discovery.records import Container
from tests.discovery.tables import rows


@pytest.mark.parametrize(("label", "text", "read", "asked"), rows(__file__, "containers.tsv"))
def test_golden(label: str, text: str, read: str, asked: str) -> None:
    found = read_container(label, text)
    assert shown(found) == read
    assert " ".join(f"{kind}={number}" for kind, number in handles(found)) == asked


@pytest.mark.parametrize(("text", "places", "numbers", "collection", "others"), rows(__file__, "citations.tsv"))
def test_citations(text: str, places: str, numbers: str, collection: str, others: str) -> None:
    found = read_citation(text)
    assert " ".join(f"{kind}={one}" for kind, one in found.places) == places
    assert found.archival == tuple(numbers.split())
    assert found.collection == frozenset(collection.split())
    assert found.others == frozenset(others.split())


def test_what_is_named_is_where_it_stands() -> None:
    text = "Letters, Box 3, Folder 4"
    assert [text[one.start : one.end] for one in named_in(text)] == ["Box 3", "Folder 4"]


def test_a_range_is_spread_only_so_far() -> None:
    assert numbers("1-99999") == ["1", "99999"]
    assert numbers("14-12") == ["14", "12"]
    assert len(handles(read_container("box-folder", "1/1-90") * 20)) < 500


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_label_and_no_text_is_too_strange(label: str, text: str) -> None:
    found = read_container(label, text)
    assert all(kind and number for kind, number in handles(found))
    assert bool(found) == bool(text.strip()) or "[" in text
    read_citation(text)


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(1, 300)), min_size=1, max_size=8))
def test_what_is_kept_in_pairs_is_asked_for_in_pairs(pairs: list[tuple[int, int]]) -> None:
    written = read_container("box-folder", "; ".join(f"{box}/{folder}" for box, folder in pairs))
    assert {number for kind, number in handles(written) if kind == "container"} == {f"{b}/{f}" for b, f in pairs}


def test_shelves_are_sorted_by_numbers() -> None:
    order = ["2/1", "2/10", "10/1", "10/1a", "OV 2/1", "OV 10/1"]
    keys = [shelf_key(read_container("box-folder", text)) for text in order]
    assert sorted(keys) == keys


def test_a_box_is_named_again_where_another_came_between() -> None:
    said = [Container("box", "1", "box"), Container("folder", "3", "folder")]
    other = [Container("box", "2", "box"), Container("folder", "3", "folder")]
    assert shown(each_once([*said, *said, *other, *said[:1], Container("folder", "5", "folder")])) == (
        "Box 1, folder 3, box 2, folder 3, box 1, folder 5"
    )


def test_fonds_opis_and_delo_may_stand_on_three_levels() -> None:
    assert archival(["РГАСПИ, ф. 325", "оп. 1", "д. 12"]) == "325/1/12"
    assert archival(["325", "1", "I", "12"]) == ""
    assert archival(["325", "1", "раздел 2", "12"]) == "325/1/12"
    assert archival(["ф. 325", "д. 12"]) == "325/12"
    assert archival(["ф. 325", "", "опись"]) == ""
