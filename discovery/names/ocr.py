"""Forms that a recogniser confuses: one key for letters that look alike, and a bounded edit distance for the rest.

The classes are what engines are known to confuse in print of the 19th and 20th centuries, upright and italic, Fraktur
left out. They were kept or dropped by what they bring on simulated pages, and by the words they join (docs/names.md).
"""

import re
from collections.abc import Iterator

from discovery.text.folding import fold

LEAST_LETTERS = 4
"""Shorter forms are too alike: they have no key, and nothing is within any edits of them."""

UNLIKE = 99
"""Edits of what is no misreading."""

CYRILLIC_CLASSES = {
    "ш": "щ ні іц",
    "м": "ы ьi ьі лі",
    "н": "и п й в ii іі u n h",
    "к": "ic іс k",
    "о": "с е ё o 0 c e",
    "л": "а д a",
    "ж": "зк яс",
    "т": "г m t",
    "з": "3 э",
    "ь": "ъ ѣ b",
    "ю": "10",
    "у": "y",
    "р": "p",
    "х": "x",
}
"""A letter, and what is read instead, Latin look-alikes among it. For forms that are mostly Cyrillic."""

LATIN_CLASSES = {
    "m": "rn in ni nn м",
    "d": "cl",
    "h": "li b 6 н в",
    "w": "vv",
    "i": "l 1 j t f ! | ı ł і т",
    "o": "c e 0 о с е",
    "n": "u ii ri п и",
    "s": "5 8 ſ",
    "g": "q 9",
    "z": "2 3 7",
    "a": "4 а",
    "p": "р",
    "y": "v у",
    "x": "х",
    "k": "к",
}
"""The same for forms that are mostly Latin; accents are lost before."""

_CYRILLIC = re.compile("[бгджзийлпфцчшщъыьэюяѣ]")
_LATIN = re.compile("[dfgjlqrsvwz\u00df-\u024f]")
"""Letters that only one of the two scripts has."""
_LETTER = re.compile("[a-z\u00df-\u024f\u0400-\u04ff]")


class _Classes:
    """Puts the first letter of a class for all that is read in its place, longest first."""

    def __init__(self, classes: dict[str, str], others: str) -> None:
        self._letter = {read: letter for letter, readings in classes.items() for read in readings.split()}
        self._readings = re.compile("|".join(sorted(map(re.escape, self._letter), key=len, reverse=True)))
        self._alphabet = (*classes, *others)

    def key(self, form: str) -> str:
        return self._readings.sub(lambda match: self._letter[match.group()], form)

    def near(self, key: str) -> Iterator[str]:
        """All keys that replacing one letter makes of a key: what recognisers add or lose, classes foresee."""
        for at in range(len(key)):
            for letter in self._alphabet:
                yield key[:at] + letter + key[at + 1 :]


_IN_CYRILLIC, _IN_LATIN = _Classes(CYRILLIC_CLASSES, "бфцчя"), _Classes(LATIN_CLASSES, "brx")
"""With the letters that no other is read for."""


def ocr_key(form: str) -> str:
    """The key that a lower-case form shares with its misreadings; "" for one too short, or in another script.

    >>> ocr_key("партия") == ocr_key("пaртпя"), ocr_key("modern") == ocr_key("modem"), ocr_key("мир")
    (True, True, '')
    """
    if len(form) < LEAST_LETTERS or not _LETTER.search(form):
        return ""
    return _IN_CYRILLIC.key(form) if _is_cyrillic(form) else _IN_LATIN.key(fold(form))


def near_keys(form: str) -> frozenset[str]:
    """The keys one letter from that of a form: where the lexicon may have misreadings that no class foresees.

    None for a form in which one edit more would say little (`reading_edits`).
    """
    key = ocr_key(form)
    if not key or not _most_edits(form, same_key=False):
        return frozenset()
    return frozenset((_IN_CYRILLIC if _is_cyrillic(form) else _IN_LATIN).near(key)) - {key}


def reading_edits(form: str, other: str) -> int:
    """How many edits a form is from one that may be read for it, foreseen or not; UNLIKE where it hardly may."""
    most = _most_edits(form, ocr_key(form) == ocr_key(other))
    found = edits(fold(form), fold(other), most)
    return found if found <= most else UNLIKE


def _most_edits(form: str, same_key: bool) -> int:
    """Half of the letters where the classes foresee the edits, which count two for rn and m, else few or none."""
    return len(form) // 2 if same_key else max(0, len(form) // 2 - 2)


def _differing(form: str, other: str) -> tuple[str, str]:
    """Both without what they begin and end with alike, which takes no edits."""
    begin = alike(form, other)
    end = alike(form[begin:][::-1], other[begin:][::-1])
    return form[begin : len(form) - end], other[begin : len(other) - end]


def alike(form: str, other: str) -> int:
    """With how many letters both begin."""
    return next(
        (at for at, pair in enumerate(zip(form, other, strict=False)) if pair[0] != pair[1]), min(len(form), len(other))
    )


def _is_cyrillic(form: str) -> bool:
    if form.isascii():
        return False
    cyrillic, latin = len(_CYRILLIC.findall(form)), len(_LATIN.findall(form))
    return cyrillic > latin or (cyrillic == latin and max(form) >= "а")


def within_edits(form: str, other: str, most: int) -> bool:
    """Whether `most` edits turn one form into the other, neither of them too short to say so."""
    return form == other or (min(len(form), len(other)) >= LEAST_LETTERS and edits(form, other, most) <= most)


def edits(form: str, other: str, most: int) -> int:
    """How many insertions, deletions, replacements or swaps of neighbours turn one form into the other.

    More than `most` are not counted any further: letters that were moved further apart are never compared, and two
    rows without hope end it.
    """
    far = most + 1
    form, other = _differing(form, other)
    if abs(len(form) - len(other)) > most:
        return far
    before, last = [far], [min(j, far) for j in range(len(other) + 1)]
    for i, letter in enumerate(form, 1):
        row = [far] * (len(other) + 1)
        row[0] = min(i, far)
        for j in range(max(1, i - most), min(len(other), i + most) + 1):
            row[j] = last[j - 1] if letter == other[j - 1] else 1 + min(last[j - 1], last[j], row[j - 1])
            if i > 1 and j > 1 and letter == other[j - 2] and form[i - 2] == other[j - 1]:
                row[j] = min(row[j], 1 + before[j - 2])
        if min(row) > most and min(last) > most:
            return far
        before, last = last, row
    return min(last[-1], far)
