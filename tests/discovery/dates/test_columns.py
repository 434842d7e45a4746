"""What an engine keeps of a date says what the date says, whatever the days asked for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.dates import UncertainDate, columns, day_number, parse, prefixes, together
from discovery.dates.columns import cover
from tests.discovery.dates.test_properties import DAYS, SHORT, dates


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(day) for day in range((last - first).days + 1)]


@pytest.mark.parametrize(
    ("text", "made_of"),
    [
        ("1932", ["1932"]),
        ("1930s", ["193"]),
        ("18XX", ["18"]),
        ("May 1932", ["193205"]),
        ("14 May 1932", ["19320514"]),
        ("1931, 1933-1935", ["1931", "1933", "1934", "1935"]),
        ("30 April - 1 June 1932", ["19320430", "193205", "19320601"]),
        ("1929-1941", ["1929", "193", "1940", "1941"]),
        (
            "before 1932",
            ["0", *(str(number) for number in range(10, 19)), *(f"19{n}" for n in range(3)), "1930", "1931"],
        ),
    ],
)
def test_a_date_is_made_of_few_terms(text: str, made_of: list[str]) -> None:
    assert columns(parse(text)).keywords["span"] == sorted(made_of)


@given(SHORT, DAYS)
def test_a_day_lies_in_a_part_if_one_of_its_prefixes_is_there(part: tuple[date, date], day: date) -> None:
    for asked in (day, *part, part[0] - timedelta(1), part[1] + timedelta(1)):
        assert bool(set(prefixes(asked)) & set(cover(part))) == (part[0] <= asked <= part[1])


@given(st.dates(), st.dates())
def test_no_day_is_there_twice(one: date, other: date) -> None:
    terms = cover((min(one, other), max(one, other)))
    assert not any(term != longer and longer.startswith(term) for term in terms for longer in terms)
    assert len(terms) <= 2 * (30 + 11 + 9 + 9 + 9 + 9)


@given(dates(), SHORT)
def test_columns_answer_as_the_date_does(found: UncertainDate, span: tuple[date, date]) -> None:
    first, last = span
    kept = columns(found)
    begins = any(day_number(first) <= number <= day_number(last) for number in kept.numbers["begins"])
    assert (begins or bool(set(prefixes(first)) & set(kept.keywords["span"]))) == found.possibly_in(first, last)


@given(st.lists(dates(), max_size=3))
def test_several_statements_are_a_list(several: list[UncertainDate]) -> None:
    found = together(several)
    if found is None:
        assert not several
    else:
        assert {day for part in found.parts for day in days(*part)} == {
            day for one in several for part in one.parts for day in days(*part)
        }


def test_a_list_is_as_sure_as_its_least_sure_statement() -> None:
    assert together([parse("1931"), parse("ca. 1933")]).certainty == "circa"


def test_states() -> None:
    assert columns(None).keywords["dating"] == ["undated"]
    assert columns(parse("1931")).keywords["dating"] == ["dated", "stated", "own"]
    assert columns(parse("[1931]").inherited()).keywords["dating"] == ["dated"]
    assert columns(parse("1931-")).keywords["dating"] == ["broad", "stated", "own"]
