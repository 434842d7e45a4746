"""Which language each passage of a text is in: the script first, then py3langid among the collection's languages."""

import copy
import re
from collections.abc import Iterable, Iterator
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from discovery.records import Passage
from mappings.languages import LANGUAGES

LONGEST = 400
"""Code points after which a passage is cut at the next line end, so that a page can change language."""
SHORTEST = 20
"""Letters below which a passage follows its neighbour: too few to tell languages apart."""

_SCRIPTS = (
    ("Latn", re.compile("[A-Za-zÀ-ɏ]")),
    ("Cyrl", re.compile("[Ѐ-ԯ]")),
    ("Grek", re.compile("[Ͱ-Ͽ]")),
    ("Hebr", re.compile("[\u0590-\u05ff]")),
    ("Hani", re.compile("[\u3040-\u30ff\u3400-\u9fff]")),
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_OLD_CYRILLIC = re.compile(r"ѣ|ъ\b")


def passages(text: str, candidates: Iterable[str]) -> tuple[Passage, ...]:
    """The text cut into runs of one language, covering it all.

    A run ends at a blank line, where the script changes, or after LONGEST; equal neighbours are joined. `candidates`
    are ISO 639-1 codes; where a script has none of them the language is "".
    """
    by_script = _by_script(tuple(sorted(set(candidates))))
    found: list[Passage] = []
    for start, end, script in _runs(text):
        language = _language(text[start:end], by_script.get(script, ()), found, by_script)
        if found and found[-1].language == language:
            found[-1] = Passage(found[-1].start, end, language)
        else:
            found.append(Passage(start, end, language))
    return tuple(found)


def _language(run: str, codes: tuple[str, ...], before: list[Passage], all_codes: dict[str, tuple[str, ...]]) -> str:
    if not codes:
        # No letters, or a script no candidate is written in: numbers follow the passage before them.
        return before[-1].language if before and not any(map(str.isalpha, run)) else ""
    if len(codes) == 1:
        return codes[0]
    if before and before[-1].language in codes and sum(map(str.isalpha, run)) < SHORTEST:
        return before[-1].language
    if "ru" in codes and _OLD_CYRILLIC.search(run):
        # і and ѣ mislead the identifier; before 1945 Bulgarian wrote ѣ and ъ too.
        codes = tuple(code for code in codes if code in ("ru", "bg"))
        return codes[0] if len(codes) == 1 else str(_identifier(codes).classify(run)[0])
    return str(_identifier(codes).classify(run)[0])


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Spans of lines in one script: (start, end, script)."""
    start, script = 0, ""
    for match in _LINE.finditer(text):
        line = match.group()
        this = _script(line)
        full = match.start() - start > LONGEST
        if match.start() > start and ((this and script and this != script) or full):
            yield start, match.start(), script
            start, script = match.start(), ""
        script = script or this
        if not line.strip() and script:
            yield start, match.end(), script
            start, script = match.end(), ""
    if start < len(text):
        yield start, len(text), script


def _script(line: str) -> str:
    counts = [(len(letters.findall(line)), script) for script, letters in _SCRIPTS]
    most, script = max(counts)
    return script if most else ""


@cache
def _by_script(candidates: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    by_script: dict[str, tuple[str, ...]] = {}
    for code in candidates:
        if code in LANGUAGES:
            script = LANGUAGES[code].script
            by_script[script] = (*by_script.get(script, ()), code)
    return by_script


def prepare() -> None:
    """Read the model, which takes half a second: before a fork, one reading serves several processes."""
    _whole_model()


@cache
def _whole_model() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)


@cache
def _identifier(codes: tuple[str, ...]) -> LanguageIdentifier:
    identifier = copy.copy(_whole_model())
    identifier.set_languages([code for code in codes if code in identifier.labels])
    return identifier
