"""Boxes and folders as finding aids label them, and as citations name them."""

import pytest

from discovery.containers import handles, named_in, numbers, read_container, shown
from discovery.query.citations import archival, read_citation
from tests.discovery.tables import rows


@pytest.mark.parametrize(("label", "text", "read", "asked"), rows(__file__, "containers.tsv"))
def test_golden(label: str, text: str, read: str, asked: str) -> None:
    found = read_container(label, text)
    assert shown(found) == read
    assert [f"{kind}={number}" for kind, number in handles(found)] == asked.split()


@pytest.mark.parametrize(("text", "places", "number"), rows(__file__, "citations.tsv"))
def test_citations(text: str, places: str, number: str) -> None:
    found = read_citation(text)
    assert [f"{kind}={one}" for kind, one in found.places] == places.split()
    assert found.archival == number


def test_what_is_named_is_where_it_stands() -> None:
    text = "Letters, Box 3, Folder 4"
    assert [text[one.start : one.end] for one in named_in(text)] == ["Box 3", "Folder 4"]


def test_a_range_is_spread_only_so_far() -> None:
    assert numbers("1-99999") == ["1", "99999"]
    assert numbers("14-12") == ["14", "12"]
    assert len(handles(read_container("box-folder", "1/1-90") * 20)) < 500


def test_fonds_opis_and_delo_may_stand_on_three_levels() -> None:
    assert archival(["РГАСПИ, ф. 325", "оп. 1", "д. 12"]) == "325/1/12"
    assert archival(["ф. 325", "", "12"]) == ""
