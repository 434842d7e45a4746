"""The order of a list for a reader: by letters, so that Ábel stands beside Abel and Ё beside Е."""

import unicodedata

from discovery.text.folding import fold


def alphabetical(text: str) -> tuple[str, int, str]:
    """What texts are sorted by: letters, digits and single spaces; where those are the same, by accents.

    The primary and tertiary strengths of the Unicode Collation Algorithm (UTS #10) for Latin and Cyrillic, Latin first.
    """
    accents = sum(map(unicodedata.combining, unicodedata.normalize("NFD", text)))
    folded = fold(text.casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split()), accents, text


def initial(text: str) -> str:
    """The letter that a title is looked for under; "#" for digits and signs."""
    first = alphabetical(text)[0][:1]
    return first.upper() if first.isalpha() else "#"
