"""URL ⇄ request: what goes in comes out, one selection has one address, faults are said."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from discovery.answering.chosen_dates import CHOICES
from discovery.answering.results import Request
from discovery.engines.port import ORDERS, VIEWS, Filter
from mappings.fields import FILTERS
from webui.changes import between, choose, exclude, release, unfiltered
from webui.settings import Settings
from webui.urls import MATCHES, all_faults, bounds_text, parameters, read_request, url

SETTINGS = Settings()
TEXT = st.text(st.characters(blacklist_categories=("Cs",)), max_size=40).map(str.strip)
VALUE = st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=20).filter(str.strip)
DAY = st.dates(date(1400, 1, 1), date(2099, 12, 31))  # the years that a date box is sure to understand


@st.composite
def requests(draw):
    filters = []
    for name in FILTERS:
        values = draw(st.lists(VALUE, unique=True, max_size=3))
        cut = draw(st.integers(0, len(values)))
        if values:
            filters.append(Filter(name, tuple(values[:cut]), tuple(values[cut:])))
    first, last = draw(st.none() | DAY), draw(st.none() | DAY)
    if first and last and first > last:
        first, last = last, first
    return Request(
        text=draw(TEXT),
        view=draw(st.sampled_from(VIEWS)),
        filters=tuple(filters),
        first=first,
        last=last,
        match=draw(st.sampled_from(MATCHES)),
        without=tuple(draw(st.lists(VALUE, unique=True, max_size=3))),
        dates=tuple(choice for choice in CHOICES if draw(st.booleans())),
        sort=draw(st.sampled_from(ORDERS)),
        limit=draw(st.integers(1, SETTINGS.most_rows)),
        offset=draw(st.integers(0, SETTINGS.farthest)),
    )


def read(address):
    """The request that an address asks for, decoded as a web server does."""
    return read_request(MultiDict(parse_qsl(urlsplit(address).query, keep_blank_values=True)), SETTINGS)


@given(requests())
def test_round_trip(request):
    asked = read(url(request))
    assert asked.faults == ()
    assert asked.request == request


@given(requests(), st.sampled_from(sorted(FILTERS)), VALUE)
def test_links_change_one_thing_and_go_to_the_first_row(request, facet, value):
    for changed, inside, outside in (
        (choose(request, facet, value), True, False),
        (exclude(request, facet, value), False, True),
        (release(request, facet, value), False, False),
    ):
        selection = changed.filter(facet)
        assert (value in selection.include, value in selection.exclude) == (inside, outside)
        assert changed.offset == 0
        others = [f for f in request.filters if f.field != facet]
        assert [f for f in changed.filters if f.field != facet] == others
        assert replace(changed, filters=(), offset=0) == replace(request, filters=(), offset=0)
        assert read(url(changed)).request == changed


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(1931, 1, 1), date(1932, 12, 31), ("1931", "1932")),
        (date(1931, 12, 1), date(1931, 12, 31), ("1931-12", "1931-12")),
        (date(1931, 1, 1), date(1932, 2, 29), ("1931-01", "1932-02")),
        (date(1931, 1, 1), date(1931, 5, 14), ("1931-01-01", "1931-05-14")),
        (None, date(1931, 12, 31), ("", "1931")),
    ],
)
def test_dates_are_said_shortly_and_equally_exact(first, last, said):
    assert bounds_text(Request(first=first, last=last)) == said


@given(
    st.dictionaries(
        st.sampled_from(["q", "view", "match", "from", "to", "dates", "sort", "limit", "offset", "section", "x"]), TEXT
    )
)
def test_no_parameters_break_it(arguments):
    read_request(MultiDict(arguments), SETTINGS)


def test_an_ordinary_request_has_no_parameters():
    assert url(Request()) == "/search"
    assert list(parameters(Request(text="оппозиция"))) == [("q", "оппозиция")]


def test_one_selection_has_one_address():
    one = choose(choose(Request(), "language", "ru"), "section", "France")
    other = choose(choose(Request(), "section", "France"), "language", "ru")
    assert url(one) == url(other) == "/search?section=France&language=ru"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("view=leaves", "There is no view “leaves”."),
        ("match=some", "There is no match “some”."),
        ("dates=maybe", "There is no dates “maybe”."),
        ("sort=size", "There is no sort “size”."),
        ("limit=101", "limit goes from 1 to 100."),
        ("limit=0", "limit goes from 1 to 100."),
        ("limit=ten", "limit “ten” is not a whole number."),
        ("offset=-1", "offset “-1” is not a whole number."),
        ("offset=20000", "offset goes from 0 to 10,000."),
        ("offset=٣", "offset “٣” is not a whole number."),
        ("from=banana", "“banana” is not understood as a date."),
        ("sectoin=France", "There is no filter “sectoin”."),
        ("from=1933&to=1931", "“From” is later than “to”."),
    ],
)
def test_what_is_not_understood_is_said_and_the_rest_is_kept(query, said):
    asked = read(f"/search?q=x&{query}")
    assert [fault.message for fault in asked.faults] == [said]
    assert asked.request.text == "x"


def test_a_misspelt_filter_names_the_nearest():
    (fault,) = read("/search?sectoin=France").faults
    assert fault.hint == "Did you mean “section”?"


def test_dates_the_wrong_way_round_are_exchanged():
    request = read("/search?from=1933&to=1931").request
    assert (request.first, request.last) == (date(1931, 1, 1), date(1933, 12, 31))


def test_too_many_and_too_long_values_are_left_out():
    asked = read("/search?" + "&".join(f"name=n{number}" for number in range(100)))
    assert len(asked.request.filter("name").include) == SETTINGS.most_values
    assert len(asked.faults) == 1
    assert read("/search?name=" + "x" * 301).request.filters == ()


def test_several_faults_become_one_error_that_says_all():
    error = all_faults(read("/search?view=x&match=y").faults)
    assert error.http_status == 400
    assert "view “x”" in error.message
    assert "match “y”" in error.message


def test_unfiltered_keeps_the_query():
    request = replace(choose(Request(text="q"), "form", "print"), first=date(1932, 1, 1))
    assert unfiltered(request) == Request(text="q")
    assert between(request, None, None).filters == request.filters
