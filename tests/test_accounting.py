"""Every file below a source has one statement, and what was loaded and what was left out add up to what is there.

The counts are made anew here, by a walk over each file that shares nothing with the readers.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from discovery.engines.opening import open_writer
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from indexer.report import Report
from indexer.statements import FATES, Statement, json_lines, summary, write_statements

COMPONENT = re.compile(r"archdesc|c(0[1-9]|1[0-2])?")
Loaded = Callable[[Path], Report]


@pytest.fixture
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    def run(*sources: Path) -> Report:
        place = tmp_path_factory.mktemp("engine") / "engine"
        return load([read_collection(source) for source in sources], open_writer(str(place)), Silent())

    return run


def lay(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


EAD = "<ead><archdesc level='fonds'><did><unitid>F</unitid><unittitle>x</unittitle></did></archdesc></ead>"
ALTO = "<alto><Layout><Page><TextBlock><TextLine><String CONTENT='a'/></TextLine></TextBlock></Page></Layout></alto>"
SETTINGS = '[pages]\npattern = "{ref}/{sequence}.xml"\nimages = "{ref}/{sequence}.png"\n'
FILES = {
    "collection.toml": SETTINGS,
    "ead.xml": EAD,
    "broken.xml": "<ead><archdesc>",
    "F/1.xml": ALTO,
    "F/1.png": "picture",
    "F/2.xml": "<alto><Layout><Page><TextBlock>",
    "F/3.xml": '<?xml version="1.0" encoding="klingon"?><alto/>',
    "stray.xml": ALTO,
    "notes.docx": "PK\x03\x04\0\0",
    "empty": "",
    ".hidden/x.xml": ALTO,
}
SAID = {
    "collection.toml": "read as part of the collection: its settings",
    "ead.xml": "loaded as a finding aid (EAD): 1 unit",
    "broken.xml": "skipped because breaks off: <archdesc> of line 1 is never closed",
    "F/1.xml": "loaded as recognised text (ALTO): 1 page, 1 line, 1 word",
    "F/1.png": "read as part of F/1.xml: the image of its page",
    "F/2.xml": "loaded as recognised text (ALTO): 1 page; 1 left out",
    "F/3.xml": "skipped because claims the encoding 'klingon', which nobody knows",
    "stray.xml": "skipped because no description, pattern or link names it: recognised text (ALTO)",
    "notes.docx": "not a kind that opis reads: a ZIP file of another kind",
    "empty": "not a kind that opis reads: an empty file",
    ".hidden/x.xml": "skipped because it is hidden: its name, or a folder's, begins with a dot",
}


def test_each_file_has_one_statement(loaded: Loaded, tmp_path: Path) -> None:
    report = loaded(lay(tmp_path, FILES))
    assert {file.file: str(file).removeprefix(f"{file.file}: ") for file in report.files} == SAID
    assert len(report.files) == len(FILES)
    lines = list(report.lines())
    assert "Of 11 files: 3 loaded, 2 read as part of others, 4 skipped, 2 not of a kind that opis reads." in lines, (
        lines
    )


def test_the_statements_in_a_file(loaded: Loaded, tmp_path: Path) -> None:
    files = loaded(lay(tmp_path / "c", FILES)).files
    write_statements(tmp_path / "r.jsonl", files)
    said = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    assert [line["file"] for line in said] == [file.file for file in files]
    assert {line["fate"] for line in said} <= FATES.keys()
    assert said == [json.loads(line) for line in json_lines(files)]
    write_statements(tmp_path / "r.txt", files)
    assert (tmp_path / "r.txt").read_text("utf-8").splitlines() == [*map(str, files), summary(files)]


def test_links_lead_to_statements_and_nowhere_else(loaded: Loaded, tmp_path: Path) -> None:
    lay(tmp_path / "c", {"ead.xml": EAD})
    lay(tmp_path / "out", {"page.xml": ALTO})
    (tmp_path / "c" / "gone.xml").symlink_to("nowhere")
    (tmp_path / "c" / "folder").symlink_to(tmp_path / "out")
    (tmp_path / "c" / "page.xml").symlink_to(tmp_path / "out" / "page.xml")
    said = {file.file: file.said for file in loaded(tmp_path / "c").files}
    assert said == {
        "ead.xml": "a finding aid (EAD)",
        "folder": "it is no file, or a link that leads nowhere",
        "gone.xml": "can't be opened: No such file or directory",
        "page.xml": "it is a link that leads out of the folder",
    }


def test_a_finding_aid_that_is_there_already_is_skipped(loaded: Loaded, tmp_path: Path) -> None:
    report = loaded(lay(tmp_path, {"a.xml": EAD, "b.xml": EAD}))
    assert [(file.file, file.fate) for file in report.files] == [("a.xml", "loaded"), ("b.xml", "skipped")]


def test_a_single_file_and_what_it_links_to(loaded: Loaded, tmp_path: Path) -> None:
    linking = EAD.replace("</did>", "<dao href='p.xml'/></did>")
    report = loaded(lay(tmp_path, {"a.xml": linking, "p.xml": ALTO, "q.xml": ALTO}) / "a.xml")
    assert [(file.file, file.fate) for file in report.files] == [("a.xml", "loaded"), ("p.xml", "loaded")]


# The corpora: what is in each file, counted by another walk.


def root_of(path: Path) -> etree._Element:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=True, recover=True)
    return etree.fromstring(data.strip(), parser)


def reported(report: Report, file: str, pattern: str) -> int:
    """The number in the notes of a file that fit a pattern: its group, or one where they say "one" or "an"."""
    found = [re.search(pattern, text) for source, text in report.notes if source.file == file]
    return sum(int(match[1]) if match[1].isdigit() else 1 for match in found if match)


def check_finding_aid(path: Path, file: Statement, report: Report) -> None:
    root = root_of(path)
    internal = root.xpath(".//*[local-name()='archdesc']//*[@audience='internal']")
    assert reported(report, file.file, r"^(an|\d+) elements? marked as internal") == len(internal)
    for element in internal:
        element.clear(keep_tail=True)
        element.tag = "gone"
    archdescs = root.xpath(".//*[local-name()='archdesc']")
    tags = Counter(etree.QName(element).localname for archdesc in archdescs for element in archdesc.iter(etree.Element))
    assert file.counts["units"] == sum(count for tag, count in tags.items() if COMPONENT.fullmatch(tag))
    idle = reported(report, file.file, r"^(one|\d+) unitdates? not taken")
    undated = ".//*[local-name()='did'][not(.//*[local-name()='unitdate'])]"
    in_titles = root.xpath(f"count({undated}/*[local-name()='unittitle']//*[local-name()='date'])")
    others = in_titles + tags["datesingle"] + tags["daterange"]
    assert tags["unitdate"] <= file.counts["dates"] + idle <= tags["unitdate"] + others
    objects = reported(report, file.file, r"^(one|\d+) digital objects? not taken")
    assert file.counts["links"] + objects == tags["dao"] + tags["daoloc"]


FINDING_AIDS = (
    "library_of_congress",
    "archives_nationales_fr",
    "arclight",
    "ehri",
    "derived_large",
    "derived_malformed",
)


@pytest.mark.parametrize("folder", FINDING_AIDS)
def test_the_finding_aids_of_the_corpora(corpora: Path, loaded: Loaded, folder: str) -> None:
    place = corpora / "ead" / folder
    report = loaded(place)
    files = [path for path in place.rglob("*") if path.is_file()]
    assert len(report.files) == len(files)
    for file in report.files:
        if file.fate == "loaded":
            check_finding_aid(place / file.file, file, report)


def lines_of_alto(root: etree._Element) -> Iterator[str]:
    for line in root.iter("{*}TextLine"):
        spaced = line.find("{*}SP") is not None
        said = ""
        for element in line:
            name = etree.QName(element).localname
            if name == "String":
                said += ("" if spaced else " ") + (element.get("CONTENT") or "")
            elif name == "SP":
                said += " "
        yield said


def lines_of_page(root: etree._Element) -> Iterator[str]:
    for line in root.iter("{*}TextLine"):
        words = line.xpath("./*[local-name()='Word']/*[local-name()='TextEquiv'][1]/*[local-name()='Unicode']/text()")
        whole = line.xpath("./*[local-name()='TextEquiv'][1]/*[local-name()='Unicode']/text()")
        same = "".join("".join(words).split()) == "".join("".join(whole).split())
        yield " ".join(words) if words and (same or not whole) else "".join(whole)


def words_of_hocr(data: bytes) -> int:
    """Words in elements marked as words, and, in lines that have none, in these."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    marked = root.xpath("//*[contains(@class, 'ocrx_word')]")
    bare = "//*[contains(@class, 'ocr_line')][not(.//*[contains(@class, 'ocrx_word')])]"
    return sum(len("".join(element.itertext()).split()) for element in [*marked, *root.xpath(bare)])


LINES = {"recognised text (ALTO)": lines_of_alto, "recognised text (PAGE XML)": lines_of_page}


def test_the_same_pages_in_five_formats(corpora: Path, loaded: Loaded) -> None:
    """Recognised text of the corpora in ALTO, PAGE, hOCR and as plain text: words of hOCR and text counted here."""
    place = corpora / "ocr" / "derived_russian"
    report = loaded(place)
    assert len(report.files) == len([path for path in place.rglob("*") if path.is_file()]) == 450
    assert {file.fate for file in report.files} == {"loaded"}
    for file in report.files:
        data = (place / file.file).read_bytes()
        if file.said == "recognised text (hOCR)":
            assert file.counts["words"] == words_of_hocr(data), file
        elif file.said == "plain text":
            lines = [line for line in data.decode().splitlines() if line.strip()]
            assert (file.counts["lines"], file.counts["words"]) == (
                len(lines),
                sum(len(line.split()) for line in lines),
            )
        else:
            told = [line for line in LINES[file.said](root_of(place / file.file)) if line.strip()]
            assert (file.counts["lines"], file.counts["words"]) == (len(told), sum(len(line.split()) for line in told))


@pytest.mark.parametrize("folder", ["dbmdz_fixtures", "komi_cyrillic_1930s"])
def test_no_file_of_the_corpora_is_without_a_statement(corpora: Path, loaded: Loaded, folder: str) -> None:
    place = corpora / "ocr" / folder
    report = loaded(place)
    assert sorted(file.file for file in report.files) == sorted(
        path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()
    )
    assert report.pages == sum(file.counts["pages"] for file in report.files)


@pytest.mark.parametrize("folder", ["tapuscorpus_fr_alto", "ehri_typed_alto", "reichsanzeiger_de_page", "ocrd_gt_page"])
def test_the_pages_of_the_corpora(corpora: Path, loaded: Loaded, folder: str) -> None:
    place = corpora / "ocr" / folder
    report = loaded(place)
    files = [path for path in place.rglob("*") if path.is_file()]
    assert len(report.files) == len(files)
    for file in report.files:
        if lines := LINES.get(file.said):
            told = [line for line in lines(root_of(place / file.file)) if line.strip()]
            words = sum(len(line.split()) for line in told)
            assert (file.counts["lines"], file.counts["words"]) == (len(told), words), file
