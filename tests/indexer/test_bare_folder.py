"""Folders of pages and images without any description: what belongs together, and what is browsable."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

import opis
from discovery.engines.opening import open_engine
from discovery.engines.port import Question
from indexer.bare import images_of
from tests.indexer.readers import specimens
from webui import create_app, drawn

Browsed = tuple[dict[str, dict[str, Any]], FlaskClient]


@pytest.mark.parametrize(
    ("text", "image", "found"),
    [
        ("1.xml", "1.jpg", True),
        ("1.alto.xml", "1.tif", True),
        ("book_djvu.xml", "book.pdf", True),
        ("ocr/319/0001.xml", "images/319/0001.png", True),
        ("319/ocr/0001.xml", "319/images/0001.png", True),
        ("319/0001.xml", "320/0001.png", True),
        ("a/319/0001.xml", "b/320/0001.png", False),
        ("1.xml", "2.jpg", False),
        ("1.xml", "a/1.jpg", False),
    ],
)
def test_an_image_of_the_same_name_is_that_of_the_page(text: str, image: str, found: bool) -> None:
    assert images_of([text], [image]) == ({text: image} if found else {})


def test_of_two_images_none_is_taken() -> None:
    assert images_of(["ocr/1.xml"], ["a/1.jpg", "b/1.jpg"]) == {}


@pytest.fixture(scope="module")
def browsed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browsed]:
    """A folder with a scan and its text, a PDF, a TIFF of two pages and a picture alone; the site that shows it."""
    folder = tmp_path_factory.mktemp("scans")
    (folder / "letters").mkdir()
    (folder / "letters" / "1.xml").write_text(specimens.alto(), encoding="utf-8")
    (folder / "letters" / "1.png").write_bytes(specimens.png(60, 80))
    (folder / "report.pdf").write_bytes(specimens.pdf(2))
    (folder / "fax.tif").write_bytes(specimens.tiff((30, 40), (50, 20)))
    (folder / "photo.png").write_bytes(specimens.png(12, 34))
    place = str(tmp_path_factory.mktemp("engine") / "engine")
    assert opis.main(["index", str(folder), "--engine", place]) == 0
    engine = open_engine(place)
    snapshot = engine.snapshot()
    stored = snapshot.read(snapshot.ask(Question(view="pages", limit=20)).hits)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        drawn._folder.cache_clear()
        yield {each.record["id"]: each.record for each in stored}, create_app(engine).test_client()
    drawn._folder.cache_clear()


def test_each_page_has_its_image(browsed: Browsed) -> None:
    pages, _ = browsed
    assert {id_: (page["image"], page["width"], page["height"]) for id_, page in pages.items()} == {
        "fax.tif/0001": ("fax.tif#page=1", 30, 40),
        "fax.tif/0002": ("fax.tif#page=2", 50, 20),
        "letters/1.xml/0001": ("letters/1.png", 600, 800),
        "photo.png/0001": ("photo.png#page=1", 12, 34),
        "report.pdf/0001": ("report.pdf#page=1", 600, 800),
        "report.pdf/0002": ("report.pdf#page=2", 600, 800),
    }


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("fax.tif/0002", "image/jpeg"),
        ("letters/1.xml/0001", "image/png"),
        ("photo.png/0001", "image/png"),
        ("report.pdf/0002", "image/jpeg"),
    ],
)
def test_what_no_browser_shows_is_drawn(browsed: Browsed, page: str, kind: str) -> None:
    _, site = browsed
    for _ in range(2):  # the second time from what was kept
        with site.get(f"/image/{page}") as answer:
            assert (answer.status_code, answer.mimetype) == (200, kind)
            assert len(answer.data) > 50
    assert site.get(f"/page/{page}").data.count(b"<img src=")


def test_collections_loaded_together_each_have_their_images(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("together")
    for name, width in (("a", 6), ("b", 9)):
        (root / name).mkdir()
        (root / name / f"{name}.png").write_bytes(specimens.png(width, 8))
    place = str(root / "engine")
    assert opis.main(["index", str(root / "a"), str(root / "b"), "--engine", place]) == 0
    engine = open_engine(place)
    site = create_app(engine).test_client()
    for name in "ab":
        with site.get(f"/image/{name}.png/0001") as answer:
            assert answer.data == (root / name / f"{name}.png").read_bytes()


def test_one_search_finds_the_same_word_in_text_and_pdf(browsed: Browsed) -> None:
    _, site = browsed
    answer = site.get("/api/v1/search?q=Genossen&view=pages").get_json()
    assert sorted(hit["id"] for hit in answer["hits"]) == ["letters/1.xml/0001", "report.pdf/0001", "report.pdf/0002"]
