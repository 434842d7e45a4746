"""An archive at several addresses, or behind a reverse proxy: a node in trouble is passed over."""

import time

import pytest

import opis
from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.elastic import connecting
from discovery.engines.opening import open_engine
from discovery.errors import EngineMissing, EngineUnreadable
from tests.conftest import ROOT
from tests.discovery.engines.faulty import CUT, STALL, Fault, proxy
from tests.elasticsearch_node import free_port

REQUEST = make_request(text="opposition")
FAULTS: list[Fault] = [STALL, CUT, (502, "bad_gateway"), (503, "search_phase_execution_exception")]


@pytest.fixture(scope="module")
def archive(elasticsearch_place) -> str:
    place = elasticsearch_place("several")
    assert opis.main(["index", str(ROOT / "data" / "sample"), "--engine", place]) == 0
    return place


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_another_node_answers(archive, elasticsearch, fault, monkeypatch) -> None:
    monkeypatch.setattr(connecting, "REQUEST_SECONDS", 2)
    whole = search(open_engine(archive), REQUEST).total
    with proxy(elasticsearch) as one, proxy(elasticsearch) as other:
        engine = open_engine(archive.replace(elasticsearch, f"{one.url},{other.url}"))
        assert search(engine, REQUEST).total == whole
        one.fault = lambda method, path: fault
        started = time.perf_counter()
        for _ in range(4):
            assert search(engine, REQUEST).total == whole > 0
        assert time.perf_counter() - started < 8
        other.fault = one.fault
        with pytest.raises(EngineUnreadable):
            search(engine, REQUEST)


def test_nodes_that_are_not_there(archive, elasticsearch) -> None:
    nobody = f"http://127.0.0.1:{free_port()}"
    whole = search(open_engine(archive), REQUEST).total
    for both in (f"{nobody},{elasticsearch}", f"{elasticsearch},{nobody}"):
        assert search(open_engine(archive.replace(elasticsearch, both)), REQUEST).total == whole
    with pytest.raises(EngineMissing, match="No Elasticsearch answers"):
        open_engine(f"{nobody},http://127.0.0.1:{free_port()}/opis")


def test_a_path_of_a_reverse_proxy(archive, elasticsearch) -> None:
    with proxy(elasticsearch, "/search/es") as server:
        engine = open_engine(archive.replace(elasticsearch, f"{server.url}/search/es"))
        assert search(engine, REQUEST).total > 0
        assert server.passed
