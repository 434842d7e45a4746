"""The chart: heights in proportion, bars that lead to their year or month, labels that fit."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discovery.engines.port import Filter
from discovery.results import Bucket, Histogram, Request
from webui.histogram import HEIGHT, MOST_LABELS, bucket_label, make_chart
from webui.urls import url


def chart(*buckets, unit="year", request=Request(), **counts):  # noqa: B008 — frozen
    return make_chart(Histogram(unit, tuple(Bucket(*bucket) for bucket in buckets), **counts), request, url)


def test_heights_are_in_proportion():
    bars = chart(("1931", 1, 1), ("1932", 4, 4)).bars
    assert [(bar.certain, bar.possible) for bar in bars] == [(HEIGHT / 8, HEIGHT / 8), (HEIGHT / 2, HEIGHT / 2)]
    assert bars[1].top == 0


def test_a_bar_leads_to_its_year_and_keeps_the_rest():
    request = Request(text="q", filters=(Filter("section", ("France",)),), offset=40)
    (bar,) = chart(("1932", 1, 0), request=request).bars
    assert bar.href == "/search?q=q&section=France&from=1932&to=1932"
    assert bar.words == "1932: 1 certain, 0 possible"


@pytest.mark.parametrize(
    ("key", "bounds"), [("1932-02", "from=1932-02&to=1932-02"), ("1931-12", "from=1931-12&to=1931-12")]
)
def test_a_bar_leads_to_its_month(key, bounds):
    (bar,) = chart((key, 1, 0), unit="month").bars
    assert bar.href == f"/search?{bounds}"


@settings(deadline=None)
@given(st.integers(1, 1900), st.integers(1, 300))
def test_bars_fit_and_labels_are_few(first, years):
    bars = chart(*((f"{year:04d}", 1, 2) for year in range(first, first + years))).bars
    assert len(bars) == years
    assert all(bar.x >= 0 and bar.x + bar.width <= 100.01 for bar in bars)
    assert sum(bool(bar.tick) for bar in bars) <= MOST_LABELS + 1


def test_months_are_labelled_with_the_year_in_january():
    bars = chart(*((f"1932-{month:02d}", 1, 0) for month in range(1, 13)), unit="month").bars
    assert [bar.tick for bar in bars if bar.tick] == ["1932", "Apr", "Jul", "Oct"]
    assert bucket_label("1932-05") == "May 1932"


def test_no_hits_no_bars():
    assert chart().bars == ()


def test_the_page_draws_certain_and_possible_and_a_table(get):
    page = get("/search", q="оппозиция")
    assert 'class="possible"' in page
    assert 'fill="url(#hatch)"' in page
    assert "<title>1931: 0 certain, 1 possible</title>" in page
    assert 'href="/search?q=%D0%BE%D0%BF%D0%BF%D0%BE%D0%B7%D0%B8%D1%86%D0%B8%D1%8F&amp;from=1931&amp;to=1931"' in page
    assert "<summary>As a table</summary>" in page


def test_undated_hits_are_counted(get):
    assert "1 undated" in get("/search")


def test_a_year_shows_its_months(get):
    assert "<title>May 1931: 1 certain, 0 possible</title>" in get(
        "/search", **{"view": "items", "from": "1931", "to": "1931"}
    )


def test_dates_in_the_boxes_stay_as_typed(get):
    page = get("/search", **{"from": "1931-05", "to": "rubbish"})
    assert 'value="1931-05"' in page
    assert 'value="rubbish"' in page
    assert "“rubbish” is not understood as a date" in page
    assert date(1931, 5, 1).isoformat() not in page
