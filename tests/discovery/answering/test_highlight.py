"""What is marked is what matched: on every page of the sample collection, in both directions."""

import random
import re

import pytest

from discovery.answering.highlight import Highlighter, Mark
from discovery.answering.results import Request
from discovery.answering.service import highlighter, search
from discovery.answering.snippets import BEGUN, GOES_ON, LENGTH, best_snippet
from discovery.engines.port import Engine, Question, Stored
from discovery.query.clauses import Alternative, AnyForm, Neighbours
from discovery.records import Passage
from discovery.text.tokens import tokenise

# A query, and what every marked word looks like.
QUERIES = [
    ("opposition", r"(?i)(links)?oppositions?"),
    ("оппозиция", r"(?i)оппозици[яиюей]+"),
    ("оппозиціи", r"(?i)оппозиці?и?[яиію]"),
    ("письмо", r"(?i)пис[её]?[мь]+\w*"),
    ("стали", r"(?i)ста[лнтьею]\w*"),
    ("Genosse", r"(?i)(grenz)?genossen?(gruß)?"),
    ("réunion", r"(?i)r[ée](uni[oó]n\w*|únen)"),
    ("reunion", r"(?i)r[eéè](uni[oó]n\w*|únen)"),
    ("circular", r"(?i)c[ií]rcul\w*"),
    ("carta", r"(?i)cart[ae]s?"),
    ("lettera", r"(?i)letter\w*"),
    ("Trotsk*", r"(?i)Trotsk\w*('s)?"),
    ("l'opposition", r"(?i)(links)?oppositions?"),
    ("въ", "(?i)въ?"),
    ("Троцкий", r"(?i)(Троцк|[TI]rot[sz]k|Tro[cz]k)\w+('s)?|Антид\w*|Ото|der|Alte"),
    ('"1932"', "1932"),
    ("São", r"(?i)S[aãä]o"),
    ("Straße", r"(?i)Stra(ß|ss)en?"),
    ('"gauche"', "(?i)gauche"),
]
PLACED = [
    '"opposition de gauche"',
    '"Left Opposition"',
    '"левой оппозиции"',
    '"la la"',
    "opposition NEAR/3 gauche",
    "gauche NEAR/3 opposition",
    "деньги NEAR/20 письма",
    "U.S.S.R.",
    'internationale NEAR/9 "opposition de gauche"',
]


@pytest.fixture(scope="module")
def pages(sample_engine: Engine) -> list[Stored]:
    snapshot = sample_engine.snapshot()
    return snapshot.read(snapshot.ask(Question(view="pages", limit=1000)).hits)


def marks(page: Stored, marker: Highlighter) -> list[Mark]:
    return marker.marks(page.body, tuple(Passage(*p) for p in page.record["passages"]), "text")


@pytest.mark.parametrize(("query", "looks"), QUERIES)
def test_every_page_found_has_marks_and_they_are_forms_of_the_word(sample_engine: Engine, query: str, looks: str):
    results = search(sample_engine, Request(text=query, view="pages", without=("OCR reading",), limit=200))
    assert results.total == len(results.rows) > 0
    for row in results.rows:
        (snippet,) = row.snippets
        assert snippet.marks, row.record["id"]
        for start, end in snippet.marks:
            assert re.fullmatch(looks, snippet.text[start:end].replace("- ", "")), snippet.text[start:end]


@pytest.mark.parametrize("query", [query for query, _ in QUERIES] + PLACED)
def test_marked_if_and_only_if_found(sample_engine: Engine, pages: list[Stored], query: str):
    found = {row.record["id"] for row in search(sample_engine, Request(text=query, view="pages", limit=500)).rows}
    marker = highlighter(sample_engine, Request(text=query))
    assert found == {page.record["id"] for page in pages if marks(page, marker)}


def test_phrase_is_marked_only_where_it_stands(sample_engine: Engine, pages: list[Stored]):
    marker = highlighter(sample_engine, Request(text='"opposition de gauche"'))
    seen = 0
    for page in pages:
        words = [page.body[mark.start : mark.end].lower() for mark in marks(page, marker)]
        assert words == ["opposition", "de", "gauche"] * (len(words) // 3)
        seen += len(words) // 3
    assert seen >= 5


def test_near_agrees_with_counting_words(sample_engine: Engine, pages: list[Stored]):
    """The engine, the marks and a count of words say the same of 40 pairs of words on all pages."""
    snapshot = sample_engine.snapshot()
    words = {page.key: [token.form for token in tokenise(page.body)] for page in pages}
    chance = random.Random(1932)
    for _ in range(40):
        text = words[chance.choice(list(words))]
        at = chance.randrange(len(text) - 8)
        one, other, distance = text[at], text[at + chance.randrange(1, 8)], chance.choice([1, 2, 4, 7, 10])
        sides = tuple(((Alternative("exact", form, "typed"),),) for form in (one, other))
        near = Neighbours("near", sides, ("text",), distance)
        hits = snapshot.ask(Question(view="pages", clause=near, limit=500)).hits
        found = {stored.key for stored in snapshot.read(hits)}
        assert found == {key for key, text in words.items() if _near(text, one, other, distance)}, near
        assert found == {page.key for page in pages if marks(page, Highlighter([near]))}, near


def _near(words: list[str], one: str, other: str, distance: int) -> bool:
    first = [at for at, word in enumerate(words) if word == one]
    second = [at for at, word in enumerate(words) if word == other]
    return any(0 < abs(b - a) <= distance for a in first for b in second)


def test_a_zone_marks_only_in_that_zone(sample_engine: Engine):
    marker = highlighter(sample_engine, Request(text="title:opposition"))
    assert marker.marks("Opposition", (), "title")
    assert not marker.marks("Opposition", (), "text")


def test_reasons_say_how_a_form_relates(sample_engine: Engine):
    by_word = {}
    for row in search(sample_engine, Request(text="Троцкий", view="pages", limit=50)).rows:
        (snippet,) = row.snippets
        for start, end in snippet.marks:
            reasons = (reason.partition(":")[0] for reason in row.reasons)
            by_word.setdefault(snippet.text[start:end].lower(), set()).update(reasons)
    assert "old or new spelling" in by_word["троцкій"]
    assert "another form of the word" in by_word["троцкому"]
    assert "old or new spelling" not in by_word["троцкий"]


CYRILLIC = (
    "Въ концѣ мѣсяца\n" * 40 + "редакція проситъ товарищей\nприсылать деньги; редакція благодаритъ. " + "Слово " * 80
)


def cyrillic_marks() -> list[Mark]:
    word = AnyForm("редакция", (Alternative("exact", "~редакция", "folding"),), ("text",))
    return Highlighter([word]).marks(CYRILLIC, (), "text")


def test_marks_are_places_in_code_points():
    assert [CYRILLIC[mark.start : mark.end] for mark in cyrillic_marks()] == ["редакція", "редакція"]


def test_snippet_shows_the_marks_with_words_before_them():
    snippet = best_snippet(CYRILLIC, cyrillic_marks(), (Passage(0, len(CYRILLIC), "ru"),))
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["редакція", "редакція"]
    assert snippet.language == "ru"
    assert len(snippet.text) <= LENGTH + 60
    assert "\n" not in snippet.text
    assert snippet.text.startswith(BEGUN)
    assert snippet.text.endswith(GOES_ON)
    assert snippet.text.removeprefix(BEGUN).split()[0] in CYRILLIC.split()
    assert 0 < snippet.marks[0][0] <= 60 + len(BEGUN)


def test_snippet_prefers_distinct_words():
    text = "alpha " * 30 + "x " * 200 + "alpha beta " + "x " * 50
    words = [AnyForm(w, (Alternative("exact", w, "typed"),), ("text",)) for w in ("alpha", "beta")]
    snippet = best_snippet(text, Highlighter(words).marks(text, (), "text"))
    assert "beta" in snippet.text
    assert {snippet.text[start:end] for start, end in snippet.marks} == {"alpha", "beta"}


def test_snippet_makes_broken_words_whole_and_lines_run_on():
    text = "Deutsche Links-\nopposition,\n\n  Reichs-\nLeitung, an  alle"
    word = AnyForm("w", (Alternative("exact", "linksopposition", "typed"),), ("text",))
    snippet = best_snippet(text, Highlighter([word]).marks(text, (), "text"))
    assert snippet.text == "Deutsche Linksopposition, Reichs- Leitung, an alle"
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["Linksopposition"]


def test_snippet_without_marks_is_the_beginning():
    assert best_snippet("\n\nОдин два", []).text == "Один два"
    assert best_snippet("", []).text == ""
    assert len(best_snippet("слово " * 500, []).text) <= LENGTH + 40
    assert len(best_snippet("ы" * 5000, []).text) <= LENGTH + 40
