"""Kinds of pages beside ALTO, PAGE and hOCR; one page in all of them has the same words in the same boxes."""

import io
from pathlib import Path

import pytest
from PIL import Image

from discovery.errors import BadFile
from discovery.records import Page, Passage, Word
from indexer.readers import read_page_file
from indexer.readers.formats import ABBYY, DJVU, HOCR, IMAGE, MINIOCR, PDF, TEI, Format
from tests.indexer.conftest import Ears
from tests.indexer.readers import specimens
from tests.indexer.readers.specimens import HEIGHT, LINES, TEXT, WIDTH


def read(tmp_path: Path, ears: Ears, content: str | bytes) -> tuple[Format, list[Page]]:
    (tmp_path / "x").write_bytes(content.encode() if isinstance(content, str) else content)
    return read_page_file(tmp_path / "x", "x", ears.fault)


ONE_PAGE = {
    "ALTO": specimens.alto(),
    "PAGE": specimens.pagexml(),
    "hOCR": specimens.hocr(),
    "FineReader 6": specimens.abbyy("FineReader6-schema-v1"),
    "FineReader 8": specimens.abbyy("FineReader8-schema-v2"),
    "FineReader 10": specimens.abbyy(),
    "DjVu": specimens.djvu(),
    "MiniOCR": specimens.miniocr(),
    "MiniOCR in shares": specimens.miniocr(shares=True),
    "PDF": specimens.pdf(),
    "PDF of a scan": specimens.pdf(scan=True),
}


@pytest.mark.parametrize("kind", ONE_PAGE)
def test_one_page_in_every_kind(tmp_path: Path, ears: Ears, kind: str) -> None:
    ((page,), _) = reversed(read(tmp_path, ears, ONE_PAGE[kind]))
    assert page.text == TEXT
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    expected = [spot for line in LINES for spot in line]
    assert [page.text[word.start : word.end] for word in page.words] == [spot.text for spot in expected]
    for word, spot in zip(page.words, expected, strict=True):
        assert abs(word.x - spot.x) <= 2
        assert abs(word.x + word.width - spot.x - spot.width) <= 2
        assert word.y < spot.y + spot.height
        assert word.y + word.height > spot.y
        # The font of a PDF says how high its letters are, not the recogniser.
        assert "PDF" in kind or (abs(word.y - spot.y) <= 2 and abs(word.height - spot.height) <= 2)
    assert not ears.faults


def test_fine_reader_words_confidence_and_language(tmp_path: Path, ears: Ears) -> None:
    kind, (page,) = read(tmp_path, ears, specimens.abbyy())
    assert kind is ABBYY
    assert [word.confidence for word in page.words] == [89, 85, 88, 88, 89]
    assert page.passages == (Passage(0, len(page.text), "de"),)


def fine_reader_line(inside: str) -> str:
    return (
        '<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader8-schema-v2.xml"><page><block><text><par>'
        f'<line l="0" t="0" r="90" b="9">{inside}</line></par></text></block></page></document>'
    )


@pytest.mark.parametrize(
    ("inside", "text", "confidence"),
    [
        ('<formatting><charParams suspicious="1">a</charParams><charParams>b</charParams></formatting>', "ab", 50),
        ('<formatting><charParams suspicious="true">a</charParams></formatting>', "a", 0),
        ('<formatting><charParams charConfidence="255">a</charParams></formatting>', "a", -1),
        ('<formatting><charParams charConfidence="-1">a</charParams></formatting>', "a", -1),
        (
            "<formatting><wordRecVariants><wordRecVariant><variantText><charParams>Z</charParams></variantText>"
            "</wordRecVariant></wordRecVariants><charParams><charRecVariants><charRecVariant>Q</charRecVariant>"
            '</charRecVariants>a</charParams><charParams charConfidence="70">b</charParams></formatting>',
            "ab",
            70,
        ),
    ],
)
def test_fine_reader_marks(tmp_path: Path, ears: Ears, inside: str, text: str, confidence: int) -> None:
    if 'b">' not in inside:
        inside = inside.replace("<charParams", '<charParams l="1" t="1" r="2" b="2"')
    _, (page,) = read(tmp_path, ears, fine_reader_line(inside))
    assert page.text == text
    assert [word.confidence for word in page.words] == [confidence]


def test_fine_reader_without_characters_and_a_word_in_two_runs(tmp_path: Path, ears: Ears) -> None:
    _, (page,) = read(tmp_path, ears, fine_reader_line('<formatting lang="Russian">два слова</formatting>'))
    assert page.text == "два слова"
    assert next(iter(page.words)) == Word(0, 3, 0, 0, 30, 9, -1)
    runs = "".join(f"<formatting><charParams>{letter}</charParams></formatting>" for letter in "ab")
    assert read(tmp_path, ears, fine_reader_line(runs))[1][0].text == "ab"


@pytest.mark.parametrize("pages", [1, 3])
def test_several_pages_of_a_file(tmp_path: Path, ears: Ears, pages: int) -> None:
    for content in (specimens.abbyy(pages=pages), specimens.djvu(pages), specimens.hocr(pages), specimens.pdf(pages)):
        found = read(tmp_path, ears, content)[1]
        assert [(page.sequence, page.text) for page in found] == [(at, TEXT) for at in range(1, pages + 1)]


@pytest.mark.parametrize(("make", "kind"), [(specimens.djvu, DJVU), (specimens.hocr, HOCR)])
def test_books_of_several_thousand_pages(tmp_path: Path, ears: Ears, make, kind: Format) -> None:
    found, pages = read(tmp_path, ears, make(3_000))
    assert found is kind
    assert len(pages) == 3_000
    assert {page.text for page in pages} == {TEXT}


def test_a_broken_book_keeps_the_pages_before(tmp_path: Path, ears: Ears) -> None:
    whole = specimens.djvu(5)
    _, pages = read(tmp_path, ears, whole[: whole.index("x_0004")])
    assert [page.text for page in pages[:3]] == [TEXT] * 3
    assert len(ears.faults) == 1
    assert "what could be read is loaded" in ears.faults[0]


def test_djvu_names_its_image(tmp_path: Path, ears: Ears) -> None:
    kind, (page,) = read(tmp_path, ears, specimens.djvu())
    assert (kind, page.image) == (DJVU, "x_0001.djvu")
    assert next(iter(page.words)).confidence == 87


def test_mini_ocr_labels_alternatives_and_loose_text(tmp_path: Path, ears: Ears) -> None:
    text = '<ocr><p xml:id="5"><b><l><w x=".1 .2 .3 .4">eins⇿cins</w> / <w>zwei</w></l></b></p></ocr>'
    kind, (page,) = read(tmp_path, ears, text)
    assert (kind, page.text, page.label) == (MINIOCR, "eins / zwei", "5")
    assert list(page.words) == [Word(0, 4, 1000, 2000, 3000, 4000)]
    assert not ears.faults


def test_tei_has_a_page_from_one_pb_to_the_next(tmp_path: Path, ears: Ears) -> None:
    kind, pages = read(tmp_path, ears, specimens.tei())
    assert kind is TEI
    assert [(page.text, page.label, page.image) for page in pages] == [
        (TEXT, "1", "0001.jpg"),
        ("Ver-\nwaltung Ihm", "2", "0002.jpg"),
    ]
    assert pages[0].passages == (Passage(0, len(TEXT), "de"),)


@pytest.mark.parametrize(
    ("inside", "texts"),
    [
        ("<p>eins</p><p>zwei</p>", ["eins\n\nzwei"]),
        ("<p>eins<pb/>zwei</p>", ["eins", "zwei"]),
        ("<pb/><pb/><p>zwei</p>", ["", "zwei"]),
        ("<lg><l>eins</l><l>zwei</l></lg>", ["eins\nzwei"]),
        ("<p>e<hi>in</hi>s<note>zwei</note></p>", ["eins\n\nzwei"]),
        ("<p>Ver-<lb break='no'/>waltung</p>", ["Ver-\nwaltung"]),
    ],
)
def test_tei_text(tmp_path: Path, ears: Ears, inside: str, texts: list[str]) -> None:
    _, pages = read(tmp_path, ears, f"<TEI><text><body>{inside}</body></text></TEI>")
    assert [page.text for page in pages] == texts


def test_tei_without_text_is_refused(tmp_path: Path, ears: Ears) -> None:
    with pytest.raises(BadFile, match="without a page"):
        read(tmp_path, ears, "<TEI><teiHeader/></TEI>")


def test_a_pdf_without_text_has_pages_all_the_same(tmp_path: Path, ears: Ears) -> None:
    kind, pages = read(tmp_path, ears, specimens.pdf(2, scan=True, text=False))
    assert kind is PDF
    assert [(page.text, page.image, page.width) for page in pages] == [("", "#page=1", WIDTH), ("", "#page=2", WIDTH)]


def test_a_rotated_pdf(tmp_path: Path, ears: Ears) -> None:
    _, (page,) = read(tmp_path, ears, specimens.pdf().replace(b"/Type/Page/Parent", b"/Type/Page/Rotate 90/Parent"))
    first = next(iter(page.words))
    assert (page.width, page.height) == (HEIGHT, WIDTH)
    assert abs(first.x - (HEIGHT - 120)) < 10
    assert abs(first.y - 60) < 10
    assert first.height > first.width


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (specimens.pdf()[:300], "a damaged PDF"),
        (b"%PDF-1.7\n", "a damaged PDF"),
        (
            specimens.pdf(
                extra=b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O("
                + b"x" * 32
                + b")/U("
                + b"y" * 32
                + b")>>/ID[(a)(b)]"
            ),
            "an encrypted PDF",
        ),
    ],
)
def test_pdfs_that_can_t_be_opened(tmp_path: Path, ears: Ears, data: bytes, reason: str) -> None:
    with pytest.raises(BadFile, match=reason):
        read(tmp_path, ears, data)


def test_a_huge_page_of_a_pdf_is_bounded(tmp_path: Path, ears: Ears) -> None:
    _, (page,) = read(tmp_path, ears, specimens.pdf(size=10_000))
    assert max(page.width, page.height) == 4_000
    assert page.text == TEXT


def encoded(kind: str, size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("L", size).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "JPEG2000", "TIFF"])
def test_images_are_pages_without_text(tmp_path: Path, ears: Ears, kind: str) -> None:
    found, (page,) = read(tmp_path, ears, encoded(kind, (60, 80)))
    assert found is IMAGE
    assert (page.text, page.width, page.height, page.image) == ("", 60, 80, "#page=1")


def test_a_tiff_of_several_pages(tmp_path: Path, ears: Ears) -> None:
    pages = read(tmp_path, ears, specimens.tiff((6, 8), (5, 7), (4, 4)))[1]
    assert [(page.sequence, page.width, page.height) for page in pages] == [(1, 6, 8), (2, 5, 7), (3, 4, 4)]
    assert len(read(tmp_path, ears, specimens.tiff((6, 8), (5, 7), loop=True))[1]) == 2
    assert ears.faults == ["x: a damaged TIFF: what follows picture 2 can't be read"]


def test_an_image_without_a_size_is_refused(tmp_path: Path, ears: Ears) -> None:
    with pytest.raises(BadFile, match="a damaged PNG"):
        read(tmp_path, ears, specimens.png(6, 8)[:12])
