"""What a unit is ordered by, and the other numbers it is known under."""

import re

from ..markup import plain
from ..xml import Element
from .elements import attribute, did

_FORMER_REFERENCE = re.compile(r"\balt|former|\bold|ancien|fr[üu]here|voormalig|\boud|antigu|стар|прежн", re.IGNORECASE)
_LESSER_REFERENCE = re.compile(r"internal|structure|handle|multiple|barcode|digital|url|uri|mavis|local", re.IGNORECASE)
_REFERENCE = re.compile(r"invent|call|cote|refcode|reference|signatur|bestell|shelf|sygn|шифр", re.IGNORECASE)
_TECHNICAL = 4


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


def other_references(component: Element) -> list[str]:
    """Former and other references, by which letters still ask; boxes, where they are not the reference."""
    known = _identifiers(component)
    others = [(said.replace("_", " "), text) for rank, said, text in known[1:] if rank < _TECHNICAL]
    found = [f"{said}: {text}" if said else text for said, text in others if text != known[0][2]]
    return [*found, _containers(component)] if known else found
