"""Where the words of a text are. Offsets are code points, half open."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from discovery.text.lookalikes import unmixed

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_APOSTROPHE = "['’‘ʼʹ´`′]"
_LETTER = rf"[^\W\d_ʼʹºª{_IDEOGRAPH}]"
_SIGN = rf"[^\W_ʼʹºª{_IDEOGRAPH}]"
_NOTHING = "\u00ad\u200b-\u200d\u2060\ufeff"
"""What stands in words to be seen by nobody: soft hyphens, joiners and spaces without width."""
_MARKS = f"\u0300-\u036f\u0483-\u0487\u0591-\u05c7¨{_NOTHING}"
_LINE_END = r"(?:\r\n?|\n)"
_CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
INITIALS = "|".join(
    rf"[{_CAPITAL}]\.{space}[{_CAPITAL}](?:\.{space}[{_CAPITAL}](?![^\W_]))+" for space in ("", "[ \u00a0]")
)
"""Three capitals or more with points: an acronym, or the initials of somebody known by so many."""
_BREAK = rf"[-\u00ac\u2e17\u2010=][ \t]*{_LINE_END}[ \t]*(?:{_LINE_END}[ \t]*)?"
_SOFT_BREAK = r"(?:\s?\u00ad)+\s{1,2}"
_NEVER_SECOND = "A-ZА-ЯЁÀ-ÖØ-ÞĄĆČĎĘĚŁŃŇÓŘŚŠŤŮŹŻŽІЇЄҐѢѲѴ"
"""Capitals, with which the second half of no broken word begins."""
_ARTICLES = (
    "l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dall|dell|nell|sull|coll|gl|agl|degl|quell|quest|sant|bell"
)
_BEGINNINGS = "".join(sorted({article[0] for article in _ARTICLES.split("|")}))
ELIDED = frozenset(_ARTICLES.split("|"))
"""What French, Italian and Catalan write before a word with an apostrophe: words of their own here."""

_WORD = re.compile(
    rf"""
    (?=(?i:[{_BEGINNINGS}]))(?={_LETTER}{{1,7}}+{_APOSTROPHE})(?i:{_ARTICLES})(?={_APOSTROPHE}{_LETTER})
    | {INITIALS}
    | [Nn][or]?(?=\d)
    | {_LETTER}{_SIGN}*+(?: (?: {_APOSTROPHE}(?={_LETTER})
                 | (?:{_BREAK}|{_SOFT_BREAK})(?={_LETTER})(?![{_NEVER_SECOND}]) | [{_MARKS}] ) {_SIGN}*+ )*+
    | \d+(?:[.,]\d+)*{_SIGN}*
    | [{_IDEOGRAPH}]
    """,
    re.VERBOSE,
)
_DROPPED = re.compile(rf"{_BREAK}|{_SOFT_BREAK}|[{_NOTHING}]")
_UMLAUT = re.compile("¨([aouAOU])|([aouAOU])¨")
_APOSTROPHES = re.compile(_APOSTROPHE)


class Token(NamedTuple):
    """A word: its form, lower case and joined over a line end, and where it stands in the text."""

    form: str
    start: int
    end: int


def tokenise(text: str) -> Iterator[Token]:
    """The words of an NFC text in order.

    A word is letters with inner apostrophes, a number with inner points, or one ideograph. Elided articles stand
    apart, so that "opposition" in quotes is found in "l'opposition". A hyphen ends a word, except at a line end
    before a small letter, where it joins the two halves. U.S.S.R. and U. S. S. R. are one word, as USSR is.

    >>> [token.form for token in tokenise("L'oppo-\\nsition de 1931-33, Zinov’ev")]
    ['l', 'opposition', 'de', '1931', '33', "zinov'ev"]
    """
    return (Token(form_of(match.group()), match.start(), match.end()) for match in _WORD.finditer(text))


def words_in(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words between two offsets as they stand: where each microsecond a word counts."""
    return _WORD.findall(text, start, len(text) if end is None else end)


def form_of(word: str) -> str:
    """The form of a word as it stands in a text: lower case, joined over a line end, one kind of apostrophe."""
    if word[1:2] == "." and word[0].isalpha():
        return "".join(filter(str.isalpha, word)).lower()
    if not word.isalnum() or "ʼ" in word or "ʹ" in word:  # both count as letters
        word = _APOSTROPHES.sub("'", _DROPPED.sub("", word))
        if "¨" in word:
            word = _UMLAUT.sub(_with_umlaut, word).replace("¨", "")
    return unmixed(word).lower()


def _with_umlaut(match: re.Match[str]) -> str:
    return normalize("NFC", f"{match[1] or match[2]}\u0308")
