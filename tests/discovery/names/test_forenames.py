"""Forenames in Russian and as the West has them: a golden table of what is one name, and what is not."""

from pathlib import Path

import pytest

from discovery.names.forenames import forms_of, in_other_script, same_forename

PAIRS = [line.split("\t") for line in Path(__file__).with_name("forenames.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_one_forename_in_two_spellings(one: str, other: str) -> None:
    assert same_forename(one, other)
    assert same_forename(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jean", "Пётр"),
        ("Jan", "Жан"),
        ("Лев", "Леонид"),
        ("Marie", "Марк"),
        ("Trotsky", "Троцкий"),
    ],
)
def test_other_forenames_stay_apart(one: str, other: str) -> None:
    assert not same_forename(one, other)


def test_the_forms_of_a_forename_are_without_the_one_asked_for() -> None:
    assert {"лев", "leon", "léon", "лёва"} <= forms_of("Lev")
    assert "lev" not in forms_of("Lev")
    assert forms_of("Trotsky") == frozenset()


def test_diminutives_are_no_name_in_the_other_script() -> None:
    assert in_other_script("Jean") == {"жан", "иоанн"}
    assert "billy" not in in_other_script("вильям")
