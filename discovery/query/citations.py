"""A pasted citation → what of it names a place in an archive: containers, and fonds, opis and delo."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from discovery.containers import Named, handles, named_in
from discovery.text.folding import fold
from discovery.text.tokens import tokenise

LONGEST = 2_000
"""Code points of a query that are looked through."""

_PART = r"\s*(?:№|no\.?|nr\.?)?\s*(\d+[а-яёa-z]?(?:\s?доп\.?)?)"
_FONDS = re.compile(rf"(?<!\w)(?:фонд|fonds?|ф|f|zespół)[.\s]{_PART}", re.IGNORECASE)
_OPIS = re.compile(rf"(?<!\w)(?:опись|опис|оп|opis|op|inventory|inv)[.\s]{_PART}", re.IGNORECASE)
_DELO = re.compile(
    rf"(?<!\w)(?:дело|спр|справа|ед\.?\s*хр|єд\.?\s*зб|д|delo|dela|sprava|spr|ed\.?\s*khr|d|file)[.\s]{_PART}",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"[^\d/]*(\d+[а-яёa-z]?)\s*/\s*(\d+[а-яёa-z]?)\s*/\s*(\d+[а-яёa-z]?)", re.IGNORECASE)
_LAST = re.compile(r"(\d+[а-яёa-z]?)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """What a text names. `places` are handles, the narrowest first; `words` the forms that may name the fonds."""

    places: tuple[tuple[str, str], ...]
    words: frozenset[str]
    archival: str = ""

    @property
    def is_place(self) -> bool:
        """Whether it says where something is kept; "folder 12" alone may be an inventory number as well."""
        return any(kind not in ("folder", "item") for kind, _ in self.places)


def read_citation(text: str) -> Citation:
    """The containers that a text names (all of them together are one place), and what is said around them."""
    text = text[:LONGEST]
    named = list(named_in(text))
    kept = [one.container for one in named if one.container.kind != "page"]
    found = handles(kept)
    both = [pair for pair in found if pair[0] == "container"]
    return Citation(tuple(both or found), words_of(_without(text, named)), archival([text]))


def words_of(text: str) -> frozenset[str]:
    """The forms of a text, folded."""
    return frozenset(fold(token.form) for token in tokenise(text))


def archival(references: Iterable[str]) -> str:
    """Fonds, opis and delo as "325/1/12": of references from the fonds down, or of one that says it all; else ""."""
    *above, last = [reference for reference in references if reference] or [""]
    fonds, opis, delo = _FONDS.search(last), _OPIS.search(last), _DELO.search(last)
    if fonds and opis and delo:
        return f"{fonds[1]}/{opis[1]}/{delo[1]}".casefold()
    if whole := _NUMBERS.fullmatch(last.strip()):
        return "/".join(whole.groups()).casefold()
    chain = [_number(reference) for reference in (*above, last)]
    return "/".join((chain[0], *chain[-2:])) if len(chain) >= 3 and all(chain) else ""


def _number(reference: str) -> str:
    """The number that a reference ends in: "ф. 325" and "РГАСПИ/325" are 325."""
    found = _LAST.findall(reference.casefold())
    return str(found[-1]) if found else ""


def _without(text: str, named: Iterable[Named]) -> str:
    """A text without the containers that it names."""
    for one in reversed(list(named)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text
