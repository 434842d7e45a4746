"""Spellings of one name meet, different names do not: golden tables, and what must hold of any form."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from discovery.names.keys import MOST_KEYS, MOST_LETTERS, genitive_keys, name_keys
from discovery.names.transliterate import SYSTEMS, romanise
from discovery.text.folding import modern_russian

HERE = Path(__file__).parent
RUSSIAN = st.text(alphabet="абвгдежзиклмнопрстуфхцчшщыэюяёйь", min_size=1, max_size=14)
ANY = st.text(max_size=60).map(str.lower)


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").lower().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


MEET, APART = _lines("meet.txt"), _lines("apart.txt")


def _share(one: str, other: str) -> bool:
    return not name_keys(one).isdisjoint(name_keys(other))


def test_the_tables_are_as_large_as_promised() -> None:
    assert len(MEET) >= 150
    assert len(APART) >= 30


@pytest.mark.parametrize("line", MEET, ids=lambda line: line.split()[0])
def test_spellings_of_one_name_meet(line: str) -> None:
    spellings, _, inflected = line.partition("|")
    cited = spellings.split()
    assert [pair for pair in combinations(cited, 2) if not _share(*pair)] == []
    assert [form for form in inflected.split() if not _share(form, cited[0])] == []


@pytest.mark.parametrize("line", APART, ids=lambda line: line.split()[0])
def test_different_names_stay_apart(line: str) -> None:
    assert [pair for pair in combinations(line.split(), 2) if _share(*pair)] == []


@pytest.mark.parametrize(
    ("form", "man"),
    [("бухарина", "бухарин"), ("попова", "попов"), ("радека", "радек"), ("николая", "николай"), ("петрова", "petrov")],
)
def test_a_genitive_is_found_by_the_man(form: str, man: str) -> None:
    assert genitive_keys(form) & name_keys(man)


def test_the_woman_is_not_found_by_the_man() -> None:
    assert not _share("попова", "popov")
    assert not genitive_keys("толстой") | genitive_keys("popova") | genitive_keys("да")


@pytest.mark.parametrize("form", ["", "'", "123", "王", "ʹ", "a" * (MOST_LETTERS + 1)])
def test_no_name_no_keys(form: str) -> None:
    assert name_keys(form) == frozenset()


@given(ANY)
def test_any_text_has_a_few_keys_and_always_the_same(form: str) -> None:
    keys = name_keys(form)
    assert len(keys) <= 2 * MOST_KEYS
    assert "" not in keys
    assert keys == name_keys(form)


@given(RUSSIAN, st.sampled_from(["scholarly", "ala-lc", "iso9", "un", "odni"]))
def test_a_romanised_name_meets_its_original(name: str, system: str) -> None:
    """Where a system is unambiguous enough for any string of letters; the rest is measured on real names."""
    plain = name.translate(str.maketrans("", "", "хжйсзшщцьт"))
    assume(modern_russian(plain) == plain)  # ея is read as её before it is a name
    assume(not plain.endswith(("офф", "ефф")))  # -off and -eff are -ов and -ев
    assert not plain or _share(plain, romanise(plain, system))


def test_every_system_is_met() -> None:
    for name in ("троцкий", "зиновьев", "преображенский", "щербаков", "юренев", "хрущёв", "чичерин"):
        spellings = {system: romanise(name, system) for system in SYSTEMS if system != "bas"}
        assert {system: latin for system, latin in spellings.items() if not _share(name, latin)} == {}, name
