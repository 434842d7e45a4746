"""What the material is: extent, technique and document type."""

import re
from collections.abc import Iterator

from ..markup import plain
from ..xml import Element
from .elements import attribute, did, own

_FORMS = tuple(
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
_TECHNIQUES = ("physfacet", "genreform")
_NUMBER = re.compile(r"[\d.,x× ]+")


def extent(component: Element) -> str:
    """All that `physdesc` says except what is form or genre."""
    found = [plain(element) for element in did(component, "physdescstructured")]
    for element in did(component, "physdesc"):
        stated = [child for child in element if child.tag in _TECHNIQUES and _form_of(plain(child))]
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


def _form_of(text: str) -> str:
    """The technique that a phrase states; "" for anything else."""
    return next((form for form, words in _FORMS if words.search(text)), "")


def _stated(component: Element) -> Iterator[Element]:
    for tag in _TECHNIQUES:
        yield from did(component, f"physdesc/{tag}")
        yield from did(component, tag)
    for element in own(component, {"controlaccess"}):
        yield from element.iter("genreform")


def form(component: Element) -> str:
    return next(filter(None, (_form_of(plain(element)) for element in _stated(component))), "")


def genre(component: Element) -> str:
    """Document types as stated, joined by "; "; a technique among them is the form instead."""
    names = (plain(element).rstrip(".") for element in _stated(component) if element.tag == "genreform")
    return "; ".join(dict.fromkeys(name for name in names if name and not _form_of(name)))
