"""Which forms of a word meet in the field of their language, and which must not."""

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from discovery.text.terms import analyser
from mappings.languages import LANGUAGES
from tests.discovery.tables import rows

# Share of the pairs of forms of one lemma and part of speech that have a term in common (Universal Dependencies).
FLOORS = {"ru": 0.97, "fr": 0.84, "de": 0.93, "en": 0.85}


@pytest.mark.parametrize(("language", "one", "other", "expected"), rows(__file__, "terms.tsv"))
def test_meet(language: str, one: str, other: str, expected: str) -> None:
    assert meet(language, one, other) == (expected == "meet")


@pytest.mark.parametrize(("language", "expected", "pairs"), rows(__file__, "pairs.tsv"))
def test_forms_of_a_word_meet_and_other_words_stay_apart(language: str, expected: str, pairs: str) -> None:
    """What a linguist would say of each pair; a table of lemmas is wrong now and then."""
    wrong = [pair for pair in pairs.split() if meet(language, *pair.split("/")) != (expected == "meet")]
    print(f"{language}, {expected}: {len(wrong)} of {len(pairs.split())} wrong: {' '.join(wrong)}")
    assert len(wrong) <= len(pairs.split()) * (0.1 if expected == "apart" else 0.15)


def meet(language: str, *forms: str) -> bool:
    """Whether one of two forms, typed, finds the other."""
    one, other = (form.lower() for form in forms)
    terms = analyser(language)
    return bool({*terms(one)} & {*terms.sought(other)} or {*terms(other)} & {*terms.sought(one)})


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_a_term_for_every_form(code: str) -> None:
    for form in ("opposition", "оппозиция", "1931", "é", "托", "ъ", "ь"):
        assert all(analyser(code)(form)), form


@pytest.mark.parametrize("code", FLOORS)
def test_forms_of_one_lemma_meet(code: str, corpora: Path) -> None:
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    with (corpora / "lemmas" / code / "pairs.tsv").open(encoding="utf-8") as table:
        for lemma, kind, form, _ in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if kind in ("NOUN", "VERB", "ADJ") and form.isalpha():
                forms[lemma, kind].add(form)
    pairs = [pair for several in forms.values() for pair in combinations(sorted(several), 2)]
    met = sum(meet(code, one, other) for one, other in pairs)
    print(f"{code}: {met} of {len(pairs)} pairs meet ({met / len(pairs):.3f})")
    assert met / len(pairs) >= FLOORS[code]
