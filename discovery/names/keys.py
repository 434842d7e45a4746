"""Name keys: what a word form sounds like under each spelling system it may be in.

Two forms are spellings of one name when they share a key. Троцкий, Trotsky, Trotzki, Trockij, Trotskiĭ → троцки.
"""

import re

from discovery.names.rules import ALL, CONTEXTS, CYRILLIC, OBLIQUE, READINGS, SOUNDS, WOMEN
from discovery.names.scripts import in_latin
from discovery.text.folding import modern_russian
from discovery.text.lemmas import lemmas

MOST_KEYS = 16
"""A form that may be read in more ways keeps the first of them."""

MOST_LEMMAS = 2
MOST_LETTERS = 40
"""A longer form is no name, but what a recogniser makes of a line."""

KEYS_VERSION = 3
"""Belongs to the fingerprint of an archive: another version, other keys."""


def _compiled(rules: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple((letters, re.compile(pattern), new) for letters, pattern, new in rules)


_CONTEXTS, _SOUNDS = _compiled(CONTEXTS), _compiled(SOUNDS)
_PLAIN = {
    grapheme: found[0].sounds for grapheme, found in READINGS.items() if found[1:] == () and found[0].systems == ALL
}
"""Letters that every system reads alike: most of a word. Keys are made of each form of an archive, so time counts."""
_INITIALS = "".join(sorted({grapheme[0] for grapheme in READINGS if len(grapheme) > 1}))
_LONGER = sorted((re.escape(grapheme) for grapheme in READINGS if len(grapheme) > 1), key=len, reverse=True)
_GRAPHEMES = re.compile(f"[^{_INITIALS}]|{'|'.join(_LONGER)}|.")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UKRAINIAN = re.compile("[іїєґ]")


def name_keys(form: str) -> frozenset[str]:
    """The keys of a lower-case form, empty for one without letters of a known script.

    >>> sorted(name_keys("троцкого")), sorted(name_keys("trotzki")), sorted(name_keys("chin"))
    (['троцки', 'троцкого'], ['троцки'], ['хин', 'чин', 'шин'])
    """
    if len(form) > MOST_LETTERS:
        return frozenset()
    if not _CYRILLIC.search(form):
        return frozenset(_merge(sounds) for latin in in_latin(form) for sounds in _latin_readings(latin)) - {""}
    modern = modern_russian(form)
    return frozenset(map(_cyrillic_key, (modern, *_nominatives(form, modern)))) - {""}


def genitive_keys(form: str) -> frozenset[str]:
    """What else a form in the text is found by: the man whose name it may be a case of, Попова → Попов.

    Apart from `name_keys`, because it works one way: who seeks Popov finds Попова, who seeks the woman not Popov.
    """
    if len(form) < 4 or form[-1] not in "ая" or not _CYRILLIC.search(form):
        return frozenset()
    modern = modern_russian(form)
    stem = modern[:-1]
    return frozenset(_cyrillic_key(found) for found in _lemmas(form) if found in (stem, stem + "й", stem + "ь"))


def _nominatives(form: str, modern: str) -> tuple[str, ...]:
    """The names that an inflected form belongs to; () for a form that may itself be one."""
    for ending, woman in WOMEN:
        if modern.endswith(ending):
            return (modern.removesuffix(ending) + woman,)
    return _lemmas(form)[:MOST_LEMMAS] if len(modern) >= 4 and modern.endswith(OBLIQUE) else ()


def _lemmas(form: str) -> tuple[str, ...]:
    return lemmas(form, "uk" if _UKRAINIAN.search(form) and modern_russian(form) == form else "ru")


def _cyrillic_key(form: str) -> str:
    return _merge("".join(CYRILLIC.get(letter, "") for letter in form))


def _latin_readings(form: str) -> list[str]:
    """What a form sounds like in each system that has all its letters; in any mixture, if no system has."""
    graphemes = _GRAPHEMES.findall(_applied(_CONTEXTS, form))
    return _read(graphemes, consistent=True) or _read(graphemes, consistent=False)


def _read(graphemes: list[str], *, consistent: bool) -> list[str]:
    paths, plain = [("", ALL)], ""
    for grapheme in graphemes:
        if grapheme in _PLAIN:
            plain += _PLAIN[grapheme]
            continue
        paths = [
            (sounds + plain + read, common if consistent else ALL)
            for sounds, systems in paths
            for read, theirs in READINGS.get(grapheme, ())
            if (common := systems & theirs)
        ][:MOST_KEYS]
        plain = ""
    return [sounds + plain for sounds, _ in paths]


def _merge(sounds: str) -> str:
    return _applied(_SOUNDS, sounds)


def _applied(rules: tuple[tuple[str, re.Pattern[str], str], ...], form: str) -> str:
    for letters, pattern, new in rules:
        if letters in form:
            form = pattern.sub(new, form)
    return form
