"""METS: the pages of an item in the order of its physical structure, their texts and images, and what MODS says of it.

Source: https://www.loc.gov/standards/mets/ ; of several groups of files the one that has most pages, and the best name.
"""

import re
from collections.abc import Iterator, Mapping

from discovery.errors import BadFile
from discovery.records import WrittenDate
from discovery.text.codes import language_code

from .markup import plain
from .page_lists import ListedPage, PageList
from .source import Report
from .wording import written_name
from .xml import Element, local_name, parse_xml

READS = (
    ('structMap[@TYPE="PHYSICAL"]//div with fptr', "page, in this order"),
    ("fileGrp/file, named OCR, ALTO, FULLTEXT, or XML, hOCR, text by its media type or ending", "text of the page"),
    ("fileGrp/file, an image by its media type or ending", "image of the page"),
    ("mods:title, dc:title, mets/@LABEL", "title"),
    ("mets/@OBJID", "reference"),
    ("mods:originInfo dates, dc:date", "date"),
    ("mods:name, dc:creator", "names"),
    ("mods:languageTerm, dc:language", "language"),
)
_XLINK = "{http://www.w3.org/1999/xlink}href"
_TEXT = re.compile(r"xml|html|hocr|text/plain|\.(?:xml|hocr|html?|txt)(?:\.gz)?$", re.IGNORECASE)
_IMAGE = re.compile(r"image/|\.(?:tiff?|jpe?g|jp2|png|gif|webp)$", re.IGNORECASE)
_BEST = (re.compile("FULLTEXT|OCR|ALTO|TEXT|GT|TRANSCRI", re.I), re.compile("DEFAULT|IMG|MAX|MASTER|ORIG|IMAGE", re.I))
_WORST = re.compile("THUMB|MIN|PRESENTATION|DOWNLOAD|TEASER|BIN", re.IGNORECASE)


def read_list(data: bytes, shown: str, fault: Report) -> PageList:
    """The item of a METS file. Raises `BadFile` where it isn't well-formed or lists no pages."""
    root = parse_xml(data, shown, fault)
    groups = _groups(root)
    pages = [_page(div, groups) for div in _leaves(root)]
    listed = tuple(page for page in pages if page.texts or page.images)
    if not listed:
        raise BadFile(shown, "a METS file that lists no pages", root.sourceline)
    described = _described(root)
    return PageList(
        title=_first(described, "titleInfo/{*}title", "title") or (root.get("LABEL") or "").strip(),
        ref=(root.get("OBJID") or "").strip() if "/" not in (root.get("OBJID") or "") else "",
        dates=tuple(map(WrittenDate, _all(described, *_DATES)[:1])),
        names=tuple(written_name(name) for name in _names(described)),
        language=language_code(_first(described, "language/{*}languageTerm", "language")),
        pages=listed,
    )


_DATES = ("originInfo/{*}dateCreated", "originInfo/{*}dateIssued", "originInfo/{*}dateCaptured", "date")


def _described(root: Element) -> Element | None:
    """The first MODS or Dublin Core in it, which speaks of the item as a whole."""
    return next((data for data in root.iter("{*}xmlData") if next(data.iter("{*}title"), None) is not None), None)


def _all(element: Element | None, *paths: str) -> list[str]:
    if element is None:
        return []
    found = (plain(each) for path in paths for each in element.iterfind(f".//{{*}}{path}"))
    return list(dict.fromkeys(filter(None, found)))


def _first(element: Element | None, *paths: str) -> str:
    return next(iter(_all(element, *paths)), "")


def _names(element: Element | None) -> Iterator[str]:
    if element is None:
        return
    for name in element.iter("{*}name"):
        parts = {part.get("type") or "": plain(part) for part in name.iterfind("{*}namePart")}
        whole = ", ".join(filter(None, (parts.get("family"), parts.get("given")))) or parts.get("", "")
        if whole := whole or plain(name.find("{*}displayForm")):
            yield whole
    yield from _all(element, "creator", "contributor")


def _groups(root: Element) -> dict[str, tuple[str, str, str]]:
    """Of each file its group, whether it is "text" or "image", and its address, by its id."""
    found: dict[str, tuple[str, str, str]] = {}
    for file in root.iter("{*}file"):
        place = file.find("{*}FLocat")
        href = "" if place is None else place.get(_XLINK) or ""
        said = file.get("MIMETYPE") or ""
        group = next((above.get("USE") or "" for above in file.iterancestors("{*}fileGrp") if above.get("USE")), "")
        kind = "image" if _IMAGE.search(said) or _IMAGE.search(href) else "text"
        if href and (kind == "image" or _TEXT.search(said) or _TEXT.search(href)):
            found[file.get("ID") or ""] = (group, kind, href)
    return found


def _leaves(root: Element) -> list[Element]:
    """The pages: divisions of the physical structure that name files and have none below that do."""
    structures = list(root.iter("{*}structMap"))
    physical = [each for each in structures if (each.get("TYPE") or "").upper() == "PHYSICAL"] or structures[:1]
    divisions = [div for each in physical for div in each.iter("{*}div") if _files(div)]
    leaves = [div for div in divisions if not any(_files(inner) for inner in div.iterdescendants("{*}div"))]
    return leaves or divisions


def _files(div: Element) -> list[str]:
    """The ids of the files of a division itself."""
    pointers = [each for child in div if local_name(child) == "fptr" for each in child.iter("{*}fptr", "{*}area")]
    return [file for pointer in pointers if (file := pointer.get("FILEID"))]


def _page(div: Element, groups: Mapping[str, tuple[str, str, str]]) -> ListedPage:
    files = [groups[file] for file in _files(div) if file in groups]
    texts, images = (
        _best([file for file in files if file[1] == kind], best) for kind, best in zip(_KINDS, _BEST, strict=True)
    )
    return ListedPage(texts, images)


_KINDS = ("text", "image")


def _best(files: list[tuple[str, str, str]], best: "re.Pattern[str]") -> tuple[str, ...]:
    """The addresses, those of the groups with the best names first."""
    ranked = sorted(files, key=lambda file: (bool(_WORST.search(file[0])), not best.search(file[0])))
    return tuple(dict.fromkeys(href for _, _, href in ranked))
