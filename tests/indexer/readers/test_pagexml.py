"""PAGE XML: words, lines, regions, readings and their order; then every file of the corpora."""

from collections.abc import Callable
from pathlib import Path

import pytest

from discovery.records import Page, Passage, Word
from indexer.readers import pagexml, read_pages
from tests.indexer.conftest import Ears

Reads = Callable[..., Page]
NAMESPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"


@pytest.fixture
def reads(ears: Ears) -> Reads:
    """Reads the inside of a page."""

    def read(inside: str, namespace: str = NAMESPACE, page: str = "") -> Page:
        sizes = 'imageFilename="scans/1.tif" imageWidth="1000" imageHeight="2000"'
        text = f'<PcGts xmlns="{namespace}"><Page {sizes} {page}>{inside}</Page></PcGts>'
        (only,) = pagexml.read(text.encode(), "p.xml", ears.fault)
        return only

    return read


def part(name: str, text: str = "", inside: str = "", points: str = "1,2 4,2 4,6 1,6", **more: str) -> str:
    """A region, line or word: its outline, what it holds, its text."""
    given = "".join(f' {key}="{value}"' for key, value in more.items())
    outline = f'<Coords points="{points}"/>' if points else ""
    said = f"<TextEquiv><Unicode>{text}</Unicode></TextEquiv>" if text else ""
    return f"<{name}{given}>{outline}{inside}{said}</{name}>"


def region(text: str, **more: str) -> str:
    return part("TextRegion", inside=part("TextLine", text), **more)


@pytest.mark.parametrize("namespace", [NAMESPACE, NAMESPACE.replace("2019", "2013"), ""])
def test_words_lines_and_regions(reads: Reads, namespace: str) -> None:
    words = part("Word", "Über", points="10,20 40,21 40,60 10,60") + part("Word", "alles")
    first = part("TextRegion", "Über alles\nx", part("TextLine", "Über alles", words) + part("TextLine", "x"))
    page = reads(first + region("y"), namespace)
    assert page.text == "Über alles\nx\n\ny"
    assert list(page.words)[:2] == [Word(0, 4, 10, 20, 30, 40), Word(5, 10, 1, 2, 3, 4)]
    assert (page.width, page.height, page.image) == (1000, 2000, "1.tif")


def test_a_line_without_words_is_split(reads: Reads) -> None:
    page = reads(part("TextRegion", inside=part("TextLine", "ab cd", points="100,5 150,5 150,14 100,14")))
    assert list(page.words) == [Word(0, 2, 100, 5, 20, 9), Word(3, 5, 130, 5, 20, 9)]


def test_a_corrected_line_counts_for_more_than_its_words(reads: Reads) -> None:
    words = part("Word", "Trotzki") + part("Word", "scbrieb")
    assert reads(part("TextRegion", inside=part("TextLine", "Trotzki schrieb", words))).text == "Trotzki schrieb"
    assert reads(part("TextRegion", inside=part("TextLine", "", words))).text == "Trotzki scbrieb"


def test_a_region_without_lines(reads: Reads) -> None:
    page = reads(part("TextRegion", "one\ntwo words"))
    assert (page.text, len(page.words)) == ("one\ntwo words", 0)


def test_of_readings_the_lowest_index_is_read(reads: Reads) -> None:
    readings = "".join(
        f'<TextEquiv index="{index}" conf="0.{index}"><Unicode>{text}</Unicode></TextEquiv>'
        for index, text in ((2, "b"), (1, "a"), (10, "c"))
    )
    page = reads(part("TextRegion", inside=part("TextLine", inside=part("Word", inside=readings))))
    assert page.text == "a"
    assert next(iter(page.words)).confidence == 10


def test_reading_order_in_groups_with_what_it_leaves_out_at_the_end(reads: Reads) -> None:
    order = """<ReadingOrder><OrderedGroup><OrderedGroupIndexed index="10"><RegionRefIndexed index="0" regionRef="c"/>
    </OrderedGroupIndexed><UnorderedGroupIndexed index="9" regionRef="d"><RegionRef regionRef="b"/>
    </UnorderedGroupIndexed></OrderedGroup></ReadingOrder>"""
    inner = part("TextRegion", inside=part("TextLine", "b1") + region("b2", id="x"), id="b")
    page = reads(order + region("a", id="a") + region("c", id="c") + inner)
    assert page.text == "b1\n\nb2\n\nc\n\na"


def test_tables_of_transkribus(reads: Reads) -> None:
    cells = "".join(part("TableCell", inside=part("TextLine", text)) for text in ("Name", "Alter"))
    assert reads(part("TableRegion", inside=cells)).text == "Name\n\nAlter"


def test_outlines_of_every_version(reads: Reads) -> None:
    points = '<Coords><Point x="1" y="2"/><Point x="4" y="6"/></Coords>'
    baseline = '<Baseline points="5,9 8,9"/>'
    lines = part("TextLine", "a", points, points="") + part("TextLine", "b", baseline, points="")
    page = reads(part("TextRegion", inside=lines + part("TextLine", "c", points="x,y -1,nan")))
    assert page.text == "a\nb\nc"
    assert list(page.words) == [Word(0, 1, 1, 2, 3, 4), Word(2, 3, 5, 9, 3, 0)]


def test_languages_of_page_region_line_and_word(reads: Reads) -> None:
    words = part("Word", "a") + part("Word", "b", language="Latin")
    line = part("TextLine", "", words, primaryLanguage="Russian")
    page = reads(region("x") + part("TextRegion", inside=line), page='primaryLanguage="German"')
    assert page.passages == (Passage(0, 1, "de"), Passage(3, 4, "ru"), Passage(5, 6, "la"))


def test_damage_is_reported_and_the_rest_read(ears: Ears) -> None:
    text = f"<PcGts><Page><TextRegion>{part('TextLine', 'a')}<TextLine>{part('Word', 'b')}</TextRegion></Page></PcGts>"
    (page,) = pagexml.read(text.encode(), "p.xml", ears.fault)
    assert page.text == "a\nb"
    assert len(ears.faults) == 1


@pytest.mark.parametrize(("folder", "files"), [("ocrd_gt_page", 41), ("reichsanzeiger_de_page", 30)])
def test_every_file_of_the_corpora(corpora: Path, ears: Ears, folder: str, files: int) -> None:
    found = [file for file in (corpora / "ocr" / folder).rglob("*.xml") if b"<PcGts" in file.read_bytes()[:500]]
    assert len(found) == files
    for file in found:
        (page,) = read_pages(file, file.name, ears.fault)
        assert len(page.words) == len(page.text.split())
    assert not ears.faults


def test_a_page_in_two_formats_gives_one_text(corpora: Path, ears: Ears) -> None:
    pages = sorted((corpora / "ocr" / "derived_russian").rglob("*.page.xml"))
    assert len(pages) == 90
    for file in pages:
        (first,) = read_pages(file, file.name, ears.fault)
        (second,) = read_pages(file.with_name(file.name.replace(".page.xml", ".alto.xml")), "alto", ears.fault)
        assert first == pagexml.read(file.read_bytes(), file.name, ears.fault)[0]
        assert (first.text, first.words, first.passages) == (second.text, second.words, second.passages)
