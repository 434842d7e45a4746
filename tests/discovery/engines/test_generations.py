"""Loads into a directory that are killed: what is served, what is gone back to, what is left."""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

import opis
from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.embedded.directory import half_built
from discovery.engines.embedded.turns import Turn
from discovery.engines.opening import open_engine
from discovery.errors import EngineRefused
from tests import loads

KILLED = """
import os, signal
from discovery.engines.embedded import directory, writing
from commands import index
def kill(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
"""
WRITING = """
written = directory._write_json
directory._write_json = lambda path, facts: kill() if path.name == {} else written(path, facts)
"""
MOMENTS = {
    "before the first folder": "writing.EmbeddedWriter.replace = kill",
    "between folders": "index.Lines.advance = kill",
    "when all is written": "writing.EmbeddedWriter.commit = kill",
    "when tantivy has committed": "writing.publish = kill",
    "before it is said what there is": WRITING.format("directory.ABOUT"),
    "in the middle of saying so": "directory.Path.replace = kill",
    "before the pointer moves": WRITING.format("directory.POINTER"),
}


@pytest.fixture(scope="module")
def collections(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    place = tmp_path_factory.mktemp("collections")
    for word in ("first", "second", "third"):
        loads.make_collection(place / word, folders=4, pages=3, word=word)
    return lambda word: place / word


@pytest.fixture(scope="module")
def loaded(collections, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An engine with a whole generation of the first collection."""
    place = tmp_path_factory.mktemp("loaded") / "engine"
    assert opis.main(["index", str(collections("first")), "--engine", str(place)]) == 0
    return place


@pytest.fixture
def engine(loaded: Path, tmp_path: Path) -> Path:
    return shutil.copytree(loaded, tmp_path / "engine")


def served(engine: Path) -> list[str]:
    """Which of the collections is found, whole."""
    opened = open_engine(str(engine))
    counts = {word: search(opened, make_request(word, "pages")).total for word in ("first", "second", "third")}
    assert set(counts.values()) <= {0, 12}
    return [word for word, count in counts.items() if count]


def generations(engine: Path) -> list[str]:
    return sorted(folder.name for folder in engine.glob("g*"))


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_load_is_never_served_and_never_gone_back_to(moment: str, engine: Path, collections):
    assert loads.load(collections("second"), engine, KILLED + MOMENTS[moment]) == -signal.SIGKILL
    assert served(engine) == ["first"]
    assert opis.main(["index", str(collections("third")), "--engine", str(engine)]) == 0
    assert served(engine) == ["third"]
    assert generations(engine) == ["g0001", "g0003"], "the half-built one is swept, the one before kept"
    assert opis.main(["rollback", "--engine", str(engine)]) == 0
    assert served(engine) == ["first"]


@pytest.mark.parametrize("seconds", [0.3, 0.7, 1.1, 1.5])
def test_a_load_killed_at_any_time_leaves_the_last_state(seconds: float, engine: Path, collections):
    with loads.start(collections("second"), engine) as process:
        try:
            process.wait(seconds)
        except loads.subprocess.TimeoutExpired:
            process.kill()
        process.communicate()
    assert served(engine) in (["first"], ["second"])
    for word in ("second", "third"):
        assert opis.main(["index", str(collections(word)), "--engine", str(engine)]) == 0
    assert not half_built(engine)
    assert len(generations(engine)) == 2
    assert opis.main(["rollback", "--engine", str(engine)]) == 0
    assert served(engine) == ["second"]


def test_killed_when_the_pointer_has_moved_it_is_served(engine: Path, collections):
    swept = "directory.before = kill"
    assert loads.load(collections("second"), engine, KILLED + swept) == -signal.SIGKILL
    assert served(engine) == ["second"]
    assert opis.main(["rollback", "--engine", str(engine)]) == 0
    assert served(engine) == ["first"]


def test_what_was_rolled_back_is_not_gone_back_to(engine: Path, collections):
    assert opis.main(["index", str(collections("second")), "--engine", str(engine)]) == 0
    assert opis.main(["rollback", "--engine", str(engine)]) == 0
    assert opis.main(["index", str(collections("third")), "--engine", str(engine)]) == 0
    assert opis.main(["rollback", "--engine", str(engine)]) == 0
    assert served(engine) == ["first"]


def test_the_first_load_of_a_directory_is_killed(tmp_path: Path, collections, capsys):
    engine = tmp_path / "engine"
    assert loads.load(collections("first"), engine, KILLED + MOMENTS["between folders"]) == -signal.SIGKILL
    assert opis.main(["search", "first", "--engine", str(engine)]) == 5
    assert opis.main(["doctor", "--engine", str(engine)]) == 6
    assert "half-built and never served: g0001" in capsys.readouterr().out
    assert opis.main(["index", str(collections("first")), "--engine", str(engine)]) == 0
    assert generations(engine) == ["g0002"]


def test_two_loads_take_turns(engine: Path, collections, capsys):
    turn = Turn(engine)
    try:
        code = opis.main(["index", str(collections("second")), "--engine", str(engine)])
    finally:
        turn.end()
    assert code == EngineRefused.exit_code
    assert "Another load is writing to" in capsys.readouterr().err
    assert opis.main(["index", str(collections("second")), "--engine", str(engine)]) == 0


def test_a_site_follows_a_number_that_comes_again(engine: Path, collections):
    opened = open_engine(str(engine))
    assert opis.main(["index", str(collections("second")), "--engine", str(engine)]) == 0
    assert search(opened, make_request("second", "pages")).total == 12
    assert opis.main(["rollback", "--engine", str(engine)]) == 0
    shutil.rmtree(engine / "g0002")
    assert opis.main(["index", str(collections("third")), "--engine", str(engine)]) == 0
    assert generations(engine) == ["g0001", "g0002"]
    assert search(opened, make_request("third", "pages")).total == 12
