"""The targets for names, on real names and words."""

from pathlib import Path

import pytest

from bench.names import halves, joining, meeting, misreadings, read_names, same_key, sharing, spellings
from bench.words import read_words
from discovery.names.ocr import within_edits


@pytest.mark.parametrize("part", [0, 1], ids=["half looked at", "half held out"])
def test_spellings_meet(corpora: Path, part: int) -> None:
    met, pairs = meeting(halves(read_names(corpora))[part])
    assert met / pairs >= 0.998


def test_different_names_stay_apart(corpora: Path) -> None:
    shared, pairs = sharing(read_names(corpora))
    assert pairs / shared >= 20_000


def test_few_words_join_a_name(corpora: Path) -> None:
    names = read_names(corpora)
    joined = sorted(joining(names, read_words(corpora) | spellings(names)))
    assert joined[len(joined) // 2] == 0
    assert joined[int(len(joined) * 0.95)] <= 3


def test_damaged_words_are_found(corpora: Path) -> None:
    misread = misreadings(corpora)
    by_key = sum(number for pair, number in misread.items() if same_key(*pair))
    with_edits = sum(number for pair, number in misread.items() if same_key(*pair) or within_edits(*pair, 2))
    assert by_key / misread.total() >= 0.9
    assert with_edits / misread.total() >= 0.98
