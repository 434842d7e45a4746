"""Compounds and words that only look like some, in a golden table."""

from discovery.text.compounds import splitter
from tests.discovery.tables import rows

LINES = [
    (language, word, () if parts == "-" else tuple(parts.split("+")))
    for language, word, parts in rows(__file__, "compounds.tsv")
]


def parts(language: str, word: str) -> tuple[str, ...]:
    split = splitter(language)
    assert split is not None
    return split.parts(word)


def test_compounds_have_their_parts() -> None:
    compounds = [line for line in LINES if line[2]]
    assert len(compounds) > 280
    wrong = [
        (word, parts(language, word)) for language, word, own in compounds if not {*own} <= {*parts(language, word)}
    ]
    assert len(wrong) <= 0.06 * len(compounds), wrong


def test_what_only_looks_like_one_is_not_split() -> None:
    whole = [line for line in LINES if not line[2]]
    assert len(whole) > 230
    wrong = [(word, found) for language, word, _ in whole if (found := parts(language, word))]
    assert len(wrong) <= 0.02 * len(whole), wrong


def test_what_is_too_short_or_too_long_or_no_word_is_left_alone() -> None:
    assert not any(parts("de", word) for word in ("", "ei", "parteirat", "1932bewegung", "arbeiterbewegung" * 5))


def test_a_language_without_compounds_has_no_splitter() -> None:
    assert splitter("fr") is None
