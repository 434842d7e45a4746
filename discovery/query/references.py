"""Inventory numbers in what was typed: `319`, `inv. 319`, `ARCH01483.319`, also inside a pasted citation."""

import re
from collections.abc import Iterable

_NUMBER = r"\d{1,6}[a-z]?(?:[./-]\d{1,5}){0,2}"
_NAMED = re.compile(
    rf"\b(?:inv(?:entory|entaris|entarnummer|\.)?(?:\s*(?:no|nr|number|nummer)\.?)?|(?:folder|file|dossier|cote|nr|no|№"
    rf"|mappe|akte|carpeta|fascicolo|д|дело|ед\.\s*хр)\.?)\s*({_NUMBER})\b",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\s*#?({_NUMBER})\s*", re.IGNORECASE)
_JOINERS = re.compile(r"[\s,;:/.-]*(?:inv(?:entory)?\.?\s*(?:n[or]\.?)?)?[\s,;:/.-]*")


def reference_key(text: str) -> str:
    """A reference as it is compared: case, spaces and the points around it aside."""
    return re.sub(r"\s+", " ", text.casefold()).strip(" .,;:()[]")


def find_references(text: str, fonds: Iterable[str]) -> tuple[str, ...]:
    """Keys of the inventory numbers that a query seems to name, surest first, and of the query as a whole.

    `fonds` are the references of the archive's fonds, after which a bare number is an inventory number.
    """
    found = [reference_key(text)]
    for reference in fonds:
        for match in re.finditer(re.escape(reference), text, re.IGNORECASE):
            after = text[match.end() :]
            joiner = _JOINERS.match(after)
            number = re.match(_NUMBER, after[joiner.end() if joiner else 0 :], re.IGNORECASE)
            if number and joiner and joiner.end():
                found.append(reference_key(number.group()))
    found += [reference_key(match[1]) for match in _NAMED.finditer(text)]
    if alone := _ALONE.fullmatch(text):
        found.append(reference_key(alone[1]))
    return tuple(dict.fromkeys(key for key in found if key))
