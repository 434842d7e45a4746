"""Which language each passage of a text is in: the script first, then py3langid, weighed by what the archive is in."""

import copy
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import exp
from typing import NamedTuple

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from discovery.records import Passage
from discovery.text.prior import Likelihoods, Prior, usual
from discovery.text.short import SHORT, by_words
from mappings.languages import LANGUAGES

LONGEST = 400
"""Code points after which a passage is cut at the next line end, so that a page can change language."""
TRUST = 0.5
"""Of the identifier's odds, as an exponent: it takes the letters of a word for independent, and is too sure."""
NEIGHBOUR = 10.0
"""How much likelier a language is for a run whose neighbour is in it."""
SURE = 0.9995
"""Probability from which neighbours are not asked."""
MOST, PLAUSIBLE, SPOKEN = 3, 0.05, 0.01
"""Languages that an uncertain run is taken to be in at most, the least probability of each, and its least weight in the
archive: a language that the archive hardly has needs a run that says so."""

_SCRIPTS = (
    ("Latn", re.compile("[A-Za-zÀ-ɏ]")),
    ("Cyrl", re.compile("[Ѐ-ԯ]")),
    ("Grek", re.compile("[Ͱ-Ͽ]")),
    ("Hebr", re.compile("[\u0590-\u05ff]")),
    ("Hani", re.compile("[\u3040-\u30ff\u3400-\u9fff]")),
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_OLD_CYRILLIC = re.compile(r"ѣ|ъ\b")

Chances = Mapping[str, float]
"""Languages that a run can be in, each with its probability."""


class Run(NamedTuple):
    """A run of lines in one script ("" where it has no letters)."""

    start: int
    end: int
    script: str


def passages(text: str, languages: Prior | Iterable[str]) -> tuple[Passage, ...]:
    """The text cut into runs of one language, covering it all.

    A run ends at a blank line, where the script changes, or after LONGEST; equal neighbours are joined. What languages
    are likely is said by `languages`, or they are named by their ISO 639-1 codes; where a script has none of them the
    language is "". The neighbours of a run make their language likelier, which settles what is short; one that stays
    uncertain has others beside its language.
    """
    weights = _by_script(languages if isinstance(languages, Prior) else usual(tuple(sorted(set(languages)))))
    found: list[Passage] = []
    for run, chances in _judged(text, weights):
        spoken = _plausible(chances, weights.get(run.script, {}))
        if not chances and found and not run.script:
            spoken = found[-1].languages  # numbers follow the passage before them
        if found and found[-1].languages == spoken:
            found[-1] = found[-1]._replace(end=run.end)
        else:
            found.append(Passage(run.start, run.end, spoken[0], " ".join(spoken[1:])))
    return tuple(found)


def _plausible(chances: Chances, weights: Chances) -> tuple[str, ...]:
    """The languages that a run is taken to be in, the likeliest first; no others without an analysis of their own."""
    if not chances:
        return ("",)
    first, *others = sorted(chances, key=lambda code: -chances[code])
    likely = (code for code in others[: MOST - 1] if chances[code] >= PLAUSIBLE and weights[code] >= SPOKEN)
    return (first, *(code for code in likely if LANGUAGES[code].stemmer or LANGUAGES[code].lemmas))


def runs(text: str) -> Iterator[Run]:
    """Spans of lines in one script, which cover the text."""
    start, script = 0, ""
    for match in _LINE.finditer(text):
        line = match.group()
        this = _script(line)
        full = match.start() - start > LONGEST
        if match.start() > start and ((this and script and this != script) or full):
            yield Run(start, match.start(), script)
            start, script = match.start(), ""
        script = script or this
        if not line.strip() and script:
            yield Run(start, match.end(), script)
            start, script = match.end(), ""
    if start < len(text):
        yield Run(start, len(text), script)


def likelihoods(text: str, script: str, languages: Prior) -> Likelihoods:
    """How well a run of a script fits each of the languages written in it; {} where there is none."""
    return _fits(text, tuple(_by_script(languages).get(script, ())))


def _judged(text: str, weights: Mapping[str, Chances]) -> list[tuple[Run, Chances]]:
    """Each run with its chances: by its letters, the archive, and its neighbours."""
    found = list(runs(text))
    alone: list[Chances] = []
    fits: list[Likelihoods] = []
    for run in found:
        fits.append(_fits(text[run.start : run.end], tuple(weights.get(run.script, ()))))
        alone.append(_chances(fits[-1], weights.get(run.script, {})))
    if len(found) < 2:
        return list(zip(found, alone, strict=True))
    judged: list[Chances] = []
    before: Chances = {}
    for at, fit in enumerate(fits):
        chances = alone[at]
        if chances and max(chances.values()) < SURE:
            behind = alone[at + 1] if at + 1 < len(alone) else {}
            own = weights[found[at].script]
            drawn = {code: 1 + NEIGHBOUR * (before.get(code, 0.0) + behind.get(code, 0.0)) for code in fit}
            chances = _chances(fit, {code: own[code] * drawn[code] for code in fit})
        judged.append(chances)
        before = chances or before
    return list(zip(found, judged, strict=True))


def _chances(fits: Likelihoods, weights: Chances) -> Chances:
    found = {code: fit * weights[code] for code, fit in fits.items()}
    total = sum(found.values())
    return {code: chance / total for code, chance in found.items()} if total else found


def _fits(run: str, codes: tuple[str, ...]) -> Likelihoods:
    if "ru" in codes and _OLD_CYRILLIC.search(run):
        # і and ѣ mislead the identifier; before 1945 Bulgarian wrote ѣ and ъ too.
        codes = tuple(code for code in codes if code in ("ru", "bg"))
    if len(codes) < 2:
        return dict.fromkeys(codes, 1.0)
    identifier, unknown = _identifier(codes)
    ranked = identifier.rank(run)
    best = float(ranked[0][1])
    fits = {code: exp(TRUST * (float(score) - best)) for code, score in ranked} | dict.fromkeys(unknown, 1.0)
    return by_words(run, fits) if len(run) <= SHORT else fits


def _script(line: str) -> str:
    counts = [(len(letters.findall(line)), script) for script, letters in _SCRIPTS]
    most, script = max(counts)
    return script if most else ""


@lru_cache(maxsize=4096)
def _by_script(prior: Prior) -> dict[str, dict[str, float]]:
    by_script: dict[str, dict[str, float]] = {}
    for code, weight in prior.weights:
        by_script.setdefault(LANGUAGES[code].script, {})[code] = weight
    return by_script


def prepare() -> None:
    """Read the model, which takes half a second: before a fork, one reading serves several processes."""
    _whole_model()


@cache
def _whole_model() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)


@cache
def _identifier(codes: tuple[str, ...]) -> tuple[LanguageIdentifier, tuple[str, ...]]:
    """The identifier of some languages, and those of them that it does not know."""
    identifier = copy.copy(_whole_model())
    known = [code for code in codes if code in identifier.labels]
    identifier.set_languages(known or None)
    return identifier, tuple(code for code in codes if code not in known)
