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
