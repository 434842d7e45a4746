"""Networks and clusters in trouble: the page says so in time, the loader ends with the ids and can be run again."""

import time

import pytest

import opis
from discovery.engines.elastic import bulk, connecting
from discovery.engines.opening import open_engine
from discovery.engines.port import Question
from discovery.errors import SOMETHING_SKIPPED, EngineFull, EngineUnreadable
from tests.conftest import ROOT
from tests.discovery.engines.faulty import CUT, STALL, first, proxy
from webui import create_app

SAMPLE = str(ROOT / "data" / "sample")
IN_TIME = 5.0
ALWAYS = 10**6


@pytest.fixture(scope="module")
def archive(elasticsearch_place) -> str:
    place = elasticsearch_place("faults")
    assert opis.main(["index", SAMPLE, "--engine", place]) == 0
    return place


@pytest.fixture
def trouble(archive, elasticsearch, monkeypatch):
    """The proxy, and the archive's place by way of it; an answer is waited for one second only."""
    monkeypatch.setattr(connecting, "REQUEST_SECONDS", 1)
    monkeypatch.setattr(bulk, "TRIES", 3)
    with proxy(elasticsearch) as server:
        yield server, archive.replace(elasticsearch, server.url)


PAGES = {
    "stalled": (STALL, "did not answer in time"),
    "cut": (CUT, "broke off"),
    "overloaded": ((429, "es_rejected_execution_exception"), "overloaded"),
    "unavailable": ((503, "unavailable_shards_exception"), "parts of the index are not available"),
    "red": ((503, "search_phase_execution_exception"), "parts of the index are not available"),
    "alias gone": ((404, "index_not_found_exception"), "There is no archive"),
    "wrong key": ((401, "security_exception"), "does not accept the API key"),
    "no rights": ((403, "security_exception"), "may not do this"),
    "another version": ((400, "media_type_header_exception"), "another version"),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_says_what_is_wrong_in_time(trouble, name) -> None:
    server, place = trouble
    fault, words = PAGES[name]
    client = create_app(open_engine(place)).test_client()
    assert client.get("/search?q=opposition").status_code == 200
    server.fault = first(ALWAYS, fault, "search")
    started = time.monotonic()
    answer = client.get("/search?q=circulaire")  # what was asked before is kept
    assert time.monotonic() - started < IN_TIME
    assert answer.status_code == 503
    assert words in answer.text
    server.fault = lambda method, path: None
    assert client.get("/search?q=circulaire").status_code == 200, "it is well again by itself"


def test_partial_answers_are_said(archive, monkeypatch) -> None:
    engine = open_engine(archive)
    snapshot = type(engine.snapshot())
    whole = snapshot._search_all

    def failing(self, bodies):
        return [answer | {"_shards": {"total": 3, "failed": 1}} for answer in whole(self, bodies)]

    monkeypatch.setattr(snapshot, "_search_all", failing)
    page = create_app(engine).test_client().get("/search?q=opposition")
    assert page.status_code == 200
    assert "1 of 3 parts of the index did not answer" in page.text


LOADS = {
    "busy": ((429, "es_rejected_execution_exception"), 2),
    "unavailable": ((503, "unavailable_shards_exception"), 2),
    "cut": (CUT, 2),
}


@pytest.mark.parametrize("name", LOADS)
def test_the_loader_gets_over_it(trouble, name) -> None:
    server, place = trouble
    before = open_engine(place).snapshot().ask(Question(view="pages")).total
    fault, times = LOADS[name]
    server.fault = first(times, fault, "_bulk")
    assert opis.main(["index", SAMPLE, "--engine", place]) in (0, SOMETHING_SKIPPED)
    assert open_engine(place).snapshot().ask(Question(view="pages")).total == before


def test_what_ended_a_load_is_said_when_nothing_can_be_deleted_either(trouble, capsys) -> None:
    server, place = trouble
    down = (503, "unavailable_shards_exception")
    server.fault = lambda method, path: down if "_bulk" in path or method == "DELETE" else None
    assert opis.main(["index", SAMPLE, "--engine", place]) == EngineUnreadable.exit_code
    assert "Not written: u:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        ((429, "es_rejected_execution_exception"), EngineUnreadable.exit_code, "Not written: u:"),
        ((429, "cluster_block_exception"), EngineFull.exit_code, "full"),
        ((403, "security_exception"), EngineUnreadable.exit_code, "may not do this"),
    ],
)
def test_the_loader_ends_and_can_be_run_again(trouble, capsys, fault, code, words) -> None:
    server, place = trouble
    before = open_engine(place).about().generation
    server.fault = first(ALWAYS, fault, "_bulk")
    assert opis.main(["index", SAMPLE, "--engine", place]) == code
    assert words in capsys.readouterr().err
    assert open_engine(place).about().generation == before, "the archive is as it was"
    server.fault = lambda method, path: None
    assert opis.main(["index", SAMPLE, "--engine", place]) == 0
    assert open_engine(place).about().generation > before
