"""Generations: replaced, removed, abandoned, swapped."""

from dataclasses import replace

import pytest

from discovery.engines.port import Buckets, Question
from discovery.knowledge import Knowledge
from discovery.names.authority import Authority, AuthorityFile
from discovery.names.thesaurus import Concept, Label, Thesaurus
from tests.contract.conftest import keys
from tests.contract.documents import ABOUT, FOLDER_ONE, FOLDER_TWO, FOLDERS, SERIES, document
from tests.contract.test_clauses import word


@pytest.fixture
def place(new_place):
    return new_place()


def pages(engine):
    snapshot = engine.snapshot()
    return keys(snapshot, snapshot.ask(Question(view="pages")).hits)


def test_replacing_a_folder_twice_keeps_the_second(place) -> None:
    writer = place.writer()
    writer.replace("f1", FOLDER_ONE)
    writer.replace("f2", FOLDER_TWO)
    writer.replace("f1", FOLDER_ONE[:3])
    writer.commit(ABOUT)
    engine = place.engine()
    assert pages(engine) == ["p:i1/0001", "p:f2/0001"]
    snapshot = engine.snapshot()
    assert snapshot.ask(Question(view="pages", clause=word("голоса"))).total == 0


def test_removing_a_folder(place) -> None:
    writer = place.writer()
    writer.replace("s1", SERIES)
    writer.replace("f1", FOLDER_ONE)
    writer.replace("f2", FOLDER_TWO)
    writer.remove("f1")
    writer.commit(ABOUT)
    assert pages(place.engine()) == ["p:f2/0001"]
    assert writer.refused == () or writer.refused == []


def test_what_is_abandoned_was_never_there(place) -> None:
    place.load({"f2": FOLDER_TWO})
    writer = place.writer()
    writer.replace("f1", FOLDER_ONE)
    writer.abandon()
    assert pages(place.engine()) == ["p:f2/0001"]


def test_nothing_is_seen_before_it_is_committed(place) -> None:
    engine = place.load({"f2": FOLDER_TWO})
    writer = place.writer()
    writer.replace("f1", FOLDER_ONE)
    assert pages(engine) == ["p:f2/0001"]
    assert pages(place.engine()) == ["p:f2/0001"]
    writer.abandon()


def test_a_new_generation_takes_the_place_of_the_old(place) -> None:
    before = place.load(FOLDERS).snapshot()
    after = place.load({"f1": FOLDER_ONE})
    assert pages(after) == ["p:i1/0001", "p:i1/0002"]
    assert before.ask(Question(view="pages")).total == 3, "a snapshot stays what it was"


def test_the_new_settings_come_with_it(place) -> None:
    place.load(FOLDERS)
    writer = place.writer()
    writer.commit(replace(ABOUT, loaded="later", languages=()))
    assert (place.engine().about().loaded, place.engine().about().languages) == ("later", ())


def test_what_was_read_of_people_and_concepts_comes_with_it(place) -> None:
    engine = place.load(FOLDERS)
    assert (len(engine.knowledge().authorities), len(engine.knowledge().thesaurus)) == (0, 0)
    person = Authority(id="a", kind="person", name="Nin, Andreu", variants=("Nin, Andrés",), pseudonyms=("Roig",))
    concept = Concept("strike", (Label("fr", "grève"), Label("en", "strike")), ("struggle",), "own")
    writer = place.writer()
    writer.replace("f2", FOLDER_TWO)
    writer.commit(ABOUT, Knowledge(AuthorityFile([person]), Thesaurus([concept])))
    engine = place.engine()
    assert list(engine.knowledge().authorities) == [person]
    assert list(engine.knowledge().thesaurus) == [concept]
    assert pages(engine) == ["p:f2/0001"]


def test_an_empty_archive_answers(place) -> None:
    snapshot = place.load({}).snapshot()
    answer = snapshot.ask(Question(view="folders", clause=word("x"), facets=("language",), buckets=Buckets("year")))
    assert (answer.total, answer.hits, answer.facets) == (0, (), {"language": {}})
    assert snapshot.completions("a", 5) == []


def test_long_keys_and_words(place) -> None:
    key = "u:" + "ж" * 600
    odd = document(key, ["pages"], folder=key, zones={}, section=["x" * 20_000])
    engine = place.load({key[2:]: [odd]})
    assert pages(engine) == [key]
