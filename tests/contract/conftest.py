"""The engines that keep the contract, each as a place that can be written and opened."""

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import pytest

from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Document, Engine, Hit, Snapshot, Writer
from tests.contract.documents import ABOUT, FOLDERS
from tests.contract.oracle import Oracle

ENGINES = ("oracle", "embedded", "elastic")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one archive is."""

    writer: Callable[[], Writer]
    engine: Callable[[], Engine]

    def load(self, folders: Mapping[str, Iterable[Document]], languages: tuple[str, ...] = ABOUT.languages) -> Engine:
        writer = self.writer()
        for folder, documents in folders.items():
            writer.replace(folder, documents)
        writer.commit(replace(ABOUT, languages=languages))
        return self.engine()


@pytest.fixture(scope="session", params=ENGINES)
def new_place(request, tmp_path_factory) -> Callable[[], Place]:
    """Makes an empty place of each engine."""
    if request.param == "oracle":

        def make() -> Place:
            oracle = Oracle()
            return Place(oracle.writer, lambda: oracle)

        return make
    if request.param == "embedded":
        folder = tmp_path_factory.mktemp("embedded")
        names = (str(folder / f"e{number}") for number in itertools.count())
    else:
        server = request.getfixturevalue("elasticsearch_place")
        names = (server(f"contract{number}") for number in itertools.count())
    return lambda: _place(next(names))


def _place(name: str) -> Place:
    return Place(lambda: open_writer(name), lambda: open_engine(name))


@pytest.fixture(scope="session")
def engine(new_place) -> Engine:
    """The archive made by hand."""
    return new_place().load(FOLDERS)


@pytest.fixture
def snapshot(engine) -> Snapshot:
    return engine.snapshot()


def keys(snapshot: Snapshot, hits: Iterable[Hit]) -> list[str]:
    return [stored.key for stored in snapshot.read(list(hits))]


def own_key(snapshot: Snapshot, key: str) -> object:
    [hit] = snapshot.lookup("key", [key])
    return hit.own_key
