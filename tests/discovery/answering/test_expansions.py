"""What the archive's lexicon brings in: counted, behind what was typed, and left out on demand."""

import re

import pytest

from discovery.answering.results import Results
from discovery.answering.terminal import results_lines
from discovery.query.clauses import EXPANSIONS, RELATIONS
from tests.discovery.conftest import Ask, ids

NAMES = ["Trotsky", "Троцкий", "Trockij", "Sedov", "Седов", "Radek", "Zinov'ev"]


@pytest.fixture
def ask(ask_sample: Ask) -> Ask:
    return ask_sample


def forms(results: Results, relation: str) -> dict[str, int | None]:
    (word,) = results.understood.words
    found = (also["forms"] for also in word["also"] if also["relation"] == relation)
    return {form["form"]: form["count"] for form in next(found, ())}


@pytest.mark.parametrize("view", ["folders", "items", "pages"])
@pytest.mark.parametrize("name", NAMES)
def test_what_matches_as_typed_ranks_above_what_the_lexicon_brought_in(ask: Ask, view: str, name: str):
    surely = set(ids(ask(name, view, *EXPANSIONS)))
    found = ids(ask(name, view))
    assert surely == set(found[: len(surely)])


@pytest.mark.parametrize("view", ["folders", "pages"])
def test_counts_are_those_of_a_search_for_the_form(ask: Ask, view: str):
    counted = forms(ask("Trotsky", view), "other script")
    assert len(counted) > 3
    assert list(counted.values()) == sorted(counted.values(), key=lambda count: -(count or 0))
    for form, count in counted.items():
        assert ask(f'"{form}"', view).total == count, form


def test_only_what_the_archive_brought_in_is_counted(ask: Ask):
    for also in ask("Троцкий").understood.words[0]["also"]:
        assert {form["count"] is None for form in also["forms"]} == {also["relation"] not in EXPANSIONS}


def test_a_form_can_be_left_out(ask: Ask):
    results = ask("Trotsky", "pages", "Троцкого")  # however it was typed
    assert "троцкого" in forms(ask("Trotsky"), "other script")
    assert "троцкого" not in forms(results, "other script")
    assert set(ids(results)) < set(ids(ask("Trotsky")))
    assert results.understood.without == ("Троцкого",)


@pytest.mark.parametrize("word", ["Genosse", "réunion", "Троцкий", "opposit*"])
def test_whatever_is_shown_can_be_left_out(ask: Ask, word: str):
    shown = {form["form"] for also in ask(word).understood.words[0]["also"] for form in also["forms"]}
    assert shown
    for form in shown:
        left = ask(word, "pages", form).understood.words[0]["also"]
        assert form not in {one["form"] for also in left for one in also["forms"]}


@pytest.mark.parametrize("said", ["other script", "Other Script", "INFLECTION", "folding"])
def test_a_relation_can_be_left_out(ask: Ask, said: str):
    before = {also["relation"] for also in ask("Троцкий").understood.words[0]["also"]}
    after = {also["relation"] for also in ask("Троцкий", "pages", said).understood.words[0]["also"]}
    assert {relation.casefold() for relation in before - after} == {said.casefold()}


def test_all_of_it_can_be_left_out(ask: Ask):
    exactly = ask("Trotsky", "pages", "all")
    assert exactly.understood.words[0]["also"] == []
    assert ids(exactly) == ids(ask('"Trotsky"'))


def test_a_row_says_which_form_matched_by_which_relation(ask: Ask):
    row = next(row for row in ask("Trotsky").rows if any("script" in reason for reason in row.reasons))
    (reason,) = (reason for reason in row.reasons if "script" in reason)
    label, _, said = reason.partition(": ")
    assert label == RELATIONS["other script"][0]
    marked = {
        shown.text[start:end]: relation
        for shown in row.snippets
        for (start, end), relation in zip(shown.marks, shown.relations, strict=True)
    }
    assert marked[said.split(", ")[0]] == "other script"


def test_a_terminal_says_what_was_brought_in(ask: Ask):
    (line,) = (line for line in results_lines(ask("Trotsky"), marked=False) if line.startswith("understood as"))
    assert "Trotsky, another spelling or script of the name: " in line
    assert re.search(r": trotski \d+, ", line)
    assert not any(line.startswith("understood") for line in results_lines(ask('"Trotsky"'), marked=False))
