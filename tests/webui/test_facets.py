"""What a facet link does: or inside a facet, its own counts left alone, leaving out, taking back."""

import re
from html import unescape

import pytest

from discovery.answering.results import Request, Results, Value
from discovery.answering.summary import MOST_SHOWN
from webui.listing import facets
from webui.urls import url


def values(page, facet):
    """Label → (count, address of the value, address that leaves it out) of one facet."""
    block = re.search(rf"<h3>{facet}</h3></summary>(.*?)</details>", page, re.DOTALL)
    assert block, f"no facet {facet}"
    found = {}
    for entry in re.findall(r"<li class=.*?</li>", block[1], re.DOTALL):
        label = unescape(re.search(r'class="label"[^>]*>(.*?)<', entry)[1])
        count = int(re.search(r'class="count">(\d+)<', entry)[1])
        links = [unescape(link) for link in re.findall(r'href="([^"]+)"', entry)]
        found[label] = (count, *links)
    return found


def total(page):
    return int(re.search(r'aria-current="page">\w+ <span class="count">(\d+)<', page)[1])


@pytest.fixture
def start(get):
    return get("/search")


def test_counts_are_those_of_the_lists_behind_them(get, start):
    for count, choose, exclude in values(start, "Country section").values():
        assert total(get(choose)) == count
        assert total(get(exclude)) == total(start) - count


def test_not_stated_is_a_value(get, start):
    count, choose, _ = values(start, "Country section")["Not stated"]
    assert choose == "/search?section=not-stated"
    assert total(get(choose)) == count == 2


def test_two_values_mean_or_and_leave_the_facets_own_counts_alone(get, start):
    before = values(start, "Country section")
    one = get(before["France"][1])
    after = values(one, "Country section")
    assert {label: entry[0] for label, entry in after.items()} == {label: entry[0] for label, entry in before.items()}
    both = get(after["Germany"][1])
    assert total(both) == before["France"][0] + before["Germany"][0]


def test_choosing_narrows_the_other_facets(get, start):
    assert "Russian" in values(start, "Language")
    france = get(values(start, "Country section")["France"][1])
    assert "Russian" not in france[france.index('id="facets"') :]


def test_what_all_have_is_said(get):
    assert '<p class="shared">All: <span dir="auto">File</span></p>' in get("/search")
    assert "All: " not in get("/search", view="pages", language="ru")  # pages are, and no form is said


def test_a_facet_that_may_have_other_values_says_so():
    values = tuple(Value(f"Name {number}", f"Name {number}", 1) for number in range(MOST_SHOWN))
    few, many = (facets(Results(Request(), 99, (), facets={"name": some}), url)[0] for some in (values[1:], values))
    assert (few.most, many.most) == (None, MOST_SHOWN)


def test_a_chosen_value_is_marked_and_its_link_takes_it_back(get, start):
    page = get("/search", section="France")
    assert '<li class="chosen">' in page
    assert values(page, "Country section")["France"][1] == "/search"


def test_an_excluded_value_is_marked_and_its_link_takes_it_back(get):
    page = get("/search?-section=France")
    assert '<li class="excluded">' in page
    assert values(page, "Country section")["France"][1] == "/search"


def test_chips_remove_one_filter_each(get):
    page = get("/search?section=France&-language=de&from=1932&q=Opposition")
    chips = re.search(r'<ul class="chips".*?</ul>', page, re.DOTALL)[0]
    links = [unescape(link) for link in re.findall(r'href="([^"]+)"', chips)]
    assert links == [
        "/search?q=Opposition&-language=de&from=1932",
        "/search?q=Opposition&section=France&from=1932",
        "/search?q=Opposition&section=France&-language=de",
        "/search?q=Opposition",
    ]


def test_a_filter_goes_back_to_the_first_row(get):
    page = get("/search", limit=1, offset=2)
    assert values(page, "Country section")["France"][1] == "/search?section=France&limit=1"
