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
    native = [LANGUAGES[code] for code in elastic.NATIVE]
    assert all(language.stemmer and not (language.lemmas or language.table) for language in native)


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


@pytest.mark.parametrize("code", ["ru", "de", "fr", "en"])
def test_prepared_terms_stand_at_one_position(index, corpora, code) -> None:
    forms = frequent(corpora, code)
    sent = [elastic.BAR.join(analyser(code)(form)) for form in forms]
    assert analysed(index, f"text_{code}", sent) == [set(analyser(code)(form)) for form in forms]


@pytest.mark.parametrize("code", sorted(elastic.NATIVE))
def test_every_native_chain_folds_as_python_does(index, code) -> None:
    forms = ["événements", "straße", "żółw", "œuvres", "smørrebrød", "señores", "d'azione", "čeština", "ığdır"]
    assert analysed(index, f"text_{code}", forms) == [set(analyser(code)(form)) for form in forms]


def test_holes_keep_their_place(index) -> None:
    for field, stems in (("text_fr", ({"journal"}, {"vot"})), ("text_ca", ({"journ"}, {"vot"}))):
        assert analysed(index, field, ["_", "journal", "_", "_", "vot"]) == [set(), stems[0], set(), set(), stems[1]]


PLAIN = {
    "ru": "Троцкого Троцкий оппозиции оппозиция комитетов комитет рабочих рабочий письма письмо",
    "fr": "circulaires circulaire l'opposition opposition réunions reunion événements événement",
    "de": "Genossen Genosse Zeitungen Zeitung Briefe Brief Streiks Streik",
    "en": "letters letter meetings meeting parties party circulars circular",
    "es": "huelgas huelga reuniones reunión obreros obrero camaradas camarada",
    "it": "compagni compagno giornali giornale opposizioni opposizione",
    "nl": "kranten krant vergaderingen vergadering arbeiders arbeider",
    "pt": "greves greve cartas carta partidos partido",
    "sv": "tidningar tidning arbetare arbetaren",
    "pl": "strajku strajk partii partia gazety gazeta",
    "cs": "stávky stávka dělníci dělník dopisy dopis",
}
"""Words as they stand in a text, each before one that somebody else's query has."""


@pytest.mark.parametrize("code", PLAIN)
def test_a_plain_match_finds_other_forms(index, code) -> None:
    client, name = index
    written, asked = PLAIN[code].split()[::2], PLAIN[code].split()[1::2]
    field = f"text_{code}"
    for number, word in enumerate(written):
        sent = elastic.BAR.join(analyser(code)(tokens[-1].form)) if (tokens := list(tokenise(word))) else ""
        client.index(index=name, id=f"{code}{number}", document={field: [sent]}, refresh=True)
    for number, word in enumerate(asked):
        hits = client.search(index=name, query={"match": {field: word}}, size=50)["hits"]["hits"]
        assert f"{code}{number}" in {hit["_id"] for hit in hits}, (written[number], word)
