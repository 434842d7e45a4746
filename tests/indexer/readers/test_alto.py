"""ALTO of every version: text, boxes, hyphens, languages, damage; then every file of the corpora."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from discovery.errors import BadFile
from discovery.records import Page, Passage, Word
from indexer.readers import alto, read_pages
from tests.indexer.conftest import Ears

Reads = Callable[..., Page]


@pytest.fixture
def reads(ears: Ears) -> Reads:
    """Reads the lines of one block; `head` is the Description."""

    def read(lines: str, head: str = "", block: str = "", page: str = 'WIDTH="1000" HEIGHT="2000"') -> Page:
        text = (
            f"<alto><Description>{head}</Description><Layout><Page {page}><PrintSpace><TextBlock {block}>"
            f"{lines}</TextBlock></PrintSpace></Page></Layout></alto>"
        )
        (only,) = alto.read(text.encode(), "p.xml", ears.fault)
        return only

    return read


def string(content: str, box: str = "1 2 3 4", **more: str) -> str:
    sides = dict(zip(("HPOS", "VPOS", "WIDTH", "HEIGHT"), box.split(), strict=True))
    return (
        "<String " + " ".join(f'{key}="{value}"' for key, value in {"CONTENT": content, **sides, **more}.items()) + "/>"
    )


def test_words_lines_and_confidence(reads: Reads) -> None:
    page = reads(
        f"<TextLine>{string('Über', '10 20 30 40', WC='0.87')}<SP/>{string('alles', '50.4 20.0 30 40')}"
        f"</TextLine><TextLine>{string('x')}</TextLine>"
    )
    assert page.text == "Über alles\nx"
    assert list(page.words)[:2] == [Word(0, 4, 10, 20, 30, 40, 87), Word(5, 10, 50, 20, 30, 40, -1)]
    assert (page.width, page.height, page.sequence) == (1000, 2000, 1)


@pytest.mark.parametrize(("written", "value"), [("1", 100), ("1.0", 100), ("0", 0), ("87", 87), ("x", -1), ("", -1)])
def test_confidence_as_share_or_percent(reads: Reads, written: str, value: int) -> None:
    page = reads(f"<TextLine>{string('a', WC=written)}</TextLine>")
    assert [word.confidence for word in page.words] == [value]


def test_a_line_with_spaces_spells_them_out_and_one_without_needs_none(reads: Reads) -> None:
    spelled = reads(f"<TextLine>{string('J')}{string('.')}<SP/>{string('Wolf')}</TextLine>")
    assert spelled.text == "J. Wolf"
    assert [(word.start, word.end) for word in spelled.words] == [(0, 1), (1, 2), (3, 7)]
    assert reads(f"<TextLine>{string('J.')}{string('Wolf')}</TextLine>").text == "J. Wolf"


@pytest.mark.parametrize("hyphen", ["-", "\xad", "¬"])
def test_a_broken_word_keeps_hyphen_and_line_break(reads: Reads, hyphen: str) -> None:
    first, second = string("inter", SUBS_TYPE="HypPart1"), string("national", SUBS_TYPE="HypPart2")
    page = reads(f'<TextLine>{first}<HYP CONTENT="{hyphen}"/></TextLine><TextLine>{second}</TextLine>')
    assert page.text == f"inter{hyphen}\nnational"
    assert next(iter(page.words)).end == 6
    twice = string(f"inter{hyphen}", SUBS_TYPE="HypPart1")
    assert reads(f'<TextLine>{twice}<HYP CONTENT="{hyphen}"/></TextLine>').text == f"inter{hyphen}"
    unmarked = reads(f"<TextLine>{first}</TextLine><TextLine>{second}</TextLine>")
    assert unmarked.text == "inter-\nnational"


def test_a_string_that_is_a_line_becomes_words(reads: Reads) -> None:
    page = reads('<TextLine HPOS="100" VPOS="5" WIDTH="50" HEIGHT="9"><String CONTENT="ab cd"/></TextLine>')
    assert page.text == "ab cd"
    assert list(page.words) == [Word(0, 2, 100, 5, 20, 9), Word(3, 5, 130, 5, 20, 9)]


def test_bad_coordinates_cost_the_box_and_not_the_text(reads: Reads) -> None:
    page = reads(f"<TextLine>{string('a', '-5 x 1 1')}<SP/>{string('b', '-5 2 1 1')}</TextLine>")
    assert page.text == "a b"
    assert list(page.words) == [Word(2, 3, 0, 2, 1, 1)]


def test_units_become_pixels_where_the_resolution_is_told(reads: Reads) -> None:
    line = f"<TextLine>{string('a', '1200 600 120 12')}</TextLine>"
    unit = "<MeasurementUnit>inch1200</MeasurementUnit>"
    told = reads(line, unit + "<p><processingStepSettings>height:3854xdpi:300ydpi:300</processingStepSettings></p>")
    assert (list(told.words), told.width) == ([Word(0, 1, 300, 150, 30, 3)], 250)
    untold = reads(line, unit)
    assert (list(untold.words), untold.width) == ([Word(0, 1, 1200, 600, 120, 12)], 1000)


def test_languages_of_blocks_lines_and_words(reads: Reads) -> None:
    page = reads(
        f"<TextLine>{string('a')}<SP/>{string('b', LANG='es')}</TextLine><TextLine LANG='de'>{string('c')}</TextLine>",
        block='language="fre"',
    )
    assert page.passages == (Passage(0, 1, "fr"), Passage(2, 3, "es"), Passage(4, 5, "de"))


def test_damage_is_reported_and_the_rest_read(ears: Ears) -> None:
    text = f"<alto><Layout><Page><TextBlock><TextLine>\n{string('a')}<SP/>{string('b')}</TextBlock></Page></alto>"
    (page,) = alto.read(text.encode(), "p.xml", ears.fault)
    assert page.text == "a b"
    assert ears.faults == [
        "p.xml:2: </TextBlock> found while <TextLine> of line 1 is still open; what could be read is loaded"
    ]


def test_missing_end_tags_repeat_nothing(ears: Ears) -> None:
    lines = "".join(f"<TextBlock><TextLine>{string(name)}" for name in "abc")
    (page,) = alto.read(f"<alto><Page>{lines}".encode(), "p.xml", ears.fault)
    assert page.text == "a\n\nb\n\nc"


def test_entities_are_refused_in_alto_too(ears: Ears) -> None:
    with pytest.raises(BadFile, match="declares entities"):
        alto.read(b'<!DOCTYPE alto [<!ENTITY a SYSTEM "b">]><alto/>', "p.xml", ears.fault)


FILLED = re.compile(rb'<(?:\w+:)?String\b[^>]*\bCONTENT="[^"]*[^"\s][^"]*"')


@pytest.mark.parametrize("folder", ["dbmdz_fixtures", "ehri_typed_alto", "tapuscorpus_fr_alto", "derived_russian"])
def test_every_file_of_the_corpora(corpora: Path, ears: Ears, folder: str) -> None:
    files = [file for file in sorted((corpora / "ocr" / folder).rglob("*.xml")) if b"<alto" in _head(file)]
    assert len(files) >= 30
    for file in files:
        pages = read_pages(file, file.name, ears.fault)
        assert pages
        words = sum(len(page.words) for page in pages)
        assert words >= len(FILLED.findall(file.read_bytes())), file.name
        for page in pages:
            assert all(page.text[word.start : word.end].strip() for word in page.words)
    assert not ears.faults


def _head(file: Path) -> bytes:
    return file.read_bytes()[:1000].replace(b"<a:", b"<")


def test_one_page_in_two_formats_gives_one_text(corpora: Path, ears: Ears) -> None:
    pages = sorted((corpora / "ocr" / "derived_russian").rglob("*.alto.xml"))
    assert len(pages) == 90
    for file in pages:
        (first,) = read_pages(file, file.name, ears.fault)
        (second,) = read_pages(file.with_name(file.name.replace(".alto.xml", ".hocr")), "hocr", ears.fault)
        assert first.text == second.text
        assert [word[:6] for word in first.words] == [word[:6] for word in second.words]
        assert {passage.language for passage in first.passages + second.passages} == {"ru"}
