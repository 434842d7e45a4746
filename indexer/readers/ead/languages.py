"""The languages of the material, and those that it is described in."""

import re
from collections.abc import Iterator

from discovery.text.codes import language_code

from ..markup import plain
from ..xml import Element
from .elements import attribute, did

_BETWEEN = re.compile(r"[,;/.]|\b(?:and|et|und|en|y|и)\b")


def languages(component: Element) -> tuple[str, ...]:
    """Languages of the material, from codes, else from the words of the statement."""
    materials = did(component, "langmaterial")
    elements = [element for material in materials for element in material.iter("language")]
    codes = [language_code(attribute(element, "langcode") or plain(element)) for element in elements]
    if not any(codes):
        codes = [code for part in _BETWEEN.split(" ; ".join(map(plain, materials))) for code in _languages_in(part)]
    return tuple(dict.fromkeys(filter(None, codes)))


def _languages_in(part: str) -> Iterator[str]:
    """The language that this part of a statement names as a whole, else those that single words of it name."""
    whole = language_code(part) if len(part.strip()) > 3 else ""
    yield from [whole] if whole else map(language_code, (word for word in part.split() if len(word) > 3))


def stated_language(element: Element) -> str:
    """The language that an element says it is written in."""
    return language_code(attribute(element, "lang"))


def declared_language(ead: Element) -> str:
    """Language of the finding aid, where it declares one and not several."""
    declared = [*ead.iterfind("eadheader/profiledesc/langusage/language"), *ead.iterfind("control//language")]
    codes = {language_code(attribute(element, "langcode") or plain(element)) for element in declared}
    return codes.pop() if len(codes) == 1 else ""
