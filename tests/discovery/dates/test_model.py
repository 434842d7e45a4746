"""The model: what is certain, what is possible, and where open ends and long spans stop."""

from datetime import date

import pytest

from discovery.dates import Certainty, UncertainDate, parse


def read(text: str) -> UncertainDate:
    found = parse(text)
    assert found is not None
    return found


def test_a_day() -> None:
    day = read("12 March 1931")
    assert day.day_numbers() == (19310312, 19310312)
    assert day.certain_years() == (1931,)
    assert day.possible_years() == ()
    assert day.certain_months() == (193103,)


def test_a_year_is_certain_and_its_months_are_possible() -> None:
    year = read("1931")
    assert year.certain_years() == (1931,)
    assert year.certain_months() == ()
    assert year.possible_months() == tuple(range(193101, 193113))


def test_a_range_is_possible_in_each_of_its_years() -> None:
    assert read("1931-1933").certain_years() == ()
    assert read("1931-1933").possible_years() == (1931, 1932, 1933)


def test_each_part_of_a_list_counts_for_itself() -> None:
    listed = read("1931, 1933–1935")
    assert listed.certain_years() == (1931,)
    assert listed.possible_years() == (1933, 1934, 1935)
    assert not listed.possibly_in(date(1932, 1, 1), date(1932, 12, 31))
    assert listed.possibly_in(date(1931, 6, 1), date(1932, 12, 31))
    assert not listed.certainly_in(date(1931, 1, 1), date(1931, 12, 31))
    assert listed.certainly_in(date(1931, 1, 1), date(1935, 12, 31))


def test_alternatives_are_certain_nowhere() -> None:
    for text in ("1903 or 1904", "1952 or 1962"):
        either = read(text)
        assert either.one_of
        assert either.certain_years() == ()
        assert len(either.possible_years()) == 2
    assert read("May 3 or 5, 1931").certain_months() == (193105,)


def test_broad_dates_have_no_years_of_their_own() -> None:
    assert not read("1930s").is_broad
    assert read("1930-1940").is_broad
    assert read("1930-1940").possible_years() == ()
    assert read("after 1931").is_broad
    assert not read("1850, 1960").is_broad
    assert read("1850, 1960").certain_years() == (1850, 1960)


def test_open_ends() -> None:
    before = read("before 1933")
    assert before.earliest is None
    assert before.day_numbers() == (0, 19321231)
    assert before.possibly_in(date(1500, 1, 1), date(1500, 1, 2))
    assert not before.certainly_in(date(1500, 1, 1), None)
    assert before.certainly_in(None, date(1933, 1, 1))
    after = read("1933-")
    assert after.latest is None
    assert after.day_numbers() == (19330101, 99991231)


def test_circa_is_possible_around() -> None:
    assert read("circa 1931").possible_years() == (1929, 1930, 1931, 1932, 1933)
    assert read("circa 1931").certain_years() == ()


def test_bulk_is_kept_beside() -> None:
    both = read("1880-1912 (bulk 1900-1910)")
    assert both.bulk == (date(1900, 1, 1), date(1910, 12, 31))
    assert both.earliest == date(1880, 1, 1)
    alone = read("(bulk 1900-1910)")
    assert alone.bulk == (alone.earliest, alone.latest)


def test_inherited_says_so() -> None:
    assert read("1931").source == "own"
    assert read("1931").inherited().source == "inherited"


def test_weaker_certainty_wins() -> None:
    assert Certainty.STATED.weaker(Certainty.CIRCA) is Certainty.CIRCA
    assert Certainty.PROBABLE.weaker(Certainty.INFERRED) is Certainty.PROBABLE


def test_a_date_made_by_hand_has_one_part_and_its_edtf() -> None:
    made = UncertainDate(date(1931, 3, 1), date(1931, 3, 31), "III.31", "month")
    assert made.parts == ((date(1931, 3, 1), date(1931, 3, 31)),)
    assert made.edtf() == "1931-03"


@pytest.mark.parametrize(
    ("earliest", "latest", "edtf"),
    [
        (date(1931, 3, 12), date(1931, 3, 12), "1931-03-12"),
        (date(1931, 1, 1), date(1931, 12, 31), "1931"),
        (date(1930, 1, 1), date(1939, 12, 31), "1930/1939"),
        (date(1931, 3, 5), date(1932, 4, 30), "1931-03-05/1932-04-30"),
        (None, date(1932, 12, 31), "../1932"),
        (None, date(1932, 12, 30), "../1932-12-30"),
        (date(1932, 1, 1), None, "1932/.."),
        (None, None, None),
    ],
)
def test_edtf_of_bounds(earliest: date | None, latest: date | None, edtf: str | None) -> None:
    assert UncertainDate(earliest, latest, "", "range").edtf() == edtf
