"""Text out of mixed content: paragraphs, lines, and the spaces that tags stand for."""

import re
import unicodedata

from .xml import Element

_PARAGRAPH, _LINE, _WORD = "\x1e", "\x1f", "\x1d"  # control characters, which XML can't contain
_BREAKS = {
    **dict.fromkeys(("p", "head", "list", "chronlist", "table", "note", "bibref", "blockquote", "address"), _PARAGRAPH),
    **dict.fromkeys(("abstract", "scopecontent", "bioghist", "arrangement", "odd"), _PARAGRAPH),
    **dict.fromkeys(("item", "defitem", "chronitem", "indexentry", "row", "addressline", "listhead", "thead"), _LINE),
    **dict.fromkeys(("lb", "entry", "label", "event", "part", "subarea", "head01", "head02", "quantity"), " "),
    **dict.fromkeys(("unitdate", "date", "persname", "corpname", "famname", "geogname", "name"), _WORD),
    **dict.fromkeys(("title", "extent", "physfacet", "dimensions", "genreform", "unittype", "language"), _WORD),
}
_GLUED = re.compile(rf"(?<=[\w,;:.!?)\]»]){_WORD}+(?=[\w(\[«])")


def paragraphs(element: Element, without: tuple[str, ...] = ()) -> list[str]:
    """The paragraphs of an element, lines inside them kept, white space collapsed, NFC.

    Elements named in `without` are left out wherever they stand.
    """
    raw = _GLUED.sub(" ", _raw(element, without)).replace(_WORD, "")
    found = []
    for part in raw.split(_PARAGRAPH):
        lines = (" ".join(line.split()) for line in part.split(_LINE))
        if text := "\n".join(line for line in lines if line):
            found.append(unicodedata.normalize("NFC", text))
    return found


def plain(element: Element | None, without: tuple[str, ...] = ()) -> str:
    """The text of an element on one line; "" where there is no element."""
    if element is None:
        return ""
    if not len(element):
        return unicodedata.normalize("NFC", " ".join((element.text or "").split()))
    return " ".join(" ".join(paragraphs(element, without)).split())


def _raw(element: Element, without: tuple[str, ...]) -> str:
    pieces = [element.text or ""]
    for child in element:
        if child.tag not in without:
            space = _BREAKS.get(child.tag, "")
            pieces += (space, _raw(child, without), space)
        pieces.append(child.tail or "")
    return "".join(pieces)
