"""ALTO 1–4 (Library of Congress): pages of recognised text, in any of its namespaces or none."""

import re
from functools import lru_cache
from pathlib import PureWindowsPath

from discovery.records import Page, Source
from discovery.text.codes import language_code

from .layout import Box, Layout, percent, pixel, split_words
from .source import Report
from .xml import Element, parse_xml

READS = (
    ("Page/@WIDTH, @HEIGHT", "size of the page"),
    ("Page/@PRINTED_IMG_NR", "number on the page"),
    ("String/@CONTENT", "word; several where it holds spaces, each with its share of the box"),
    ("String/@HPOS, @VPOS, @WIDTH, @HEIGHT", "box of the word; of the TextLine where it has none"),
    ("String/@WC", "confidence of the word, a share or a percentage"),
    ("SP, HYP, @SUBS_TYPE", "space; hyphen of a word that goes on in the next line"),
    ("TextLine, TextBlock", "line, paragraph"),
    ("MeasurementUnit mm10, inch1200, with a resolution", "pixels"),
    ("@LANG, @language", "language"),
    ("sourceImageInformation/fileName", "name of the image"),
    ("ALTERNATIVE", "left out"),
)
_UNITS_PER_INCH = {"inch1200": 1200.0, "mm10": 254.0}
_RESOLUTION = re.compile(r"x-?(?:dpi|resolution)\W{1,3}([1-9]\d{1,3})", re.IGNORECASE)
_HYPHENS = ("-", "\xad", "¬", "⸗", "‐", "=")
_IMAGE_NAMES = ("fileName", "fileIdentifier")
_LANGUAGE = ("LANG", "language", "LANGUAGE")


def read(data: bytes, shown: str, fault: Report) -> list[Page]:
    """The pages of an ALTO file, numbered from 1 within it.

    A damaged file is read as far as it goes and reported. Coordinates in tenths of a millimetre or 1200ths of
    an inch become pixels where the file names its resolution. Elsewhere they keep their unit, as the page's own
    width and height do, so that a word's place relative to the page is right in either case.
    """
    root = parse_xml(data, shown, fault)
    scale = _scale(root)
    image = _image(root)
    found = root.iter("{*}Page")
    return [_page(page, number, shown, scale, image) for number, page in enumerate(found, start=1)]


def _page(page: Element, number: int, shown: str, scale: float, image: str) -> Page:
    layout = Layout()
    stated = spoken = _language(page, "")
    # In the order of the file and not as nested: a missing end tag puts one block or line inside another.
    for element in page.iter("{*}TextBlock", "{*}TextLine"):
        if element.tag.endswith("TextLine"):
            _line(element, layout, scale, _language(element, spoken))
            layout.end_line()
        else:
            spoken = _language(element, stated)
            layout.end_block()
    text, words, passages = layout.finish()
    return Page(
        sequence=number,
        text=text,
        source=Source(shown, page.sourceline),
        label=page.get("PRINTED_IMG_NR") or "",
        words=words,
        width=pixel(page.get("WIDTH"), scale) or 0,
        height=pixel(page.get("HEIGHT"), scale) or 0,
        image=image,
        passages=passages,
    )


def _line(line: Element, layout: Layout, scale: float, language: str) -> None:
    """A line that has SP elements spells its spaces out; in one that has none, every String is a word."""
    names = [_local(child.tag) for child in line]
    spaced = "SP" in names
    last = len(names) - 1
    layout.speak(language)
    for index, (name, child) in enumerate(zip(names, line, strict=True)):
        if name == "String":
            if spaced and index and names[index - 1] == "String":
                layout.glue()
            _string(child, line, layout, scale, language)
            if index == last and _is_broken(child):
                layout.hyphen("-")
        elif name == "HYP":
            layout.hyphen(child.get("CONTENT") or "-")


def _string(string: Element, line: Element, layout: Layout, scale: float, language: str) -> None:
    get = string.get
    content = get("CONTENT") or ""
    own = language_code(written) if (written := get("LANG")) else language
    if own != language:
        layout.speak(own)
    confidence = _confidence(get("WC"))
    box = _box(string, scale)
    if box is not None and content.isalnum():
        layout.word(content, box, confidence)
    else:
        for text, share in split_words(content, box or _box(line, scale)):
            layout.word(text, share, confidence)
    if own != language:
        layout.speak(language)


def _is_broken(string: Element) -> bool:
    """Whether the word goes on in the next line, and no hyphen says so."""
    return string.get("SUBS_TYPE") == "HypPart1" and not (string.get("CONTENT") or "-").endswith(_HYPHENS)


def _box(element: Element, scale: float) -> Box | None:
    get = element.get
    x, y = pixel(get("HPOS"), scale), pixel(get("VPOS"), scale)
    width, height = pixel(get("WIDTH"), scale), pixel(get("HEIGHT"), scale)
    if x is None or y is None or width is None or height is None:
        return None
    return x, y, width, height


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag[tag.rfind("}") + 1 :]


@lru_cache(maxsize=4096)
def _confidence(written: str | None) -> int:
    """WC goes from 0 to 1; some programs write it in percent."""
    try:
        value = float(written or "nan")
    except ValueError:
        return -1
    return percent(value, 1.0 if value <= 1 else 100.0)


def _language(element: Element, inherited: str) -> str:
    for name in _LANGUAGE:
        if written := element.get(name):
            return language_code(written)
    return inherited


def _scale(root: Element) -> float:
    """Pixels in one unit of measurement; 1 where the file doesn't tell its resolution."""
    per_inch = _UNITS_PER_INCH.get((root.findtext(".//{*}MeasurementUnit") or "").strip())
    if per_inch is None:
        return 1.0
    settings = " ".join(step.text or "" for step in root.iter("{*}processingStepSettings"))
    found = _RESOLUTION.search(settings)
    return int(found[1]) / per_inch if found else 1.0


def _image(root: Element) -> str:
    """File name of the page image; scanning stations leave paths of their own before it."""
    names = (root.findtext(f".//{{*}}sourceImageInformation/{{*}}{tag}") or "" for tag in _IMAGE_NAMES)
    return PureWindowsPath(next(filter(None, map(str.strip, names)), "")).name
