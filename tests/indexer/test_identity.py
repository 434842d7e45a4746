"""Ids over several files: told apart, left out or put together, and said."""

from hypothesis import given
from hypothesis import strategies as st

from discovery.records import Source, Unit
from indexer.identity import distinct
from indexer.readers.ead import read


def unit(file, id_, parent=None, **more):
    return Unit(id=id_, parent=parent, source=Source(file, 1), **more)


def run(*units):
    faults, notes = [], []
    known = distinct(units, lambda s, text: faults.append((s.file, text)), lambda s, text: notes.append((s.file, text)))
    return known, faults, notes


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


AIDS = [
    f"""<ead><eadheader><eadid>{key}</eadid></eadheader><archdesc level="fonds">
    <did><unitid>{number}</unitid><unittitle>{key}</unittitle></did>
    <dsc><c01 id="aspace_ref15"><did><unitid>1</unitid></did>
    <c02><did><unittitle>a</unittitle></did></c02></c01><c01><did><unitid>2</unitid></did></c01></dsc></archdesc></ead>"""
    for key, number in (("one", "MSS 1"), ("two", "MSS 2"), ("three", ""), ("four", "7"))
]


def ids(chosen: list[int]) -> dict[tuple[str, int | None], str]:
    units = [
        unit
        for number in chosen
        for unit in read(AIDS[number].encode(), f"{number}.xml", lambda *_: None, lambda *_: None)
    ]
    known, _, _ = run(*units)
    return {(one.source.file, one.source.line, one.title): id_ for id_, one in known.items()}


@given(st.lists(st.sampled_from(range(len(AIDS))), unique=True))
def test_ids_depend_on_nothing_that_is_loaded_beside(chosen: list[int]) -> None:
    whole = ids(list(range(len(AIDS))))
    assert ids(chosen) == {place: id_ for place, id_ in whole.items() if int(place[0].split(".")[0]) in chosen}


def test_an_id_says_its_fonds() -> None:
    assert list(ids([0]).values()) == ["MSS 1", "MSS 1/aspace_ref15", "MSS 1/aspace_ref15/c1", "MSS 1/2"]
    assert next(iter(ids([2]).values())) == "three"
    assert next(iter(ids([3]).values())) == "four"  # 7 would be too little to go by
