"""opis inspect, opis formats, and the report on each file that opis index writes."""

import json
from pathlib import Path

from discovery import errors
from indexer.readers import FORMATS
from tests.command_line.conftest import Run

TABLE = "id,level,title,date\nr1,file,Letter,1932\n,file,Lost,\n"
PAGE = "<alto><Layout><Page><TextBlock><TextLine><String CONTENT='Dear'/></TextLine></TextBlock></Page></Layout></alto>"


def test_inspect_says_what_would_be_loaded_and_what_not(run: Run, tmp_path: Path):
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    said = run("inspect", tmp_path / "t.csv")
    assert said.code == 0
    assert said.lines[0].startswith(f"{tmp_path}/t.csv: a table (CSV), recognised by a first line that names columns")
    assert said.lines[1] == "would be loaded: 1 unit, of them 1 file"
    assert "  file · r1 · Letter · 1932" in said.lines or "  file · Letter · 1932" in said.lines
    assert said.lines[-1] == f"skipped: {tmp_path}/t.csv:3: record left out: it has no id"


def test_inspect_several_files_one_of_them_missing(run: Run, tmp_path: Path):
    (tmp_path / "p.xml").write_text(PAGE, encoding="utf-8")
    said = run("inspect", tmp_path / "none", tmp_path / "p.xml")
    assert said.code == errors.BadFile.exit_code == 4
    assert said.lines[0] == f"{tmp_path}/none: can't be opened: No such file or directory"
    assert said.lines[2] == "would be loaded: 1 page with 1 word, 0 of them with their place on the image"


def test_inspect_what_is_no_kind_of_ours(run: Run, tmp_path: Path):
    (tmp_path / "x").write_bytes(b"\0\1\2")
    assert run("inspect", tmp_path / "x").lines[1] == "nothing would be loaded"


def test_formats_lists_each_kind_with_what_it_is_recognised_by(run: Run):
    lines = run("formats").lines
    assert len(lines) == len(FORMATS)
    assert "recognised text (ALTO): the element <alto>" in lines


def test_index_writes_what_became_of_each_file(run: Run, tmp_path: Path):
    folder = tmp_path / "c"
    folder.mkdir()
    (folder / "t.csv").write_text(TABLE, encoding="utf-8")
    (folder / "p.xml").write_text(PAGE, encoding="utf-8")
    said = run("index", folder, "--engine", tmp_path / "e", "--report", tmp_path / "r.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    assert [(line["file"], line["fate"]) for line in lines] == [("p.xml", "skipped"), ("t.csv", "loaded")]
    assert lines[1] == {
        **{"file": "t.csv", "fate": "loaded", "said": "a table (CSV)", "units": 1, "dates": 1},
        "left_out": 1,
    }
    assert "Of 2 files: 1 loaded, 1 skipped." in said.lines
