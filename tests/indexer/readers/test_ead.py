"""EAD 1.0, 2002 and 3: fields, ids, mixed content; then every finding aid of the corpora."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from discovery.errors import BadFile
from discovery.records import Link, Name, Unit, WrittenDate
from indexer.readers import ead, read_units
from tests.indexer.conftest import Ears

Reads = Callable[..., list[Unit]]


@pytest.fixture
def reads(ears: Ears) -> Reads:
    """Reads the inside of an `archdesc`."""

    def read(inside: str, root: str = "<ead>", attributes: str = 'level="fonds" id="top"') -> list[Unit]:
        text = f"{root}<eadheader><eadid>X1</eadid></eadheader><archdesc {attributes}>{inside}</archdesc></ead>"
        return list(ead.read(text.encode(), "x.xml", ears.fault, ears.note))

    return read


def test_tree_is_the_same_numbered_unnumbered_and_namespaced(reads: Reads) -> None:
    plain = reads('<dsc><c id="a"><c id="b"/></c><c id="d"/></dsc>')
    numbered = reads('<dsc><c01 id="a"><c02 id="b"/></c01><c01 id="d"/></dsc>', '<ead xmlns="urn:isbn:1-931666-22-9">')
    assert [(unit.id, unit.parent) for unit in plain] == [("top", None), ("a", "top"), ("b", "a"), ("d", "top")]
    assert plain == numbered


def test_text_of_mixed_content_keeps_its_spaces(reads: Reads) -> None:
    top = reads(
        "<did><unittitle>Letters<unitdate>1931</unitdate>, H<emph>2</emph>O,\n   first<lb/>second"
        " (<unitdate>1932</unitdate>)</unittitle></did>"
        "<scopecontent><head>Scope</head><p>One\n two</p><list><item>a</item><item>b</item></list></scopecontent>"
    )[0]
    assert top.title == "Letters 1931, H2O, first second (1932)"
    assert top.description == "One two\n\na\nb"
    assert [date.text for date in top.dates] == ["1931", "1932"]


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
    assert (top.level, top.ref, top.form, top.genre) == ("dossier", "319", "carbon copy", "letter")
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


def test_what_is_said_of_the_record_is_no_description(reads: Reads) -> None:
    top = reads('<odd type="publicationStatus"><p>Published</p></odd><odd type="note"><p>Torn</p></odd>')[0]
    assert top.description == "Torn"


def test_abbreviated_techniques(reads: Reads) -> None:
    physdesc = '<physdesc><extent>1 Br., 2 Bl.</extent><physfacet label="Technik">hs.</physfacet></physdesc>'
    top = reads(f"<did>{physdesc}</did>")[0]
    assert (top.form, top.extent) == ("manuscript", "1 Br., 2 Bl.")


def test_form_and_genre_are_never_guessed(reads: Reads) -> None:
    top = reads("<did><unittitle>Typed letter</unittitle><physdesc>1 leaf, blue</physdesc></did>")[0]
    assert (top.form, top.genre, top.extent) == ("", "", "1 leaf, blue")


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        ("<origination>probably Abel</origination>", Name("Abel", written="probably Abel")),
        (
            "<origination label='Vermutlicher Verfasser'>Abel</origination>",
            Name("Abel", "from", "", "Abel (Vermutlicher Verfasser)"),
        ),
        (
            "<origination role='dubious author (dub)'>Abel</origination>",
            Name("Abel", "from", "", "Abel (dubious author (dub))"),
        ),
        ("<persname role='att'>Abel</persname>", Name("Abel", "from", "person", "Abel (att)")),
        ("<persname certainty='low'>Abel</persname>", Name("Abel", "", "person", "Abel (certainty low)")),
        ("<persname role='to' certainty='high'>Abel</persname>", Name("Abel", "to", "person")),
        ("<persname normal='Abel, Karl'>[K. A.?]</persname>", Name("Abel, Karl", "", "person", "[K. A.?]")),
        ("<unittitle>To <persname>Abel</persname> [?]</unittitle>", Name("Abel", "", "person", "Abel (?)")),
        ("<unittitle>To <persname>Abel</persname>, Paris</unittitle>", Name("Abel", "", "person")),
    ],
)
def test_doubt_in_words_and_attributes(reads: Reads, inside: str, name: Name) -> None:
    assert reads(f"<did>{inside}</did>")[0].names == (name,)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Abraham, Karl, 1877-1925.", "Abraham, Karl, 1877-1925"),
        ("Deuticke, Franz--Correspondence.", "Deuticke, Franz"),
        ("Archive (Library).", "Archive (Library)"),
        ("Miller, Arthur, Jr.", "Miller, Arthur, Jr."),
        ("Volkov, V. P.", "Volkov, V. P."),
        ("Blücher, Heinrich,", "Blücher, Heinrich"),
    ],
)
def test_names_are_freed_of_subdivisions_and_final_stops(reads: Reads, written: str, name: str) -> None:
    top = reads(f"<did/><controlaccess><persname>{written}</persname></controlaccess>")[0]
    assert top.names == (Name(name, "", "person"),)


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
    assert [(unit.id, unit.parent) for unit in units] == [("top", None), ("a", "top"), ("a~2", "top"), ("a~3", "a~2")]
    assert ears.notes[0] == "x.xml:2: the id 'a' is that of line 1 already: here it becomes 'a~2'"


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
    assert top.names == (Name("Sedov, Lev", "", "person"),)


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
    assert top.description == "old: IV 7\n\nExile"


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
    assert (file.ref, file.description, file.id) == ("Box 2, box-folder 2/7", "", "top/c1")


def test_what_is_marked_as_internal_is_left_out(reads: Reads, ears: Ears) -> None:
    units = reads(
        """<scopecontent><p>Letters <note audience="internal"><p>closed donor</p></note>of 1931.</p></scopecontent>
        <dsc><c id="a" audience="internal"><did><unittitle>unpublished</unittitle></did><c id="b"/></c>
        <c id="d" audience="external"/></dsc>""",
        attributes='level="fonds" id="top" audience="internal"',
    )
    assert [unit.id for unit in units] == ["top", "d"]
    assert units[0].description == "Letters of 1931."
    assert ears.notes[0] == "x.xml:1: 2 elements marked as internal: left out"


def test_subjects_and_indexes_are_described_and_their_names_named(reads: Reads) -> None:
    top = reads(
        """<did/><controlaccess><controlaccess><subject>Exile--Turkey.</subject><occupation>Writers</occupation>
        </controlaccess><persname>Serge, Victor</persname></controlaccess>
        <index><indexentry><persname>Rosmer, Alfred</persname><ref>folder 7</ref></indexentry>
        <indexentry><corpname>POUM</corpname></indexentry></index><bioghist><p><persname>Stalin</persname></p></bioghist>"""
    )[0]
    assert [name.text for name in top.names] == ["Serge, Victor", "Rosmer, Alfred", "POUM"]
    assert top.description == "Rosmer, Alfred folder 7\nPOUM\n\nStalin\n\nExile--Turkey; Writers"


def test_names_in_running_text_go_by_their_headings(reads: Reads) -> None:
    top = reads(
        """<did><unittitle>Lettre de <persname normal="Rolland, Romain (1866-1944)" role="070">Romain Rolland</persname>
        à <persname normal="Istrati, Panaït (1884-1935)" role="660">Istrati</persname></unittitle></did>
        <scopecontent><p>Sur <geogname normal="Dantzig (Pologne)">Gdańsk</geogname>.</p></scopecontent>
        <controlaccess><persname normal="Serge, Victor" role="subject">Kibal'chich, Viktor</persname></controlaccess>"""
    )[0]
    assert top.title == "Lettre de Romain Rolland à Istrati"
    assert top.names == (
        Name("Rolland, Romain (1866-1944)", "from", "person"),
        Name("Istrati, Panaït (1884-1935)", "to", "person"),
        Name("Dantzig (Pologne)", "", "place"),
        Name("Kibal'chich, Viktor", "", "person"),
    )


def test_an_extent_says_what_is_counted(reads: Reads) -> None:
    pages, metres = '<extent type="pages">416</extent>', '<extent unit="m">0,5</extent>'
    size = '<physfacet type="support">papier</physfacet><dimensions unit="cm">21 x 29</dimensions>'
    top = reads(f"<did><physdesc>{pages}</physdesc><physdesc>{metres}{size}</physdesc></did>")[0]
    assert top.extent == "416 pages; 0,5 m, papier, 21 x 29 cm"


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ("Collection material in English and German", ("en", "de")),
        ("Documents en français", ("fr",)),
        ("Überwiegend auf Deutsch, wenig Französisch", ("de", "fr")),
        ("Русский, немецкий", ("ru", "de")),
        ("In Church Slavonic, mostly", ()),
        ('Various: <language langcode="rus"/> and Polish', ("ru",)),
        ('<language langcode="mul" scriptcode="Latn">Mehrere Sprachen</language>', ()),
    ],
)
def test_languages_of_the_material(reads: Reads, stated: str, codes: tuple[str, ...]) -> None:
    assert reads(f"<did><langmaterial>{stated}</langmaterial></did>")[0].languages == codes


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


COMPONENT = re.compile(rb"<c(?:0\d|1[0-2])?[\s>]")
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
COUNTS = {
    "library_of_congress": 13_967,
    "archives_nationales_fr": 2_090,
    "ehri": 106,
    "arclight": 75,
    "derived_large": 27_200,
}
INTERNAL = {"pc0170.xml"}
"""Files with units that are marked as meant for the staff alone."""


@pytest.mark.parametrize("folder", COUNTS)
def test_every_component_of_the_corpora_is_a_unit(corpora: Path, ears: Ears, folder: str) -> None:
    total = 0
    for file in sorted((corpora / "ead" / folder).rglob("*.xml*")):
        raw = file.read_bytes()
        stated = len(COMPONENT.findall(COMMENT.sub(b"", gzip.decompress(raw) if file.suffix == ".gz" else raw)))
        seen: set[str] = set()
        for unit in read_units(file, file.name, ears.fault, ears.note):
            assert unit.id not in seen
            assert unit.parent in (seen if seen else {None})
            assert unit.source.line
            seen.add(unit.id)
        total += len(seen) - 1
        assert len(seen) == stated + 1 or file.name in INTERNAL, file.name
    assert total == COUNTS[folder]
    assert not ears.faults


MALFORMED = {
    "bare_ampersand.xml": ":72: a bare & ",
    "billion_laughs.xml": ":1: declares entities of its own",
    "control_char.xml": ":72: a control character (11)",
    "empty.xml": ": an empty file",
    "external_entity.xml": ":1: declares entities of its own",
    "truncated.xml": ":240: breaks off: <event> of line 240 is never closed",
    "two_roots.xml": ":383: something after the end of the document",
    "unclosed_c.xml": ":379: </c01> found while <c02> of line 343 is still open",
    "wrong_encoding.xml": ":72: the byte 0x96 is not valid UTF-8",
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_files_are_refused_with_line_and_reason(corpora: Path, ears: Ears, name: str) -> None:
    with pytest.raises(BadFile) as refused:
        list(read_units(corpora / "ead" / "derived_malformed" / name, name, ears.fault, ears.note))
    assert refused.value.message.startswith(name + MALFORMED[name])


@pytest.mark.parametrize("name", ["undefined_entity.xml", "utf8_bom_and_leading_space.xml"])
def test_what_is_safe_to_repair_is_read(corpora: Path, ears: Ears, name: str) -> None:
    units = list(read_units(corpora / "ead" / "derived_malformed" / name, name, ears.fault, ears.note))
    assert len(units) > 1
    assert not ears.faults


def test_french_names_and_languages_of_a_pair(corpora: Path, ears: Ears) -> None:
    pair = [corpora / "ead" / "ehri" / f"CS-foto-188845-{language}.xml" for language in ("fr", "nl")]
    tops = [next(iter(read_units(file, file.name, ears.fault, ears.note))) for file in pair]
    assert "tiré sur des troupes" in tops[0].title
    assert all(top.title and top.ref for top in tops)
