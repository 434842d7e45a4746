"""Real finding aids, loaded: a pasted citation finds its folder, and never one of another collection."""

import re
from pathlib import Path

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.containers import handles
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Engine, Question
from discovery.records import Container
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent

CITED = (
    "{call}, Box {box}, Folder {folder}",
    "{fonds}; {call}; box {box}; folder {folder}; Manuscript Division",
    "{title}, Box {box}, Folder {folder}, {fonds}",
    "folder {folder}, box {box}, {call}, Library of Congress",
    "b. {box} f. {folder}, {fonds}",
    "{fonds}, Karton {box}, Mappe {folder}",
)


@pytest.fixture(scope="module")
def engine(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("aids")
    for path in sorted((corpora / "ead" / "library_of_congress").glob("eadmus.*.xml"))[:6]:
        (folder / path.name).symlink_to(path)
    at = str(tmp_path_factory.mktemp("engine"))
    load([read_collection(folder)], open_writer(at), Silent())
    return open_engine(at)


def cited(engine: Engine) -> list[dict[str, str]]:
    """Every fifteenth folder in one box and one folder, with the words of its citation."""
    snapshot = engine.snapshot()
    stored = snapshot.read(snapshot.ask(Question(view="folders", limit=10_000)).hits)
    found = []
    for one in stored:
        kept = handles(Container(**container) for container in one.record["containers"])
        places = [number for kind, number in kept if kind == "container"]
        if len(places) == 1 and re.fullmatch(r"\d+/\d+", places[0]):
            box, _, folder = places[0].partition("/")
            top = one.record["path"][0]
            said = {"box": box, "folder": folder, "call": top["ref"], "fonds": top["title"]}
            found.append(said | {"id": one.record["id"], "title": one.record["title"][:120], "top": top["id"]})
    return found[::15]


@pytest.mark.parametrize("form", CITED)
def test_a_citation_finds_its_folder(engine: Engine, form: str) -> None:
    asked = cited(engine)
    assert len(asked) > 30
    missed, wrong = [], []
    for one in asked:
        rows = search(engine, make_request(form.format_map(one)[:480], limit=10)).rows
        missed += [] if one["id"] in [row.record["id"] for row in rows] else [one]
        wrong += [one for row in rows[:1] if row.record["path"][0]["id"] != one["top"]]
    assert not wrong
    assert len(missed) <= len(asked) // 20
