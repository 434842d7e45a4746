"""ABBYY FineReader XML, schemas 6 to 10: pages of characters, put together into words.

A page holds blocks, a block (or a cell of a table) paragraphs, lines and runs of `formatting`, with a `charParams` for
each character or, where the export left these out, the bare text. Source: FineReader10-schema-v1.xsd.
"""

import re
from collections.abc import Iterator

from discovery.records import Page, Source
from discovery.text.codes import language_code

from .layout import Box, Layout, pixel, split_words
from .source import Report
from .xml import Element, each_element, local_name

READS = (
    ("page/@width, @height", "size of the page"),
    ("charParams, up to a space", "word"),
    ("charParams/@l, @t, @r, @b", "box of the word, around its characters"),
    ("charParams/@charConfidence", "confidence of the word: the mean of its characters"),
    ("charParams/@suspicious", "confidence where no other is stated: the share of characters that are not suspicious"),
    ("formatting/@lang", "language"),
    ("par, block", "paragraph"),
    ("wordRecVariants, charRecVariants", "left out: other readings"),
)
_YES = frozenset({"1", "true"})
_NAME = re.compile(r"[A-Z][a-z]+")
_HIGHEST = 100
"""Confidences above, such as 255, stand for "unknown"."""


def read(data: bytes, shown: str, fault: Report) -> list[Page]:
    """The pages of a FineReader file, numbered from 1; a damaged one is read as far as it goes and reported."""
    found = each_element(data, shown, fault, "page")
    return [_page(page, number, Source(shown, page.sourceline)) for number, page in enumerate(found, start=1)]


def _page(page: Element, number: int, source: Source) -> Page:
    layout = Layout()
    for paragraph in page.iter("{*}par"):
        for line in paragraph.iter("{*}line"):
            _line(line, layout)
            layout.end_line()
        layout.end_block()
    text, words, passages = layout.finish()
    return Page(
        sequence=number,
        text=text,
        source=source,
        words=words,
        width=pixel(page.get("width")) or 0,
        height=pixel(page.get("height")) or 0,
        passages=passages,
    )


def _line(line: Element, layout: Layout) -> None:
    word: list[tuple[str, Element]] = []
    spoken = ""
    for run in line.iter("{*}formatting"):
        language = _language(run.get("lang") or "")
        if language != spoken:
            _end_word(word, layout)
            layout.speak(language)
            spoken = language
        characters = list(_characters(run))
        if not characters:
            for text, box in split_words(run.text or "", _box(line)):
                layout.word(text, box)
        for text, character in characters:
            if text.isspace() or not text:
                _end_word(word, layout)
            else:
                word.append((text, character))
    _end_word(word, layout)


def _characters(run: Element) -> Iterator[tuple[str, Element]]:
    """The characters of a run, without those of other readings of a word."""
    for child in run:
        if local_name(child) == "charParams":
            variants = child.find("{*}charRecVariants")
            yield (child.text or "" if variants is None else (child.text or "").strip() + (variants.tail or "")), child


def _end_word(word: list[tuple[str, Element]], layout: Layout) -> None:
    if word:
        boxes = [box for _, character in word if (box := _box(character))]
        layout.word("".join(text for text, _ in word), _around(boxes), _confidence([each for _, each in word]))
        word.clear()


def _confidence(characters: list[Element]) -> int:
    stated = [value for each in characters if (value := _stated(each.get("charConfidence"))) >= 0]
    if stated:
        return round(sum(stated) / len(stated))
    suspicious = sum((each.get("suspicious") or "") in _YES for each in characters)
    return round(100 * (1 - suspicious / len(characters))) if suspicious else -1


def _stated(written: str | None) -> int:
    value = -1 if (written or "-").startswith("-") else pixel(written)
    return -1 if value is None or value > _HIGHEST else value


def _box(element: Element) -> Box | None:
    left, top, right, bottom = (pixel(element.get(side)) for side in "ltrb")
    if left is None or top is None or right is None or bottom is None:
        return None
    return left, top, max(right - left, 0), max(bottom - top, 0)


def _around(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return left, top, right - left, bottom - top


def _language(name: str) -> str:
    """The code of "GermanNewSpelling", "OldFrench", "EnglishUnitedStates"."""
    return next(filter(None, (language_code(part) for part in (name, *_NAME.findall(name)))), "")
