"""Boxes, folders, reels: what a thing is kept in, as finding aids label it and as citations name it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from discovery.records import Container
from mappings.container_words import CONTAINER_WORDS, SHEET_WORDS

KINDS = tuple(CONTAINER_WORDS)
"""From the outside in."""
SHEET = "sheet"
OUTER = ("map case", "drawer", "box", "carton")
"""What folders lie in."""
SAME_KIND = {"box": "carton", "carton": "box"}
"""Called one in one house or language and the other in the next."""
MOST_NUMBERS = 100
"""Numbers of a range that are named one by one."""
MOST_HANDLES = 400

_KIND_OF: dict[str, str] = {}
for _kind, _by_language in CONTAINER_WORDS.items():
    for _word in " ".join(_by_language.values()).split():
        _KIND_OF.setdefault(_word.replace("_", " "), _kind)
_SHEETS = dict.fromkeys(SHEET_WORDS.split(), SHEET)
_GERMAN = {word for kinds in CONTAINER_WORDS.values() for word in kinds.get("de", "").split()}
"""Written with a capital in the middle of a line too."""

_LETTERS = r"[^\W\d_]"
_PREFIX = rf"(?:[IVXLC]{{1,6}}:\s?)?(?:{_LETTERS}{{1,4}}[ -]?)?"
NUMBER = rf"{_PREFIX}\d{{1,6}}(?:\.\d{{1,4}})?(?:-?{_LETTERS})?(?![^\W_])"
"""12, 247B, 3-a, OV 2, II:45, I:OV 9."""
_ONE = re.compile(NUMBER, re.IGNORECASE)
_RANGE = re.compile(rf"({NUMBER})\s*(?:[-–—]|\bto\b|\bbis\b|\bà\b|\bпо\b)\s*({NUMBER})", re.IGNORECASE)
_PARTS = re.compile(rf"({_PREFIX})(\d+)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\b(?:of|von|de|из|di)\s+\d+\b)\s*")
_BETWEEN = re.compile(r"\s*(?:[,;&+]|\b(?:and|und|et|en|y|e|и|та)\b)\s*")
_JOINED = re.compile(r"\s*\(?\s*([^/]+?)\s*/\s*([^/]+?)\s*\)?\s*|\s*(\d+)\.(\d+)\s*")
_ACROSS = re.compile(r"\s*([^/]+?)\s*/\s*([^/-]+?)\s*[-–—]\s*([^/]+?)\s*/\s*([^/]+?)\s*")
_ANY_KIND = "|".join(
    sorted((re.escape(word).replace(r"\ ", r"[\s-]?") for word in (*_KIND_OF, *_SHEETS)), key=len, reverse=True)
)
_FUNCTION = "(?!(?:of|in|or|to|on|at|an?|and|by|the|with|et|en|de|du|la|le|und|von|y|el|e|di|и|в|из|no|nr)[ -])"
_SIGN = r"(?:(?:nos?|nrs?|n[°ºr]|№№?|num(?:ber)?s?|nummer|numéro|núm|č|#)[.\s]*)?"
_NAMED = re.compile(
    rf"(?<![\w-])({_ANY_KIND})(?:\.|\b)[\s:#]*(?!(?:{_ANY_KIND})(?:\b|\.))"
    rf"{_SIGN}{_FUNCTION}({NUMBER}(?:\s*(?:[-–—]|\bto\b|\bà\b)\s*{NUMBER})?|(?-i:[A-Z])(?=\s*(?:[,;.:/)]|$)))",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A container that a text names, and where."""

    container: Container
    start: int
    end: int


def kind_of(label: str) -> str:
    """Which kind a label means: "FOLDERS", "Box: ", "Karton", "oversize box"; "" for one that is none of ours."""
    word = " ".join(re.sub(r"[\s:._-]+", " ", label).casefold().split())
    return _KIND_OF.get(word) or _KIND_OF.get(word.rpartition(" ")[2], "")


def _pair_of(label: str) -> tuple[str, ...]:
    """ "box-folder" and "mapcase/drawer" say that a number of two parts follows."""
    parts = [part for part in re.split(r"[-/]", label.strip(" :.")) if part]
    if "".join(parts).casefold() == "boxfolder":
        parts = ["box", "folder"]
    return tuple(parts) if len(parts) == 2 and all(map(kind_of, parts)) else ()


def read_container(label: str, text: str) -> tuple[Container, ...]:
    """What one statement of a finding aid says; "1/12" labelled "box-folder" is two."""
    label = _ASIDE.sub(" ", label).strip(" :")
    text = re.sub(r"\s*\[\d{6,}\]\s*", " ", text).strip()
    if not text:
        return ()
    if pair := _pair_of(label):
        return tuple(_paired(text, *pair))
    named = list(named_in(text))
    if named and named[0].start == 0 and kind_of(label) in ("", named[0].container.kind):
        ends = [*(one.start for one in named[1:]), len(text)]  # "Box 12 (oversize) and Box 13", whatever the label says
        return tuple(_whole(one, text, end) for one, end in zip(named, ends, strict=True))
    return (Container(kind_of(label), text, label),)


def _whole(named: Named, text: str, end: int) -> Container:
    """A container with all that is said up to the next."""
    kept = named.container
    said = text[text.index(kept.number, named.start) : end]
    return replace(kept, number=re.sub(r"[\s,;&]*(?:\b(?:and|und|et|и)\s*)?$", "", said))


def _paired(text: str, outer: str, inner: str) -> Iterator[Container]:
    """ "23/4; 14, 24/1" is two folders in one box and one in another."""
    box = ""
    for part in _halves(text):
        number, within = part if isinstance(part, tuple) else ("", part)
        if number and number != box:
            box = number
            yield Container(kind_of(outer), box, outer)
        if number or box:
            yield Container(kind_of(inner), within, inner)
        else:
            yield Container(kind_of(outer), within, outer)


def _halves(text: str) -> Iterator[tuple[str, str] | str]:
    """Box and folder of each part of a list, or the number that stands alone."""
    for part in filter(None, map(str.strip, re.split(r"[,;]", text))):
        if across := _ACROSS.fullmatch(part):
            yield across[1], across[2]
            yield across[3], across[4]
        elif pair := _JOINED.fullmatch(part):
            yield pair[1] or pair[3], pair[2] or pair[4]
        else:
            yield part


def named_in(text: str) -> Iterator[Named]:
    """The containers and sheets that a text names in any language, in its order."""
    for match in _NAMED.finditer(text):
        word = re.sub(r"[\s-]+", " ", match[1].casefold())
        yield Named(Container(_KIND_OF.get(word, SHEET), match[2].strip(), match[1]), match.start(), match.end())


def numbers(text: str) -> list[str]:
    """The single numbers that are meant, as they are compared: "12-14" is 12, 13 and 14, "OV 1" is ov1.

    Nothing of what is only words ("not filmed"); a letter or two may be a number.
    """
    found: list[str] = []
    for part in filter(None, _BETWEEN.split(_ASIDE.sub(" ", text).strip())):
        if span := _RANGE.search(part):
            found += _spread(*span.groups())
        elif alone := _ONE.search(part):
            found.append(alone.group())
        elif re.fullmatch(rf"{_LETTERS}{{1,3}}", part):
            found.append(part)
    return list(dict.fromkeys(map(_key, found)))


def _spread(first: str, last: str) -> list[str]:
    """A range number by number, where both ends are plain numbers behind one prefix, and near each other."""
    low, high = _PARTS.fullmatch(first), _PARTS.fullmatch(last)
    if not low or not high or high[1] not in ("", low[1]) or not 0 <= int(high[2]) - int(low[2]) < MOST_NUMBERS:
        return [first, f"{low[1]}{last}" if low and high and not high[1] else last]
    return [f"{low[1]}{number}" for number in range(int(low[2]), int(high[2]) + 1)]


def _key(number: str) -> str:
    return re.sub(r"(?<!\d)(?<!\d\.)0+(?=\d)", "", re.sub(r"[\s-]+", "", number.casefold()))


def handles(containers: Iterable[Container]) -> list[tuple[str, str]]:
    """What a unit can be asked for by: each container, and each folder with the box that it is named with."""
    found: list[tuple[str, str]] = []
    outer: list[str] = []
    for container in containers:
        own = numbers(container.number) if container.kind else []
        found += [(container.kind, number) for number in own]
        if container.kind in OUTER:
            outer = own
            if both := _JOINED.fullmatch(container.number):  # "52/14" in a column of boxes
                found += [("container", f"{box}/{number}") for box in own for number in numbers(both[2] or both[4])]
        elif container.kind == "folder":
            found += [("container", f"{box}/{number}") for box in outer for number in own]
    return list(dict.fromkeys(found))[:MOST_HANDLES]


def each_once(containers: Iterable[Container]) -> tuple[Container, ...]:
    """Without what is said again: a box before the next folder in it, a folder of the same box."""
    found: list[Container] = []
    outer = ""
    seen: set[tuple[str, str, str]] = set()
    for container in containers:
        said = container.kind, container.number
        if container.kind in OUTER:
            again, outer = outer == container.number, container.number
        else:
            again = (outer, *said) in seen
            seen.add((outer, *said))
        if not again:
            found.append(container)
    return tuple(found)


def shelf_key(containers: Iterable[Container]) -> tuple[tuple[object, ...], ...]:
    """Sorts as things stand on shelves: boxes by number, folders in them; plain numbers before those with letters."""
    ranked = ((KINDS.index(c.kind) if c.kind else len(KINDS), *_natural(c.number)) for c in containers)
    return tuple(ranked)


def _natural(number: str) -> Iterator[tuple[int, int, str]]:
    for part in re.findall(r"\d+|[^\W\d_]+", number.casefold()):
        yield (0, int(part), "") if part.isdecimal() else (1, 0, part)


def shown(containers: Iterable[Container]) -> str:
    """ "Box 28, folder 34"."""
    parts = []
    for container in containers:
        label = _label(container.label)
        said = container.number if container.number.lower().startswith(label.lower()) else f"{label} {container.number}"
        parts.append(said.strip())
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _label(label: str) -> str:
    """A label within a line: a word of ours in small letters, German ones and others ("AFC") as they are."""
    german = label.casefold() in _GERMAN and not label.isupper()
    return label if german or not kind_of(label) else label.lower()
