"""A load that breaks off, and goes on: the archive is what one whole load makes, and nothing is sent that is there."""

import csv
import json
import os
import signal
from pathlib import Path

import pytest

import opis
from discovery.engines.elastic import bulk, connect, connecting, generations
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Question
from discovery.errors import EngineFull, EngineUnreadable, UsageError
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from tests.conftest import ROOT
from tests.discovery.engines.faulty import CUT, after, proxy

helpers = pytest.importorskip("elasticsearch.helpers")
SAMPLE = ROOT / "data" / "sample"
BLOCK = {"index.blocks.read_only_allow_delete": True}
"""What the server does to an index whose disk is full."""


@pytest.fixture
def client(elasticsearch):
    with pytest.importorskip("elasticsearch").Elasticsearch(elasticsearch) as client:
        yield client


@pytest.fixture
def place(elasticsearch_place, request) -> str:
    return elasticsearch_place(request.node.name.translate(str.maketrans("[", "-", "]")).lower())


@pytest.fixture
def trouble(place, elasticsearch, monkeypatch):
    """The proxy, and the archive's place by way of it; chunks are small, so that a load breaks between them."""
    monkeypatch.setattr(connecting, "REQUEST_SECONDS", 5)
    monkeypatch.setattr(bulk, "TRIES", 1)
    monkeypatch.setattr(bulk, "CHUNK", 10_000)
    with proxy(elasticsearch) as server:
        yield server, place.replace(elasticsearch, server.url)


@pytest.fixture
def table(tmp_path) -> Path:
    """A hundred letters, each with a text."""
    return write_table(tmp_path / "letters.csv", range(100))


def write_table(path: Path, numbers, changed=()) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "ref", "title", "text"])
        for number in numbers:
            text = "lettre de Paris, " * 20 + ("corrigée" if number in changed else "")
            rows.writerow([f"r{number}", number, f"Lettre {number}", text])
    return path


def contents(client, index: str) -> dict[str, object]:
    """Everything in an index: id → source, with a digest of what is indexed only."""
    if not client.indices.exists(index=index):
        return {}
    client.indices.refresh(index=index)
    return {hit["_id"]: hit["_source"] for hit in helpers.scan(client, index=index)}


def sent(server) -> list[str]:
    """The ids of documents passed on to the node."""
    lines = [line for path, body in server.passed if path.endswith("_bulk") for line in body.splitlines()[::2]]
    return [json.loads(line)["index"]["_id"] for line in lines]


def begun(place) -> str | None:
    return generations.broken_off(connect(place))


def break_off(trouble, client, how: str, source: Path) -> int:
    """Load, and break it after some chunks; the exit code."""
    server, place = trouble

    def cut():
        return CUT

    def full():
        client.indices.put_settings(index=begun(place), settings=BLOCK)

    def stop():
        if not stopped:
            stopped.append(os.kill(os.getpid(), signal.SIGINT))

    stopped: list[None] = []
    server.fault = after(4, {"cut": cut, "full": full, "stop": stop}[how], "_bulk")
    code = opis.main(["index", str(source), "--engine", place])
    server.fault = lambda method, path: None
    return code


def resume(trouble, source: Path) -> list[str]:
    """Load again with --resume; the ids sent."""
    server, place = trouble
    server.passed.clear()
    assert opis.main(["index", str(source), "--engine", place, "--resume"]) == 0
    return sent(server)


def whole(client, elasticsearch_place, source: Path) -> dict[str, object]:
    """What a load that does not break makes of a source."""
    place = elasticsearch_place(f"whole-{source.stem}-{os.urandom(4).hex()}")
    assert opis.main(["index", str(source), "--engine", place]) == 0
    return contents(client, place.rpartition("/")[2])


@pytest.mark.parametrize(
    ("how", "code"), [("cut", EngineUnreadable.exit_code), ("full", EngineFull.exit_code), ("stop", 130)]
)
def test_a_load_goes_on(trouble, client, elasticsearch_place, table, capsys, monkeypatch, how, code) -> None:
    _, place = trouble
    source = table
    if how == "cut":  # with pages, in a chunk as large as a few of them
        source = SAMPLE
        monkeypatch.setattr(bulk, "CHUNK", 1_000_000)
    assert break_off(trouble, client, how, source) == code
    assert "same command with --resume" in capsys.readouterr().err
    client.indices.put_settings(index=begun(place), settings=dict.fromkeys(BLOCK))
    there = contents(client, begun(place))
    expected = whole(client, elasticsearch_place, source)
    assert 0 < len(there) < len(expected)
    assert sorted(resume(trouble, source)) == sorted(expected.keys() - there.keys()), "each once, none that is there"
    assert f"Of a load that broke off {len(there):,} documents are there." in capsys.readouterr().out
    assert contents(client, place.rpartition("/")[2]) == expected
    assert begun(place) is None


def test_a_load_that_goes_on_takes_the_same_languages_for_likely(
    trouble, client, elasticsearch_place, tmp_path, capsys
) -> None:
    """Short titles are in the language that all of them together make likely, also in the half that is sent later."""
    source = tmp_path / "titles.csv"
    titles = ["Письмо о стачке", "Список делегатов", "Lista de delegados", "Circular", "Carta abierta"] * 40
    source.write_text("id,title\n" + "".join(f"t{at},{title}\n" for at, title in enumerate(titles)), "utf-8")
    break_off(trouble, client, "cut", source)
    capsys.readouterr()
    resume(trouble, source)
    said = [line for line in capsys.readouterr().out.splitlines() if "first look" in line]
    assert contents(client, trouble[1].rpartition("/")[2]) == whole(client, elasticsearch_place, source)
    assert said == [line for line in capsys.readouterr().out.splitlines() if "first look" in line] != []


def test_what_changed_meanwhile_is_sent_and_what_went_is_deleted(trouble, client, elasticsearch_place, table) -> None:
    _, place = trouble
    break_off(trouble, client, "cut", table)
    before = contents(client, begun(place))
    write_table(table, range(99, 0, -1), changed=[5])
    expected = whole(client, elasticsearch_place, table)
    assert {"u:r0", "u:r5"} <= before.keys()
    assert sorted(resume(trouble, table)) == sorted(key for key, one in expected.items() if before.get(key) != one)
    assert contents(client, place.rpartition("/")[2]) == expected


def test_a_disk_that_is_still_full(trouble, client, table, capsys) -> None:
    _, place = trouble
    break_off(trouble, client, "full", table)
    again = ["index", str(table), "--engine", place, "--resume"]
    assert opis.main(again) == EngineFull.exit_code
    client.indices.put_settings(index=begun(place), settings=dict.fromkeys(BLOCK))
    assert opis.main(again) == 0
    assert open_engine(place).snapshot().ask(Question(view="folders")).total == 100


def test_without_resume_it_begins_anew(trouble, client, table) -> None:
    server, place = trouble
    break_off(trouble, client, "cut", table)
    left = begun(place)
    server.passed.clear()
    assert opis.main(["index", str(table), "--engine", place]) == 0
    assert not client.indices.exists(index=left)
    assert len(sent(server)) == len(contents(client, place.rpartition("/")[2]))


def test_what_another_version_began_is_not_gone_on_with(trouble, client, table, capsys, monkeypatch) -> None:
    _, place = trouble
    break_off(trouble, client, "cut", table)
    left = begun(place)
    monkeypatch.setattr(generations, "fingerprint", lambda: "other")
    resume(trouble, table)
    assert "Nothing is there of a load that broke off" in capsys.readouterr().out
    assert not client.indices.exists(index=left)


def test_nothing_to_resume(trouble, table, capsys) -> None:
    assert len(resume(trouble, table)) > 200
    assert "Nothing is there of a load that broke off: everything is loaded." in capsys.readouterr().out


def test_the_archive_in_use_stays(trouble, client, table, capsys) -> None:
    _, place = trouble
    assert opis.main(["index", str(table), "--engine", place]) == 0
    break_off(trouble, client, "cut", write_table(table, range(50)))
    assert open_engine(place).snapshot().ask(Question(view="folders")).total == 100
    assert opis.main(["doctor", "--engine", place]) == 0
    assert "-g0002 is not published" in capsys.readouterr().out


def test_an_error_of_another_kind_leaves_nothing(place, table) -> None:
    class Failing(Silent):
        def advance(self, units: int, pages: int) -> None:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        load([read_collection(table)], open_writer(place), Failing())
    assert begun(place) is None


def test_a_directory_is_loaded_whole(table, tmp_path, capsys) -> None:
    engine = tmp_path / "engine"
    assert opis.main(["index", str(table), "--engine", str(engine), "--resume"]) == UsageError.exit_code
    assert "loaded whole" in capsys.readouterr().err
    assert not engine.exists()
