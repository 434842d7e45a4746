"""The targets for names, on real names and words."""

from pathlib import Path

import pytest

from bench.names import halves, joining, meeting, misreadings, read_names, same_key, sharing, spellings
from bench.transcription import held_out, read_pairs
from bench.words import read_words
from discovery.names.lexicon import Lexicon, LexiconWriter, Relation
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


def test_foreign_names_meet_that_were_not_learnt(corpora: Path, tmp_path: Path) -> None:
    """Some 650 pairs among each other; `bench.foreign` has all of them and takes minutes."""
    pairs = [pair for pair in read_pairs(corpora) if held_out(pair.latin)][::40]
    with LexiconWriter(tmp_path / "lexicon.sqlite") as writer:
        writer.add(name for pair in pairs for name in (pair.latin, pair.russian))
    lexicon = Lexicon(tmp_path / "lexicon.sqlite")
    found = [{form for form, _ in lexicon.expand(pair.latin, [Relation.OTHER_SCRIPT])} for pair in pairs]
    back = [{form for form, _ in lexicon.expand(pair.russian, [Relation.OTHER_SCRIPT])} for pair in pairs]
    lexicon.close()
    assert sum(pair.russian in forms for pair, forms in zip(pairs, found, strict=True)) / len(pairs) >= 0.87
    assert sum(pair.latin in forms for pair, forms in zip(pairs, back, strict=True)) / len(pairs) >= 0.85
