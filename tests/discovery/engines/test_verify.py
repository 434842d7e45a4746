"""`opis verify`: whatever byte of an archive is another than was written, it is found and the file named."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import opis
from discovery.engines.embedded import digests, directory
from discovery.errors import EngineUnreadable

KINDS = [
    "*.fast", "*.fieldnorm", "*.idx", "*.pos", "*.store", "*.term",
    "lexicon.sqlite", "knowledge.json", "meta.json", "about.json", "files.json",
]  # fmt: skip


@pytest.fixture
def engine(sample_index: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sample_index, tmp_path / "engine")


@pytest.fixture
def verified(capsys) -> Callable[[Path], tuple[int, str]]:
    def verified(engine: Path) -> tuple[int, str]:
        capsys.readouterr()
        code = opis.main(["verify", "--engine", str(engine)])
        return code, capsys.readouterr().out

    return verified


def flip(file: Path, share: float) -> None:
    """Flip one bit of a file, so far into it."""
    data = bytearray(file.read_bytes())
    data[int(len(data) * share)] ^= 0x10
    file.write_bytes(data)


def test_a_whole_archive(engine: Path, verified) -> None:
    code, said = verified(engine)
    assert code == 0
    assert "documents: 689" in said
    assert "wrong" not in said


@pytest.mark.parametrize("share", [0.1, 0.31, 0.5, 0.97])
@pytest.mark.parametrize("kind", KINDS)
def test_a_flipped_bit(engine: Path, verified, kind: str, share: float) -> None:
    (file,) = (engine / "g0001").glob(kind)
    flip(file, share)
    code, said = verified(engine)
    assert code == EngineUnreadable.exit_code
    assert file.name in said
    assert "opis index SOURCE" in said


def test_a_file_that_is_gone(engine: Path, verified) -> None:
    (file,) = (engine / "g0001").glob("*.pos")
    file.unlink()
    code, said = verified(engine)
    assert code == EngineUnreadable.exit_code
    assert file.name in said


def test_a_key_that_is_no_form_s(engine: Path, verified) -> None:
    """What digests would not tell from a lexicon that was made so."""
    generation = engine / "g0001"
    with sqlite3.connect(generation / "lexicon.sqlite") as file:
        file.execute("DELETE FROM key WHERE form = 'троцкого'")
    _made_so(generation)
    code, said = verified(engine)
    assert code == EngineUnreadable.exit_code
    assert "lexicon: 10,690 forms; hurt: троцкого" in said


def _made_so(generation: Path) -> None:
    directory._write_json(generation / digests.NAME, digests.listed(generation))
    facts = directory._read_json(generation / directory.ABOUT, generation.parent)
    facts["files"] = digests.digest(generation / digests.NAME)
    directory._write_json(generation / directory.ABOUT, facts)
    directory.point(generation)


def test_a_file_cut_short_is_found_when_an_engine_is_opened(engine: Path, capsys) -> None:
    (file,) = (engine / "g0001").glob("*.pos")
    file.write_bytes(file.read_bytes()[:-1])
    assert opis.main(["search", "opposition", "--engine", str(engine)]) == EngineUnreadable.exit_code
    assert f"not as long as it was: {file.name}" in capsys.readouterr().err


def test_a_generation_from_before_there_were_digests(engine: Path, verified) -> None:
    generation = engine / "g0001"
    (generation / "files.json").unlink()
    assert verified(engine)[0] == EngineUnreadable.exit_code
    facts = directory._read_json(generation / directory.ABOUT, generation.parent)
    del facts["files"]
    directory._write_json(generation / directory.ABOUT, facts)
    directory.point(generation)
    code, said = verified(engine)
    assert code == 0
    assert "loaded before digests were kept" in said


def test_units_that_are_gone_or_new_since_the_load(tmp_path: Path, capsys) -> None:
    table, engine = tmp_path / "folders.csv", str(tmp_path / "engine")
    table.write_text("id,ref,level,title\nf1,1,file,One\nf2,2,file,Two\n")
    assert opis.main(["index", str(table), "--engine", engine]) == 0
    assert opis.main(["verify", str(table), "--engine", engine]) == 0
    assert "units of the sources: 2\n" in capsys.readouterr().out
    table.write_text("id,ref,level,title\nf2,2,file,Two\nf3,3,file,Three\n")
    assert opis.main(["verify", str(table), "--engine", engine]) == EngineUnreadable.exit_code
    assert "hurt: f1 (in no source), f3 (not loaded)" in capsys.readouterr().out


def test_no_engine(tmp_path: Path, verified) -> None:
    code, said = verified(tmp_path / "none")
    assert code == EngineUnreadable.exit_code
    assert "There is no engine at" in said


def test_a_server_verifies_itself(capsys) -> None:
    assert opis.main(["verify", "--engine", "http://127.0.0.1:9/opis"]) == 2
    assert "opis doctor" in capsys.readouterr().err
