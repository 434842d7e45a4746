"""What a recogniser confuses has one key; edits are counted as the definition says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.names.ocr import UNLIKE, near_keys, ocr_key, reading_edits, within_edits

SHORT = st.text(alphabet="abcd", min_size=4, max_size=7)


@pytest.mark.parametrize(
    ("clean", "read"),
    [
        *(
            ("modern", "modem"),
            ("trotzki", "tr0tzki"),
            ("illegal", "i11egal"),
            ("clemens", "demens"),
            ("wolkow", "vvolkow"),
        ),
        *(
            ("партия", "пaртия"),
            ("россия", "poccия"),
            ("письма", "ппсьма"),
            ("щербаков", "шербаков"),
            ("троцкий", "трoцкпй"),
        ),
        *(
            ("лондон", "лопдоп"),
            ("trotsky", "тrоtsky"),
            ("зиновьев", "3иновьев"),
            ("café", "cafe"),
            ("революция", "рсволюция"),
        ),
    ],
)
def test_look_alikes_share_a_key(clean: str, read: str) -> None:
    assert ocr_key(clean) == ocr_key(read) != ""


@pytest.mark.parametrize(("one", "other"), [("троцкий", "томский"), ("volkov", "pavlov"), ("moskva", "minsk")])
def test_others_do_not(one: str, other: str) -> None:
    assert ocr_key(one) != ocr_key(other)


@pytest.mark.parametrize("form", ["", "он", "мир", "rot", "王王王王", "1931"])
def test_short_forms_and_other_scripts_have_no_key(form: str) -> None:
    assert ocr_key(form) == ""


@pytest.mark.parametrize(
    ("clean", "read"),
    [("sekretar", "sekrefar"), ("zeitung", "7eituug"), ("sekretariat", "8ekrefariat"), ("комиссия", "комнсгия")],
)
def test_a_misreading_that_no_class_foresees_is_one_edit_from_the_key(clean: str, read: str) -> None:
    assert ocr_key(read) in {ocr_key(clean), *near_keys(clean)}
    assert reading_edits(clean, read) <= 3


@pytest.mark.parametrize(("one", "other"), [("bien", "rien"), ("seine", "feind"), ("arbeiter", "arbeitslos")])
def test_what_is_too_unlike_is_no_misreading(one: str, other: str) -> None:
    assert reading_edits(one, other) == UNLIKE


@pytest.mark.parametrize("form", ["", "rot", "rien", "seine"])
def test_short_forms_have_no_near_keys(form: str) -> None:
    assert near_keys(form) == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        *(("троцкий", "троцкий", 0), ("trotzki", "trotzkv", 1), ("trotzki", "trtozki", 1), ("trotzki", "rotzk", 2)),
        *(("kamenev", "kmaenve", 2), ("kamenev", "bukharin", 7)),
    ],
)
def test_edits(one: str, other: str, edits: int) -> None:
    assert within_edits(one, other, edits)
    assert edits == 0 or not within_edits(one, other, edits - 1)


def test_short_forms_are_within_no_edits() -> None:
    assert not within_edits("мир", "пир", 2)
    assert within_edits("мир", "мир", 0)


@given(SHORT, SHORT, st.integers(0, 3))
def test_the_band_misses_nothing(one: str, other: str, most: int) -> None:
    assert within_edits(one, other, most) == (_edits(one, other) <= most) == within_edits(other, one, most)


def _edits(one: str, other: str) -> int:
    """By the definition, slowly."""
    if not one or not other:
        return len(one) + len(other)
    ways = [_edits(one[:-1], other[:-1]) + (one[-1] != other[-1])] if one[-1] != other[-1] else []
    if one[-1] == other[-1]:
        return _edits(one[:-1], other[:-1])
    ways += [_edits(one[:-1], other) + 1, _edits(one, other[:-1]) + 1]
    if one[-2:] == other[-2:][::-1] and len(one) > 1:
        ways.append(_edits(one[:-2], other[:-2]) + 1)
    return min(ways)
