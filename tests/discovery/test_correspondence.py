"""Titles in six languages with who wrote to whom, half of which only look like correspondence."""

from pathlib import Path

import pytest

from discovery.correspondence import read_title
from discovery.records import Name, Source, Unit
from indexer.letters import with_correspondents

ROWS = Path(__file__).with_name("correspondence.tsv").read_text("utf-8").splitlines()


@pytest.mark.parametrize("row", ROWS)
def test_a_title_is_read(row: str) -> None:
    title, *expected = row.split("\t")
    found = read_title(title)
    sides = (found.senders, found.addressees, found.correspondents)
    assert [*(" & ".join(side) for side in sides), found.kind, found.place] == expected


def test_an_enclosure_is_noticed() -> None:
    assert read_title("Letter from L. Sedov to J. Frankel. With enclosures").encloses
    assert read_title("Brief von L. Sedow an J. Frankel, mit Anlagen").encloses
    assert not read_title("Letter from L. Sedov to J. Frankel").encloses


def unit(title: str, *names: Name, genre: str = "") -> Unit:
    return Unit(id="u", source=Source("t"), title=title, names=names, genre=genre)


def test_what_is_read_is_marked_as_read_and_doubt_is_kept() -> None:
    read = with_correspondents(unit("Letter from [R. Molinier] to L. Sedov", Name("Paris", kind="place")))
    assert read.names == (
        Name("Paris", kind="place"),
        Name("R. Molinier", "from", written="[R. Molinier]", read=True),
        Name("L. Sedov", "to", read=True),
    )
    assert read.genre == "letter"


def test_what_the_finding_aid_states_counts_alone() -> None:
    stated = unit("Letter from A. Nin to L. Sedov", Name("Nin, Andrés", "from"), genre="circular")
    assert with_correspondents(stated) == stated
    assert with_correspondents(unit("Telegram to L. Sedov", genre="circular")).genre == "circular"
    assert with_correspondents(unit("Introduction to Algebra")).names == ()


def test_a_title_of_any_length_is_read_at_once() -> None:
    assert not read_title("Letter " * 50_000)
    assert not read_title("[" * 100_000)
