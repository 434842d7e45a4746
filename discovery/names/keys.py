"""Name keys: what a word form sounds like under each spelling system it may be in.

Two forms are spellings of one name when they share a key. Троцкий, Trotsky, Trotzki, Trockij, Trotskiĭ → троцки.
"""

import re

from discovery.names.rules import ALL, CONTEXTS, CYRILLIC, READINGS, SOUNDS, Reading
from discovery.text.folding import fold, modern_russian
from discovery.text.lemmas import lemmas

MOST_KEYS = 16
"""A form that may be read in more ways keeps the first of them."""

_CONTEXTS = tuple((re.compile(pattern), new) for pattern, new in CONTEXTS)
_SOUNDS = tuple((re.compile(pattern), new) for pattern, new in SOUNDS)
_GRAPHEMES = re.compile("|".join(sorted(map(re.escape, READINGS), key=len, reverse=True)) + "|.")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SOUNDS_OF = str.maketrans(CYRILLIC)


def name_keys(form: str) -> frozenset[str]:
    """The keys of a lower-case form, empty for one without letters of a known script."""
    if _CYRILLIC.search(form):
        return _cyrillic_keys(form)
    return frozenset(map(_merge, _latin_readings(form)))


def _cyrillic_keys(form: str) -> frozenset[str]:
    return frozenset([_merge(form.translate(_SOUNDS_OF))])


def _latin_readings(form: str) -> list[str]:
    """What a form sounds like in each system that has all its letters; in any mixture, if no system has."""
    for pattern, new in _CONTEXTS:
        form = pattern.sub(new, form)
    graphemes = [READINGS.get(grapheme, ()) for grapheme in _GRAPHEMES.findall(form)]
    return _read(graphemes, consistent=True) or _read(graphemes, consistent=False)


def _read(graphemes: list[tuple[Reading, ...]], *, consistent: bool) -> list[str]:
    paths = [("", ALL)]
    for readings in graphemes:
        paths = [
            (sounds + reading.sounds, common if consistent else ALL)
            for sounds, systems in paths
            for reading in readings
            if (common := systems & reading.systems)
        ][:MOST_KEYS]
    return [sounds for sounds, _ in paths]


def _merge(sounds: str) -> str:
    for pattern, new in _SOUNDS:
        sounds = pattern.sub(new, sounds)
    return sounds
