""" "Understood as" on the page: what was added can be switched off by a link, and brought back by another."""

import re
from html import unescape

import pytest

from discovery.engines.port import Engine
from webui import create_app


@pytest.fixture(scope="module")
def get(sample_engine: Engine):
    client = create_app(sample_engine).test_client()
    return lambda address: client.get(address).text


def box(page: str) -> str:
    found = re.search(r'<details class="understood".*?</details>', page, re.DOTALL)
    return found[0] if found else ""


def links(page: str) -> dict[str, str]:
    """By what they say or are called."""
    found = re.findall(r'<a [^>]*?href="([^"]+)"([^>]*)>(.*?)</a>', box(page), re.DOTALL)
    named = ((re.search('aria-label="([^"]+)"', rest), text, href) for href, rest, text in found)
    return {
        unescape(label[1] if label else re.sub("<[^>]+>", "", text)).strip(): unescape(href)
        for label, text, href in named
    }


def test_each_form_has_its_count_and_a_link_without_it(get):
    page = get("/search?q=Trotsky&view=pages")
    assert re.search(r'троцкого</span>\s*<span class="count">\d+</span>', box(page))
    without = get(links(page)["Leave out троцкого"])
    assert "Leave out троцкого" not in links(without)
    assert "Leave out троцкому" in links(without)
    assert "Left out" in without
    assert box(get(links(without)["троцкого"])) == box(page)


def test_a_whole_relation_has_a_link_without_it(get):
    page = get("/search?q=Trotsky&view=pages")
    without = get(links(page)["Leave out: another spelling or script of the name"])
    assert "Leave out: another spelling or script of the name" not in links(without)
    assert box(get(links(without)["another spelling or script of the name"])) == box(page)


def test_a_switch_turns_all_of_it_off_and_on(get):
    page = get("/search?q=Trotsky&view=pages")
    exactly = get(links(page)["Only what I typed"])
    assert "exactly as typed" in exactly
    assert set(links(exactly)) == {"everything but what was typed"}
    assert box(get(links(exactly)["everything but what was typed"])) == box(page)


def test_a_new_search_begins_anew(get):
    page = get("/search?q=Trotsky&view=pages&without=all")
    assert 'name="view" value="pages"' in page
    assert 'name="without"' not in page


def test_marks_say_how_a_form_relates(get):
    page = get("/search?q=Trotsky&view=pages")
    assert '<mark title="another spelling or script of the name">' in page
    assert re.search("<mark>Trotsky", page)


def test_what_was_left_out_is_not_marked_on_the_pages_either(get):
    whole, less = "/search?q=Trotsky&view=pages", "/search?q=Trotsky&view=pages&without=other+script&without=троцкому"
    (address,) = {unescape(found) for found in re.findall(r'href="(/page/[^"]+)"', get(less))[:1]}
    assert "without=other+script" in address
    record = address.partition("?")[0]
    marked = [set(re.findall("<mark[^>]*>([^<]+)", get(f"{record}?q={q}"))) for q in ("Троцкий", "Троцкий&without=all")]
    assert marked[1] < marked[0]
    assert get(whole) != get(less)


LANGUAGES = ("en", "ru", "fr-CH, fr;q=0.9", "de", "zh-Hant", "xx-broken;;q=9")


@pytest.mark.parametrize("query", ["Trotsky", "réunion", "стали", "Haus", "opposition de"])
def test_results_are_the_same_in_each_language_of_the_screen(sample_engine: Engine, query: str):
    client = create_app(sample_engine).test_client()
    address = f"/api/v1/search?q={query}&view=pages"
    answers = [client.get(address, headers={"Accept-Language": language}).json for language in LANGUAGES]
    pages = {
        re.sub(
            r"[\d.,]+ (milli)?seconds?",
            "",
            client.get(f"/search?q={query}", headers={"Accept-Language": language}).text,
        )
        for language in LANGUAGES
    }
    for answer in answers:
        answer.pop("seconds", None)
    assert answers[0]["total"]
    assert all(answer == answers[0] for answer in answers)
    assert len(pages) == 1


def test_nothing_found_says_what_would_be_found_and_what_has_no_text(get):
    page = get("/search?q=Rundschriebn")
    assert "for “rundschreiben” instead of “Rundschriebn”" in page
    assert re.search(r"\d+ of 141 folders have no searchable\s+text", page)


def test_completion_over_the_api(sample_engine: Engine):
    answer = create_app(sample_engine).test_client().get("/api/v1/complete?q=trotz").json
    assert answer["q"] == "trotz"
    assert {"text": "троцкий", "query": "троцкий", "kind": "word"} in answer["completions"]
