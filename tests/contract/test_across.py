"""A word finds what is written in another language, if that is asked for, on every engine."""

from dataclasses import replace

import pytest

from discovery.answering import service
from discovery.answering.offering import offer
from discovery.answering.requests import make_request
from discovery.answering.service import search
from tests.contract.documents import ABOUT, document, text

FOLDERS = (
    ("en", "The strike in Lille"),
    ("de", "Der Streik und die Streiks"),
    ("ru", "Письмо о забастовке"),
    ("fr", "La grève générale"),
    ("ru", "Рабочее движение"),
    ("de", "Bericht"),
    ("ru", "Забастовка, как её видел Молинье"),
    ("ru", "Забастовка, как её видел Суварин"),
)
PAIRS = {
    "en-de.tsv": "strike\tStreik; Ausstand\nlabour movement\tArbeiterbewegung\nreport\tBericht\n",
    "de-ru.tsv": "Streik\tзабастовка; стачка\nArbeiter\tрабочий\nBewegung\tдвижение\n",
    "en-fr.tsv": "strike\tgrève; arrêt de travail\n",
}


def folder(number: int, language: str, title: str):
    key = f"u:a{number}"
    zones = {"title": [text((language, title))]}
    made = document(key, ["folders", "items"], folder=key, item=key, place=number, zones=zones)
    facts = {"kind": "folder", "folder": {"id": key[2:]}, "path": [], "title": title, "ref": "", "child_count": 0}
    made.record.update(facts, level="file", language=language)
    return made


@pytest.fixture(scope="module")
def archive(new_place, tmp_path_factory):
    place = tmp_path_factory.mktemp("dictionaries")
    for name, lines in PAIRS.items():
        (place / name).write_text(lines, encoding="utf-8")
    writer_place = new_place()
    writer = writer_place.writer()
    for number, said in enumerate(FOLDERS):
        writer.replace(f"a{number}", [folder(number, *said)])
    collection = {**ABOUT.collection, "dictionaries": [str(place / name) for name in PAIRS]}
    writer.commit(replace(ABOUT, collection=collection, languages=("en", "de", "ru", "fr")))
    return writer_place.engine()


def found(archive, query: str, **asked) -> dict[str, tuple[str, ...]]:
    return {row.record["id"]: row.reasons for row in search(archive, make_request(query, **asked)).rows}


def test_off_by_default(archive) -> None:
    assert set(found(archive, "strike")) == {"a0"}


def test_directly_and_by_way_of_another_language(archive) -> None:
    rows = found(archive, "strike", across=["all"])
    assert set(rows) == {"a0", "a1", "a2", "a3", "a6", "a7"}
    assert any(reason.startswith("in another language: ") and "забастовке" in reason for reason in rows["a2"])
    assert not any("another language" in reason for reason in rows["a0"])


def test_a_name_in_another_script_counts_beside_a_translated_word(archive) -> None:
    for name, right, wrong in (("Molinier", "a6", "a7"), ("Souvarine", "a7", "a6")):
        order = list(found(archive, f"strike {name}", across=["all"], match="any"))
        assert order.index(right) < min(order.index(wrong), order.index("a2"))


def test_from_russian_too(archive) -> None:
    assert {"a0", "a1", "a2"} <= set(found(archive, "забастовки", across=["all"]))


def test_only_the_languages_that_were_chosen(archive) -> None:
    assert set(found(archive, "strike", across=["fr"])) == {"a0", "a3"}


def test_a_translation_can_be_left_out(archive) -> None:
    assert set(found(archive, "strike", across=["all"], without=["grève"])) == {"a0", "a1", "a2", "a6", "a7"}
    assert set(found(archive, "strike", across=["all"], without=["translation"])) == {"a0"}


def test_a_compound_by_its_parts(archive) -> None:
    assert "a4" in found(archive, "Arbeiterbewegung", across=["ru"])


def test_the_offer_says_what_it_would_bring(archive) -> None:
    results = search(archive, make_request("strike"))
    offered = offer(archive, results)
    assert offered is not None
    assert offered.more == 5
    assert {("streik", "de", 1), ("забастовка", "ru", 3), ("grève", "fr", 1)} <= set(offered.words)
    assert offer(archive, search(archive, offered.request)) is None
    assert offer(archive, search(archive, make_request("Lille"))) is None


def test_without_dictionaries_nothing_is_offered(archive, monkeypatch) -> None:
    monkeypatch.setattr(service, "sources", lambda said: ())
    assert offer(archive, search(archive, make_request("strike"))) is None
    assert set(found(archive, "strike", across=["all"])) == {"a0"}
