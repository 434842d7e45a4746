"""A search as a whole, on the sample collection: what matches, in which order, what is counted, what is said."""

from collections.abc import Callable

import pytest

from discovery.answering.ranking import CONSIDERED
from discovery.answering.requests import make_request
from discovery.answering.results import Results
from discovery.answering.service import search
from discovery.engines.port import Engine, View
from discovery.records import NOT_STATED
from mappings.fields import FACETS
from tests.discovery.query.test_parser import HOSTILE

VIEWS: tuple[View, ...] = ("folders", "items", "pages")
EVERYTHING = 500

Ask = Callable[..., Results]


@pytest.fixture(scope="module")
def ask(sample_engine: Engine) -> Ask:
    def ask(text: str = "", view: View = "folders", *filters: str, **more) -> Results:
        return search(sample_engine, make_request(text, view, filters, **{"limit": EVERYTHING, **more}))

    return ask


def ids(results: Results) -> list[str]:
    return [row.record["id"] for row in results.rows]


def counts(results: Results, facet: str) -> dict[str, int]:
    return {value.value: value.count for value in results.facets[facet]}


# Words


FOUR = "Reichsleitung Rundschreiben Ortsgruppen динозавр"


def test_up_to_three_words_must_all_match(ask: Ask):
    assert ask("Reichsleitung Rundschreiben Ortsgruppen").total == 1


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("Rundschreiben динозавр", ("динозавр",)),
        ("Reichsleitung Rundschreiben динозавр", ("динозавр",)),
        (FOUR, ("динозавр",)),
        ("Reichsleitung Rundschreiben динозавр мамонт", ("динозавр", "мамонт")),
    ],
)
def test_what_nothing_has_is_let_go_and_named(ask: Ask, query: str, missing: tuple[str, ...]):
    row = ask(query).rows[0]
    assert row.missing == missing
    assert ask(query, match="all").total == 0


def test_nothing_at_all_is_nothing(ask: Ask):
    assert ask("мамонт динозавр").total == 0


def test_any_finds_what_each_word_finds(ask: Ask):
    each = [set(ids(ask(word))) for word in FOUR.split()]
    assert set(ids(ask(FOUR, match="any"))) == set.union(*each)


@pytest.mark.parametrize("view", VIEWS)
def test_enough_is_found_by_as_many_words_as_go_together(ask: Ask, view: View):
    rows = ask("opposition gauche internationale bulletin circulaire", view).rows
    assert len(rows) >= 10
    assert len(rows[0].missing) < 3 > min(len(row.missing) for row in rows)


def test_a_sentence_finds_what_its_words_find(ask: Ask):
    for sentence in (
        "Ich suche das Rundschreiben der Reichsleitung.",
        "I am looking for Rundschreiben by Reichsleitung",
    ):
        assert ids(ask(sentence)) == ids(ask("Rundschreiben Reichsleitung"))


def test_function_words_are_dropped_and_said(ask: Ask):
    results = ask("l'opposition de la gauche")
    assert results.understood.dropped == ("de", "la")
    assert ids(results) == ids(ask("opposition gauche"))


def test_function_words_alone_are_searched(ask: Ask):
    assert ask("de la").total > 0


def test_quotes_find_only_the_form(ask: Ask):
    assert ask('"оппозиция"').total == 0 < ask("оппозиция").total
    assert ask('"Genossen"', "pages").total <= ask("Genosse", "pages").total


def test_an_empty_query_is_everything_in_the_order_of_the_finding_aid(ask: Ask):
    results = ask()
    assert [row.record["ref"] for row in results.rows] == [str(number) for number in range(1, 142)]


def test_nothing_left_to_search_finds_nothing_and_says_why(ask: Ask):
    results = ask("a*")
    assert (results.total, results.rows) == (0, ())
    assert results.notices


def test_not_takes_away(ask: Ask):
    having, without = set(ids(ask("opposition Berlin", "pages"))), set(ids(ask("opposition -Berlin", "pages")))
    assert having.isdisjoint(without)
    assert having | without == set(ids(ask("opposition", "pages")))
    assert ask("-opposition").total == 141 - ask("opposition").total


def test_every_row_says_why(ask: Ask):
    for view in ("folders", "items"):
        for row in ask("opposition", view).rows:
            assert row.reasons, row.record["id"]
            assert row.title_marks or row.snippets or "among the names" in row.reasons


def test_a_folder_shows_the_item_it_was_found_by(ask: Ask):
    row = next(row for row in ask("opposition").rows if "in the description of one item" in row.reasons)
    assert row.snippets[0].zone == "description"
    assert row.snippets[0].marks


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_is_too_much_for_an_archive(ask: Ask, text: str):
    for view in ("folders", "pages"):
        results = ask(text, view, match="any", limit=20)
        assert results.seconds < 2  # a twentieth of this on an idle machine
        assert results.total >= len(results.rows)


# Fields


@pytest.mark.parametrize(
    ("query", "view"),
    [("from:Sedov", "items"), ('from:"Sedov, Lev"', "items"), ("to:Trotsky", "items"), ("lang:ru", "pages")],
)
def test_fields_hold_for_every_row(ask: Ask, query: str, view: View):
    field, _, value = query.replace('"', "").partition(":")
    rows = ask(query, view).rows
    assert rows
    for row in rows:
        if field == "lang":
            assert value in row.record["languages"]
        else:
            assert any(name["role"] == field and value in name["text"] for name in row.record["names"])


@pytest.mark.parametrize("written", ["ru", "rus", "Russian", "русский", "RU"])
def test_a_language_by_any_name(ask: Ask, written: str):
    assert ids(ask(f"lang:{written}")) == ids(ask("", "folders", "language=ru"))


@pytest.mark.parametrize("query", ["section:Great Britain", "section:Fran*", "form:carbon", "lang:xx", "ref:9999"])
def test_a_value_that_nothing_has_is_said(ask: Ask, query: str):
    results = ask(query)
    assert results.total == 0
    assert "Nothing in this archive has " in results.notices[0].message


def test_a_date_field_is_the_date_filter(ask: Ask):
    assert set(ids(ask("date:1932"))) == set(ids(ask(first="1932", last="1932")))
    assert set(ids(ask("date:1932.."))) == set(ids(ask(first="1932")))
    assert set(ids(ask("date:..1931"))) == set(ids(ask(last="1931")))


# Inventory numbers


@pytest.mark.parametrize(
    "query",
    [
        *("78", "inv. 78", "inv.78", "#78", "№ 78", "no. 78", "Inv.-Nr. 78", "inventory number 78", "folder 78"),
        *("OPIS-SPECIMEN.78", "opis-specimen.78", "OPIS-SPECIMEN, 78", "OPIS-SPECIMEN inv. 78", "(OPIS-SPECIMEN.78)"),
        *("ref:78", "inv:78", "78.1", "inv. 78-80"),
        "Circular of 5 January 1932, Specimen collection, Amsterdam, OPIS-SPECIMEN, inv. no. 78, fol. 2",
        "L. Trockij an E. Bauer, 3.5.1931, OPIS-SPECIMEN, Inv.-Nr. 78",
    ],
)
def test_an_inventory_number_puts_its_folder_first(ask: Ask, query: str):
    row = ask(query, limit=3).rows[0]
    assert row.record["ref"] == "78"
    assert query.startswith(("ref:", "inv:")) or "inventory number 78" in row.reasons


def test_what_a_number_names_is_there_in_every_view(ask: Ask):
    assert ids(ask("78", "items")) == ["OPIS-SPECIMEN/inv-78.1"]
    assert ids(ask("78", "pages")) == ["OPIS-SPECIMEN/inv-78.1/0001", "OPIS-SPECIMEN/inv-78.1/0002"]
    assert ids(ask("2.1", "items")) == ["OPIS-SPECIMEN/inv-2.1"]
    assert ids(ask("2.1")) == ["OPIS-SPECIMEN/inv-2"]


def test_the_reference_of_the_fonds_shows_the_fonds(ask: Ask):
    results = ask("OPIS-SPECIMEN")
    assert [row.record["id"] for row in results.series] == ["OPIS-SPECIMEN"]


def test_a_number_named_goes_before_words_that_match_better(ask: Ask):
    results = ask("opposition, inv. 78", match="any")
    assert results.rows[0].record["ref"] == "78"
    assert results.rows[0].missing == ()
    assert results.total > 1


@pytest.mark.parametrize("query", ["bulletin no. 5", "Rundschreiben Nr. 1/32", "12 May 1932"])
def test_other_numbers_pin_nothing(ask: Ask, query: str):
    assert ask(query).understood.refs == ()


# Facets


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("text", ["", "opposition"])
def test_a_facet_counts_what_choosing_its_value_would_show(ask: Ask, view: View, text: str):
    facets = ask(text, view, limit=0).facets
    assert list(facets) == list(FACETS)
    for name, values in facets.items():
        for value in values[:4] + values[-1:]:
            assert ask(text, view, f"{name}={value.value}", limit=0).total == value.count, (name, value)


def test_values_of_one_facet_mean_or(ask: Ask):
    both = set(ids(ask("", "folders", "section=France", "section=Germany")))
    assert both == set(ids(ask("", "folders", "section=France"))) | set(ids(ask("", "folders", "section=Germany")))


def test_values_of_two_facets_mean_and(ask: Ask):
    both = set(ids(ask("", "items", "genre=letter", "form=carbon copy")))
    letters, copies = ids(ask("", "items", "genre=letter")), ids(ask("", "items", "form=carbon copy"))
    assert both == set(letters) & set(copies) != set()


@pytest.mark.parametrize("chosen", ["genre=letter", "genre!=letter", "genre=not-stated"])
def test_choosing_leaves_the_facet_s_own_counts_alone(ask: Ask, chosen: str):
    assert counts(ask("", "items", chosen), "genre") == counts(ask("", "items"), "genre")


def test_choosing_narrows_the_other_facets(ask: Ask):
    letters = ask("", "items", "genre=letter")
    assert sum(counts(letters, "form").values()) == letters.total < ask("", "items").total


def test_a_value_can_be_excluded(ask: Ask):
    everything, telegrams = ask("", "items"), ask("", "items", "genre=telegram")
    assert set(ids(ask("", "items", "genre!=telegram"))) == set(ids(everything)) - set(ids(telegrams))
    states = {value.value: value.state for value in ask("", "items", "genre!=telegram").facets["genre"]}
    assert states["telegram"] == "excluded"


def test_not_stated_is_a_value_and_stands_last(ask: Ask):
    outside = ask("", "folders", "section=not-stated")
    assert outside.total > 20
    assert all(row.record["section"] is None for row in outside.rows)
    assert ask().facets["section"][-1].label == "Not stated"
    stated = sum(count for value, count in counts(ask(), "section").items() if value != "not-stated")
    assert stated + outside.total == ask().total


def test_a_chosen_value_without_hits_stays_to_be_taken_back(ask: Ask):
    results = ask("opposition", "folders", "section=Cuba")
    assert results.total == 0
    assert ("Cuba", 0, "chosen") in [(v.value, v.count, v.state) for v in results.facets["section"]]


# Views, order, pieces


def test_views_hold_what_they_are_called(ask: Ask):
    assert {row.record["kind"] for row in ask("", "folders").rows} == {"folder"}
    assert {row.record["kind"] for row in ask("", "items").rows} <= {"folder", "item"}
    assert {row.record["kind"] for row in ask("", "pages").rows} == {"page"}
    assert {row.record["kind"] for row in ask("", "series").rows} == {"fonds", "series"}


def test_a_folder_without_items_is_an_item_too(ask: Ask):
    leaves = {row.record["id"] for row in ask().rows if row.record["child_count"] == 0}
    assert leaves == {row.record["id"] for row in ask("", "items").rows if row.record["kind"] == "folder"} != set()


def test_a_folder_is_found_by_what_is_in_it(ask: Ask):
    for query in ("opposition", "Genosse", "письмо"):
        folders = {row.record["folder"]["id"] for row in ask(query, "pages").rows}
        assert folders <= set(ids(ask(query)))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("text", ["", "opposition", "opposition gauche internationale bulletin", "78 OR opposition"])
def test_pieces_make_the_whole(ask: Ask, view: View, text: str):
    whole = ids(ask(text, view, limit=60))
    pieces = [identifier for offset in range(0, 60, 7) for identifier in ids(ask(text, view, limit=7, offset=offset))]
    assert pieces[: len(whole)] == whole
    assert len(set(whole)) == len(whole)


def test_totals_do_not_depend_on_the_piece(ask: Ask):
    assert {
        ask("opposition", limit=limit, offset=offset).total for limit, offset in [(0, 0), (5, 0), (5, 30), (5, 99)]
    } == {ask("opposition").total}


def test_pieces_beyond_what_is_ordered_anew_repeat_and_lose_nothing(ask: Ask):
    words = {"text": "letter Trotsky Sedov International", "view": "items", "match": "any"}
    whole = ids(ask(**words))
    assert len(whole) > CONSIDERED
    assert [one for offset in range(0, len(whole), 30) for one in ids(ask(**words, limit=30, offset=offset))] == whole


# What is inherited


def test_a_section_says_from_where(ask: Ask):
    said = {row.record["section"]["from"] for row in ask("", "folders", "section=France").rows}
    assert said == {"subseries"} or said == {"series"}
    assert {row.record["section"]["from"] for row in ask("", "items", "section=France").rows} == said


def test_access_says_from_where(ask: Ask):
    notes = [row.record["access"] for row in ask("", "items").rows if row.record["access"]]
    assert {"own"} < {note["from"] for note in notes}
    assert all(note["value"] for note in notes)


def test_dates_say_whose_they_are(ask: Ask):
    sources = {date["source"] for row in ask("", "items").rows for date in row.record["dates"]}
    assert sources == {"own", "inherited"}


def test_a_folder_shows_the_letters_that_fields_ask_for(ask: Ask):
    rows = ask("from:Sedov to:Trotsky").rows
    letters = {row.record["ref"]: [shown.text for shown in row.snippets] for row in rows if row.snippets}
    assert sum(map(len, letters.values())) == ask("from:Sedov to:Trotsky", "items").total
    assert all("Sedov, Lev" in shown and "to Trotsky" in shown for found in letters.values() for shown in found)
    others = [row.reasons for row in rows if row.record["ref"] not in letters]
    assert set(others) == {("by several items together, by none alone",)}
    assert not any(row.reasons for row in ask("section:Germany").rows)


@pytest.mark.parametrize("view", ["folders", "items", "pages"])
@pytest.mark.parametrize("field", ["section", "form", "genre"])
def test_a_field_finds_what_its_facet_counts(ask: Ask, field: str, view: View):
    for value in ask("", view, limit=0).facets[field]:
        if value.value != NOT_STATED:
            assert ask(f'{field}:"{value.value}"', view, limit=0).total == value.count
