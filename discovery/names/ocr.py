"""Forms that a recogniser confuses: one key for letters that look alike, and a bounded edit distance for the rest.

The classes are what engines are known to confuse in print of the 19th and 20th centuries, upright and italic, Fraktur
left out. They were kept or dropped by what they bring on simulated pages, and by the words they join (docs/names.md).
"""

import re

from discovery.text.folding import fold

LEAST_LETTERS = 4
"""Shorter forms are too alike: they have no key, and nothing is within any edits of them."""

CYRILLIC_CLASSES = {
    "ш": "щ ні іц",
    "м": "ы ьi ьі лі",
    "н": "и п й в ii u n h",
    "к": "ic k",
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
    "h": "li b н в",
    "w": "vv",
    "i": "l 1 j t f ! | ı ł і т",
    "o": "c e 0 о с е",
    "n": "u ii ri п и",
    "s": "5 ſ",
    "g": "q 9",
    "z": "2 3",
    "a": "а",
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

    def __init__(self, classes: dict[str, str]) -> None:
        self._letter = {read: letter for letter, readings in classes.items() for read in readings.split()}
        self._readings = re.compile("|".join(sorted(map(re.escape, self._letter), key=len, reverse=True)))

    def key(self, form: str) -> str:
        return self._readings.sub(lambda match: self._letter[match.group()], form)


_IN_CYRILLIC, _IN_LATIN = _Classes(CYRILLIC_CLASSES), _Classes(LATIN_CLASSES)


def ocr_key(form: str) -> str:
    """The key that a lower-case form shares with its misreadings; "" for one too short, or in another script.

    >>> ocr_key("партия") == ocr_key("пaртпя"), ocr_key("modern") == ocr_key("modem"), ocr_key("мир")
    (True, True, '')
    """
    if len(form) < LEAST_LETTERS:
        return ""
    if not _LETTER.search(form):
        return ""
    cyrillic, latin = len(_CYRILLIC.findall(form)), len(_LATIN.findall(form))
    if cyrillic > latin or (cyrillic == latin and max(form) >= "а"):
        return _IN_CYRILLIC.key(form)
    return _IN_LATIN.key(fold(form))


def within_edits(form: str, other: str, most: int) -> bool:
    """Whether `most` insertions, deletions, replacements or swaps of neighbours turn one form into the other.

    Letters that were moved further apart than `most` are never compared; two rows without hope end it.
    """
    if form == other:
        return True
    if min(len(form), len(other)) < LEAST_LETTERS or abs(len(form) - len(other)) > most:
        return False
    far = most + 1
    before, last = [far], [min(j, far) for j in range(len(other) + 1)]
    for i, letter in enumerate(form, 1):
        row = [far] * (len(other) + 1)
        row[0] = min(i, far)
        for j in range(max(1, i - most), min(len(other), i + most) + 1):
            row[j] = last[j - 1] if letter == other[j - 1] else 1 + min(last[j - 1], last[j], row[j - 1])
            if i > 1 and j > 1 and letter == other[j - 2] and form[i - 2] == other[j - 1]:
                row[j] = min(row[j], 1 + before[j - 2])
        if min(row) > most and min(last) > most:
            return False
        before, last = last, row
    return last[-1] <= most
