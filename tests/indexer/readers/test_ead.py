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
        Name("Molinier, Raymond", "from", "person", conjectural=True),
        Name("Secretariat", "to", "organisation"),
        Name("Paris", "", "place"),
    )
    assert top.links == (Link("ocr/1.xml", "text"),)
    assert top.source.line == 1


def test_form_and_genre_are_never_guessed(reads: Reads) -> None:
    top = reads("<did><unittitle>Typed letter</unittitle><physdesc>1 leaf, blue</physdesc></did>")[0]
    assert (top.form, top.genre, top.extent) == ("", "", "1 leaf, blue")


@pytest.mark.parametrize(
    ("written", "conjectural"),
    [("[Abel]", True), ("Abel?", True), ("probably Abel", True), ("Abel [?]", True), ("Abel", False)],
)
def test_marks_of_doubt_become_conjecture(reads: Reads, written: str, conjectural: bool) -> None:
    (name,) = reads(f"<did><origination>{written}</origination></did>")[0].names
    assert name == Name("Abel", conjectural=conjectural)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Abraham, Karl, 1877-1925.", "Abraham, Karl, 1877-1925"),
        ("Deuticke, Franz--Correspondence.", "Deuticke, Franz"),
        ("Archive (Library).", "Archive (Library)"),
        ("Miller, Arthur, Jr.", "Miller, Arthur, Jr."),
        ("Volkov, V. P.", "Volkov, V. P."),
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


def test_ead3(reads: Reads) -> None:
    top = reads(
        """<did><unittitle>T</unittitle><unitdatestructured unitdatetype="inclusive"><daterange>
        <fromdate standarddate="1930">1930</fromdate><todate standarddate="1934">1934</todate></daterange>
        </unitdatestructured><origination><persname><part>Sedov</part><part>Lev</part></persname></origination></did>""",
        '<ead xmlns="http://ead3.archivists.org/schema/">',
    )[0]
    assert top.dates == (WrittenDate("1930–1934", "1930/1934", "inclusive"),)
    assert top.names == (Name("Sedov Lev", "", "person"),)


def test_file_without_archdesc_is_refused(ears: Ears) -> None:
    with pytest.raises(BadFile, match="nothing in it is described"):
        list(ead.read(b"<ead><eadheader/></ead>", "x.xml", ears.fault, ears.note))


COMPONENT = re.compile(rb"<c(?:0\d|1[0-2])?[\s>]")
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
COUNTS = {
    "library_of_congress": 13_967,
    "archives_nationales_fr": 2_090,
    "ehri": 106,
    "arclight": 79,
    "derived_large": 27_200,
}


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
        assert len(seen) == stated + 1, file.name
        total += stated
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
