"""What a unit is ordered by, among all the numbers it has."""

from tests.indexer.readers.ead.conftest import Reads


def test_former_references_and_boxes_can_be_searched(reads: Reads) -> None:
    file = reads(
        """<did><unitid type="ancienne_cote">Ms 12</unitid><unitid type="Altsignatur">NL 3/4</unitid>
        <unitid type="cote">4-COL-22 (321)</unitid><unitid label="Internal ID">99</unitid>
        <container type="Box" label="Mixed Materials">2</container><container type="folder">7</container></did>"""
    )[0]
    assert file.ref == "4-COL-22 (321)"
    assert file.description == "ancienne cote: Ms 12\n\nAltsignatur: NL 3/4\n\nBox 2, folder 7"


def test_without_a_reference_box_and_folder_are_ordered(reads: Reads) -> None:
    did = '<did><container label="Box" type="box">Box 2</container><container type="box-folder">2/7</container></did>'
    file = reads(f"<dsc><c01>{did}</c01></dsc>")[1]
    assert (file.ref, file.description, file.id) == ("Box 2, folder 7", "", "X1/c1")


def test_what_a_machine_gave_is_no_reference(reads: Reads) -> None:
    for given in (
        "/repositories/2/archival_objects/15",
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        "https://a.example/15",
    ):
        kept = '<container localtype="Box">28</container><container localtype="Folder">34</container>'
        file = reads(f'<dsc><c01><did><unitid type="aspace_uri">{given}</unitid>{kept}</did></c01></dsc>')[1]
        assert file.ref == "Box 28, folder 34"
        assert [(c.kind, c.number) for c in file.containers] == [("box", "28"), ("folder", "34")]


def kept(unit):
    return [(container.kind, container.number) for container in unit.containers]


def test_a_folder_lies_in_the_box_that_it_names(reads: Reads) -> None:
    boxes = '<container type="box" id="a">1</container><container type="box" id="b">2</container>'
    folders = '<container type="folder" parent="a">3</container><container type="folder" parent="b">5</container>'
    file = reads(f"<dsc><c01><did>{boxes}{folders}</did></c01></dsc>")[1]
    assert kept(file) == [("box", "1"), ("folder", "3"), ("box", "2"), ("folder", "5")]


def test_also_in_one_of_another_component(reads: Reads) -> None:
    first = '<c01><did><container type="box" id="a">1</container><container type="folder">1</container></did></c01>'
    second = '<c01><did><container type="folder" parent="a">2</container></did></c01>'
    third = '<c01><did><container type="folder">3</container></did></c01>'  # nobody says in which
    files = reads(f"<dsc>{first}{second}{third}</dsc>")[1:]
    assert [kept(file) for file in files] == [
        [("box", "1"), ("folder", "1")],
        [("box", "1"), ("folder", "2")],
        [("folder", "3")],
    ]


def test_containers_that_name_each_other_are_read_once(reads: Reads) -> None:
    box, folder = ('<container type="box" id="a" parent="b">1', '<container type="folder" id="b" parent="a">2')
    file = reads(f"<dsc><c01><did>{box}</container>{folder}</container></did></c01></dsc>")[1]
    assert sorted(kept(file)) == [("box", "1"), ("folder", "2")]


def test_a_label_with_a_barcode_is_none(reads: Reads) -> None:
    box = '<container label="Mixed Materials [39002012345678]" localtype="Box">Box 3</container>'
    reel = '<container label="Microfilm" type="reel ">not filmed</container><container type="folder"/>'
    file = reads(f"<dsc><c01><did>{box}{reel}</did></c01></dsc>")[1]
    assert kept(file) == [("box", "3"), ("reel", "not filmed")]
