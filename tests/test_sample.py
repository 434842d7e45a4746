"""The sample collection is as large and as varied as promised, whole, and says what it is."""

import re
import tomllib
from pathlib import Path

import pytest
from lxml import etree

SAMPLE = Path(__file__).parent.parent / "data" / "sample"
EAD = {"e": "urn:isbn:1-931666-22-9"}
HREF = "{http://www.w3.org/1999/xlink}href"
LANGUAGES = {"rus", "fre", "ger", "eng", "spa", "dut", "ita", "pol", "cze"}


@pytest.fixture(scope="module")
def finding_aid() -> etree._ElementTree:
    return etree.parse(SAMPLE / "finding-aid.xml")


def find(tree, path: str) -> list:
    return tree.xpath(path, namespaces=EAD)


def pages() -> list[Path]:
    return sorted(path for path in (SAMPLE / "ocr").rglob("*") if path.is_file())


def test_it_says_what_it_is(finding_aid) -> None:
    collection = tomllib.loads((SAMPLE / "collection.toml").read_text(encoding="utf-8"))
    assert collection["notice"] == "Specimens written for this project: not documents of any archive."
    assert collection["notice"] in find(finding_aid, "string(//e:archdesc/e:scopecontent)")
    assert collection["id"] == find(finding_aid, "string(//e:archdesc/e:did/e:unitid)")


def test_folders_in_and_outside_country_sections(finding_aid) -> None:
    folders = find(finding_aid, "//e:c[@level='file']")
    inside = find(finding_aid, "//e:c[@id='sections']//e:c[@level='file']")
    assert len(folders) >= 40
    assert len(find(finding_aid, "//e:c[@id='sections']/e:c[.//e:c[@level='file']]")) >= 15
    assert 20 <= len(inside) <= len(folders) - 20


def test_inventory_numbers_run_on(finding_aid) -> None:
    numbers = find(finding_aid, "//e:c[@level='file']/e:did/e:unitid/text()")
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_ids_are_unique(finding_aid) -> None:
    ids = find(finding_aid, "//@id")
    assert len(ids) == len(set(ids))
    assert all(find(finding_aid, "//e:c/@id"))


def test_general_correspondence_is_described_one_by_one(finding_aid) -> None:
    assert len(find(finding_aid, "//e:c[@level='item']")) >= 200
    general = find(finding_aid, "//e:c[@id='general']//e:c[@level='item']")
    assert len(general) >= 100
    forms = {form for item in general for form in find(item, "e:did/e:physdesc/e:physfacet/text()")}
    assert forms >= {"manuscript", "typescript", "carbon copy"}
    assert any(not find(item, ".//e:physfacet") for item in general)
    assert any(not find(item, ".//e:persname[@role='from']") for item in general)
    assert "telegram" in {genre for item in general for genre in find(item, ".//e:genreform/text()")}


@pytest.mark.parametrize(
    "wording", [r"\d+ \w+ 19\d\d", r"\[1933\?\]", "probably May 1931", r"c\. .+", r"n\.d\.", r"\[\w+ 19\d\d\]"]
)
def test_dates_are_exact_partial_and_guessed(finding_aid, wording: str) -> None:
    assert any(re.fullmatch(wording, date) for date in find(finding_aid, "//e:unitdate/text()"))


def test_only_exact_dates_and_spans_are_normalised(finding_aid) -> None:
    for date in find(finding_aid, "//e:unitdate[@normal]"):
        assert not re.search(r"[\[?]|c\. |probably|n\.d\.", date.text), date.text


def test_languages_with_pages(finding_aid) -> None:
    with_pages = {
        code
        for folder in find(finding_aid, "//e:c[@level='file']")
        if (SAMPLE / "ocr" / find(folder, "string(e:did/e:unitid)")).is_dir()
        for code in find(folder, ".//e:language/@langcode")
    }
    assert with_pages >= LANGUAGES
    assert find(finding_aid, "//e:c[@level='item'][.//e:dao][count(.//e:language) > 1]")


def test_pages_are_there_in_both_formats_with_their_images() -> None:
    assert len(pages()) >= 150
    endings = [path.suffix for path in pages()]
    assert endings.count(".xml") > endings.count(".hocr") > 30
    for path in pages():
        image = SAMPLE / "images" / path.parent.name / f"{path.stem}.jpg"
        assert image.is_file(), path


def test_old_spelling_is_there() -> None:
    texts = (path.read_text(encoding="utf-8") for path in pages())
    assert sum("изъ" in text or "въ" in text for text in texts) >= 5


def test_every_link_leads_to_a_page(finding_aid) -> None:
    links = [dao.get(HREF) for dao in find(finding_aid, "//e:dao")]
    assert links
    assert len(links) == len(set(links))
    assert [href for href in links if not (SAMPLE / href).is_file()] == []


def test_every_page_has_words_with_boxes() -> None:
    for path in pages():
        text = path.read_text(encoding="utf-8")
        assert len(re.findall(r"<String |ocrx_word", text)) > 50, path


def test_nothing_of_the_machine_that_made_it() -> None:
    for path in pages():
        assert not re.search(r"(?<![:/\w])/(home|tmp|root|work|usr)/", path.read_text(encoding="utf-8")), path


def test_it_is_small_enough_to_commit() -> None:
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()) < 15_000_000
