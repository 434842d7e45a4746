"""Boxes, folders, reels: what a thing is kept in, as finding aids label it and as citations name it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from discovery.records import Container

_WORDS = {
    "box": """box boxes bx boîte boîtes boite boites karton kartons kasten kästen schachtel archivschachtel коробка
    коробки кор caja cajas doos dozen scatola scatole busta buste pudło pudła karton krabice kotelo carton cartons""",
    "folder": """folder folders fldr dossier dossiers chemise chemises mappe mappen папка папки carpeta carpetas
    legajo map mappen omslag cartella cartelle fascicolo fascicoli teczka teczki složka kansio file""",
    "reel": """reel reels microfilm film bobine bobines rolle rollen filmrolle катушка плёнка пленка rollo rollos spoel
    bobina bobine rolka szpula""",
    "volume": "volume volumes vol vols volumen tome tomes band bände bd том тома tomo tomos deel delen volumi tom tomy",
    "envelope": "envelope envelopes enveloppe enveloppes umschlag umschläge конверт sobre sobres envelop busta koperta",
    "tape": "tape tapes cassette cassettes cass bande bandes tonband tonbänder кассета cinta cintas band nastro taśma",
    "disc": "disc discs disk disks disque disques platte platten диск disco discos schijf dischi płyta",
    "drawer": "drawer drawers mapcase mapcase-drawer map-case tiroir tiroirs schublade schubladen ящик cajón lade",
    "item": "item items object pièce pièces stück nummer номер pieza stuk pezzo",
    "binder": "binder binders portfolio portfolios album albums albuns ordner классер archivador ordner raccoglitore",
    "page": "page pages p pp f fol ff leaf leaves l ll blatt bl лист листы л лл стр seite seiten feuillet hoja hojas",
}
"""What containers are called, by the kind as opis has it. A page is none, and citations have it."""

_KINDS = {word: kind for kind, words in reversed(_WORDS.items()) for word in words.split()}
_ORDER = ("drawer", "box", "volume", "binder", "reel", "folder", "envelope", "tape", "disc", "item")
"""From the outside in."""
PAIRED = "box-folder"
MOST_NUMBERS = 100
"""Numbers of a range that are named one by one."""

NUMBER = r"(?:[A-Za-zА-Я]{1,4}[ -]?|[IVXLC]{1,5}:)?\d{1,6}(?:[A-Za-z](?![\w]))?"
_RANGE = re.compile(rf"({NUMBER})\s*[-–—]\s*(\d{{1,6}})")
_ONE = re.compile(NUMBER)
_ANY_KIND = "|".join(sorted(map(re.escape, _KINDS), key=len, reverse=True))
_NAMED = re.compile(
    rf"(?<![\w-])({_ANY_KIND})(?:\.|\b)[\s:#]*(?!(?:{_ANY_KIND})\b)"
    rf"(?:(?:nos?|nrs?|n[°º]|№|number|nummer)[.\s]*)?({NUMBER}(?:\s*[-–—]\s*\d{{1,6}})?)(?!\w)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s*([^/]+?)\s*/\s*(.+?)\s*")
_BARCODE = re.compile(r"\s*\[[^\]]*\]\s*")


class Named(NamedTuple):
    """A container that a text names, and where."""

    container: Container
    start: int
    end: int


def kind_of(label: str) -> str:
    """Which kind a label means: "FOLDERS", "Box: ", "Karton"; "" for one that is none of ours."""
    word = label.strip(" :.").casefold()
    return PAIRED if word in (PAIRED, "boxfolder", "box/folder") else _KINDS.get(word, "")


def read_container(label: str, text: str) -> tuple[Container, ...]:
    """What one statement of a finding aid says; "1/12" labelled "box-folder" is two."""
    label, text = _BARCODE.sub(" ", label).strip(" :"), _BARCODE.sub(" ", text).strip()
    kind = kind_of(label)
    if not text:
        return ()
    if kind == PAIRED:
        return tuple(_paired(text))
    first, _, rest = text.partition(" ")
    if kind_of(first) not in ("", PAIRED) and (not kind or kind_of(first) == kind) and any(map(str.isdigit, rest)):
        return (Container(kind_of(first), rest.strip(), first),)  # "Box 12", whatever the label says
    return (Container(kind, text, label),)


def _paired(text: str) -> Iterator[Container]:
    """ "23/4; 14, 24/1" is two folders in one box and one in another."""
    box = ""
    for part in filter(None, map(str.strip, re.split(r"[,;]", text))):
        pair = _PAIR.fullmatch(part)
        if pair and pair[1] != box:
            box = pair[1]
            yield Container("box", box, "box")
        if pair or box:
            yield Container("folder", pair[2] if pair else part, "folder")
        else:
            yield Container("box", part, "box")


def named_in(text: str) -> Iterator[Named]:
    """The containers and pages that a text names in any language, in its order."""
    for match in _NAMED.finditer(text):
        yield Named(Container(_KINDS[match[1].casefold()], match[2], match[1]), match.start(), match.end())


def numbers(text: str) -> list[str]:
    """The single numbers that are meant, as they are compared: "12-14" is 12, 13 and 14, "OV 1" is ov1."""
    found: list[str] = []
    at = 0
    while match := _RANGE.search(text, at) or _ONE.search(text, at):
        alone = _ONE.search(text, at)
        if alone and alone.start() < match.start():
            match = alone
        found += _spread(match) if match.re is _RANGE else [match.group()]
        at = match.end()
    return list(dict.fromkeys(map(_key, found or [text])))


def _spread(match: re.Match[str]) -> list[str]:
    first, last = match.groups()
    low, high = int(re.sub(r"\D", "", first) or 0), int(last)
    if not first.isdigit() or not 0 <= high - low < MOST_NUMBERS:
        return [first, last]
    return [str(number) for number in range(low, high + 1)]


def _key(number: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"[\s-]+", "", number.casefold()))


def handles(containers: Iterable[Container]) -> list[tuple[str, str]]:
    """What a unit can be asked for by: each container, and each folder with the box that it is named with."""
    found: list[tuple[str, str]] = []
    box = ""
    for container in containers:
        if container.kind:
            found += [(container.kind, number) for number in numbers(container.number)]
        if container.kind == "box":
            box = container.number
        elif container.kind == "folder" and box:
            found += [("container", f"{b}/{f}") for b in numbers(box) for f in numbers(container.number)]
    return list(dict.fromkeys(found))[: 4 * MOST_NUMBERS]


def shown(containers: Iterable[Container]) -> str:
    """ "Box 28, folder 34"."""
    parts = []
    for container in containers:
        label = container.label.lower()
        said = container.number if container.number.lower().startswith(label) else f"{label} {container.number}"
        parts.append(said.strip())
    text = ", ".join(dict.fromkeys(parts))
    return text[:1].upper() + text[1:]
