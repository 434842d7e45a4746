"""How likely each language is before a passage is read: what an archive is known to hold, by itself or by its texts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mappings.languages import LANGUAGES

COMMON = frozenset(["ru", "fr", "de", "en", "es", "it"])
"""Languages that archives have most of: three times as likely as another where nothing is known."""
STATED = 200.0
"""How much likelier a language is that the description says it is written in."""
OF_MATERIAL = 3.0
"""How much likelier a language of the description is where the material is said to be in it."""
ROUNDS = 12
"""Times that passages are weighed by what all of them came to."""
UNSEEN = 1.0
"""Passages that what is known without reading counts for."""
LEAST = 0.0005
"""Weight of a language that no passage seems to be in: a long text still shows it."""

Likelihoods = Mapping[str, float]
"""How well a passage fits each language of its script, the best 1."""


@dataclass(frozen=True, slots=True)
class Prior:
    """Languages that a passage can be in, by ISO 639-1 code, each with its weight among those of its script."""

    weights: tuple[tuple[str, float], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code for code, _ in self.weights)

    def among(self, codes: Iterable[str]) -> "Prior":
        """Those of some languages; one that has no weight here has the least."""
        known = dict(self.weights)
        return _weighed(tuple((code, known.get(code, LEAST)) for code in dict.fromkeys(codes)))

    def stating(self, codes: Iterable[str], factor: float = STATED) -> "Prior":
        """The same where somebody says that a text is in one of some languages."""
        return _stating(self, frozenset(code for code in codes if code in LANGUAGES), factor)


@lru_cache(maxsize=4096)
def _stating(prior: Prior, codes: frozenset[str], factor: float) -> Prior:
    known = dict(prior.weights)
    stated = {code: max(known.get(code, 0.0), LEAST) * factor for code in sorted(codes)}
    return _weighed(tuple((known | stated).items()))


@lru_cache(maxsize=4096)
def usual(codes: tuple[str, ...]) -> Prior:
    """Where nothing is known of an archive."""
    return _weighed(tuple((code, 3.0 if code in COMMON else 1.0) for code in codes if code in LANGUAGES))


def learnt(passages: Sequence[Likelihoods], before: Prior, strength: float = UNSEEN) -> Prior:
    """What passages of an archive make likely, each weighed by what all of them come to (expectation maximisation).

    `before` counts for as many passages as `strength` in each script. The same passages always make the same weights.
    """
    found = before
    for _ in range(ROUNDS):
        counts = counted(passages, found)
        found = _weighed(tuple((code, counts.get(code, 0.0) + strength * weight) for code, weight in before.weights))
    return _weighed(tuple((code, max(round(weight, 4), LEAST)) for code, weight in found.weights))


def counted(passages: Iterable[Likelihoods], languages: Prior) -> dict[str, float]:
    """How many passages are in each language; one that can be in several counts for each in part."""
    weights = dict(languages.weights)
    counts: defaultdict[str, float] = defaultdict(float)
    for passage in passages:
        fits = {code: weights[code] * fit for code, fit in passage.items() if code in weights}
        total = sum(fits.values())
        for code, fit in fits.items():
            counts[code] += fit / total
    return counts


def _weighed(weights: tuple[tuple[str, float], ...]) -> Prior:
    """Weights that come to 1 in each script."""
    totals: dict[str, float] = {}
    for code, weight in weights:
        totals[LANGUAGES[code].script] = totals.get(LANGUAGES[code].script, 0.0) + weight
    return Prior(tuple((code, weight / totals[LANGUAGES[code].script]) for code, weight in weights))
