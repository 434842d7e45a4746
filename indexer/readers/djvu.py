"""DjVu XML, as the Internet Archive and DjVuLibre write it: an OBJECT a page, lines, and words with `coords`.

Source: the document type DjVuXML-s of DjVuLibre. `coords` are left, bottom, right, top and maybe the baseline.
"""

from pathlib import PurePosixPath
from urllib.parse import unquote

from discovery.records import Page, Source

from .layout import Box, Layout, percent, pixel
from .source import Report
from .xml import Element, each_element, local_name

READS = (
    ("OBJECT/@width, @height", "size of the page"),
    ('OBJECT/PARAM[@name="PAGE"]', "name of the image"),
    ("WORD", "word"),
    ("WORD/@coords", "box of the word"),
    ("WORD/@x-confidence", "confidence of the word"),
    ("LINE", "line"),
    ("PARAGRAPH, REGION", "paragraph"),
)
_BLOCKS = frozenset({"PARAGRAPH", "REGION", "PAGECOLUMN"})


def read(data: bytes, shown: str, fault: Report) -> list[Page]:
    """The pages of a DjVu XML file, numbered from 1; a damaged one is read as far as it goes and reported."""
    found = each_element(data, shown, fault, "OBJECT")
    return [_page(page, number, Source(shown, page.sourceline)) for number, page in enumerate(found, start=1)]


def _page(page: Element, number: int, source: Source) -> Page:
    layout = Layout()
    _walk(page, layout)
    text, words, passages = layout.finish()
    return Page(
        sequence=number,
        text=text,
        source=source,
        words=words,
        width=pixel(page.get("width")) or 0,
        height=pixel(page.get("height")) or 0,
        image=_image(page),
        passages=passages,
    )


def _walk(element: Element, layout: Layout) -> None:
    for child in element:
        name = local_name(child)
        if name == "WORD":
            for part in (child.text or "").split():
                layout.word(part, _box(child.get("coords") or ""), percent(child.get("x-confidence")))
        else:
            _walk(child, layout)
            if name == "LINE":
                layout.end_line()
            elif name in _BLOCKS:
                layout.end_block()


def _box(coords: str) -> Box | None:
    numbers = [pixel(part.strip()) for part in coords.split(",")[:4]]
    sides = [number for number in numbers if number is not None]
    if len(sides) < 4:
        return None
    left, right = sorted((sides[0], sides[2]))
    top, bottom = sorted((sides[1], sides[3]))
    return left, top, right - left, bottom - top


def _image(page: Element) -> str:
    stated = (param.get("value") for param in page.iter("{*}PARAM") if param.get("name") == "PAGE")
    return PurePosixPath(unquote(next(filter(None, stated), page.get("usemap") or ""))).name
