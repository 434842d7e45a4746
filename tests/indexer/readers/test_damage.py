"""Files of every format, damaged at random: a reader reads what it can or says what is wrong, and does nothing else."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discovery.errors import BadFile
from indexer.inspecting import inspect_file
from indexer.readers import read_pages, read_units
from tests.indexer.conftest import Ears
from tests.indexer.readers import specimens, workbooks

BOX = 'HPOS="1" VPOS="2" WIDTH="3" HEIGHT="4"'
DESCRIPTIONS = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE ead [<!ENTITY a "b">]><ead><archdesc level="fonds"><did>'
    "<unitid>1</unitid><unittitle>Письма &a; <unitdate>1932</unitdate></unittitle></did><dsc><c01 id='x'><did/></c01>"
    "</dsc></archdesc></ead>",
    'id;parent;title;language;names\n1;2;"a ""b"" \nпри";ru;A|B\n2;1;;x;\n',
    '{"id": "1", "names": ["A", ["B"]], "title": "при"}\n{"id": 2, "parent": "1", "x": null}\n',
    '[{"id": "1", "language": ["ru"]},\n {"id": 2}]',
)
PAGES = (
    f'<alto><Layout><Page WIDTH="9"><TextBlock><TextLine><String CONTENT="при" WC="0.5" {BOX}/><SP/>'
    f'<String CONTENT="a b" {BOX}/><HYP CONTENT="-"/></TextLine></TextBlock></Page></Layout></alto>',
    '<PcGts><Page imageWidth="9"><ReadingOrder><RegionRefIndexed index="1" regionRef="r"/></ReadingOrder><TextRegion '
    'id="r"><TextLine><Coords points="1,2 3,4"/><TextEquiv index="0"><Unicode>при два</Unicode></TextEquiv></TextLine>'
    "</TextRegion></Page></PcGts>",
    "<html lang='en'><div class='ocr_page' title='bbox 0 0 9 9'><span class='ocr_line' title='bbox 1 1 2 2'>"
    "<span class='ocrx_word' title='bbox 1 1 2 2; x_wconf 50'>при</span> два</span></div></html>",
    "Письмо\f\n\n\nот Л. Д.\f",
    specimens.abbyy(),
    specimens.djvu(2),
    specimens.miniocr(),
    specimens.tei(),
)
BINARY = {
    "x.xlsx": workbooks.xlsx({"a": (("id", "title", "date"), ("1", "a", 1932), ("2", 7.5, (11812, 1)))}, ("A2:A3",)),
    "x.ods": workbooks.ods({"a": workbooks.ods_row(*map(workbooks.ods_cell, ("id", "title")))}),
    "x.tif": specimens.tiff((4, 4), (2, 2)),
    "x.png": specimens.png(4, 4),
    "x.zip": workbooks.packed({"1.xml": specimens.alto(), "2/3.txt": "text"}),
    "x.json": b'{"@context": "iiif.io/api/presentation/3/", "items": [{"type": "Canvas", "seeAlso": ["x.xml"]}]}',
    "x.mets": b"<mets><file ID='a'><FLocat href='x.xml'/></file><structMap><div><fptr FILEID='a'/></div></structMap>",
}
HOSTILE = (
    *(
        "<",
        ">",
        "&",
        '"',
        "'",
        ";",
        ",",
        "[",
        "{",
        "\r",
        "\n",
        "</c01>",
        "<c>",
        "<!--",
        "]]>",
        "<![CDATA[",
        "<br>",
        "<?p ",
    ),
    *("&#0;", "&#xD800;", "&#x110000;", "&nosuch;", "<!DOCTYPE x [", "<!ENTITY b '&b;'>", "<?xml encoding='idna'?>"),
    *("nan", "-1", "1e999", "9" * 5000, "\\ud800", "xmlns:a=''", "a:", "\ufeff", "\u2028", "\ufffe", "<a>" * 300),
)
PIECES = st.one_of(st.sampled_from(HOSTILE).map(str.encode), st.binary(max_size=4))
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES), min_size=1, max_size=6)


def damaged(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for share, length, piece in edits:
        at = int(share * len(data))
        data = data[:at] + piece + data[at + length :]
    return data


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2000)
@given(st.sampled_from(range(len(DESCRIPTIONS + PAGES))), EDITS, st.sampled_from(["utf-8", "utf-16", "cp1251"]))
def test_only_bad_files_come_of_damage(
    tmp_path: Path, ears: Ears, which: int, edits: list[tuple[float, int, bytes]], encoding: str
) -> None:
    file = tmp_path / "x"
    file.write_bytes(damaged((DESCRIPTIONS + PAGES)[which].encode(encoding), edits))
    with suppress(BadFile):
        for unit in read_units(file, "x", ears.fault, ears.note):
            assert unit.id
            unit.title.encode()
    with suppress(BadFile):
        for page in read_pages(file, "x", ears.fault):
            page.text.encode()
            assert all(0 <= word.start < word.end <= len(page.text) for word in page.words)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2000)
@given(st.sampled_from(sorted(BINARY)), EDITS)
def test_only_bad_files_come_of_damage_to_bytes(
    tmp_path: Path, name: str, edits: list[tuple[float, int, bytes]]
) -> None:
    (tmp_path / name).write_bytes(damaged(BINARY[name], edits))
    with suppress(BadFile):
        for line in inspect_file(tmp_path / name, name):
            line.encode()


@pytest.mark.parametrize("whole", DESCRIPTIONS)
def test_descriptions_as_they_were(tmp_path: Path, ears: Ears, whole: str) -> None:
    (tmp_path / "x").write_text(whole, encoding="utf-8")
    assert len(list(read_units(tmp_path / "x", "x", ears.fault, ears.note))) == 2


@pytest.mark.parametrize("whole", PAGES)
def test_pages_as_they_were(tmp_path: Path, ears: Ears, whole: str) -> None:
    (tmp_path / "x").write_text(whole, encoding="utf-8")
    assert read_pages(tmp_path / "x", "x", ears.fault)[0].text
    assert not ears.faults
