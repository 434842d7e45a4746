"""Foreign names as Russian writes them, by how they sound where they come from: Molinier Молинье, Shachtman Шахтман.

A *key* is that of `keys.py`. Two tables, learnt from pairs by `bench.transcription`: which keys a name in Latin letters
has in Russian, and which keys a Latin spelling of a Russian key may have there, by which the lexicon has it already.
"""

from functools import cache, lru_cache
from pathlib import Path

from discovery.names.transducer import UNFORESEEN, Transducer, read_table
from discovery.text.folding import fold

MOST_KEYS = 80
"""Keys a name is looked for under."""
DEAREST = 75
"""Tenths of a nat that such a key costs more than the likeliest one."""
MOST_LETTERS = 24
"""Longer words are no names."""

_HERE = Path(__file__).parent
FROM_LATIN, FROM_RUSSIAN = _HERE / "from_latin.tsv", _HERE / "from_russian.tsv"


@lru_cache(maxsize=2_000)
def russian_keys(latin: str) -> dict[str, int]:
    """The keys that a lower-case name in Latin letters may have in Russian, and how much dearer than the first each is.

    >>> list(russian_keys("molinier"))[0], "шахтман" in russian_keys("shachtman")
    ('молине', True)
    """
    letters = _letters(latin)
    return _from_latin().outputs(letters, MOST_KEYS, DEAREST) if 0 < len(letters) <= MOST_LETTERS else {}


@lru_cache(maxsize=2_000)
def latin_keys(key: str) -> dict[str, int]:
    """The keys of Latin spellings that a Russian key may have come from."""
    return _from_russian().outputs(key, MOST_KEYS, DEAREST) if 0 < len(key) <= MOST_LETTERS else {}


def heard(latin: str, key: str) -> int:
    """How much dearer a Russian key is than the likeliest of a Latin name; UNFORESEEN at most.

    >>> heard("cannon", "кенон") < heard("cannon", "канн") < heard("cannon", "чен")
    True
    """
    letters = _letters(latin)
    return _from_latin().cost(letters, key) if len(letters) <= MOST_LETTERS else UNFORESEEN


def spelt(key: str, latin: str) -> int:
    """How much dearer a key of a Latin spelling is than the likeliest for a Russian key; DEAREST at most."""
    return min(_from_russian().cost(key, latin), DEAREST) if len(key) <= MOST_LETTERS else DEAREST


def _letters(latin: str) -> str:
    """The letters that the table has, without their accents where it has them only so; none of what has digits."""
    known = _from_latin()
    if any(map(str.isdigit, latin)):
        return ""
    found = (letter if letter in known else fold(letter) for letter in latin)
    return "".join(letter for letters in found for letter in letters if letter in known)


@cache
def _from_latin() -> Transducer:
    return Transducer(read_table(FROM_LATIN))


@cache
def _from_russian() -> Transducer:
    return Transducer(read_table(FROM_RUSSIAN))
