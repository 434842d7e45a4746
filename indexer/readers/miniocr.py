"""MiniOCR, of the Solr plugin for highlighting OCR: pages <p>, blocks <b>, lines <l>, words <w x="x y width height">.

Source: https://dbmdz.github.io/solr-ocrhighlighting/formats/
"""

from discovery.records import Page, Source

from .layout import Box, Layout, pixel
from .source import Report
from .xml import Element, each_element, local_name

READS = (
    ("p/@wh", "size of the page"),
    ("p/@xml:id", "number on the page"),
    ("w", "word; of alternatives, which ⇿ parts, the first"),
    ("w/@x", "box of the word, in pixels or as shares of the page"),
    ("l", "line"),
    ("b", "paragraph"),
)
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_OTHERS = "⇿"
_WHOLE = 10_000
"""Pixels of a page whose boxes are shares of it and whose size nobody states."""


def read(data: bytes, shown: str, fault: Report) -> list[Page]:
    """The pages of a MiniOCR file, numbered from 1; a damaged one is read as far as it goes and reported."""
    found = each_element(data, shown, fault, "p")
    return [_page(page, number, Source(shown, page.sourceline)) for number, page in enumerate(found, start=1)]


def _page(page: Element, number: int, source: Source) -> Page:
    width, height = _numbers(page.get("wh"), 2) or (0.0, 0.0)
    boxes = [box for word in page.iter("{*}w") if (box := _numbers(word.get("x"), 4))]
    shares = bool(boxes) and all(side <= 1 for box in boxes for side in box)
    if shares and not (width and height):
        width = height = _WHOLE
    layout = Layout()
    _walk(page, layout, (width, height) if shares else (1.0, 1.0))
    text, words, passages = layout.finish()
    return Page(
        sequence=number,
        text=text,
        source=source,
        label=page.get(_ID) or "",
        words=words,
        width=pixel(str(width)) or 0,
        height=pixel(str(height)) or 0,
        passages=passages,
    )


def _walk(element: Element, layout: Layout, scale: tuple[float, float]) -> None:
    for child in element:
        name = local_name(child)
        if name == "w":
            _words((child.text or "").partition(_OTHERS)[0], layout, _box(child, scale))
        else:
            _words(child.text, layout, None)
            _walk(child, layout, scale)
            if name == "l":
                layout.end_line()
            elif name == "b":
                layout.end_block()
        _words(child.tail, layout, None)


def _words(text: str | None, layout: Layout, box: Box | None) -> None:
    for part in (text or "").split():
        layout.word(part, box)


def _box(word: Element, scale: tuple[float, float]) -> Box | None:
    numbers = _numbers(word.get("x"), 4)
    sides = [pixel(str(side * scale[at % 2])) for at, side in enumerate(numbers)] if numbers else []
    x, y, width, height = sides if sides else (None, None, None, None)
    return None if x is None or y is None or width is None or height is None else (x, y, width, height)


def _numbers(written: str | None, count: int) -> tuple[float, ...] | None:
    try:
        found = tuple(map(float, (written or "").split()))
    except ValueError:
        return None
    return found if len(found) == count else None
