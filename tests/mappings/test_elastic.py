"""The tables as an index: complete, and the server's stemmers beside Python's, word by word."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from discovery.text.terms import analyser
from discovery.text.tokens import tokenise
from mappings import elastic
from mappings.fields import FACETS, KEYWORDS, NUMBERS, ZONES
from mappings.languages import LANGUAGES

WORDS = 5000
KNOWN = {"en": {"added", "adding"}}
"""Frequent words whose stem differs between Lucene's Snowball and PyStemmer's."""


def test_every_field_of_the_table_is_mapped() -> None:
    properties = elastic.index_body()["mappings"]["properties"]
    streams = {field for zone in ZONES.values() for field in elastic.zone_analyses(zone).values()}
    assert properties.keys() >= {*KEYWORDS, *FACETS, *NUMBERS, *streams, *elastic.DATES.values()}


def test_a_field_that_is_not_mapped_is_refused() -> None:
    assert elastic.index_body()["mappings"]["dynamic"] == "strict"


def test_analysed_words_are_not_stored_again() -> None:
    excluded = elastic.index_body()["mappings"]["_source"]["excludes"]
    assert set(excluded) == {field for zone in ZONES.values() for field in elastic.zone_analyses(zone).values()}


def test_native_languages_have_a_stemmer_and_no_lemmas() -> None:
    assert all(LANGUAGES[code].stemmer and not LANGUAGES[code].lemmas for code in elastic.NATIVE)


@pytest.fixture(scope="module")
def index(elasticsearch_place) -> Iterator[tuple[object, str]]:
    client_library = pytest.importorskip("elasticsearch")
    url, _, name = elasticsearch_place("parity").rpartition("/")
    with client_library.Elasticsearch(url) as client:
        client.indices.create(index=name, **elastic.index_body())
        yield client, name


def analysed(index, field: str, forms: list[str]) -> list[set[str]]:
    """The terms at the position of each form."""
    client, name = index
    found: list[set[str]] = [set() for _ in forms]
    for begin in range(0, len(forms), 1000):
        text = " ".join(forms[begin : begin + 1000])
        for token in client.indices.analyze(index=name, field=field, text=text)["tokens"]:
            found[begin + token["position"]].add(token["token"])
    return found


def frequent(corpora: Path, code: str) -> list[str]:
    counts: Counter[str] = Counter()
    for line in (corpora / "lemmas" / code / "pairs.tsv").read_text(encoding="utf-8").splitlines():
        *_, form, count = line.split("\t")
        for token in tokenise(form):
            counts[token.form] += int(count)
    return [form for form, _ in counts.most_common(WORDS)]


@pytest.mark.parametrize("code", ["fr", "en"])
def test_a_native_chain_is_pythons(index, corpora, code) -> None:
    forms = frequent(corpora, code)
    found = analysed(index, f"text_{code}", forms)
    pairs = zip(forms, found, strict=True)
    different = {form: terms for form, terms in pairs if terms != set(analyser(code)(form))}
    assert different.keys() == KNOWN.get(code, set()), different


@pytest.mark.parametrize("code", ["ru", "de"])
def test_prepared_terms_stand_at_one_position(index, corpora, code) -> None:
    forms = frequent(corpora, code)
    sent = [elastic.BAR.join(analyser(code)(form)) for form in forms]
    assert analysed(index, f"text_{code}", sent) == [set(analyser(code)(form)) for form in forms]


@pytest.mark.parametrize("code", sorted(elastic.NATIVE))
def test_every_native_chain_folds_as_python_does(index, code) -> None:
    forms = ["événements", "straße", "żółw", "œuvres", "smørrebrød", "señores", "d'azione", "čeština", "ığdır"]
    assert analysed(index, f"text_{code}", forms) == [set(analyser(code)(form)) for form in forms]


def test_holes_keep_their_place(index) -> None:
    assert analysed(index, "text_fr", ["_", "journaux", "_", "_", "voix"]) == [
        set(),
        {"journal"},
        set(),
        set(),
        {"voix"},
    ]
