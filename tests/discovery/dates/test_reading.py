"""Wording and @normal together, settings, languages, search boxes."""

from datetime import date

import pytest

from discovery.dates import is_undated, parse, parse_bound, read
from discovery.dates.compare import AGREEING, CONFLICTS


def days(text: str, language: str = "", **settings: bool) -> tuple[date | None, date | None]:
    found = parse(text, language, **settings)
    assert found is not None
    return found.earliest, found.latest


def test_numbers_follow_the_setting_and_are_marked() -> None:
    assert days("3/5/32") == (date(1932, 5, 3), date(1932, 5, 3))
    assert days("3/5/32", day_first=False) == (date(1932, 3, 5), date(1932, 3, 5))
    assert parse("3/5/32").ambiguous
    assert not parse("5/5/32").ambiguous
    assert not parse("3.5.1932").ambiguous


def test_numbers_that_allow_one_order_only_decide_for_the_statement() -> None:
    assert days("10/31/1964") == (date(1964, 10, 31), date(1964, 10, 31))
    assert days("18/09/1942-02/06/1943", day_first=False) == (date(1942, 9, 18), date(1943, 6, 2))
    assert not parse("18/09/1942-02/06/1943").ambiguous


@pytest.mark.parametrize("text", ["1909-10", "1931-2", "1900s", "December 1933 - November 1933"])
def test_other_ambiguities_are_marked(text: str) -> None:
    assert parse(text).ambiguous


def test_a_year_and_two_digits() -> None:
    assert days("1909-10") == (date(1909, 10, 1), date(1909, 10, 31))
    assert days("1909–10") == (date(1909, 1, 1), date(1910, 12, 31))
    assert days("1938-39") == (date(1938, 1, 1), date(1939, 12, 31))
    assert days("1899-01") == (date(1899, 1, 1), date(1899, 1, 31))


def test_old_style_where_the_collection_says_so() -> None:
    assert days("25 октября 1917 г.", "ru", old_style=True) == (date(1917, 11, 7), date(1917, 11, 7))
    assert parse("25 октября 1917 г.", "ru", old_style=True).calendar == "julian"
    assert days("25 октября 1917 г.", "ru") == (date(1917, 10, 25), date(1917, 10, 25))
    assert days("14 февраля 1918", "ru", old_style=True) == (date(1918, 2, 14), date(1918, 2, 14))
    assert days("7 ноября 1917 г. (н. ст.)", "ru", old_style=True) == (date(1917, 11, 7), date(1917, 11, 7))
    assert days("1917", old_style=True) == (date(1917, 1, 1), date(1917, 12, 31))
    assert days("февраль 1917", "ru", old_style=True) == (date(1917, 2, 14), date(1917, 3, 13))
    assert days("29 февраля 1900", "ru", old_style=True) == (date(1900, 3, 13), date(1900, 3, 13))
    assert parse("30 февраля 1900", "ru", old_style=True) is None


def test_both_days_can_be_shown() -> None:
    assert parse("25 октября (7 ноября) 1917", "ru").old_style() == "1917-10-25"
    assert parse("25 октября 1917", "ru", old_style=True).old_style() == "1917-10-25"
    assert parse("29 февраля 1900", "ru", old_style=True).old_style() == "1900-02-29"
    assert parse("25 октября 1917", "ru").old_style() == ""
    assert parse("1917", "ru", old_style=True).old_style() == ""


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("1931 a 1933", "cs", 2),
        ("1931 a 1933", "es", 1),
        ("1931 en 1933", "nl", 2),
        ("1931 of 1933", "nl", 2),
        ("1931 i 1933", "pl", 2),
    ],
)
def test_the_language_decides_words_that_two_share(text: str, language: str, parts: int) -> None:
    assert len(parse(text, language).parts) == parts


def test_regions_are_no_other_language() -> None:
    assert parse("1931 a 1933", "cs-CZ") == parse("1931 a 1933", "cs")


def test_words_beside_a_date_are_passed_over_in_descriptions_only() -> None:
    assert days("broadcast 1943 April 18") == (date(1943, 4, 18), date(1943, 4, 18))
    assert days("1936 see also Container 6, 1940") == (date(1936, 1, 1), date(1936, 12, 31))
    assert days("1898; 6, 200 p") == (date(1898, 1, 1), date(1898, 12, 31))
    assert parse_bound("broadcast 1943 April 18") is None
    assert parse_bound("März 1931").edtf() == "1931-03"
    assert parse_bound("12.03.1931").edtf() == "1931-03-12"


@pytest.mark.parametrize(
    "text", ["before the flood, 1931", "1987-02-05–197-06-15", "1937 - 1`945.", "1979–1988-10-99", "31", "x" * 600]
)
def test_what_would_be_a_guess_is_not_understood(text: str) -> None:
    reading = read(text)
    assert reading.date is None
    assert not reading.understood
    assert not reading.undated


@pytest.mark.parametrize(
    ("text", "edtf"), [("987", "0987"), ("0987", "0987"), ("0987-05", "0987-05"), ("401-12-31", "0401-12-31")]
)
def test_three_digits_that_are_the_whole_date_are_a_year(text: str, edtf: str) -> None:
    for found in (read(text).date, parse_bound(text)):
        assert found is not None
        assert found.edtf() == edtf


def test_undated_is_something_else_than_not_understood() -> None:
    assert read("s.d.", language="fr").undated
    assert read("s.d.", language="fr").understood
    assert not is_undated("1931, n.d.")
    assert not read("1931, n.d.").undated
    assert days("1968–undated") == (date(1968, 1, 1), None)


def test_normal_that_says_the_same() -> None:
    reading = read("March 1931", "1931-03-01/1931-03-31")
    assert reading.difference == "same"
    assert not reading.conflict


def test_wording_wins_over_normal_and_both_are_kept() -> None:
    reading = read("1983", "1982/1982")
    assert reading.conflict
    assert reading.date.edtf() == "1983"
    assert reading.normal.edtf() == "1982/1982"


@pytest.mark.parametrize(
    ("wording", "normal", "difference"),
    [
        ("circa 1940", "1940/1940", "circa"),
        ("1880-1912 (bulk 1900-1910)", "1900/1910", "bulk"),
        ("after 1931", "1932/1950", "open"),
        ("19th century", "1800/1899", "century"),
        ("[179-]", "1790/1790", "decade"),
        ("1940s-1950s", "1940/1950", "decade"),
        ("April 1949", "1949", "rounded"),
        ("undated", "1880/2020", "undated"),
        ("1933-1988", "1933/1989", "wider"),
        ("1845-1966", "1845/1962", "narrower"),
        ("1930-1935", "1933/1938", "overlap"),
        ("1930", "1931", "disjoint"),
        ("1988-1992", "1998/1992", "reversed"),
        ("Panamanian canal", "1904/1914", "not understood"),
    ],
)
def test_classes_of_disagreement(wording: str, normal: str, difference: str) -> None:
    reading = read(wording, normal)
    assert reading.difference == difference
    assert reading.conflict == (difference in CONFLICTS)


def test_no_class_is_both() -> None:
    assert not AGREEING & CONFLICTS


def test_normal_stands_in_where_the_wording_is_not_understood() -> None:
    reading = read("Panamanian canal", "1904/1914")
    assert reading.date.earliest == date(1904, 1, 1)
    assert reading.date.written == "Panamanian canal"
    assert not reading.understood
    assert read("", "1904/1914").understood


def test_undated_is_not_overruled_by_a_guessed_normal() -> None:
    reading = read("undated", "1880/2020")
    assert reading.date is None
    assert reading.undated
    assert reading.normal is not None


@pytest.mark.parametrize(
    "normal",
    ["1981-01-01 / 1995-12-31", "1943-1-1", "1931-01-01/1931-12-31,1933-01-01/1933-12-31", "1931/..", "1931-03"],
)
def test_normals_as_archives_write_them(normal: str) -> None:
    assert read("", normal).date is not None


@pytest.mark.parametrize("normal", ["", "yes", "1931-13", "1931-02-30", "1931/1932/1933", "/"])
def test_normals_that_are_none(normal: str) -> None:
    assert read("", normal).date is None
