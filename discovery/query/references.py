"""Inventory and call numbers in what was typed: `319`, `inv. 319`, `R 58/3231`, also inside a pasted citation."""

import re
from collections.abc import Iterable, Iterator

from discovery.text.folding import fold

LONGEST = 2_000
"""Code points of a query that are looked through: more than are searched, for a citation pasted whole."""
MOST_RUNS = 60
LONGEST_CALL = 8
"""Runs of letters or digits in a query that are looked at, and in one call number."""

_NUMBER = r"\d{1,6}[a-z]?(?:[./-]\d{1,5}){0,2}"
_SIGNS = r"nos?|nrs?|n|num|núm|numéro|numero|number|nummer|č"
_SIGN = rf"(?:(?:{_SIGNS}|n[°º]|№|nº|#)\.?)"
_INVENTORY = (
    "inv(?:entory|entaire|entaris(?:nummer|nr)?|entar(?:nummer|nr)?|entario|entář)?|инв(?:ентарный)?|inwentarz"
    "|d['’]inventaire|d['’]inventario|bestell(?:nummer|nr)|archivsignatur|signatur|sygn(?:atura)?|signatura"
    r"|folder|file|dossier|cote|mappe|akte|carpeta|fascicolo|д|дело|ед\.\s*хр|единица\s+хранения|шифр"
)
_NAMED = re.compile(
    rf"(?<!\w)(?:{_INVENTORY})[.:-]*\s*(?:{_SIGN}(?:\s*(?:inv|inw)\.?)?\s*)?({_NUMBER})(?!\w)", re.IGNORECASE
)
_NAMED_BEHIND = re.compile(rf"(?<!\w){_SIGN}\s*(?:inv|inw|инв|d['’]inv)[\w.]*\s*({_NUMBER})(?!\w)", re.IGNORECASE)
_ALONE = re.compile(rf"\s*{_SIGN}?\s*({_NUMBER})[\s.,;]*", re.IGNORECASE)
_PART = re.compile(r"[./-][^./-]*$")
_RUN = re.compile(r"[^\W\d_]+|\d+")
_NO_RUN = re.compile(rf"{_SIGNS}|{_INVENTORY}", re.IGNORECASE)


def reference_key(text: str) -> str:
    """A reference as it is compared: case, spaces and the points around it aside."""
    return re.sub(r"\s+", " ", text.casefold()).strip(" .,;:()[]")


def call_key(*references: str) -> str:
    """A call number as it is compared, or one of parts: "R 58/3231" is r.58.3231; "" where it is only digits or words.

    Which signs stand between letters and digits, and whether any, varies with every footnote.
    """
    runs = [run for reference in references for run, _, _ in _runs(reference)]
    return ".".join(runs) if _is_call(runs) else ""


def find_calls(text: str) -> dict[str, tuple[int, int]]:
    """The keys of all that may be a call number in a text, and where it stands."""
    runs = list(_runs(text[:LONGEST]))[:MOST_RUNS]
    found: dict[str, tuple[int, int]] = {}
    for first in range(len(runs)):
        for last in range(first + 1, min(first + LONGEST_CALL, len(runs)) + 1):
            part = [run for run, _, _ in runs[first:last]]
            if _is_call(part) and not text[runs[last - 1][2] : runs[last - 1][2] + 1].isalnum():
                found.setdefault(".".join(part), (runs[first][1], runs[last - 1][2]))
    return found


def _runs(text: str) -> Iterator[tuple[str, int, int]]:
    """Letters and digits in turn, without the words that say that a number follows."""
    for match in _RUN.finditer(text):
        if not announces_number(match[0]):
            yield fold(match[0].casefold()).lstrip("0") or "0", match.start(), match.end()


def _is_call(runs: list[str]) -> bool:
    return len(runs) > 1 and any(run.isdecimal() for run in runs) and not all(run.isdecimal() for run in runs)


def announces_number(word: str) -> bool:
    """Whether a word says only that a number follows: inv., Nr., dossier."""
    return bool(_NO_RUN.fullmatch(word))


def find_references(text: str) -> tuple[str, ...]:
    """Keys of the inventory numbers that a query seems to name, surest first, and of the query as a whole.

    "No. 5" is one only alone: bulletins and circulars are numbered too. Last come numbers without their parts: where
    nothing has the reference 319.12, folder 319 is meant.
    """
    text = text[:LONGEST]
    found = [reference_key(match[1]) for named in (_NAMED, _NAMED_BEHIND) for match in named.finditer(text)]
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
