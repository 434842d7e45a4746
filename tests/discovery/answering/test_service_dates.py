"""Searches by date on the sample collection: bars, zooms, choices, orders."""

import pytest

from discovery.answering.results import Row
from discovery.engines.port import View
from tests.discovery.answering.test_service import VIEWS, Ask, ask

__all__ = ["ask"]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("text", ["", "opposition"])
def test_a_bar_is_what_its_year_finds(ask: Ask, view: View, text: str):
    results = ask(text, view, limit=0)
    for bar in results.histogram.buckets:
        found = ask(text, view, first=bar.key, last=bar.key)
        broad = sum(_is_broad(row) for row in found.rows)
        assert found.total - broad == bar.certain + bar.possible, bar


def _is_broad(row: Row) -> bool:
    spans = [(date["earliest"], date["latest"]) for date in row.record["dates"]]
    return all(None in span or int(span[1][:4]) - int(span[0][:4]) > 10 for span in spans)


@pytest.mark.parametrize("view", VIEWS)
def test_every_hit_has_a_bar_or_is_counted_beside(ask: Ask, view: View):
    results = ask("", view)
    undated = [
        row for row in results.rows if not any(date["earliest"] or date["latest"] for date in row.record["dates"])
    ]
    assert results.histogram.undated == len(undated)
    years = {bar.key for bar in results.histogram.buckets}
    for row in results.rows:
        if row not in undated and not _is_broad(row):
            assert {date["earliest"][:4] for date in row.record["dates"] if date["earliest"]} <= years


def test_the_chart_has_no_holes(ask: Ask):
    years = [int(bar.key) for bar in ask().histogram.buckets]
    assert years == list(range(years[0], years[-1] + 1))


def test_two_years_are_shown_by_month(ask: Ask):
    months = ask("", "items", first="1931-11", last="1932-02").histogram
    assert months.unit == "month"
    assert [bar.key for bar in months.buckets] == ["1931-11", "1931-12", "1932-01", "1932-02"]
    for bar in months.buckets:
        assert ask("", "items", first=bar.key, last=bar.key).total >= bar.certain


ZOOMS = [
    ("", ""),
    ("1931", "1931"),
    ("1932-02", "1932-02"),
    ("1931-12-20", "1932-01-20"),
    ("1930", "1934"),
    ("1932", ""),
]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("dates", [(), ("certainly",), ("stated",), ("own",), ("undated",), ("broad", "stated")])
def test_every_hit_is_counted_once(ask: Ask, view: View, zoom: tuple[str, str], dates: tuple[str, ...]):
    results = ask("", view, first=zoom[0], last=zoom[1], dates=dates)
    chart = results.histogram
    assert chart.certain + chart.possible + chart.undated + chart.broad == results.total
    assert max((bar.certain for bar in chart.buckets), default=0) <= chart.certain
    assert max((bar.possible for bar in chart.buckets), default=0) <= chart.possible + chart.certain


@pytest.mark.parametrize("month", ["1931-12", "1932-02", "1932-05"])
def test_the_days_of_a_month_are_those_that_find_something(ask: Ask, month: str):
    days = ask("", "items", first=month, last=month).histogram
    assert days.unit == "day"
    assert len(days.buckets) in (29, 31)
    for bar in days.buckets:
        found = ask("", "items", first=bar.key, last=bar.key).histogram
        assert (bar.certain, bar.certain + bar.possible) == (found.certain, found.certain + found.possible)


def test_only_what_is_undated(ask: Ask):
    every = ask("", "items")
    undated = ask("", "items", dates=["undated"])
    assert undated.total == undated.histogram.undated == every.histogram.undated > 0
    assert undated.histogram.buckets == ()
    assert ask("", "items", dates=["undated", "broad"]).total == undated.total + every.histogram.broad


def test_what_is_stated_and_what_is_the_units_own(ask: Ask):
    for row in ask("", "items", dates=["stated"]).rows:
        assert {date["certainty"] for date in row.record["dates"]} == {"stated"}
    for row in ask("", "items", dates=["own"]).rows:
        assert {date["source"] for date in row.record["dates"]} == {"own"}


@pytest.mark.parametrize("text", ["", "opposition"])
@pytest.mark.parametrize(("sort", "bound"), [("earliest", "earliest"), ("latest", "latest")])
def test_in_the_order_of_time_undated_last(ask: Ask, text: str, sort: str, bound: str):
    results = ask(text, "items", sort=sort)
    undated = [not any(date["earliest"] or date["latest"] for date in row.record["dates"]) for row in results.rows]
    dated = results.total - results.histogram.undated
    assert undated == [False] * dated + [True] * results.histogram.undated
    days = [[date[bound] for date in row.record["dates"]] for row in results.rows[:dated]]
    known = [min(one) if sort == "earliest" else max(one) for one in days if all(one)]
    assert known == sorted(known, reverse=sort == "latest")
    assert {row.record["id"] for row in results.rows} == {row.record["id"] for row in ask(text, "items").rows}


@pytest.mark.parametrize("view", VIEWS)
def test_a_year_finds_what_is_dated_in_it_behind_what_has_it_in_words(ask: Ask, view: View):
    written = {row.record["id"] for row in ask('"1932"', view).rows}
    dated = ask("", view, first="1932", last="1932")
    found = ask("1932", view)
    ids = [row.record["id"] for row in found.rows]
    assert set(ids) == written | {row.record["id"] for row in dated.rows if not _is_broad(row)}
    assert set(ids[: len(written)]) == written
    for row in found.rows[len(written) :]:
        assert any(reason.startswith("dated ") for reason in row.reasons)


def test_a_year_is_counted_and_can_be_left_out(ask: Ask):
    (word,) = ask("1932", "pages").understood.words
    (dated,) = (also for also in word["also"] if also["relation"] == "date")
    counted = {"form": "1932", "language": "", "count": ask("date:1932", "pages").total}
    assert (dated["label"], dated["forms"]) == ("dated", [counted])
    written = ask('"1932"', "pages").total
    for without in ("date", "1932", "all"):
        assert ask("1932", "pages", without=(without,)).total == written


@pytest.mark.parametrize("text", ["title:1932", "999", "2101", "1932a"])
def test_what_is_no_year_alone_is_a_word(ask: Ask, text: str):
    also = [also["relation"] for word in ask(text).understood.words for also in word["also"]]
    assert "date" not in also
