"""Latin letters inside Cyrillic words, and the other way round: typed on one keyboard where the letters look alike."""

import re

_CYRILLIC, _LATIN = "асеорхуіёїјѕАВСЕНІКМОРТХУЁЇЈЅ", "aceopxyiëïjsABCEHIKMOPTXYËÏJS"

_TO_CYRILLIC, _TO_LATIN = dict(zip(_LATIN, _CYRILLIC, strict=True)), dict(zip(_CYRILLIC, _LATIN, strict=True))
_CYRILLIC_LETTER, _LATIN_LETTER = re.compile("[Ѐ-ӿ]"), re.compile("[A-Za-zÀ-ɏ]")


def unmixed(word: str) -> str:
    """A word in one script, if all its letters of the other one look like letters of it.

    >>> unmixed("cтaчкa"), unmixed("Trоtsky"), unmixed("жiтi"), unmixed("OГПУ"), unmixed("яr")
    ('стачка', 'Trotsky', 'жіті', 'ОГПУ', 'яr')
    """
    if word.isascii():
        return word
    latin, cyrillic = _LATIN_LETTER.findall(word), _CYRILLIC_LETTER.findall(word)
    if not latin or not cyrillic:
        return word
    for letters, twins in ((latin, _TO_CYRILLIC), (cyrillic, _TO_LATIN)):
        if twins.keys() >= set(letters):
            return "".join(twins.get(letter, letter) for letter in word)
    return word


def twin(form: str) -> str:
    """What a form looks like in the letters of the other script, as capitals; "" where a letter has no twin.

    >>> twin("ссср"), twin("cccp"), twin("стачка")
    ('cccp', 'ссср', '')
    """
    capitals = form.upper()
    for twins in (_TO_CYRILLIC, _TO_LATIN):
        if twins.keys() >= set(capitals):
            return "".join(map(twins.__getitem__, capitals)).lower()
    return ""
