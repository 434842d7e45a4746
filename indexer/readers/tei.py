"""TEI: transcribed text, a page from one `pb` to the next. https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-pb.html"""

import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from discovery.records import Page, Passage, Source
from discovery.text.codes import language_code

from .source import Report
from .xml import Element, local_name, parse_xml

READS = (
    ("text//pb", "page, up to the next one"),
    ("pb/@n", "number on the page"),
    ("pb/@facs, surface/graphic/@url", "name of the image"),
    ("lb, l", "line"),
    ("p, head, ab, lg, note and their kin", "paragraph"),
    ("choice", "what stands on the page: orig, sic, abbr"),
    ("TEI/@xml:lang, text/@xml:lang", "language"),
    ("teiHeader", "left out"),
)
_PARAGRAPH, _LINE = "\x1e", "\x1f"  # control characters, which XML can't contain
_BREAKS = {
    **dict.fromkeys(("p", "head", "ab", "lg", "note", "div", "opener", "closer", "salute", "signed"), _PARAGRAPH),
    **dict.fromkeys(
        ("list", "table", "quote", "sp", "stage", "figure", "dateline", "postscript", "byline"), _PARAGRAPH
    ),
    **dict.fromkeys(("l", "item", "row"), _LINE),
    "cell": " ",
}
_ORIGINAL = ("orig", "sic", "abbr")
_EDITED = frozenset({"reg", "corr", "expan"})
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(slots=True)
class _Leaf:
    """A page that is being written: where it begins, its image, and its text in pieces."""

    begin: Element | None = None
    image: str = ""
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        found = []
        for part in "".join(self.pieces).split(_PARAGRAPH):
            lines = (" ".join(line.split()) for line in part.split(_LINE))
            found.append("\n".join(filter(None, lines)))
        return unicodedata.normalize("NFC", "\n\n".join(filter(None, found)))


def read(data: bytes, shown: str, fault: Report) -> list[Page]:
    """The pages of a TEI file, numbered from 1; a text without `pb` is one, what stands before the first another."""
    root = parse_xml(data, shown, fault)
    images = {f"#{surface.get(_XML + 'id')}": _graphic(surface) for surface in root.iter("{*}surface")}
    leaves = [_Leaf()]
    spoken = ""
    for text in root.iter("{*}text"):
        if next(text.iterancestors("{*}text"), None) is None:
            spoken = language_code(text.get(_XML + "lang") or root.get(_XML + "lang") or "")
            _walk(text, leaves, images)
    kept = [leaf for leaf in leaves if leaf.begin is not None or leaf.text]
    return [_page(leaf, number, shown, spoken) for number, leaf in enumerate(kept, start=1)]


def _page(leaf: _Leaf, number: int, shown: str, language: str) -> Page:
    text, begin = leaf.text, leaf.begin
    return Page(
        sequence=number,
        text=text,
        source=Source(shown, 1 if begin is None else begin.sourceline),
        label="" if begin is None else begin.get("n") or "",
        image=leaf.image,
        passages=(Passage(0, len(text), language),) if language and text else (),
    )


def _walk(element: Element, leaves: list[_Leaf], images: dict[str, str]) -> None:
    name = local_name(element)
    space = _BREAKS.get(name, "")
    leaves[-1].pieces += (space, element.text or "")
    for child in _chosen(element) if name == "choice" else element:
        inner = local_name(child)
        if inner == "pb":
            facs = child.get("facs") or ""
            leaves.append(_Leaf(child, images.get(facs) or _name(facs)))
        elif inner == "lb":
            broken = child.get("break") == "no" and "".join(leaves[-1].pieces[-1:]).rstrip()[-1:].isalpha()
            leaves[-1].pieces += ("-" if broken else "", _LINE)
        else:
            _walk(child, leaves, images)
        leaves[-1].pieces.append(child.tail or "")
    leaves[-1].pieces.append(space)


def _chosen(choice: Element) -> list[Element]:
    """Of several readings the one that stands on the page."""
    kept = [child for child in choice if local_name(child) in _ORIGINAL]
    return kept or [child for child in choice if local_name(child) not in _EDITED] or list(choice)[:1]


def _graphic(surface: Element) -> str:
    graphic = surface.find(".//{*}graphic")
    return _name(graphic.get("url") or "") if graphic is not None else ""


def _name(address: str) -> str:
    return "" if address.startswith("#") else PurePosixPath(unquote(address.split("?", maxsplit=1)[0])).name
