"""Ids over several files: told apart, left out or put together, and said."""

from discovery.records import Source, Unit
from indexer.identity import distinct


def unit(file, id_, parent=None, **more):
    return Unit(id=id_, parent=parent, source=Source(file, 1), **more)


def run(*units):
    faults, notes = [], []
    known = distinct(units, lambda s, text: faults.append((s.file, text)), lambda s, text: notes.append((s.file, text)))
    return known, faults, notes


def test_what_two_finding_aids_call_alike_stays_two():
    known, faults, notes = run(unit("a", "A"), unit("a", "d_1", "A"), unit("b", "B"), unit("b", "d_1", "B"))
    assert list(known) == ["A", "d_1", "B", "B/d_1"]
    assert known["B/d_1"].parent == "B"
    assert not faults
    assert notes == [("b", "one id is used in another finding aid too: d_1 became B/d_1")]


def test_children_follow_a_parent_that_was_renamed():
    known, _, _ = run(unit("a", "A"), unit("a", "s", "A"), unit("b", "B"), unit("b", "s", "B"), unit("b", "own", "s"))
    assert known["own"].parent == "B/s"


def test_the_same_finding_aid_again_is_one_line():
    known, faults, _ = run(unit("a", "A", language="en"), unit("b", "A", language="en"), unit("b", "x", "A"))
    assert list(known) == ["A"]
    assert faults == [("b", "the finding aid “A” is there already, from a: left out")]


def test_another_language_of_the_same_archive_is_kept_beside_the_first():
    known, faults, notes = run(
        unit("fr", "A", language="fr", title="Photos", description="Des photos."),
        unit("nl", "A", language="nl", title="Foto's", description="Foto's uit 1940."),
        unit("nl", "more", "A", title="Meer"),
    )
    assert known["A"].title == "Photos / Foto's"
    assert known["A"].description == "Des photos.\n\nFoto's uit 1940."
    assert known["A"].language == ""
    assert known["more"].title == "Meer"
    assert not faults
    assert "another language" in notes[0][1]


def test_records_of_tables_lose_only_the_one_whose_id_is_taken():
    known, faults, _ = run(unit("a", "1"), unit("a", "2"), unit("b", "2"), unit("b", "3"))
    assert list(known) == ["1", "2", "3"]
    assert faults == [("b", "the id “2” is taken already by a:1: left out")]
