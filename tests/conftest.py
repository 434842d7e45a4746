"""What all tests share."""

import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import opis
from discovery.engines.opening import open_engine
from discovery.engines.port import Engine
from tests import elasticsearch_node

ROOT = Path(__file__).parents[1]

# Time is measured in bench/: a busy machine is no failure.
settings.register_profile("opis", deadline=None)
settings.load_profile("opis")


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real finding aids and OCR: `OPIS_CORPORA`, else shared/corpora beside the repository."""
    folder = Path(os.environ.get("OPIS_CORPORA") or ROOT.parent / "shared" / "corpora")
    if not folder.is_dir():
        pytest.skip(f"no corpora at {folder}: set OPIS_CORPORA")
    return folder


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of an embedded engine that holds the sample collection. Tests copy it before they harm it."""
    place = tmp_path_factory.mktemp("sample") / "engine"
    assert opis.main(["index", str(ROOT / "data" / "sample"), "--engine", str(place)]) == 0
    return place


@pytest.fixture(scope="session")
def sample_engine(sample_index: Path) -> Engine:
    """The sample collection, open for searching."""
    return open_engine(str(sample_index))


@pytest.fixture(scope="session")
def elasticsearch() -> Iterator[str]:
    """The address of a real Elasticsearch: OPIS_TEST_ELASTICSEARCH, else a node started once for all tests."""
    if url := os.environ.get("OPIS_TEST_ELASTICSEARCH"):
        yield url.rstrip("/")
        return
    if reason := elasticsearch_node.missing():
        if os.environ.get("OPIS_TEST_REQUIRE_ALL"):
            pytest.fail(reason)
        pytest.skip(reason)
    place = Path(tempfile.mkdtemp(prefix="opis-node-"))
    node = elasticsearch_node.start(place)
    yield node.url
    node.stop()
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="session")
def elasticsearch_place(elasticsearch) -> Iterator[Callable[[str], str]]:
    """Gives places of archives on the server that no other run uses; they are deleted in the end."""
    client_library = pytest.importorskip("elasticsearch")
    prefix = f"opis-test-{uuid.uuid4().hex[:8]}"
    yield lambda name: f"{elasticsearch}/{prefix}-{name}"
    with client_library.Elasticsearch(elasticsearch) as client:
        for index in client.indices.get(index=f"{prefix}-*", filter_path="*.aliases").body:
            client.indices.delete(index=index)
