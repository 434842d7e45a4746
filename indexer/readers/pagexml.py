"""PAGE XML of all versions (PRImA; Transkribus, OCR-D, eScriptorium): pages of recognised or transcribed text.

A region holds lines, a line words, and each of them may carry its text. https://ocr-d.de/en/gt-guidelines/pagexml
"""

import re
from collections.abc import Iterator
from pathlib import PureWindowsPath

from discovery.records import Page, Source
from discovery.text.codes import language_code

from .layout import Box, Layout, percent, pixel, split_words
from .source import Report
from .xml import Element, local_name, parse_xml

READS = (
    ("Page/@imageWidth, @imageHeight, @imageFilename", "size of the page, name of the image"),
    ("Word/TextEquiv/Unicode", "word; of several readings the one with the lowest index"),
    ("TextLine/TextEquiv/Unicode", "line; its words where these say something else or nothing"),
    ("Coords, else Baseline", "box of the word: what is around the outline"),
    ("TextEquiv/@conf", "confidence of the word"),
    ("TextRegion, TableCell", "paragraph"),
    ("ReadingOrder", "order of the regions"),
    ("@primaryLanguage, @language", "language"),
)
_REGIONS = ("{*}TextRegion", "{*}TableCell")
_REFERENCES = frozenset({"RegionRef", "RegionRefIndexed"})
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
_LANGUAGE = ("primaryLanguage", "language")


def read(data: bytes, shown: str, fault: Report) -> list[Page]:
    """The pages of a PAGE file, in its reading order; damage is reported and the rest read."""
    root = parse_xml(data, shown, fault)
    return [_page(page, number, shown) for number, page in enumerate(root.iter("{*}Page"), start=1)]


def _page(page: Element, number: int, shown: str) -> Page:
    layout = Layout()
    stated = _language(page, "")
    lines: dict[Element, list[Element]] = {region: [] for region in page.iter(*_REGIONS)}
    for line in page.iter("{*}TextLine"):
        lines.setdefault(next(line.iterancestors(*_REGIONS), page), []).append(line)
    for region in _in_order(page, list(lines)):
        spoken = _language(region, stated)
        for line in lines[region]:
            _line(line, layout, _language(line, spoken))
        if not lines[region]:
            _loose(region, layout, spoken)
        layout.end_block()
    text, words, passages = layout.finish()
    return Page(
        sequence=number,
        text=text,
        source=Source(shown, page.sourceline),
        words=words,
        width=pixel(page.get("imageWidth")) or 0,
        height=pixel(page.get("imageHeight")) or 0,
        image=PureWindowsPath(page.get("imageFilename") or "").name,
        passages=passages,
    )


def _in_order(page: Element, regions: list[Element]) -> list[Element]:
    """By the reading order, where a region has the place of the one around it; others after these, as in the file."""
    order = page.find("{*}ReadingOrder")
    places = {} if order is None else {name: place for place, name in enumerate(_references(order))}

    def place(region: Element) -> int:
        around = (region, *region.iterancestors())
        return next((places[name] for each in around if (name := each.get("id")) in places), len(places))

    return sorted(regions, key=place)


def _references(group: Element) -> Iterator[str]:
    for child in sorted(group, key=_index):
        yield from [child.get("regionRef") or ""] if local_name(child) in _REFERENCES else []
        yield from _references(child)


def _line(line: Element, layout: Layout, language: str) -> None:
    """Word by word, if the words say what the line says: who corrects a line may leave its words as they were."""
    words = line.findall("{*}Word")
    whole = _bare(_text(line))
    if words and whole in ("", _bare("".join(map(_text, words)))):
        for word in words:
            layout.speak(_language(word, language))
            _word(word, layout)
    else:
        layout.speak(language)
        _word(line, layout)
    layout.end_line()


def _bare(text: str) -> str:
    return "".join(text.split())


def _word(element: Element, layout: Layout) -> None:
    best = _best(element)
    confidence = percent(best.get("conf"), 1.0) if best is not None else -1
    for text, box in split_words(_text(element), _box(element)):
        layout.word(text, box, confidence)


def _loose(region: Element, layout: Layout, language: str) -> None:
    """The text of a region without lines: nobody says where on it."""
    layout.speak(language)
    for line in _text(region).split("\n"):
        for text, _ in split_words(line, None):
            layout.word(text, None)
        layout.end_line()


def _best(element: Element) -> Element | None:
    """Of several readings the one with the lowest index."""
    readings = element.findall("{*}TextEquiv")
    return min(readings, key=_index, default=None)


def _index(element: Element) -> int:
    return pixel(element.get("index")) or 0


def _text(element: Element) -> str:
    best = _best(element)
    if best is None:
        return ""
    return best.findtext("{*}Unicode") or best.findtext("{*}PlainText") or ""


def _box(element: Element) -> Box | None:
    """The box around the outline, or around the baseline where there is no other."""
    for outline in (*element.findall("{*}Coords"), *element.findall("{*}Baseline")):
        listed = " ".join(f"{point.get('x')},{point.get('y')}" for point in outline.iterfind("{*}Point"))  # till 2010
        points = [(pixel(x), pixel(y)) for x, y in _POINT.findall(outline.get("points") or listed)]
        across = [x for x, _ in points if x is not None]
        down = [y for _, y in points if y is not None]
        if across and down:
            return min(across), min(down), max(across) - min(across), max(down) - min(down)
    return None


def _language(element: Element, inherited: str) -> str:
    written = next(filter(None, map(element.get, _LANGUAGE)), None)
    return language_code(written) if written else inherited
