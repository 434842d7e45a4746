"""What a unit is ordered by, and the other numbers it is known under."""

import re
from copy import copy

from discovery.containers import each_once, kind_of, read_container, shown
from discovery.records import Container

from ..markup import plain
from ..xml import Element
from .elements import attribute, did

_FORMER_REFERENCE = re.compile(r"\balt|former|\bold|ancien|fr[üu]here|voormalig|\boud|antigu|стар|прежн", re.IGNORECASE)
_LESSER_REFERENCE = re.compile(r"internal|structure|handle|multiple|barcode|digital|url|uri|mavis|local", re.IGNORECASE)
_REFERENCE = re.compile(r"invent|call|cote|refcode|reference|signatur|bestell|shelf|sygn|шифр", re.IGNORECASE)
_TECHNICAL = 4
_DEEPEST = 5
"""Containers in each other."""
_MADE_BY_MACHINE = re.compile(
    r"(?:https?|urn|info|ark):\S*|/\S+/\S*|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32}", re.IGNORECASE
)
"""Addresses, paths and GUIDs: nobody orders by them."""
_PERMANENT = re.compile(r"(ark:/?|doi(?:\.org)?[:/]|hdl(?:\.\S+?)?[:/])\s*(\S+)", re.IGNORECASE)


def reference(component: Element) -> str:
    """What a reader orders by: the best `unitid`, the box and the folder, else what a machine gave."""
    known = _identifiers(component)
    best = next((text for rank, _, text in known if rank < _TECHNICAL), "")
    return best or shown(containers(component)) or next((text for _, _, text in known), "")


def references(component: Element) -> tuple[str, ...]:
    """The other numbers that readers may know it by."""
    return tuple(text for rank, _, text in _identifiers(component)[1:] if rank < _TECHNICAL)


def containers(component: Element) -> tuple[Container, ...]:
    """All that it is kept in: each behind the one that its `@parent` names, else in the order of the finding aid."""
    own = did(component, "container")
    here = {element.get("id"): element for element in own if element.get("id")}
    lying_in: dict[str, list[Element]] = {}
    outermost: list[Element] = []
    for element in own:
        parent = element.get("parent") or ""
        if parent in here and here[parent] is not element:
            lying_in.setdefault(parent, []).append(element)
        else:
            outermost.append(element)
    found: list[Container] = []
    while outermost or lying_in:
        waiting = outermost[::-1] or lying_in.pop(next(iter(lying_in)))  # some name each other
        outermost = []
        while waiting:
            one = waiting.pop()
            found += read_container(_label(one), plain(one))
            waiting += reversed(lying_in.pop(one.get("id") or "", []))
    return each_once(found)


def bring_boxes(root: Element) -> None:
    """Put a copy of each container that one in another component names as its `@parent` beside that."""
    known = {element.get("id"): element for element in root.iter("container") if element.get("id")}
    for element in list(root.iter("container")):
        inner = element
        for _ in range(_DEEPEST):
            outer = known.get(inner.get("parent"))
            beside = {sibling.get("id") for sibling in element.getparent().iterchildren("container")}
            if outer is None or outer.get("id") in beside:
                break
            inner = copy(outer)
            inner.tail = None
            element.addprevious(inner)


def _label(element: Element) -> str:
    """What a container is called: by the first of its attributes that is a word of ours, else the first there is."""
    said = [attribute(element, name) for name in ("type", "localtype", "label")]
    return next(filter(kind_of, said), "") or next(filter(None, said), "")


def permalink(component: Element) -> str:
    """An ARK, handle or DOI among its numbers, as an address."""
    return next(filter(None, (_lasting(plain(unitid)) for unitid in did(component, "unitid"))), "")


def lasting(ead: Element) -> str:
    """The same of a whole finding aid, from what its id says."""
    for eadid in ead.iterfind("eadheader/eadid"):
        said = (attribute(eadid, "url"), attribute(eadid, "identifier"), plain(eadid))
        return next(filter(None, map(_lasting, said)), "")
    return ""


def _lasting(text: str) -> str:
    found = _PERMANENT.search(text)
    if not found:
        return ""
    if text.startswith(("http://", "https://")):
        return text
    return {"ark": "https://n2t.net/", "doi": "https://doi.org/", "hdl": "https://hdl.handle.net/"}[
        found[1][:3].casefold()
    ] + (found[0] if found[1].casefold().startswith("ark") else found[2])


def identifier(component: Element) -> str:
    """A plain `unitid`, or one typed as a reference rather than as a former or technical number."""
    return next((text for _, _, text in _identifiers(component)), "")


def _identifiers(component: Element) -> list[tuple[int, str, str]]:
    """Every `unitid`, best first: rank, what it is called, text."""
    found = []
    for unitid in did(component, "unitid"):
        said = attribute(unitid, "type") or attribute(unitid, "localtype") or attribute(unitid, "label")
        rank = _TECHNICAL if _MADE_BY_MACHINE.fullmatch(plain(unitid)) else _rank(unitid)
        found.append((rank, said, plain(unitid)))
    return sorted(((rank, said, text) for rank, said, text in found if text), key=lambda one: one[0])


def _rank(unitid: Element) -> int:
    said = f"{attribute(unitid, 'type')} {attribute(unitid, 'localtype')} {attribute(unitid, 'label')}".strip()
    if _LESSER_REFERENCE.search(said):
        return _TECHNICAL
    if _FORMER_REFERENCE.search(said):
        return 3
    return 0 if not said else 1 if _REFERENCE.search(said) else 2


def other_references(component: Element) -> list[str]:
    """Former and other references, by which letters still ask; boxes, where they are not the reference."""
    known = _identifiers(component)
    others = [(said.replace("_", " "), text) for rank, said, text in known[1:] if rank < _TECHNICAL]
    found = [f"{said}: {text}" if said else text for said, text in others if text != known[0][2]]
    return [*found, shown(containers(component))] if known else found
