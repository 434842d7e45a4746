"""The arrangement as a finding aid: EAD 2002, unnumbered components."""

import re
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from data.build import dates
from data.build.arrangement import Folder, Page, Place, all_folders
from data.build.specimens import Document

EAD = "urn:isbn:1-931666-22-9"
XLINK = "http://www.w3.org/1999/xlink"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

FONDS = "OPIS-SPECIMEN"
TITLE = "Trotsky and International Left Opposition papers: specimens"
NOTICE = "Specimens written for this project: not documents of any archive."
SCOPE = (
    "Correspondence, minutes, circulars and manuscripts in nine languages, in two groups: the Trotsky papers,"
    " mainly carbon copies, and the papers of the International Secretariat with its national sections."
)
LANGUAGES = {
    "ru": ("rus", "Russian"), "ru-petr1708": ("rus", "Russian, spelling before 1918"),
    "fr": ("fre", "French"), "de": ("ger", "German"), "en": ("eng", "English"), "es": ("spa", "Spanish"),
    "nl": ("dut", "Dutch"), "it": ("ita", "Italian"), "pl": ("pol", "Polish"), "cs": ("cze", "Czech"),
}  # fmt: skip
BODIES = re.compile(r"secretariat|committee|comité|council|office|group|sections?\b|publish", re.IGNORECASE)
SINGLE_NAMES = {"Trotsky", "Marta", "Yamada", "Peng Shu-tse", "Nguyên Van Thuc"}
OLD_STYLE = re.compile(r"\bOld Style\b")
SWITCHED = (1918, 2, 14)

Element = etree._Element


def write(places: list[Place], path: Path) -> None:
    root = etree.Element(f"{{{EAD}}}ead", nsmap={None: EAD, "xlink": XLINK})
    root.set(XML_LANG, "en")
    _header(root)
    fonds = _add(root, "archdesc", level="fonds", id=FONDS)
    did = _add(fonds, "did")
    _add(did, "unitid", FONDS)
    _add(did, "unittitle", TITLE)
    _add(did, "unitdate", "1903-1939", normal="1903/1939", type="inclusive")
    _add(_add(did, "physdesc"), "extent", f"{len(list(all_folders(places)))} covers")
    _languages(did, [code for code in LANGUAGES if "-" not in code])
    _paragraph(fonds, "scopecontent", f"{NOTICE} {SCOPE}")
    components = _add(fonds, "dsc", type="combined")
    for place in places:
        _place(components, place)
    etree.indent(root, " ")
    path.write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n")


def _header(root: Element) -> None:
    header = _add(root, "eadheader")
    _add(header, "eadid", FONDS)
    description = _add(header, "filedesc")
    _add(_add(description, "titlestmt"), "titleproper", TITLE)
    _paragraph(description, "notestmt", NOTICE, inner="note")


def _place(parent: Element, place: Place) -> None:
    component = _add(parent, "c", level=place.level, id=place.id)
    did = _add(component, "did")
    _add(did, "unittitle", place.title)
    _paragraph(component, "scopecontent", place.note)
    _paragraph(component, "accessrestrict", place.access)
    for folder in place.folders:
        _folder(component, folder, place)
    for child in place.children:
        _place(component, child)


def _folder(parent: Element, folder: Folder, place: Place) -> None:
    component = _add(parent, "c", level="file", id=f"inv-{folder.number}")
    _mark_language(component, folder.notes)
    whole = folder.all if place.described == "folders" else folder.notes
    did = _add(component, "did")
    _add(did, "unitid", str(folder.number))
    _add(did, "unittitle", folder.title)
    _date(did, folder.date, old_style=False)
    _physical(did, "1 cover", {d.form for d in whole}, {d.genre for d in whole})
    _languages(did, (code for document in folder.all for code in document.languages))
    _scope(component, whole)
    _paragraph(component, "accessrestrict", " ".join(d.access for d in folder.notes if d.access))
    _names(component, whole)
    if place.described != "folders":
        for number, document in enumerate(folder.documents, 1):
            pages = [page for page in folder.pages() if page.document is document]
            _item(component, document, f"{folder.number}.{number}", pages, place)


def _item(parent: Element, document: Document, number: str, pages: list[Page], place: Place) -> None:
    component = _add(parent, "c", level="item", id=f"inv-{number}")
    _mark_language(component, [document])
    did = _add(component, "did")
    _add(did, "unitid", number)
    _add(did, "unittitle", title(document))
    _date(did, document.date, bool(OLD_STYLE.search(place.note + document.note)))
    leaves = int(document.leaves or len(pages))
    _physical(did, f"{leaves} {'leaf' if leaves == 1 else 'leaves'}", {document.form}, {document.genre})
    _languages(did, document.languages)
    for page in pages:
        link = {"type": "simple", "href": page.ocr, "title": str(page.sequence)}
        _add(did, "dao", **{f"{{{XLINK}}}{key}": value for key, value in link.items()})
    _scope(component, [document])
    _paragraph(component, "accessrestrict", document.access)
    _names(component, [document])


def title(document: Document) -> str:
    """As given, or made from who wrote to whom; what kind of document it is, only where that is stated."""
    if document.title:
        return document.title
    if document.genre == "telegram":
        who = [f"from {document.sender}"] if document.sender else []
        return " ".join(["Telegram", *who, *([f"to {document.recipient}"] if document.recipient else [])])
    if not document.recipient:
        return f"From {document.sender}"
    return f"{document.sender} to {document.recipient}" if document.sender else f"To {document.recipient}"


def _date(did: Element, written: str, old_style: bool) -> None:
    if not written:
        return
    normal = dates.normal(written)
    if old_style and dates.order(written) < SWITCHED:
        _add(did, "unitdate", written, calendar="julian")
    elif normal:
        kind = {"type": "inclusive"} if "/" in normal else {}
        _add(did, "unitdate", written, normal=normal, **kind)
    else:
        _add(did, "unitdate", written)


def _physical(did: Element, extent: str, forms: set[str], genres: set[str]) -> None:
    described = _add(did, "physdesc")
    _add(described, "extent", extent)
    for form in sorted(forms - {""}):
        _add(described, "physfacet", form, type="form")
    for genre in sorted(genres - {""}):
        _add(described, "genreform", genre)


def _languages(did: Element, codes: Iterable[str]) -> None:
    if codes := dict.fromkeys(codes):
        material = _add(did, "langmaterial")
        for code in codes:
            langcode, name = LANGUAGES[code]
            _add(material, "language", name, langcode=langcode)


def _scope(component: Element, documents: list[Document]) -> None:
    """The notes of the documents; where they make up a folder described as a whole, after title and date."""
    whole = component.get("level") == "file"
    said = [(_entry(document) if whole else document.note, document) for document in documents]
    if said := [(text, document) for text, document in said if text]:
        scope = _add(component, "scopecontent")
        for text, document in said:
            paragraph = _add(scope, "p", text)
            if whole:
                _mark_language(paragraph, [document])


def _entry(document: Document) -> str:
    if document.is_folder_note:
        return document.note
    heading = ", ".join(part for part in (title(document), document.date) if part)
    return f"{heading}. {document.note}".strip()


def _names(component: Element, documents: list[Document]) -> None:
    names: dict[tuple[str, str], None] = {}
    for document in documents:
        names |= {("from", document.sender): None, ("to", document.recipient): None}
        names |= {("", name): None for name in document.names}
    if found := [pair for pair in names if pair[1]]:
        access = _add(component, "controlaccess")
        for role, name in found:
            _add(access, _kind(name), name, **({"role": role} if role else {}))


def _kind(name: str) -> str:
    single = name.strip("[]?") in SINGLE_NAMES
    return "persname" if single or ("," in name and not BODIES.search(name)) else "corpname"


def _paragraph(parent: Element, tag: str, text: str, inner: str = "") -> None:
    if text:
        outer = _add(parent, tag)
        _add(_add(outer, inner) if inner else outer, "p", text)


def _mark_language(element: Element, documents: list[Document]) -> None:
    """The language of a description, where it is not the finding aid's own."""
    if documents and documents[0].described_in != "en":
        element.set(XML_LANG, documents[0].described_in)


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    element = etree.SubElement(parent, f"{{{EAD}}}{tag}", attributes)
    element.text = text
    return element
