"""Where the words of a text are. Offsets are code points, half open."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"[^\W\d_{_IDEOGRAPH}]"
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u00ad"
_APOSTROPHE = "['’ʼʹ´`]"
_BREAK = r"[-\u00ad\u00ac\u2e17\u2010=][ \t]*\n[ \t]*"
_ELIDED = (
    "l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dall|dell|nell|sull|coll|gl|agl|degl|quell|quest|sant|bell"
)

_WORD = re.compile(
    rf"""
    (?i:{_ELIDED})(?=['’]{_LETTER})
    | {_LETTER}(?: [^\W_{_IDEOGRAPH}] | [{_MARKS}] | {_APOSTROPHE}(?={_LETTER})
                 | {_BREAK}(?={_LETTER})(?![A-ZА-ЯЁÀ-ÖØ-ÞĄĆČĎĘĚŁŃŇÓŘŚŠŤŮŹŻŽ]) )*
    | \d+(?:[.,]\d+)*[^\W_{_IDEOGRAPH}]*
    | [{_IDEOGRAPH}]
    """,
    re.VERBOSE,
)
_DROPPED = re.compile(rf"{_BREAK}|\u00ad")
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
    before a small letter, where it joins the two halves.

    >>> [token.form for token in tokenise("L'oppo-\\nsition de 1931-33, Zinov’ev")]
    ['l', 'opposition', 'de', '1931', '33', "zinov'ev"]
    """
    for match in _WORD.finditer(text):
        form = match.group()
        if not form.isalnum():
            form = _APOSTROPHES.sub("'", _DROPPED.sub("", form))
        yield Token(form.lower(), match.start(), match.end())
