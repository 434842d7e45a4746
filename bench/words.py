"""Words to measure with: the forms of the lemma files; and where a share of measured numbers ends."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

LANGUAGES = ("ru", "fr", "de", "en")

Number = TypeVar("Number", int, float)


def read_words(folder: Path, languages: Iterable[str] = LANGUAGES) -> set[str]:
    """The forms of the lemma files, lower case."""
    paths = (folder / "lemmas" / language / "pairs.tsv" for language in languages)
    rows = (line.split("\t") for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return {form for row in rows if any(map(str.isalpha, form := row[2].lower()))}


def at(ordered: Sequence[Number], share: float) -> Number:
    """The number that this share of them does not exceed."""
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
