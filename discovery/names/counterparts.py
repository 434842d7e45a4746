"""What a name is in the other script, where it is no transliteration of it: as Russian hears it, or as a forename.

Candidates are keys; what an archive has under them is judged by how likely it is that the one is the other: that
Russian hears the Latin name so, and that what Russian has so comes from such a spelling.
"""

from collections.abc import Callable, Collection, Mapping, Set
from functools import partial
from typing import NamedTuple

from discovery.names.forenames import in_other_script
from discovery.names.keys import name_keys
from discovery.names.transcription import DEAREST, heard, latin_keys, russian_keys, spelt

MOST = 90
"""Tenths of a nat that it may be dear that two forms are one name."""


class Measure(NamedTuple):
    """What the spelling weighs beside what is heard; how much dearer a form may be than the likeliest one there."""

    weight: float
    further: int


OF_LATIN, OF_RUSSIAN = Measure(0.5, 12), Measure(0.2, 10)
"""Where a Latin name is looked for, and where a Russian one."""

Keys = Mapping[str, Set[str]]
"""Forms of the archive and the keys by which each was found."""


def counterpart_keys(form: str) -> frozenset[str]:
    """The keys under which the counterparts of a lower-case form are looked for.

    >>> "молине" in counterpart_keys("molinier"), "молинер" in counterpart_keys("молинье")
    (True, True)
    """
    forenames = in_other_script(form)
    if is_latin(form):
        return frozenset(russian_keys(form)).union(*map(name_keys, forenames))
    return forenames.union(*map(latin_keys, name_keys(form)))


def counterparts(form: str, keys: Keys, same: Collection[str]) -> list[str]:
    """Those of the forms found that are in the other script and likely enough, likeliest first, without the `same`.

    What is `same` by its spelling is a measure for the others.
    """
    latin, forenames = is_latin(form), in_other_script(form)
    others = {other: theirs for other, theirs in keys.items() if is_latin(other) != latin}
    known = forenames.union(*map(name_keys, forenames)) if latin else forenames
    dear = {other: 0 for other, theirs in others.items() if not known.isdisjoint((other, *theirs))}
    rest = {other: theirs for other, theirs in others.items() if other not in dear}
    dear |= _of_latin(form, rest) if latin else _of_russian(form, rest)
    measure = OF_LATIN if latin else OF_RUSSIAN
    most = min(MOST, min(dear.values(), default=0) + measure.further)
    return sorted((o for o, cost in dear.items() if cost <= most and o not in same), key=lambda o: (dear[o], o))


def _of_latin(form: str, others: Keys) -> dict[str, int]:
    """How dear it is that each of the forms in Cyrillic is a Latin one: what the cheapest of its keys costs."""
    likely, spellings = russian_keys(form), name_keys(form)
    begun = {key: likely[key] if key in likely else heard(form, key) for keys in others.values() for key in keys}
    costs = _completed(
        begun,
        lambda key: round(OF_LATIN.weight * min((spelt(key, latin) for latin in spellings), default=DEAREST)),
        OF_LATIN.further,
    )
    return {
        other: min(costs[key] for key in keys & costs.keys()) for other, keys in others.items() if keys & costs.keys()
    }


def _of_russian(form: str, others: Keys) -> dict[str, int]:
    """The same of forms in Latin letters and a Cyrillic one, in any of its cases."""
    dear: dict[str, int] = {}
    for key in name_keys(form):
        likely = latin_keys(key)
        spelling = {other: min(likely.get(one, DEAREST) for one in keys) for other, keys in others.items()}
        begun = {other: round(OF_RUSSIAN.weight * cost) for other, cost in spelling.items()}
        for other, cost in _completed(begun, partial(heard, key=key), OF_RUSSIAN.further).items():
            dear[other] = min(cost, dear.get(other, cost))
    return dear


def _completed(begun: Mapping[str, int], rest: Callable[[str], int], further: int) -> dict[str, int]:
    """Costs with their other half, cheapest first, as long as one may still be near the least."""
    whole: dict[str, int] = {}
    for one in sorted(begun, key=lambda one: begun[one]):
        if begun[one] > min(MOST, min(whole.values(), default=MOST) + further):
            break
        whole[one] = begun[one] + rest(one)
    return whole


def is_latin(form: str) -> bool:
    """Whether a lower-case form has Latin letters."""
    return any("a" <= letter <= "z" or "ß" <= letter <= "ɏ" for letter in form)
