"""opis search: what is found and how it is shown."""

import json
import re

import pytest

from tests.command_line.conftest import Run
from tests.discovery.answering.test_results_json import documented, shape


def test_search_for_people(run: Run):
    said = run("search", "opposition de gauche", "--limit", "2")
    assert said.code == 0
    assert said.lines[0].startswith("also search: левая оппозиция · Linksopposition · ")
    assert re.fullmatch(r"\d+ folders, 1–2 shown \(\d+ ms\)", said.lines[1])
    assert any(re.match(r"  1\. \[\d+\] .+ \(OPIS-SPECIMEN/inv-\d+\)", line) for line in said.lines)
    assert any(line.startswith("     why: ") for line in said.lines)
    assert "\x1b" not in said.out  # bold is for terminals


def test_a_row_says_what_it_lies_in(run: Run):
    said = run("search", "Rundschreiben", "--view", "items", "--limit", "1").out
    assert (
        "5 January 1932 · Germany · item · restricted · in Germany › [78] Circulars of the national leadership" in said
    )
    assert ", p. 1 (OPIS-SPECIMEN/inv-" in run("search", "Rundschreiben", "--view", "pages", "--limit", "1").out
    assert " · file" not in run("search", "Rundschreiben").out  # what a folder is anyway


def test_search_that_finds_nothing_says_what_to_try(run: Run):
    said = run("search", "динозавр")
    assert said.code == 0
    assert "Fewer words, --match any" in said.out


def test_search_says_what_it_could_not_use(run: Run):
    assert run("search", '"opposition').lines[0].startswith("note: A quotation mark is not closed")


def test_json_is_what_the_documentation_shows(run: Run):
    said = run("search", "l'opposition foo:international Starik", "--json", "--match", "any", "--limit", "1")
    answer = json.loads(said.out)
    answer["facets"] = {"section": answer["facets"]["section"]}  # the example has one, and no series
    answer["series"] = []
    assert shape(answer) == shape(documented())
    assert answer["view"] == "folders"
    assert answer["total"] > 1 == len(answer["hits"])
    (snippet, *_) = answer["hits"][0]["snippets"]
    assert all(0 <= start < end <= len(snippet["text"]) for start, end in snippet["marks"])


@pytest.mark.parametrize("view", ["folders", "items", "pages", "series"])
def test_views(run: Run, view: str):
    answer = json.loads(run("search", "opposition", "--view", view, "--json").out)
    assert answer["view"] == view
    assert answer["total"] > 0


def total(run: Run, *arguments: str) -> int:
    said = run("search", *arguments, "--json", "--limit", "0")
    assert said.code == 0, said.err
    return int(json.loads(said.out)["total"])


def test_filters(run: Run):
    france, belgium = total(run, "", "--filter", "section=France"), total(run, "", "--filter", "section=Belgium")
    assert total(run, "", "--filter", "section=France", "--filter", "section=Belgium") == france + belgium > 0
    assert total(run, "", "--filter", "section!=France") == total(run, "") - france
    assert total(run, "", "--filter", "lang=ru") == total(run, "", "--filter", "language=ru") > 0
    assert total(run, "", "--filter", "language=French") == total(run, "", "--filter", "language=fr") > 0
    assert total(run, "", "--filter", "section=not-stated") > 0


def test_a_filter_that_nothing_fits_is_said(run: Run):
    said = run("search", "", "--filter", "section=france")
    assert said.lines[0] == "note: Nothing in this archive has section=france; capitals count."


def test_dates(run: Run):
    assert 0 < total(run, "", "--from", "1932", "--to", "1932-06") < total(run, "", "--from", "1932") < total(run, "")
    assert total(run, "", "--from", "May 1932", "--to", "May 1932") > 0


def test_match(run: Run):
    words = "Reichsleitung Rundschreiben Ortsgruppen динозавр"
    counts = [total(run, words, "--match", match) for match in ("all", "most", "any")]
    assert counts[0] == 0 < counts[1] <= counts[2]


def test_offset_goes_on_where_limit_ends(run: Run):
    def ids(*arguments: str) -> list[str]:
        return [hit["id"] for hit in json.loads(run("search", "opposition", "--json", *arguments).out)["hits"]]

    assert ids("--limit", "6") == ids("--limit", "3") + ids("--limit", "3", "--offset", "3")


def test_a_query_that_begins_with_minus_stands_behind_two(run: Run):
    assert run("search", "--limit", "1", "--", "-opposition").code == 0


def test_bytes_that_are_no_text_are_searched_as_far_as_they_are(run: Run):
    said = run("search", "opposition \udcff", "--json", "--filter", "section=\udcfe")
    assert said.code == 0
    assert json.loads(said.out)["total"] == 0


def test_dates_are_chosen_and_ordered(run: Run):
    found = json.loads(run("search", "", "--view", "items", "--from", "1932", "--to", "1932", "--json").out)
    chosen = ["--dates", "certainly", "--dates", "stated", "--sort", "earliest"]
    closer = json.loads(run("search", "", "--view", "items", "--from", "1932", "--to", "1932", *chosen, "--json").out)
    assert 0 < closer["total"] < found["total"]
    days = [date["earliest"] for hit in closer["hits"] for date in hit["dates"]]
    assert days == sorted(days)
    assert ", 10 undated last" in run("search", "", "--view", "items", "--sort", "latest").lines[0]
