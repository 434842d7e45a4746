"""Boxes that a series states for all that lies in it; and folders whose box nobody states."""

from discovery.containers import read_container, shown
from discovery.records import Source, Unit
from indexer.arrangement import Placed, arrange


def units(*rows: tuple[str, str, str]) -> dict[str, Placed]:
    """Arranged units by id; each row is id, parent, containers."""
    read = [
        Unit(id=id_, source=Source("t"), parent=parent or None, ref=shown(kept), containers=kept)
        for id_, parent, said in rows
        for kept in [tuple(c for part in filter(None, said.split(", ")) for c in read_container("", part))]
    ]
    (root,) = arrange(read, ["file"], "", lambda *_: None, lambda *_: None)
    return {placed.unit.id: placed for placed in root.walk()}


def test_a_folder_lies_in_the_box_of_its_series() -> None:
    placed = units(("fonds", "", ""), ("series", "fonds", "Box 12"), ("file", "series", "Folder 3"))
    assert shown(placed["file"].containers) == placed["file"].unit.ref == "Box 12, folder 3"
    assert shown(placed["fonds"].containers) == ""


def test_not_where_the_series_has_several_boxes_or_a_file_in_it_another() -> None:
    placed = units(("series", "", "Boxes 12-14"), ("file", "series", "Folder 3"))
    assert shown(placed["file"].containers) == "Folder 3"
    rows = (("series", "", "Box 12"), ("a", "series", "Folder 3"), ("b", "series", "Box 13, Folder 1"))
    assert shown(units(*rows)["a"].containers) == "Folder 3"


def test_not_what_the_file_before_says() -> None:
    placed = units(("series", "", ""), ("a", "series", "Box 12, Folder 3"), ("b", "series", "Folder 4"))
    assert shown(placed["b"].containers) == "Folder 4"


def test_items_lie_where_their_folder_does() -> None:
    placed = units(("fonds", "", ""), ("file", "fonds", "Box 12, Folder 3"), ("item", "file", ""))
    assert shown(placed["item"].containers) == "Box 12, folder 3"
    assert placed["item"].kind == "item"
