"""The persons, bodies and places of a component, with their roles."""

import re

from discovery.records import Name

from ..markup import plain
from ..wording import written_name
from ..xml import Element
from .elements import attribute, did, level, own

_KINDS = {"persname": "person", "famname": "family", "corpname": "organisation", "geogname": "place", "name": ""}
_NAMING = frozenset({"controlaccess", "index", "scopecontent"})
"""Elements whose names are names in the material, unlike those of its history and of the archive."""
_HEADED = frozenset({"controlaccess", "origination", "indexentry", "namegrp"})
"""Where names are written as headings. Elsewhere they stand as a sentence needs them, with the heading in `@normal`."""
_FROM = frozenset(
    """from sender author aut writer wri correspondent crp expéditeur expediteur auteur absender verfasser afzender
    remitente autor отправитель автор att dub 070 0070""".split()  # noqa: SIM905
)
_TO = frozenset(
    """to recipient rcp addressee receiver destinataire empfänger empfaenger adressat geadresseerde ontvanger
    destinatario адресат получатель 660 0660""".split()  # noqa: SIM905
)
"""Roles in words, and in the codes of MARC (aut) and of UNIMARC (070)."""
_FULL_STOP = re.compile(r"(?<=\w{4}|.{3}\))\.$")
"""The stop that ends a heading ("Abraham, Karl, 1877-1925."), which that of an initial or "Jr." is not."""
_QUESTIONED = re.compile(r"\s*[\[(]?\?")
"""What follows a name inside a title: Letter to <persname>Sedov</persname> (?)."""


def names(component: Element) -> tuple[Name, ...]:
    """Names in the origination, the title and other elements of the `did`, and the index terms."""
    by_origin = "from" if level(component) == "item" else "creator"
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
