"""Light stemming for languages that Snowball has no algorithm for: one ending off, the changed consonant back.

In the manner of L. Dolamic and J. Savoy, "Indexing and stemming approaches for the Czech language" (2009): endings of
nouns and adjectives only, the longest first, and never into the last LEAST letters. Words go in and come out folded.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

LEAST = 3
"""Letters of a word that stay."""
VERSION = "1"


@dataclass(frozen=True, slots=True)
class Endings:
    """What comes off, in turns (an article, then a case), and which final consonants are changed back."""

    turns: tuple[str, ...]
    consonants: tuple[tuple[str, str], ...] = ()


_LIGHT = {
    "light-polish": Endings(
        (
            "iego iemu iach iami iowi iom owie ego emu ach ami ych ymi ich imi iej iem owi ow om em ej ym im ie ia iu"
            " io a e i o u y",
        ),
        (("c", "k"),),
    ),
    "light-czech": Endings(
        (
            "atech etem atum ech ich eho emi emu ete eti iho imi imu ach ata aty ych ama ami ove ovi ymi em es um at am"
            " os us ym im mi ou ho a e i o u y",
        ),
        (("ek", "k"), ("c", "k"), ("z", "h")),
    ),
    "light-slovak": Endings(
        (
            "ovia eho emu ach iach ami iami ich ych ymi imi och om iam am ou ej ov em im ym ie ia iu mi a e i o u y",
        ),
        (("ek", "k"), ("c", "k"),),
    ),
    "light-bulgarian": Endings(
        ("ьт ът ят та то те ъ ь", "ища ове еве а я о е и у"),
        (("ц", "к"), ("з", "г")),
    ),
}  # fmt: skip


@cache
def light_stemmer(name: str) -> Callable[[str], str] | None:
    """The stemmer of that name; None for one that is not light."""
    endings = _LIGHT.get(name)
    if endings is None:
        return None
    turns = [re.compile(f"(?<={'.' * LEAST})(?:{'|'.join(turn.split())})$") for turn in endings.turns]

    def stem(word: str) -> str:
        for turn in turns:
            word = turn.sub("", word, count=1)
        for changed, back in endings.consonants:
            if word.endswith(changed) and len(word) > LEAST:
                return word[: -len(changed)] + back
        return word

    return stem
