"""hOCR 1.2: pages of recognised text in HTML, well-formed or not.

Classes: ocr_page; blocks (ocr_carea, ocr_par and the typesetting kinds); lines (ocr_line and its kin); ocrx_word.
Source: http://kba.github.io/hocr-spec/1.2/
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PureWindowsPath

from discovery.errors import BadFile
from discovery.records import Page, Source
from discovery.text.codes import language_code

from .layout import Box, Layout, percent, pixel, split_words
from .source import Report, decode
from .xml import PAGE_TAGS, Element, parse_html

READS = (
    ("ocr_page, its bbox and image", "page, its size, name of its image"),
    ("ocr_page lpageno", "number on the page"),
    ("ocrx_word, ocr_word", "word; of alternatives the first"),
    ("bbox", "box of the word; a share of the line's where words are not marked"),
    ("x_wconf, x_conf", "confidence of the word"),
    ("ocr_line and its kin", "line"),
    ("ocr_carea, ocr_par and their kin", "paragraph"),
    ("lang, xml:lang, ocrp_lang", "language; that of <html> is not asked"),
)
_LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat", "ocr_title"})
_BLOCKS = frozenset({"ocr_carea", "ocr_par", "ocr_block", "ocrx_block", "ocr_column", "ocr_table", "ocr_float"})
_WORDS = frozenset({"ocrx_word", "ocr_word"})
_READ = _LINES | _BLOCKS | _WORDS | {"ocr_page"}
_STRAY = re.compile(
    r"<(?!/?[A-Za-z][A-Za-z0-9]*(?::[A-Za-z]+)?(?:\s[^<>]*)?/?>|!DOCTYPE\b|\?xml\b|!--[^<>]*-->)", re.IGNORECASE
)
"""A "<" that the recogniser read on the page and its program didn't escape: "<!--,,," would swallow what follows."""
_LONGEST_TAG = 1 << 16
_PAGE = re.compile(r"(?<![\w-])ocr_page(?![\w-])")
_OPENED = re.compile(r"<[A-Za-z][^<>]*\sclass\s*=\s*[^<>=]*")
_NUMBER = r"(-?[\d.]+)"
_BBOX = re.compile(rf"\bbbox\s+{_NUMBER}\s+{_NUMBER}\s+{_NUMBER}\s+{_NUMBER}")
_CONFIDENCE = re.compile(rf"\bx_w?conf\s+{_NUMBER}")
_IMAGE = re.compile(r"\bimage\s+(?:\"([^\"]*)\"|'([^']*)'|([^;]+))")
_LABEL = re.compile(r"\blpageno\s+([^;\s]+)")
_SPOKEN = re.compile(r"\bocrp_lang\s+([\w-]+)")


def read(data: bytes, shown: str, fault: Report) -> list[Page]:
    """The pages of an hOCR file, numbered from 1 within it; an HTML file without `ocr_page` has none."""
    text = decode(data, shown, fault)
    # Each page is parsed by itself: a book can have thousands, and unclosed tags put one inside another.
    begins = list(_begins(text))
    pages: list[Page] = []
    line = 0
    for last, begin, end in zip([0, *begins], begins, [*begins[1:], len(text)], strict=False):
        line += text.count("\n", last, begin)
        pages += _read_part(text[begin:end], line, len(pages), shown, fault)
    return pages


def _begins(text: str) -> Iterator[int]:
    """Where the tags stand that begin a page."""
    for found in _PAGE.finditer(text):
        begin = text.rfind("<", max(found.start() - _LONGEST_TAG, 0), found.start())
        if begin >= 0 and _OPENED.fullmatch(text, begin, found.start()):
            yield begin


def _read_part(text: str, line: int, before: int, shown: str, fault: Report) -> list[Page]:
    """The page of a part of the file, which begins behind this many lines; none where it is no page after all."""

    def there(source: Source, reason: str) -> None:
        fault(Source(shown, line + (source.line or 1)), reason)

    if (tags := text.count("<")) > PAGE_TAGS:
        raise BadFile(shown, f"{tags:,} tags on one page, more than {PAGE_TAGS:,}", line + 1)
    root = parse_html(_STRAY.sub("&lt;", text), shown, there)
    found = [element for element in root.iter() if "ocr_page" in _classes(element)]
    return [_page(page, before + 1, Source(shown, line + page.sourceline)) for page in found[:1]]


def _page(page: Element, number: int, source: Source) -> Page:
    title = page.get("title") or ""
    layout = Layout()
    _walk(page, layout, _language(page, ""))
    text, words, passages = layout.finish()
    box = _box(page) or (0, 0, 0, 0)
    image, label = _IMAGE.search(title), _LABEL.search(title)
    return Page(
        sequence=number,
        text=text,
        source=source,
        label=label[1] if label else "",
        words=words,
        width=box[2],
        height=box[3],
        image=PureWindowsPath((image[1] or image[2] or image[3] or "").strip()).name if image else "",
        passages=passages,
    )


def _walk(element: Element, layout: Layout, language: str) -> None:
    """What stands inside a page or block: lines, blocks, and words outside any line."""
    for child in element:
        classes = _classes(child)
        if "ocr_page" in classes:
            continue
        spoken = _language(child, language)
        layout.speak(spoken)
        is_line = bool(classes & _LINES)
        if is_line and not any(_classes(inner) & _LINES for inner in child.iterdescendants()):
            _line(child, layout, spoken)
            layout.end_line()
        elif classes & _WORDS:
            _word(child, layout, _box(child))
        elif not any(_classes(inner) & _READ for inner in child.iterdescendants()):
            _unmarked(child, layout)
        else:
            _walk(child, layout, spoken)
            if is_line or classes & _BLOCKS:
                layout.end_block()


def _unmarked(block: Element, layout: Layout) -> None:
    """A block whose lines and words nobody marked."""
    if words := _text(block).split():
        _loose(" ".join(words), layout)
        layout.end_block()


def _line(line: Element, layout: Layout, language: str) -> None:
    words = [inner for inner in line.iterdescendants() if _classes(inner) & _WORDS]
    if not words:
        for text, box in split_words(_text(line), _box(line)):
            layout.word(text, box)
        return
    _loose(line.text, layout)
    for word in words:
        layout.speak(_language(word, language))
        _word(word, layout, _box(word))
        layout.speak(language)
        _loose(word.tail, layout)


def _word(word: Element, layout: Layout, box: Box | None) -> None:
    found = _CONFIDENCE.search(word.get("title") or "")
    confidence = percent(found[1]) if found else -1
    for text, share in split_words(_text(word), box):
        layout.word(text, share, confidence)


def _loose(text: str | None, layout: Layout) -> None:
    """Text between word elements: it is on the page, nobody says where."""
    for part in (text or "").split():
        layout.word(part, None)


def _text(element: Element) -> str:
    """Text inside, of alternative readings only the first, and not that of words nested by a missing end tag."""
    if not len(element):
        return element.text or ""
    if characters := [_text(child) for child in element if "ocrx_cinfo" in _classes(child)]:
        return "".join(characters)  # each on a line of its own
    pieces = [element.text or ""]
    for child in element:
        classes = _classes(child)
        if "alternatives" in classes:
            pieces.append(_text(child[0]) if len(child) else child.text or "")
        elif not classes & _WORDS:
            pieces.append(" " if child.tag == "br" else _text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _box(element: Element) -> Box | None:
    found = _BBOX.search(element.get("title") or "")
    if found is None:
        return None
    left, top, right, bottom = (pixel(number) for number in found.groups())
    if left is None or top is None or right is None or bottom is None:
        return None
    return left, top, max(right - left, 0), max(bottom - top, 0)


def _language(element: Element, inherited: str) -> str:
    """Language of this element. That of `<html>` is never asked: tesseract writes "en" there for every book."""
    if written := element.get("lang") or element.get("xml:lang"):
        return language_code(written)
    if found := _SPOKEN.search(element.get("title") or ""):
        return language_code(found[1])
    return inherited


def _classes(element: Element) -> frozenset[str]:
    return _split(element.get("class") or "")


@lru_cache(maxsize=256)
def _split(classes: str) -> frozenset[str]:
    return frozenset(classes.split())
