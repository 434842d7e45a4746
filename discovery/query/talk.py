"""The words of a query that look for nothing: function words, and in a sentence the courtesy around what is sought."""

from collections.abc import Sequence

from mappings.courtesy import ABOUT, ASKING
from mappings.languages import LANGUAGES

NOTHING: frozenset[str] = frozenset()


def talk(forms: Sequence[str], languages: Sequence[str]) -> frozenset[str]:
    """Those of the forms that look for nothing, in the language that a typed text has most of.

    It may be one that the archive has not: people ask in their own. Where all words are such, they are meant.
    """
    found = (_talk(frozenset(forms), code) for code in dict.fromkeys((*languages, *ASKING)))
    best = max(found, key=len, default=NOTHING)
    return NOTHING if best.issuperset(forms) else best


def _talk(forms: frozenset[str], code: str) -> frozenset[str]:
    """A word that asks makes a sentence only with function words, or with another that asks."""
    function, asking = LANGUAGES[code].stop_words & forms, ASKING.get(code, NOTHING) & forms
    if not asking or len(function | asking) < 2:
        return function
    courtesy = function | asking | (ABOUT[code] & forms)
    return function | asking if courtesy.issuperset(forms) else courtesy
