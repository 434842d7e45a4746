"""Three nodes on this machine: one dies while an archive is loaded, one while it is searched, and nothing is lost."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.elastic import bulk
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Engine
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from tests import elasticsearch_node
from tests.conftest import ROOT

SAMPLE = ROOT / "data" / "sample"
NAME = "opis-cluster"


@pytest.fixture(scope="module")
def nodes():
    if reason := elasticsearch_node.missing():
        (pytest.fail if os.environ.get("OPIS_TEST_REQUIRE_ALL") else pytest.skip)(reason)
    place = Path(tempfile.mkdtemp(prefix="opis-node-"))
    seed, running = str(elasticsearch_node.free_port()), []
    for number in range(3):
        settings = {"discovery.type": "", "cluster.name": f"opis-{seed}", "node.name": f"n{number}"}
        settings |= {"cluster.routing.allocation.disk.threshold_enabled": "false"}
        settings |= (
            {"transport.port": seed, "cluster.initial_master_nodes": "n0"}
            if number == 0
            else {"discovery.seed_hosts": f"127.0.0.1:{seed}"}
        )
        (place / f"n{number}").mkdir()
        running.append(elasticsearch_node.start(place / f"n{number}", settings, heap="400m"))
    yield running
    for node in running:
        node.stop()
    shutil.rmtree(place, ignore_errors=True)


class Deadly(Silent):
    """Kills a node when a hundred folders and series are in."""

    def __init__(self, node: elasticsearch_node.Node) -> None:
        self.node, self.left = node, 100

    def advance(self, units: int, pages: int) -> None:
        self.left -= units
        if self.left == 0:
            self.node.stop()


def everything(engine: Engine) -> list[tuple[str, str, int]]:
    """Every document, with its text and the size of its boxes."""
    snapshot = engine.snapshot()
    hits = snapshot.lookup("view", ["folders", "items", "pages", "series"], None, 10_000)
    return sorted((one.key, one.body, len(one.boxes)) for one in snapshot.read(hits, boxes=True))


def test_nodes_die_and_nothing_is_lost(nodes, tmp_path, monkeypatch) -> None:
    client_library = pytest.importorskip("elasticsearch")
    monkeypatch.setenv("OPIS_ELASTIC_REPLICAS", "1")
    monkeypatch.setattr(bulk, "CHUNK", 100_000)  # many chunks before and after
    place = f"{nodes[0].url}/{NAME}"
    load([read_collection(SAMPLE)], open_writer(place), Deadly(nodes[2]))
    load([read_collection(SAMPLE)], open_writer(str(tmp_path / "engine")), Silent())
    engine, other = open_engine(place), open_engine(str(tmp_path / "engine"))
    assert nodes[2].process.poll() is not None, "a node was killed while the archive was loaded"
    assert everything(engine) == everything(other)

    with client_library.Elasticsearch(nodes[0].url, request_timeout=90) as client:
        client.indices.put_settings(index=NAME, settings={"index.unassigned.node_left.delayed_timeout": "0"})
        client.cluster.health(index=NAME, wait_for_status="green", timeout="60s")
    request = make_request(text="opposition")
    engine = open_engine(f"{nodes[1].url},{nodes[0].url}/{NAME}")
    whole = search(engine, request).total
    nodes[1].stop()
    for _ in range(20):
        found = search(engine, request)
        assert found.total == whole or any("incomplete" in notice.message for notice in found.notices)
    assert search(engine, request).total == whole
