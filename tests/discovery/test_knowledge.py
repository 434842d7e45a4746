"""Authority file and thesaurus in a search: other names brought in, several people kept apart, concepts offered."""

import pytest

from discovery.answering.results import Results
from discovery.answering.terminal import results_lines
from discovery.engines.port import Engine
from discovery.query.names import Names, query_for
from tests.discovery.conftest import Ask, ids


@pytest.fixture
def ask(ask_sample: Ask) -> Ask:
    return ask_sample


def forms(results: Results, relation: str) -> dict[str, int | None]:
    found = (also for word in results.understood.words for also in word["also"] if also["relation"] == relation)
    return {form["form"]: form["count"] for also in found for form in also["forms"]}


def test_a_pseudonym_finds_the_person_s_letters_and_says_so(ask: Ask):
    results = ask("Gurov")
    assert ask('"Gurov"').total == 0 < results.total
    assert {"trotsky", "trotzki", "троцкий", "троцкому"} <= set(forms(results, "pseudonym"))
    assert all(any(reason.startswith("by pseudonym: ") for reason in row.reasons) for row in results.rows)


def test_only_names_that_occur_are_brought_in(ask: Ask):
    for relation in ("authority", "pseudonym"):
        assert all(forms(ask("Trotsky"), relation).values()), relation


def test_a_name_of_several_words_is_a_phrase(ask: Ask):
    brought = forms(ask("Trotsky"), "pseudonym")
    assert brought["антид ото"] == ask('"Антидъ Ото"').total == 1  # in old spelling
    assert "антид ото" not in forms(ask("Trotsky", "pages", "Антид Ото"), "pseudonym")


@pytest.mark.parametrize("relation", ["authority", "pseudonym"])
def test_other_names_can_be_left_out(ask: Ask, relation: str):
    for name in ("Gurov", "Leon Trotsky"):
        assert not forms(ask(name, "pages", relation), relation)


@pytest.mark.parametrize(("typed", "people"), [("Starik", 2), ("Sedov", 2), ("gurov", 1), ("Spectator", 2)])
def test_who_is_unclear_is_a_choice_and_not_searched(ask: Ask, typed: str, people: int):
    results = ask(typed)
    assert len(results.understood.choices[typed]) == people
    assert not forms(results, "pseudonym")
    assert not forms(results, "authority")
    assert any(line.startswith(f"{typed} may be: ") for line in results_lines(results, marked=False))


def test_a_choice_leads_to_the_one(ask: Ask):
    trotsky, lenin = ask("Starik opposition").understood.choices["Starik"]
    assert trotsky.query == "Trockij Lev Davidovič opposition"
    chosen = ask(trotsky.query, "folders")
    assert not chosen.understood.choices
    assert chosen.total
    assert lenin.query.startswith("Lenin ")


def test_what_a_choice_leads_to_names_that_one(sample_engine: Engine):
    names, astray = sample_engine.knowledge().authorities, []
    for one in names:
        found = names.find(query_for(one, "Starik", "Starik"))
        if not found or found[0].authority.id != one.id:
            astray.append(one.id)
    assert astray == []


def test_words_side_by_side_are_one_name(ask: Ask):
    results = ask("opposition Lev Sedov", "folders")
    assert {"leon sedov", "leo sedow"} <= set(forms(results, "authority"))
    assert not results.understood.choices


def test_senders_are_known_by_their_other_names(ask: Ask):
    results = ask("from:Gurov", "items")
    assert forms(results, "pseudonym")["Trotsky"] + forms(results, "conjecture")["Trotsky"] == results.total
    assert set(ids(results)) == set(ids(ask("from:Trotsky", "items")))
    assert ask("from:Gurov", "items", "pseudonym").total == 0


def test_a_place_in_another_language(ask: Ask):
    assert {"париж", "parigi"} <= set(forms(ask("Paris"), "authority"))


def test_what_matches_as_typed_stands_first(ask: Ask):
    for view in ("folders", "items", "pages"):
        typed = ids(ask("Trotsky", view, "authority", "pseudonym", "other script", "OCR reading"))
        assert set(ids(ask("Trotsky", view))[: len(typed)]) == set(typed)


def test_what_only_a_pseudonym_finds_stands_last(ask: Ask):
    for view in ("folders", "items", "pages"):
        named = ids(ask("Trotsky", view, "pseudonym"))
        found = ids(ask("Trotsky", view))
        assert set(found[: len(named)]) == set(named)
        assert len(found) > len(named), view


def test_a_concept_is_offered_in_the_other_languages_and_not_searched(ask: Ask):
    results = ask("протокол левой оппозиции", "folders")
    concept = next(one for one in results.suggestions if one.typed == "левой оппозиции")
    labels = {label.language: label for label in concept.labels}
    assert labels["de"].query == "протокол Linksopposition"
    assert "ru" not in labels
    assert ids(results) == ids(ask("протокол левой оппозиции", "folders"))
    assert "linksopposition" not in str(results.understood.words).casefold()


def test_an_archive_without_such_files_has_nothing_to_say():
    assert Names().person("Trotsky", surely=True) is None
