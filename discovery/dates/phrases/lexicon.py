"""The tables of words as look-ups, one a language: folded phrase → what it does."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from discovery.dates.phrases import months, parts, roles, words
from discovery.dates.phrases.fold import fold
from discovery.dates.phrases.roles import LANGUAGES, Role


class Token(NamedTuple):
    """What a piece of a statement does, and its number.

    `value` is the number itself, a month 1–12, a season 1–4 or tens of years; for POINT and TAIL yyyymmdd with zeros
    for what is not said; for a unit with unspecified digits ("193-", "18--") its first year. `of` is how many parts,
    or how many years such a unit has.
    """

    role: Role
    value: int = 0
    of: int = 0
    digits: int = 0
    ending: str = ""
    ambiguous: bool = False
    assumed: bool = False  # a year of two digits, taken for 19..
    days: int = 0  # of a Republican year, month or day


class Lexicon(NamedTuple):
    """Single words, and phrases by their first word, longest first."""

    words: dict[str, Token]
    phrases: dict[str, tuple[tuple[str, ...], ...]]


@cache
def lexicon(language: str = "") -> Lexicon:
    """The words of `language` ("en", "en-US"), and after them those of the other languages: inventories mix."""
    language = language.lower().partition("-")[0]
    order = sorted(LANGUAGES, key=lambda each: each != language)
    entries: dict[str, Token] = {}
    if language not in LANGUAGES:
        for word, owner in roles.UNKNOWN_LANGUAGE.items():
            entries[word] = dict(_entries(owner))[word]
    for each in order:
        for phrase, entry in _entries(each):
            entries.setdefault(" ".join(fold(phrase).split()), entry)
    starts: dict[str, list[tuple[str, ...]]] = {}
    for phrase in entries:
        first, *rest = phrase.split()
        if rest:
            starts.setdefault(first, []).append((first, *rest))
    longest_first = {first: tuple(sorted(some, key=len, reverse=True)) for first, some in starts.items()}
    return Lexicon(entries, longest_first)


def _entries(language: str) -> Iterator[tuple[str, Token]]:
    for role, months_or_seasons in ((Role.MONTH, months.MONTHS), (Role.SEASON, months.SEASONS)):
        for number, forms in enumerate(months_or_seasons[language].split("|"), 1):
            yield from ((form.replace("_", " "), Token(role, number)) for form in forms.split())
    yield from _tens(language)
    yield from _parts(language)
    for role, languages in words.WORDS.items():
        yield from ((phrase, Token(role)) for phrase in _phrases(languages.get(language, "")))
    yield from ((day, Token(Role.FILLER)) for day in months.WEEKDAYS[language].split())


def _tens(language: str) -> Iterator[tuple[str, Token]]:
    role = Role.NUMBER if language in months.PLAIN_TENS else Role.TENS
    for number, forms in enumerate(months.TENS[language].split("|"), 2):
        yield from ((form, Token(role, number * 10)) for form in forms.split())


def _parts(language: str) -> Iterator[tuple[str, Token]]:
    for of, fractions in parts.FRACTIONS.items():
        for noun in _phrases(fractions[language]):
            yield noun, Token(Role.FRACTION, of=of)
            for number, ordinals in enumerate(parts.ORDINALS[language], 1):
                which = of if number == len(parts.ORDINALS[language]) else number
                if which <= of:
                    for ordinal in _phrases(ordinals):
                        yield f"{ordinal} {noun}", Token(Role.PART, which, of)
    for third, forms in enumerate(parts.PARTS[language], 1):
        yield from ((form, Token(Role.PART, third, 3)) for form in _phrases(forms))


def _phrases(row: str) -> Iterator[str]:
    return (phrase.strip() for phrase in row.split(",") if phrase.strip())
