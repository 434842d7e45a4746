"""Foldings in many languages, and Russian before and after 1918."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.text.folding import fold, modern_russian, spellings
from tests.discovery.tables import rows

FOLDINGS = rows(__file__, "folding.tsv")
OLD = rows(__file__, "old_spelling.tsv")


@pytest.mark.parametrize(("language", "form", "folded"), FOLDINGS)
def test_folded(language: str, form: str, folded: str) -> None:
    assert fold(form) == folded


def test_tables_are_wide_enough() -> None:
    assert len({language for language, _, _ in FOLDINGS}) >= 10
    assert sum(old.lower() != new for old, new in OLD) >= 80
    assert sum(old.lower() == new for old, new in OLD) >= 25


@pytest.mark.parametrize(("old", "modern"), OLD)
def test_modern_spelling(old: str, modern: str) -> None:
    assert modern_russian(old.lower()) == modern


@pytest.mark.parametrize(("old", "modern"), OLD)
def test_modern_spelling_is_final(old: str, modern: str) -> None:
    assert modern_russian(modern) == modern


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(form: str) -> None:
    form = form.lower()
    assert fold(fold(form)) == fold(form)


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяѣіѳѵ", max_size=15))
def test_spellings_leave_out_the_form_and_nothing_empty(form: str) -> None:
    assert form not in spellings(form)
    assert all(spellings(form))
