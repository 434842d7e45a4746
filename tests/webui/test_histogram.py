"""The chart: heights in proportion, bars that lead to their year or month, labels that fit."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.answering.results import Bucket, Histogram, Request
from discovery.engines.port import Filter
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
    page = get("/search")
    assert "<title>Undated: 1</title>" in page
    assert '<a href="/search?dates=undated">1 undated</a>' in page


def test_what_has_no_place_in_time_stands_beside_and_leads_to_itself():
    request = Request(text="q", dates=("stated",))
    found = chart(("1932", 2, 0), request=request, certain=2, undated=4, broad=1)
    assert [(bar.state, bar.count, bar.size) for bar in found.beside] == [
        ("undated", 4, HEIGHT),
        ("broad", 1, HEIGHT / 4),
    ]
    assert [bar.href for bar in found.beside] == ["/search?q=q&dates=undated", "/search?q=q&dates=stated&dates=broad"]
    assert found.bars[0].x + found.bars[0].width < found.beside[0].x
    assert found.beside[-1].x + found.beside[-1].width <= 100
    assert found.total == 7


def test_many_broad_hits_do_not_flatten_those_in_time():
    found = chart(("1932", 3, 0), certain=3, undated=3, broad=8180)
    assert found.bars[0].certain == HEIGHT / 2
    assert [(bar.size, bar.cut) for bar in found.beside] == [(HEIGHT / 2, False), (HEIGHT, True)]
    assert found.beside[1].words.endswith("8,180")


def test_only_undated_hits():
    found = chart(undated=5)
    assert [(bar.size, bar.cut) for bar in found.beside] == [(HEIGHT, False)]


@pytest.mark.parametrize(
    ("key", "href"),
    [
        ("1932", "/search?from=1932&to=1932"),
        ("1932-02", "/search?from=1932-02&to=1932-02"),
        ("1932-02-29", "/search?from=1932-02-29&to=1932-02-29"),
    ],
)
def test_clicking_goes_from_years_to_months_to_days(key, href):
    assert chart((key, 1, 0)).bars[0].href == href


@pytest.mark.parametrize(
    ("first", "last", "wider"),
    [
        (date(1932, 5, 14), date(1932, 5, 14), ("from=1932-05&to=1932-05", "1932-05")),
        (date(1932, 5, 1), date(1932, 5, 31), ("from=1932&to=1932", "1932")),
        (date(1932, 5, 14), date(1932, 6, 2), ("from=1932&to=1932", "1932")),
        (date(1932, 1, 1), date(1932, 12, 31), ("", "all dates")),
        (date(1931, 5, 1), date(1932, 5, 1), ("", "all dates")),
        (None, date(1932, 5, 1), ("", "all dates")),
    ],
)
def test_zooming_out(first, last, wider):
    found = chart(("1932", 1, 0), request=Request(first=first, last=last))
    parameters, label = wider
    assert (found.wider, found.wider_label) == ("/search" + (f"?{parameters}" if parameters else ""), label)


def test_there_is_nothing_wider_than_all():
    assert chart(("1932", 1, 0)).wider == ""
    assert chart(request=Request(dates=("undated",)), undated=1).wider == "/search"


def test_days_are_labelled_with_the_month_at_its_first():
    bars = chart(*((f"1932-05-{day:02d}", 1, 0) for day in range(1, 32)), unit="day").bars
    assert [bar.tick for bar in bars if bar.tick] == ["May", "5", "10", "15", "20", "25"]
    assert bucket_label("1932-05-14") == "14 May 1932"


@pytest.mark.parametrize("zoom", [{}, {"from": "1931", "to": "1931"}, {"from": "1931-05", "to": "1931-05"}])
@pytest.mark.parametrize("view", ["folders", "items", "pages"])
def test_bars_and_what_stands_beside_make_the_total(client, view, zoom):
    found = client.get("/api/v1/search", query_string={"view": view, **zoom}).json
    dates = found["dates"]
    assert dates["certain"] + dates["possible"] + dates["undated"] + dates["broad"] == found["total"]


def test_a_month_shows_its_days(get):
    page = get("/search", **{"view": "items", "from": "1931-05", "to": "1931-05"})
    assert "<title>14 May 1931: 1 certain, 0 possible</title>" in page
    assert '<a class="wider" href="/search?view=items&amp;from=1931&amp;to=1931">← 1931</a>' in page


def test_dates_can_be_chosen_and_taken_back(get):
    page = get("/search", **{"from": "1932", "to": "1932", "dates": "certainly", "sort": "earliest"})
    assert 'name="dates" form="search" value="certainly" checked' in page
    assert '<a href="/search?sort=earliest&amp;from=1932&amp;to=1932">' in page
    assert '<input type="hidden" name="sort" value="earliest">' in page
    assert 'type="hidden" name="dates"' not in page
    assert 'type="hidden" name="dates" value="undated"' in get("/search", dates="undated")


def test_the_order_is_said_and_the_undated_are_last(get, client):
    page = get("/search", sort="latest")
    assert ", 1 undated last" in page
    assert '<a href="/search?sort=latest" aria-current="true">latest first</a>' in page
    found = client.get("/api/v1/search", query_string={"sort": "latest"}).json
    assert [hit["ref"] for hit in found["hits"]] == ["13", "12", "15", "14"]
    found = client.get("/api/v1/search", query_string={"sort": "earliest"}).json
    assert [hit["ref"] for hit in found["hits"]] == ["15", "12", "13", "14"]


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
