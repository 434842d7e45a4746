"""The elements of one EAD component as the fields of a unit: tables of names, and a short function for each field.

Elements come without namespaces. Source: EAD Tag Library, version 2002, and EAD3 1.1 where its names differ.
"""

import re
from collections.abc import Iterable, Iterator

from discovery.records import Link, Name, WrittenDate
from discovery.text.codes import language_code

from .markup import paragraphs, plain
from .wording import written_name
from .xml import Element

COMPONENT = re.compile(r"c(?:0[1-9]|1[0-2])?")
_WRAPPERS = frozenset({"descgrp", "admininfo", "add", "dsc"})
_DESCRIPTIVE = (
    *("abstract", "materialspec", "scopecontent", "bioghist", "arrangement", "organization", "fileplan", "phystech"),
    *("custodhist", "acqinfo", "originalsloc", "altformavail", "relatedmaterial", "separatedmaterial"),
    *("otherfindaid", "odd", "note", "didnote", "index"),
)
"""Elements that say something of the material or its history; those about handling it are left to the archive."""

_OF_THE_RECORD = frozenset(
    ("publicationStatus", "levelOfDetail", "statusDescription", "descriptionIdentifier", "institutionIdentifier")
)
"""What AtoM says of the description and not of the material, in elements like those for anything else."""

_KINDS = {
    "persname": "person",
    "famname": "family",
    "corpname": "organisation",
    "geogname": "place",
    "name": "",
}
_NAMING = frozenset({"controlaccess", "index", "scopecontent"})
"""Elements whose names are names in the material, unlike those of its history and of the archive."""
_HEADED = frozenset({"controlaccess", "origination", "indexentry", "namegrp"})
"""Where names are written as headings. Elsewhere they stand as a sentence needs them, with the heading in `@normal`."""
_SUBJECTS = ("subject", "occupation", "function", "title")
_FROM = frozenset(
    """from sender author aut writer wri correspondent crp expéditeur expediteur auteur absender verfasser afzender
    remitente autor отправитель автор att dub 070 0070""".split()  # noqa: SIM905
)
_TO = frozenset(
    """to recipient rcp addressee receiver destinataire empfänger empfaenger adressat geadresseerde ontvanger
    destinatario адресат получатель 660 0660""".split()  # noqa: SIM905
)
"""Roles in words, and in the codes of MARC (aut) and of UNIMARC (070)."""
_FORMER_REFERENCE = re.compile(r"\balt|former|\bold|ancien|fr[üu]here|voormalig|\boud|antigu|стар|прежн", re.IGNORECASE)
_LESSER_REFERENCE = re.compile(r"internal|structure|handle|multiple|barcode|digital|url|uri|mavis|local", re.IGNORECASE)
_REFERENCE = re.compile(r"invent|call|cote|refcode|reference|signatur|bestell|shelf|sygn|шифр", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=\w{4}|.{3}\))\.$")
"""The stop that ends a heading ("Abraham, Karl, 1877-1925."), which that of an initial or "Jr." is not."""

FORMS = tuple(
    (form, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for form, words in (
        ("carbon copy", r"carbon|carbone|durchschlag|doorslag|copia al carbón|машинописная копия"),
        ("photocopy", r"photocop|xerox|fotokopie|fotocop|ксерокоп"),
        ("mimeograph", r"mimeograph|stencil|hectograph|ronéo|hektograph|гектограф"),
        (
            "typescript",
            r"typescript|typewritten|typed|dactylogra|tapuscrit|maschinenschr|masch\.|getypt|mecanogra|машинопис",
        ),
        (
            "manuscript",
            r"manuscript|handwritten|holograph|autograph|manuscrit|handschrift|hs\.|eigenh|manuscrito|рукопис",
        ),
        ("print", r"printed|imprimé|gedruckt|gedrukt|impreso|печатн"),
        ("photograph", r"photograph|fotograf|photographie|фотограф"),
    )
)
"""Techniques by the words that state them, the more special first: a typed carbon copy is a carbon copy."""


def attribute(element: Element, name: str) -> str:
    """An attribute with or without a namespace (`href`, `xlink:href`), white space collapsed."""
    for key in (name, f"{{http://www.w3.org/1999/xlink}}{name}", f"{{http://www.w3.org/XML/1998/namespace}}{name}"):
        if found := element.get(key):
            return " ".join(found.split())
    return ""


def own(component: Element, tags: Iterable[str]) -> Iterator[Element]:
    """Elements of these names that describe this component: in its `did`, beside it, or in a wrapper."""
    for child in component:
        if child.tag in tags:
            yield child
        elif child.tag == "did" or child.tag in _WRAPPERS:
            yield from own(child, tags)


def did(component: Element, path: str) -> list[Element]:
    """Elements of a name right in the `did`, or below by a path."""
    if "/" in path:
        return [found for part in component.iterchildren("did") for found in part.iterfind(path)]
    return [found for part in component.iterchildren("did") for found in part.iterchildren(path)]


def level(component: Element) -> str:
    stated = attribute(component, "level")
    return attribute(component, "otherlevel") if stated == "otherlevel" else stated


def reference(component: Element) -> str:
    """What a reader orders by: the best `unitid`; without one, the box and the folder."""
    return identifier(component) or _containers(component)


def identifier(component: Element) -> str:
    """A plain `unitid`, or one typed as a reference rather than as a former or technical number."""
    return next((text for _, _, text in _identifiers(component)), "")


def _identifiers(component: Element) -> list[tuple[int, str, str]]:
    """Every `unitid`, best first: rank, what it is called, text."""
    found = []
    for unitid in did(component, "unitid"):
        said = attribute(unitid, "type") or attribute(unitid, "localtype") or attribute(unitid, "label")
        found.append((_rank(unitid), said, plain(unitid)))
    return sorted(((rank, said, text) for rank, said, text in found if text), key=lambda one: one[0])


_TECHNICAL = 4


def _rank(unitid: Element) -> int:
    said = f"{attribute(unitid, 'type')} {attribute(unitid, 'localtype')} {attribute(unitid, 'label')}".strip()
    if _LESSER_REFERENCE.search(said):
        return _TECHNICAL
    if _FORMER_REFERENCE.search(said):
        return 3
    return 0 if not said else 1 if _REFERENCE.search(said) else 2


def _containers(component: Element) -> str:
    """ "Box 12, folder 3"."""
    found = []
    for element in did(component, "container"):
        kind = attribute(element, "type") or attribute(element, "localtype") or attribute(element, "label")
        number = plain(element)
        named = number.lower().startswith(kind.lower())
        found.append(number if named or not number else f"{kind.lower()} {number}")
    text = ", ".join(filter(None, found))
    return text[:1].upper() + text[1:]


def title(component: Element) -> str:
    """Several titles, of one record in two languages or of several items together, stand side by side."""
    return " / ".join(filter(None, (plain(element).rstrip(" ,") for element in did(component, "unittitle"))))


def description(component: Element) -> str:
    found: list[str] = []
    for element in own(component, _DESCRIPTIVE):
        if element.get("type") in _OF_THE_RECORD:
            continue
        heading = element.tag != "odd" and element.find("head") is not None
        found += [text for text in paragraphs(element) if not (heading and text == plain(element.find("head")))]
    subjects = [
        plain(term).rstrip(".") for element in own(component, {"controlaccess"}) for term in element.iter(*_SUBJECTS)
    ]
    return "\n\n".join(filter(None, dict.fromkeys([*found, *_other_references(component), "; ".join(subjects)])))


def _other_references(component: Element) -> list[str]:
    """Former and other references, by which letters still ask; boxes, where they are not the reference."""
    known = _identifiers(component)
    others = [(said.replace("_", " "), text) for rank, said, text in known[1:] if rank < _TECHNICAL]
    found = [f"{said}: {text}" if said else text for said, text in others if text != known[0][2]]
    return [*found, _containers(component)] if known else found


def access(component: Element) -> str:
    return "\n\n".join(
        text for element in own(component, {"accessrestrict"}) for text in paragraphs(element, without=("head",))
    )


def dates(component: Element) -> tuple[WrittenDate, ...]:
    found = [_date(element) for element in did(component, "unitdate") + did(component, "unittitle//unitdate")]
    found += [date for element in did(component, "unitdatestructured") for date in _structured(element)]
    if not found:
        found = [_date(element) for element in did(component, "unittitle//date")]
    return tuple(dict.fromkeys(date for date in found if date.text or date.normal))


def _date(element: Element) -> WrittenDate:
    kind = attribute(element, "type") or attribute(element, "unitdatetype")
    return WrittenDate(plain(element), attribute(element, "normal"), kind)


def _structured(element: Element) -> Iterator[WrittenDate]:
    """EAD3: single dates and ranges, alone or in a `dateset`."""
    kind = attribute(element, "unitdatetype")
    for part in element.iter("datesingle", "daterange"):
        ends = [part] if part.tag == "datesingle" else part.findall("fromdate") + part.findall("todate")
        text = "–".join(plain(end) for end in ends)
        first, last = _bound(ends[:1], "notbefore"), _bound(ends[-1:], "notafter")
        normal = first if first == last else f"{first}/{last}"
        yield WrittenDate(text, normal if first and last else "", kind)


def _bound(end: list[Element], uncertain: str) -> str:
    """One end of a structured date in its standard form."""
    return next((attribute(part, uncertain) or attribute(part, "standarddate") for part in end), "")


def extent(component: Element) -> str:
    """All that `physdesc` says except what is form or genre."""
    found = [plain(element) for element in did(component, "physdescstructured")]
    for element in did(component, "physdesc"):
        stated = [child for child in element if child.tag in _TECHNIQUES and form_of(plain(child))]
        without = ("genreform", "physfacet") if stated else ("genreform",)
        if any((text or "").strip() for text in (element.text, *(child.tail for child in element))):
            found.append(plain(element, without).strip(" ,;"))
        else:
            found.append(", ".join(filter(None, (_measured(part) for part in element if part.tag not in without))))
    return "; ".join(filter(None, found))


def _measured(part: Element) -> str:
    """ "2.5" with the unit that an attribute names."""
    text = plain(part)
    return f"{text} {attribute(part, 'unit') or attribute(part, 'type')}".strip() if _NUMBER.fullmatch(text) else text


_TECHNIQUES = ("physfacet", "genreform")
_NUMBER = re.compile(r"[\d.,x× ]+")


def form_of(text: str) -> str:
    """The technique that a phrase states; "" for anything else."""
    return next((form for form, words in FORMS if words.search(text)), "")


def _stated(component: Element) -> Iterator[Element]:
    for tag in _TECHNIQUES:
        yield from did(component, f"physdesc/{tag}")
        yield from did(component, tag)
    for element in own(component, {"controlaccess"}):
        yield from element.iter("genreform")


def form(component: Element) -> str:
    return next(filter(None, (form_of(plain(element)) for element in _stated(component))), "")


def genre(component: Element) -> str:
    """Document types as stated, joined by "; "; a technique among them is the form instead."""
    names = (plain(element).rstrip(".") for element in _stated(component) if element.tag == "genreform")
    return "; ".join(dict.fromkeys(name for name in names if name and not form_of(name)))


def languages(component: Element) -> tuple[str, ...]:
    """Languages of the material, from codes, else from the words of the statement."""
    materials = did(component, "langmaterial")
    elements = [element for material in materials for element in material.iter("language")]
    codes = [language_code(attribute(element, "langcode") or plain(element)) for element in elements]
    if not any(codes):
        codes = [code for part in _BETWEEN.split(" ; ".join(map(plain, materials))) for code in _languages_in(part)]
    return tuple(dict.fromkeys(filter(None, codes)))


_BETWEEN = re.compile(r"[,;/.]|\b(?:and|et|und|en|y|и)\b")


def _languages_in(part: str) -> Iterator[str]:
    """The language that this part of a statement names as a whole, else those that single words of it name."""
    whole = language_code(part) if len(part.strip()) > 3 else ""
    yield from [whole] if whole else map(language_code, (word for word in part.split() if len(word) > 3))


def names(component: Element) -> tuple[Name, ...]:
    """Names in the origination, the title and other elements of the `did`, and the index terms."""
    by_origin = "from" if level(component) == "item" else ""
    found: list[Name] = []
    for origin in did(component, "origination"):
        inside = [element for element in origin.iter(*_KINDS) if element.tag in _KINDS]
        said = _said(origin) or attribute(origin, "label")
        found += [_name(element, _role(said, by_origin), said) for element in inside or [origin]]
    for element in component.find("did") if component.find("did") is not None else ():
        if element.tag not in ("origination", "repository"):
            found += [_name(inner) for inner in element.iter(*_KINDS)]
    for element in own(component, _NAMING):
        found += [_name(inner) for inner in element.iter(*_KINDS)]
    for relation in component.iterfind("relations/relation[@relationtype='cpfrelation']/relationentry"):
        found.append(_name(relation))
    return tuple(dict.fromkeys(name for name in found if name.text))


def _name(element: Element, role: str = "", around: str = "") -> Name:
    """A name with its role, else that of the element around it; `around` is what that says of it."""
    said = _said(element)
    parts = [plain(part) for part in element.findall("part")]  # EAD3
    written = ", ".join(parts) if parts else plain(element, without=("geographiccoordinates",))
    written += " (?)" if _QUESTIONED.match(element.tail or "") else ""
    normal = "" if element.getparent().tag in _HEADED else attribute(element, "normal")
    kind = _KINDS.get(element.tag, "")
    return written_name(_heading(written), _role(said, role), kind, _heading(normal), said or around)


_QUESTIONED = re.compile(r"\s*[\[(]?\?")
"""What follows a name inside a title: Letter to <persname>Sedov</persname> (?)."""


def _heading(text: str) -> str:
    return _FULL_STOP.sub("", text.split("--", 1)[0].strip(" ,;:"))


def _said(element: Element) -> str:
    """What the attributes of a name say of it: its role, and how certain it is."""
    graded = attribute(element, "certainty")
    role = attribute(element, "role") or attribute(element, "relator")
    return " ".join(filter(None, (role, f"certainty {graded}" if graded else "")))


def _role(said: str, otherwise: str) -> str:
    words = set(re.findall(r"\w+", said.lower()))
    return "from" if words & _FROM else "to" if words & _TO else otherwise


_LABELS = ("title", "linktitle", "label")


def links(component: Element) -> tuple[Link, ...]:
    found = []
    for group in own(component, {"dao", "daogrp", "daoset"}):
        for element in group.iter("dao", "daoloc"):
            label = plain(element) or next(filter(None, (attribute(element, name) for name in _LABELS)), "")
            if href := attribute(element, "href"):
                found.append(Link(href, label or plain(group.find("daodesc"))))
    return tuple(dict.fromkeys(found))
