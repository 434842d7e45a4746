"""An engine that is not there, cannot be read or is of another version: what is said, and what to do."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from discovery import errors
from tests.command_line.conftest import Run
from tests.conftest import ROOT


@pytest.mark.parametrize("command", [["search", "x"], ["status"], ["batch", "q.csv"], ["serve"]], ids=lambda c: c[0])
def test_an_engine_that_does_not_exist(run: Run, tmp_path: Path, command: list[str]):
    said = run(*command, "--engine", tmp_path / "none")
    assert said.code == errors.EngineMissing.exit_code == 5
    assert (
        said.err
        == f"opis: There is no engine at {tmp_path}/none.\n  Make one: opis index SOURCE --engine {tmp_path}/none\n"
    )


def _cut_a_file(engine: Path) -> None:
    next(engine.glob("g*/*.term")).write_bytes(b"cut")


def _spoil_a_file(engine: Path) -> None:
    next(engine.glob("g*/*.idx")).write_bytes(b"\0" * 5000)


def _spoil_the_store(engine: Path) -> None:
    store = next(engine.glob("g*/*.store"))
    data = bytearray(store.read_bytes())
    data[: len(data) - 2000] = b"x" * (len(data) - 2000)
    store.write_bytes(data)


def _rot(ending: str) -> Callable[[Path], None]:
    def rot(engine: Path) -> None:
        for file in engine.glob(f"g*/*.{ending}"):
            data = bytearray(file.read_bytes())
            for at in range(len(data) // 10, len(data) * 8 // 10):
                data[at] ^= 0x5A
            file.write_bytes(data)

    rot.__name__ = f"rot_in_{ending}"
    return rot


def _lose_the_index(engine: Path) -> None:
    next(engine.glob("g*/meta.json")).unlink()


def _lose_the_generation(engine: Path) -> None:
    for generation in engine.glob("g*"):
        shutil.rmtree(generation)


def _spoil_the_pointer(engine: Path) -> None:
    (engine / "opis.json").write_text("{", encoding="utf-8")


def _put_a_list_for_the_pointer(engine: Path) -> None:
    (engine / "opis.json").write_text("[]", encoding="utf-8")


def _forget_the_languages(engine: Path) -> None:
    about = next(engine.glob("g*/about.json"))
    facts = json.loads(about.read_text(encoding="utf-8"))
    del facts["languages"]
    about.write_text(json.dumps(facts), encoding="utf-8")


def _lose_what_is_known(engine: Path) -> None:
    next(engine.glob("g*/knowledge.json")).unlink()


def _forget_the_concepts(engine: Path) -> None:
    next(engine.glob("g*/knowledge.json")).write_text('{"authorities": []}', encoding="utf-8")


def _put_a_file_for_a_folder(engine: Path) -> None:
    shutil.rmtree(engine)
    engine.write_text("not an engine", encoding="utf-8")


DAMAGE = [
    _cut_a_file,
    _spoil_a_file,
    _spoil_the_store,
    *map(_rot, ("idx", "pos", "fast", "term")),
    _lose_the_index,
    _lose_the_generation,
    _spoil_the_pointer,
    _put_a_list_for_the_pointer,
    _forget_the_languages,
    _lose_what_is_known,
    _forget_the_concepts,
    _put_a_file_for_a_folder,
]


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__.strip("_"))
def test_an_engine_that_cannot_be_read(run: Run, tmp_path: Path, sample_index: Path, damage: Callable[[Path], None]):
    engine = tmp_path / "engine"
    shutil.copytree(sample_index, engine)
    damage(engine)
    said = run("search", "opposition", "--engine", engine)
    assert said.code == errors.EngineUnreadable.exit_code == 6
    assert said.err.startswith(f"opis: The engine at {engine} ")
    assert "Load again: opis index SOURCE --engine" in said.err


def test_an_engine_made_by_another_version(run: Run, tmp_path: Path, sample_index: Path):
    engine = tmp_path / "engine"
    shutil.copytree(sample_index, engine)
    about = next(engine.glob("g*/about.json"))
    about.write_text(re.sub(r'("fingerprint": )"\w+"', r'\1"0"', about.read_text(encoding="utf-8")), encoding="utf-8")
    said = run("search", "opposition", "--engine", engine)
    assert said.code == errors.EngineOutdated.exit_code == 7
    assert "was made by another version of opis" in said.err
    assert "Load again: " in said.err
    assert run("index", ROOT / "data" / "sample", "--engine", engine).code == 0
    assert run("search", "opposition", "--engine", engine).code == 0
