"""Inventory numbers in what was typed: `319`, `inv. 319`, `ARCH01483.319`, also inside a pasted citation."""

import re
from collections.abc import Iterable, Iterator

LONGEST = 2_000
"""Code points of a query that are looked through: more than are searched, for a citation pasted whole."""

_NUMBER = r"\d{1,6}[a-z]?(?:[./-]\d{1,5}){0,2}"
_SIGN = r"(?:nos?|nrs?|n[°º]|№|number|nummer|#)\.?"
_NAMED = re.compile(
    rf"(?<!\w)(?:inv(?:entory|entaris|entar)?|folder|file|dossier|cote|mappe|akte|carpeta|fascicolo|д|дело|ед\.\s*хр)"
    rf"[.-]*\s*(?:{_SIGN})?\s*({_NUMBER})(?!\w)",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\s*(?:{_SIGN})?\s*({_NUMBER})[\s.,;]*", re.IGNORECASE)
_JOINERS = re.compile(rf"[\s,;:/.-]*(?:inv(?:entory)?[.-]*)?\s*(?:{_SIGN})?[\s,;:/.-]*", re.IGNORECASE)
_PART = re.compile(r"[./-][^./-]*$")


def reference_key(text: str) -> str:
    """A reference as it is compared: case, spaces and the points around it aside."""
    return re.sub(r"\s+", " ", text.casefold()).strip(" .,;:()[]")


def find_references(text: str, fonds: Iterable[str]) -> tuple[str, ...]:
    """Keys of the inventory numbers that a query seems to name, surest first, and of the query as a whole.

    `fonds` are the references of the archive's fonds, after which a bare number is an inventory number. "No. 5" is
    one only alone: bulletins and circulars are numbered too. Last come numbers without their parts: where nothing
    has the reference 319.12, folder 319 is meant.
    """
    text = text[:LONGEST]
    found = []
    for reference in fonds:
        for match in re.finditer(re.escape(reference), text, re.IGNORECASE):
            after = text[match.end() :]
            joiner = _JOINERS.match(after)
            number = re.match(_NUMBER, after[joiner.end() if joiner else 0 :], re.IGNORECASE)
            if number and joiner and joiner.end():
                found.append(reference_key(number.group()))
    found += [reference_key(match[1]) for match in _NAMED.finditer(text)]
    wholes = list(_wholes(found))
    if alone := _ALONE.fullmatch(text):
        found.append(reference_key(alone[1]))
        wholes += [] if re.search("[/-]", alone[1]) else _wholes(found[-1:])  # 1/32, 1931-33 are not in folders
    return tuple(dict.fromkeys(key for key in (reference_key(text), *found, *wholes) if key))


def is_part(key: str, whole: str) -> bool:
    """Whether a reference is one of those below another: 319.12 of 319."""
    return key.startswith(whole) and key[len(whole) : len(whole) + 1] in ("/", ".", "-")


def _wholes(keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        while (whole := _PART.sub("", key)) != key:
            yield (key := whole)
