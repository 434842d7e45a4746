"""What a token does in a date statement, and the languages whose words are known."""

from enum import IntEnum, auto

LANGUAGES = ("en", "fr", "de", "ru", "nl", "es", "it", "pl", "cs")

UNKNOWN_LANGUAGE = {"en": "nl"}
"""Whose word it is when nobody says in which language: "1931 en 1933"; an "and" at the beginning does no harm."""


class Role(IntEnum):
    """What a token does in a date statement. The numbers mean nothing; they are quick to look up by."""

    NUMBER = auto()
    ROMAN = auto()
    POINT = auto()  # a date in digits
    TAIL = auto()  # "-04-03" after a bracketed year
    MONTH = auto()
    SEASON = auto()
    TENS = auto()
    PART = auto()  # early, first half: one of so many equal parts
    FRACTION = auto()  # half, quarter: wants a number before it
    DECADE = auto()
    DECADE_AFTER = auto()
    CENTURY = auto()
    CENTURY_LETTER = auto()  # only beside a Roman numeral or an ordinal: "3 S." are pages
    CENTURY_AFTER = auto()  # only behind its number: these are other words as well
    CIRCA = auto()
    PROBABLE = auto()
    BEFORE = auto()
    UNTIL = auto()
    SINCE = auto()
    AFTER = auto()
    OR_BEFORE = auto()
    OR_AFTER = auto()
    BETWEEN = auto()
    TO = auto()
    TO_ONLY = auto()
    TO_BEFORE = auto()
    AND = auto()
    OR = auto()
    UNDATED = auto()
    PRESENT = auto()
    BULK = auto()
    OLD_STYLE = auto()
    NEW_STYLE = auto()
    INSTEAD = auto()  # "i.e.": what follows is meant
    REFUSED = auto()  # changes what a date says in a way that we have no rule for
    CUT = auto()  # what follows is no date of this unit: "see also", "except"
    FILLER = auto()
    UNKNOWN = auto()
    DASH = auto()
    SLASH = auto()
    COMMA = auto()
    BREAK = auto()
    OPEN_ROUND = auto()
    OPEN_SQUARE = auto()
    CLOSE_SQUARE = auto()


LOWER = frozenset({Role.SINCE, Role.AFTER})
"""Bounds that a date begins at."""
UPPER = frozenset({Role.UNTIL, Role.BEFORE})
"""Bounds that a date ends at."""
