"""What holds for every date: the algebra of intervals, parse∘print, and that no text breaks the parser."""

import calendar
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from discovery.dates import UncertainDate, parse, read
from discovery.dates.calendars import from_julian, to_julian
from discovery.dates.phrases.months import MONTHS
from discovery.dates.phrases.roles import LANGUAGES
from discovery.dates.phrases.words import WORDS

DAYS = st.dates(date(1850, 1, 1), date(1990, 12, 31))
SHORT = st.tuples(DAYS, st.integers(0, 900)).map(lambda pair: (pair[0], pair[0] + timedelta(pair[1])))


@st.composite
def dates(draw: st.DrawFn) -> UncertainDate:
    spans = sorted(draw(st.lists(SHORT, min_size=1, max_size=3)))
    low, high = spans[0][0], max(last for _, last in spans)
    return UncertainDate(low, high, "", "range", parts=tuple(spans), one_of=draw(st.booleans()))


def every_day(found: UncertainDate) -> set[date]:
    return {first + timedelta(day) for first, last in found.parts for day in range((last - first).days + 1)}


@given(dates(), SHORT)
def test_filters_are_those_of_sets_of_days(found: UncertainDate, span: tuple[date, date]) -> None:
    first, last = span
    wanted = {first + timedelta(day) for day in range((last - first).days + 1)}
    assert found.possibly_in(first, last) == bool(every_day(found) & wanted)
    assert found.certainly_in(first, last) == (every_day(found) <= wanted)


@given(dates(), DAYS)
def test_certain_in_is_possible_in(found: UncertainDate, day: date) -> None:
    for first, last in ((None, day), (day, None)):
        assert found.possibly_in(first, last) or not found.certainly_in(first, last)
    assert found.certainly_in(None, None)


@given(dates())
def test_years_and_months_are_those_it_touches(found: UncertainDate) -> None:
    touched = every_day(found)
    years, months = {day.year for day in touched}, {day.year * 100 + day.month for day in touched}
    certain, possible = set(found.certain_years()), set(found.possible_years())
    assert not certain & possible
    assert certain | possible == (set() if found.is_broad else years)
    certain_months, possible_months = set(found.certain_months()), set(found.possible_months())
    assert not certain_months & possible_months
    assert certain_months | possible_months == (set() if found.is_broad else months)
    assert {month // 100 for month in certain_months} <= certain or found.one_of


@given(dates())
def test_day_numbers_keep_the_order(found: UncertainDate) -> None:
    earliest, latest = found.day_numbers()
    assert 0 < earliest <= latest < 99991231


@given(st.dates(date(1500, 1, 1), date(2100, 12, 31)))
def test_old_style_there_and_back(day: date) -> None:
    assert from_julian(*to_julian(day)) == day


@given(st.dates(date(1900, 3, 14), date(2100, 2, 28)))
def test_old_style_was_thirteen_days_behind(day: date) -> None:
    assert from_julian(day.year, day.month, day.day) - day == timedelta(13)


POINTS = st.one_of(
    DAYS.map(date.isoformat),
    st.tuples(st.integers(1850, 1990), st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
    st.integers(1850, 1990).map(str),
)
MARKS = st.sampled_from(["", "", "?", "~", "%"])
SINGLE = st.one_of(
    st.tuples(POINTS, MARKS).map("".join),
    st.integers(185, 199).map(lambda decade: f"{decade}X"),
    st.sampled_from(["18XX", "19XX"]),
    st.tuples(st.integers(1850, 1990), st.integers(21, 24)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
)


@st.composite
def edtf(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["single", "interval", "from", "until"]))
    if kind == "single":
        return draw(SINGLE)
    end = draw(POINTS) + draw(MARKS)
    if kind == "from":
        return f"{end}/.."
    if kind == "until":
        return f"../{end}"
    first, last = sorted([draw(st.integers(1850, 1990)), draw(st.integers(1850, 1990))])
    return f"{first}{draw(MARKS)}/{last + 1}{draw(MARKS)}"


@given(edtf())
def test_edtf_is_printed_as_it_was_read(text: str) -> None:
    found = parse(text)
    assert found is not None
    assert found.edtf() == text


@given(edtf())
def test_printing_loses_no_days(text: str) -> None:
    found = parse(text)
    again = parse(found.edtf())
    assert (again.earliest, again.latest, again.certainty) == (found.earliest, found.latest, found.certainty)


@given(DAYS, st.sampled_from(LANGUAGES), st.data())
def test_a_day_in_every_language(day: date, language: str, data: st.DataObject) -> None:
    month = data.draw(st.sampled_from(MONTHS[language].split("|")[day.month - 1].split()))
    for text in (
        f"{day.day}. {month} {day.year}",
        f"{day.year} {month} {day.day}",
        f"{month.upper()} {day.day}, {day.year}",
    ):
        found = parse(text, language)
        assert found is not None, text
        assert (found.earliest, found.latest, found.precision) == (day, day, "day")


@given(DAYS)
def test_numbers_of_a_day(day: date) -> None:
    for text in (f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}", f"{day:%Y%m%d}", f"{day:%d/%m/%Y}"):
        assert (parse(text).earliest, parse(text).latest) == (day, day)


@given(st.integers(1850, 1990), st.integers(1, 12), st.sampled_from(["-", "–", " — ", " - "]))
def test_months_of_a_range(year: int, month: int, dash: str) -> None:
    names = [calendar.month_name[month], calendar.month_name[month % 12 + 1]]
    found = parse(f"{dash.join(names)} {year}")
    assert found.latest.year == year
    assert (found.latest - found.earliest).days in range(58, 62)


VOCABULARY = [phrase for row in WORDS.values() for words in row.values() for phrase in words.split(", ")] + [
    "1931", "31", "5", "May", "III", "XIX", "-", "–", "/", ",", ";", "(", ")", "[", "]", "?", "~", "1930s", "20-е",
    "12.3.1931", "1931-03", "193-", "Winter", "early", "half", "xyzzy", "'32", "..", ".",
]  # fmt: skip


@given(st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join), st.sampled_from(["", *LANGUAGES]))
def test_no_statement_breaks_the_parser(text: str, language: str) -> None:
    check(text, language)


@given(st.text(max_size=80))
@example("S<V")  # the fifth century, whose EDTF has years of three digits
def test_no_text_breaks_the_parser(text: str) -> None:
    check(text, "")


def check(text: str, language: str) -> None:
    found = parse(text, language)
    reading = read(text, language=language)
    assert reading.date == found
    assert reading.understood == (reading.undated or found is not None)
    if found:
        assert found.written == text
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest
        assert list(found.parts) == sorted(found.parts)
        assert all(first <= last for first, last in found.parts)
        assert found.edtf() is None or parse(found.edtf()) is not None
