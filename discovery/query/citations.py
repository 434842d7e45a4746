"""A pasted citation → what of it names a place in an archive: containers, or fonds, opis and delo; and what is left."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from discovery.containers import NUMBER, OUTER, SAME_KIND, SHEET, handles, named_in, numbers
from discovery.records import Container
from discovery.text.folding import fold
from discovery.text.tokens import tokenise
from mappings.container_words import COLLECTION_WORDS, HOLDER_WORDS

LONGEST = 2_000
"""Code points of a query that are looked through."""

_SIGN = r"[.\s'’]*(?:№|no\.?|nr\.?)?\s*"
_PART = rf"{_SIGN}(\d+[а-яёіїєa-z]?)(?![^\W_])"
_SPAN = rf"{_SIGN}(\d+[а-яёіїєa-z]?(?:\s*[-–—]\s*\d+)?)(?![^\W_])"
_FONDS = re.compile(rf"(?<!\w)(?:фонд[уа]?|fonds?|ф|f|fund|zespół|zesp){_PART}", re.IGNORECASE)
_OPIS = re.compile(rf"(?<!\w)(?:описи|опись|опису?|оп|opis|op|inventory|inv|ap){_PART}", re.IGNORECASE)
_DELO = re.compile(
    rf"(?<!\w)(?:дела|дело|дд|спр|справ[аи]|ед\.?\s*хр|ед|о?д?\.?\s*зб|а\.?\s*е|арх\.\s*ед|д|delo|dela|sprava|spr"
    rf"|ed\.?\s*khr|ed\.?\s*hr|od\.?\s*zb|a\.?\s*e|dd?|file|folder|sygn){_SPAN}",
    re.IGNORECASE,
)
_NUMBERED = re.compile("|".join(part.pattern for part in (_FONDS, _OPIS, _DELO)), re.IGNORECASE)
_PIECE = r"(\d+[а-яёa-z]?)"
_NUMBERS = re.compile(
    rf"[^\d/]*(?<!\d){_PIECE}\s*/\s*{_PIECE}\s*/\s*{_PIECE}(?![\w/])(?:\W*(?:л|l|f|p|арк|с)?\W*\d+)?\W*", re.IGNORECASE
)
_LAST = re.compile(r"(\d+[а-яёіїєa-z]?)\W*", re.IGNORECASE)
_UNIT = re.compile(r"\b(?:ед\.?\s*хр|од\.?\s*зб)\b\.?", re.IGNORECASE)
_SHORT = re.compile(r"(?<![\w.])b\.?\s?(\d+[a-z]?)[\s,;/]+f(?:ol)?\.?\s?(\d+[a-z]?)(?!\w)", re.IGNORECASE)
_SLASHED = re.compile(
    rf"\b(?:box(?:[-/]folder)?|boîte|carton|karton)\.?:?\s*({NUMBER})\s*[/:]\s*({NUMBER})", re.IGNORECASE
)
_SEGMENT = re.compile(r"[,;\n]|\.\s+(?=\S{4})")
_CALL = re.compile(r"(?<!\w)([^\W\d_a-zа-яёіїєґ]{2,})[\s._-]?\d")
_DATING = re.compile(r"\d+\w?|[^\W\d_]")
_APART = ("folder", "item", "envelope", SHEET)
"""What may be an inventory number as well where no box goes with it."""

Place = tuple[str, str]


def words_of(text: str) -> frozenset[str]:
    """The forms of a text, folded."""
    return frozenset(fold(token.form) for token in tokenise(text))


_COLLECTION, _HOLDER = words_of(COLLECTION_WORDS), words_of(HOLDER_WORDS)


@dataclass(frozen=True, slots=True)
class Citation:
    """What a text names.

    `places` are handles: those of a folder in its box ("container", "3/4") and of the box, or of each container.
    `archival` are fonds, opis and delo, several where a range is cited; `opis` is fonds and opis where no delo is said.
    `words` are all forms around these;
    `collection` those of them that name a collection ("Max Shachtman Papers"), `others` those that neither do so
    nor belong to the name of an archive, `calls` those in capitals before a number.
    """

    places: tuple[Place, ...] = ()
    archival: tuple[str, ...] = ()
    opis: str = ""
    words: frozenset[str] = frozenset()
    collection: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()

    @property
    def is_place(self) -> bool:
        """Whether it says where something is kept; "folder 12" alone may be an inventory number as well."""
        return any(kind not in _APART for kind, _ in self.places)

    def demands(self) -> Iterator[tuple[tuple[Place, ...], ...]]:
        """What a thing must have to lie there, any of each; then the same with what boxes are also called."""
        kinds = dict.fromkeys(kind for kind, _ in self.places)
        for other in ({}, SAME_KIND):
            if not other or any(kind in other for kind in kinds):
                yield tuple(tuple((other.get(k, k), n) for k, n in self.places if k == kind) for kind in kinds)


def read_citation(text: str) -> Citation:
    """The containers that a text names (all of them together are one place), and what is said around them."""
    text = _UNIT.sub("дело", text[:LONGEST])
    for shortened in (_SHORT, _SLASHED):
        text = shortened.sub(r"box \1, folder \2", text)
    named = list(named_in(text))
    kept = [one.container for one in named if one.container.kind != SHEET]
    found = handles(_outside_in(kept))
    if any(kind == "container" for kind, _ in found):
        found = [place for place in found if place[0] in ("container", *OUTER)]
    rest = text
    for one in reversed(named):
        rest = f"{rest[: one.start]}, {rest[one.end :]}"
    archival = _archival(text)
    opis = "" if archival else _opis(text)
    rest = _NUMBERED.sub(" ", rest) if archival or opis else rest
    return Citation(tuple(found), archival, opis, *_said(rest), words_of(" ".join(_CALL.findall(rest))))


def _outside_in(kept: Sequence[Container]) -> list[Container]:
    """Each folder behind its box, also where a citation has it before: "folder 4, box 3"."""
    if not kept or kept[0].kind != "folder":
        return list(kept)
    found: list[Container] = []
    waiting: list[Container] = []
    for container in kept:
        if container.kind in OUTER:
            found += [container, *waiting]
            waiting = []
        else:
            waiting.append(container)
    return found + waiting


def _said(text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """All words of a text; those that name a collection; and the telling ones that do neither that nor name a house."""
    collection: set[str] = set()
    others: set[str] = set()
    for segment in _SEGMENT.split(text):
        words = words_of(segment)
        telling = {word for word in words if not _DATING.fullmatch(word)} - _COLLECTION
        if words & _COLLECTION and not words & (_HOLDER - _COLLECTION):
            collection |= telling
        elif not words & _HOLDER:
            others |= telling
    return words_of(text), frozenset(collection), frozenset(others - collection)


def archival(references: Iterable[str]) -> str:
    """Fonds, opis and delo as "325/1/12": of references from the fonds down, or of one that says it all; else "".

    An archive without opisi has two numbers; what stands between opis and delo is left out.
    """
    *above, last = [reference for reference in references if reference] or [""]
    if whole := _archival(last):
        return whole[0]
    chain = [_number(reference) for reference in (*above, last)]
    return "/".join((*chain[:2], *chain[2:][-1:])) if len(chain) > 1 and all(chain) else ""


def _opis(text: str) -> str:
    """Fonds and opis as "325/1": all that a text says without a delo."""
    fonds, opis = _FONDS.search(text), _OPIS.search(text)
    return f"{fonds[1]}/{opis[1]}".casefold() if fonds and opis else ""


def _archival(text: str) -> tuple[str, ...]:
    """What one text says of fonds, opis and delo; the delo may be a range."""
    fonds, opis = _FONDS.search(text), _OPIS.search(text)
    delo = next((found for found in _DELO.finditer(text) if not opis or found.start() != opis.start()), None)
    if fonds and delo:
        above = [fonds[1], opis[1]] if opis else [fonds[1]]
        return tuple("/".join((*above, number)).casefold() for number in numbers(delo[1]))
    whole = _NUMBERS.fullmatch(text.strip())
    return ("/".join(whole.groups()).casefold(),) if whole else ()


def _number(reference: str) -> str:
    """The number that a reference ends in: "ф. 325" and "РГАСПИ/325" are 325."""
    found = _LAST.findall(reference.casefold())
    return str(found[-1]) if found else ""
