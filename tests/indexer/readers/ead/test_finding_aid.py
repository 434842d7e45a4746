"""The tree of a finding aid, its ids, and all fields of a unit: EAD 1.0, 2002 and 3."""

from pathlib import Path

import pytest

from discovery.errors import BadFile
from discovery.records import Link, Name, WrittenDate
from indexer.readers import ead, read_units
from tests.indexer.conftest import Ears
from tests.indexer.readers.ead.conftest import Reads


def test_tree_is_the_same_numbered_unnumbered_and_namespaced(reads: Reads) -> None:
    plain = reads('<dsc><c id="a"><c id="b"/></c><c id="d"/></dsc>')
    numbered = reads('<dsc><c01 id="a"><c02 id="b"/></c01><c01 id="d"/></dsc>', '<ead xmlns="urn:isbn:1-931666-22-9">')
    below = [("X1/a", "X1"), ("X1/b", "X1/a"), ("X1/d", "X1")]
    assert [(unit.id, unit.parent) for unit in plain] == [("X1", None), *below]
    assert plain == numbered


def test_fields(reads: Reads) -> None:
    top = reads(
        """<did><unitid type="barcode">0815</unitid><unitid>319</unitid>
        <unittitle>Letter to the Secretariat</unittitle>
        <unitdate normal="1932-05" type="inclusive">[May 1932]</unitdate>
        <physdesc><extent>2 leaves</extent><physfacet>Typescript (carbon copy)</physfacet>
        <genreform>letter</genreform></physdesc>
        <langmaterial><language langcode="rus"/><language langcode="ger"/><language langcode="und"/></langmaterial>
        <origination><persname role="sender">[Molinier, Raymond]</persname></origination>
        <origination label="Addressee"><corpname>Secretariat</corpname></origination>
        <dao xlink:href="ocr/1.xml" xlink:title="text"/></did>
        <descgrp><accessrestrict><head>Access</head><p>By permission.</p></accessrestrict></descgrp>
        <controlaccess><geogname>Paris</geogname><genreform>Manuscripts.</genreform></controlaccess>""",
        '<ead xmlns:xlink="http://www.w3.org/1999/xlink">',
        'level="otherlevel" otherlevel="dossier" id="top"',
    )[0]
    assert (top.level, top.ref, top.form, top.genre) == ("file", "319", "carbon copy", "letter")
    assert top.extent == "2 leaves"
    assert top.dates == (WrittenDate("[May 1932]", "1932-05", "inclusive"),)
    assert top.languages == ("ru", "de")
    assert top.access == "By permission."
    assert top.names == (
        Name("Molinier, Raymond", "from", "person", "[Molinier, Raymond]"),
        Name("Secretariat", "to", "organisation"),
        Name("Paris", "", "place"),
    )
    assert top.links == (Link("ocr/1.xml", "text"),)
    assert top.source.line == 1


def test_units_without_id_get_one_by_reference_or_position(reads: Reads, ears: Ears) -> None:
    inside = "<dsc><c><did><unitid>5</unitid></did><c/></c><c><did><unittitle>t</unittitle></did></c></dsc>"
    units = reads(inside, attributes='level="fonds"')
    assert [unit.id for unit in units] == ["X1", "X1/5", "X1/5/c1", "X1/c2"]
    assert ears.notes == [
        "x.xml:1: 3 units without an id, given one by reference or position (the first is here)",
        "x.xml:1: 3 units without a title (the first is here)",
    ]
    assert not ears.faults


def test_equal_ids_are_made_distinct(reads: Reads, ears: Ears) -> None:
    units = reads('<dsc><c id="a"><did><unittitle>1</unittitle></did></c>\n<c id="a"><c id="a"/></c></dsc>')
    below = [("X1/a", "X1"), ("X1/a~2", "X1"), ("X1/a~3", "X1/a~2")]
    assert [(unit.id, unit.parent) for unit in units] == [("X1", None), *below]
    assert ears.notes[0] == "x.xml:2: the id 'X1/a' is that of line 1 already: here it becomes 'X1/a~2'"


def test_very_many_equal_ids(reads: Reads) -> None:
    units = reads("<dsc>" + '<c id="a"/>' * 20_000 + "</dsc>")
    assert len({unit.id for unit in units}) == 20_001


def test_ead3(reads: Reads) -> None:
    top = reads(
        """<did><unittitle>T</unittitle><unitdatestructured unitdatetype="inclusive"><daterange>
        <fromdate standarddate="1930">1930</fromdate><todate standarddate="1934">1934</todate></daterange>
        </unitdatestructured><origination><persname><part>Sedov</part><part>Lev</part></persname></origination></did>""",
        '<ead xmlns="http://ead3.archivists.org/schema/">',
    )[0]
    assert top.dates == (WrittenDate("1930–1934", "1930/1934", "inclusive"),)
    assert top.names == (Name("Sedov, Lev", "creator", "person"),)


def test_ead3_of_collective_systems(reads: Reads) -> None:
    top = reads(
        """<did><unitid localtype="old">IV 7</unitid><unitid>4</unitid>
        <unitdatestructured><dateset><datesingle notbefore="1931" notafter="1933">early thirties</datesingle>
        <datesingle standarddate="1935-02">Feb. 1935</datesingle></dateset></unitdatestructured>
        <physdescstructured physdescstructuredtype="materialtype" coverage="whole"><quantity>3</quantity>
        <unittype>letters</unittype></physdescstructured>
        <langmaterial><languageset><language langcode="rus">Russian</language>
        <script scriptcode="Cyrl">Cyrillic</script></languageset><language langcode="fre"/></langmaterial>
        <daoset><dao href="a.xml" linktitle="text"/><dao href="b.jpg"/></daoset></did>
        <controlaccess><geogname><part>Prinkipo</part><geographiccoordinates coordinatesystem="WGS84">40.8,29.1
        </geographiccoordinates></geogname><subject><part>Exile</part></subject></controlaccess>
        <relations><relation relationtype="cpfrelation"><relationentry>Left Opposition</relationentry></relation>
        <relation relationtype="resourcerelation"><relationentry>Other papers</relationentry></relation></relations>""",
    )[0]
    assert (top.ref, top.extent, top.languages) == ("4", "3 letters", ("ru", "fr"))
    assert top.dates == (WrittenDate("early thirties", "1931/1933"), WrittenDate("Feb. 1935", "1935-02"))
    assert top.names == (Name("Prinkipo", "", "place"), Name("Left Opposition"))
    assert top.links == (Link("a.xml", "text"), Link("b.jpg"))
    assert top.subjects == ("Exile",)
    assert top.description == "old: IV 7\n\nExile"


def test_what_is_marked_as_internal_is_left_out(reads: Reads, ears: Ears) -> None:
    units = reads(
        """<scopecontent><p>Letters <note audience="internal"><p>closed donor</p></note>of 1931.</p></scopecontent>
        <dsc><c id="a" audience="internal"><did><unittitle>unpublished</unittitle></did><c id="b"/></c>
        <c id="d" audience="external"/></dsc>""",
        attributes='level="fonds" id="top" audience="internal"',
    )
    assert [unit.id for unit in units] == ["X1", "X1/d"]
    assert units[0].description == "Letters of 1931."
    assert ears.notes[0] == "x.xml:1: 2 elements marked as internal: left out"


def test_several_finding_aids_of_a_harvest(ears: Ears, tmp_path: Path) -> None:
    record = '<record><metadata><ead:ead xmlns:ead="urn:isbn:1-931666-22-9"><ead:archdesc level="fonds"><ead:did>\
<ead:unitid>{}</ead:unitid></ead:did></ead:archdesc></ead:ead></metadata></record>'
    harvest = tmp_path / "oai.xml"
    records = "".join(map(record.format, "AB"))
    harvest.write_text(f'<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">{records}</OAI-PMH>', encoding="utf-8")
    assert [unit.id for unit in read_units(harvest, "oai.xml", ears.fault, ears.note)] == ["A", "B"]


def test_file_without_archdesc_is_refused(ears: Ears) -> None:
    with pytest.raises(BadFile, match="nothing in it is described"):
        list(ead.read(b"<ead><eadheader/></ead>", "x.xml", ears.fault, ears.note))
