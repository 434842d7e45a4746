"""Names that came into Russian from elsewhere, and other scripts as they are customarily romanised."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.foreign import read_romanised
from discovery.names.keys import name_keys
from discovery.names.lexicon import Lexicon, LexiconWriter, Relation

ROWS = [line.split("\t") for line in Path(__file__).with_name("foreign.tsv").read_text("utf-8").splitlines()[1:]]
PAIRS = [(latin.lower(), russian.lower()) for _, latin, russian in ROWS]
ROMANISED = Path(__file__).with_name("romanised.tsv")


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    """All names of the table, some of them in other cases too, among each other."""
    path = tmp_path_factory.mktemp("foreign") / "lexicon.sqlite"
    with LexiconWriter(path) as writer:
        writer.add(name for pair in PAIRS for name in pair)
        writer.add(["шахтмана", "шахтманом", "росмеру", "фишера", "кэннона", "жан", "шаткий"])
    lexicon = Lexicon(path)
    yield lexicon
    lexicon.close()


def _found(lexicon: Lexicon, form: str) -> set[str]:
    return {other for other, _ in lexicon.expand(form, [Relation.OTHER_SCRIPT])}


@pytest.mark.parametrize(("latin", "russian"), PAIRS)
def test_a_foreign_name_is_found_in_russian_and_back(lexicon: Lexicon, latin: str, russian: str) -> None:
    assert russian in _found(lexicon, latin)
    assert latin in _found(lexicon, russian)


def test_a_name_brings_in_few_others(lexicon: Lexicon) -> None:
    partners: dict[str, set[str]] = {}
    for latin, russian in PAIRS:
        partners.setdefault(latin, set()).add(russian)
        partners.setdefault(russian, set()).add(latin)
    cases = {"шахтмана", "шахтманом", "росмеру", "фишера", "кэннона"}
    others = sorted(len(_found(lexicon, name) - cases - theirs) for name, theirs in partners.items())
    assert others[len(others) // 2] == 0
    assert others[int(len(others) * 0.95)] <= 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("shachtman", "шахтмана"),
        ("shachtman", "шахтманом"),
        ("rosmer", "росмеру"),
        ("cannon", "кэннона"),
        ("шахтману", "shachtman"),
        ("росмером", "rosmer"),
        ("jean", "жан"),
    ],
)
def test_case_endings_are_those_of_the_lemma(lexicon: Lexicon, typed: str, found: str) -> None:
    assert found in _found(lexicon, typed)


def test_a_foreign_name_brings_in_no_word_that_only_looks_like_it(lexicon: Lexicon) -> None:
    assert "шаткий" not in _found(lexicon, "shachtman")


def test_other_scripts_meet_their_romanisation() -> None:
    rows = read_romanised(ROMANISED)
    met = Counter(language for language, one, other in rows if name_keys(one) & name_keys(other))
    assert len(rows) >= 500
    for language, number in Counter(language for language, *_ in rows).items():
        assert met[language] / number >= (0.85 if language == "sr" else 0.95), language
