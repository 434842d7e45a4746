"""hOCR as programs write it, broken in many ways; then every file of the corpora."""

import gzip
import re
from pathlib import Path

import pytest

from discovery.records import Page, Passage, Word
from indexer.readers import hocr, read_pages
from tests.indexer.conftest import Ears


def page_of(inside: str, ears: Ears) -> Page:
    page = f"<div class='ocr_page' title='image \"a/b.tif\"; bbox 0 0 100 200'>{inside}</div>"
    text = f"<html lang='en'><body>{page}</body></html>"
    (only,) = hocr.read(text.encode(), "p.hocr", ears.fault)
    return only


def word(text: str, box: str = "1 2 4 6", more: str = "") -> str:
    return f"<span class='ocrx_word' title='bbox {box}{more}'>{text}</span>"


def test_words_lines_and_blocks(ears: Ears) -> None:
    page = page_of(
        f"<p class='ocr_par'><span class='ocr_line'>{word('Über', more='; x_wconf 87')} {word('alles')}</span>"
        f"<span class='ocr_header'>{word('&lt;b&gt;')}</span></p><div class='ocr_carea'><p class='ocr_par'>"
        f"<span class='ocrx_line'>{word('<strong><em>c</em></strong>')}</span></p></div>",
        ears,
    )
    assert page.text == "Über alles\n<b>\n\nc"
    assert next(iter(page.words)) == Word(0, 4, 1, 2, 3, 4, 87)
    assert (page.width, page.height, page.image) == (100, 200, "b.tif")


def test_a_line_without_words_is_split(ears: Ears) -> None:
    page = page_of("<span class='ocr_line' title='bbox 100 5 150 14'>ab cd</span>", ears)
    assert list(page.words) == [Word(0, 2, 100, 5, 20, 9), Word(3, 5, 130, 5, 20, 9)]


def test_text_between_words_stays_without_a_box(ears: Ears) -> None:
    page = page_of(f"<span class='ocr_line'>{word('a')} / {word('b')}</span>", ears)
    assert page.text == "a / b"
    assert len(page.words) == 2


def test_characters_with_boxes_of_their_own_are_one_word(ears: Ears) -> None:
    letters = "".join(
        f"\n<span class='ocrx_cinfo' title='x_bboxes 1 1 2 2; x_conf 98'>{letter}</span>" for letter in "abc"
    )
    assert page_of(f"<span class='ocr_line'>{word(letters)} {word('d')}</span>", ears).text == "abc d"


def test_blocks_without_lines_and_words(ears: Ears) -> None:
    page = page_of("<p class='ocr_par'>one<br>two</p><div class='ocr_photo'></div><p>three <i>four</i></p>", ears)
    assert page.text == "one two\n\nthree four"
    assert page_of("<span class='ocr_line'>a</span><br><span class='ocr_line'>b</span>", ears).text == "a\nb"


def test_tags_of_a_namespace(ears: Ears) -> None:
    text = b"<h:html xmlns:h='urn:x'><h:div class='ocr_page'><h:p class='ocr_par'>a</h:p></h:div></h:html>"
    assert [page.text for page in hocr.read(text, "p.hocr", ears.fault)] == ["a"]


def test_of_alternatives_the_first_is_read(ears: Ears) -> None:
    choice = "<span class='alternatives'><ins class='alt'>III</ins><del class='alt'>U</del></span>"
    assert page_of(f"<span class='ocr_line'>{word(choice)}</span>", ears).text == "III"


@pytest.mark.parametrize("noise", ["!'<!--,,,>", "<?»i<5t»<?».", "a<b", "<", "x<5"])
def test_unescaped_signs_swallow_nothing(ears: Ears, noise: str) -> None:
    page = page_of(f"<span class='ocr_line'>{word(noise)} {word('after')}</span>", ears)
    assert page.text == f"{noise} after"


def test_languages_but_not_that_of_html(ears: Ears) -> None:
    line = f"<span class='ocr_line'>{word('a')}</span>"
    page = page_of(f"{line}<p class='ocr_par' lang='rus'>{line}</p><p class='ocr_par' lang='deu_latf'>{line}</p>", ears)
    assert page.passages == (Passage(2, 3, "ru"), Passage(5, 6, "de"))


def test_missing_end_tags_leave_pages_apart(ears: Ears) -> None:
    text = "".join(f"<div class='ocr_page'><span class='ocr_line'>{word(name)}" for name in "ab")
    assert [page.text for page in hocr.read(text.encode(), "p.hocr", ears.fault)] == ["a", "b"]


@pytest.mark.parametrize("depth", [300, 100_000])
def test_what_is_nested_too_deep_is_reported(ears: Ears, depth: int) -> None:
    inside = f"<span class='ocr_line'>{word('a')}</span>" + "<div>" * depth + word("b")
    assert page_of(inside, ears).text == "a"
    assert ears.faults == ["p.hocr:1: elements nested deeper than 256: what is below is left out"]


WORD = re.compile(rb"class=[\"']ocrx_word[\"'][^>]*>(?:<(?:strong|em)>)*+\s*+(?!</)")


def test_every_file_of_the_corpora(corpora: Path, ears: Ears) -> None:
    names = re.compile(r"\.(?:html|hocr)(?:\.gz)?$")
    folders = ("dbmdz_fixtures", "komi_cyrillic_1930s", "derived_russian")
    files = [
        file for folder in folders for file in sorted((corpora / "ocr" / folder).rglob("*")) if names.search(file.name)
    ]
    assert len(files) == 110
    for file in files:
        pages = read_pages(file, file.name, ears.fault)
        raw = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        found = sum(len(page.words) for page in pages)
        stated = len(WORD.findall(raw))
        assert stated * 0.995 <= found <= stated * 1.02, file.name
    assert not ears.faults


def test_a_book_gives_all_its_pages(corpora: Path, ears: Ears) -> None:
    pages = read_pages(corpora / "ocr/dbmdz_fixtures/integration/hocr.html.gz", "book", ears.fault)
    assert [page.sequence for page in pages] == list(range(1, 348))
