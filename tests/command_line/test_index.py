"""opis index: what is loaded, and the report on what could not be."""

import json
import re
import shutil
from pathlib import Path

import pytest

from discovery import errors
from tests.command_line.conftest import Run
from tests.conftest import ROOT


def test_a_folder_with_something_else_is_left_alone(run: Run, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    said = run("index", ROOT / "data" / "sample", "--engine", tmp_path)
    assert said.code == 2
    assert "holds something that is not an engine" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A collection with one fault of each kind, among things that are right."""
    folder = tmp_path / "faulty"
    files = {
        "collection.toml": """title = "Faulty"
            [descriptions]
            files = ["good.xml", "broken.xml", "encoding.xml", "records.csv"]
            folder_levels = ["file"]
            [pages]
            pattern = "ocr/{inventory}/{sequence:04d}.*"
            """,
        "good.xml": """<?xml version="1.0" encoding="UTF-8"?>
<ead><archdesc level="fonds" id="f"><did><unitid>F</unitid><unittitle>Fonds</unittitle></did><dsc>
<c level="file" id="a1"><did><unitid>1</unitid><unittitle>Letters</unittitle></did></c>
<c level="file" id="a1"><did><unitid>9</unitid><unittitle>Another with that id</unittitle></did></c>
<c level="file"><did><unitid>2</unitid><unittitle>Without id</unittitle></did></c>
<c level="file" id="a3"><did><unitid>3</unitid></did></c>
</dsc></archdesc></ead>""",
        "broken.xml": "<ead><archdesc level='fonds'>\n<did><unittitle>Lost",
        "encoding.xml": '<?xml version="1.0" encoding="klingon"?><ead/>',
        "records.csv": "id,ref,level,title\nr1,4,file,Minutes\n,,file,Without id\nr1,6,file,Again\n",
        "ocr/1/0001.txt": "première lettre",
        "ocr/1/0003.txt": "troisième lettre",
        "ocr/1/0004.txt": "",
        "ocr/2/0001.xml": "<alto><Layout><Page><PrintSpace>",
        "ocr/2/0002.xml": '<?xml version="1.0" encoding="klingon"?><alto/>',
        "ocr/2/0003.txt": "dernière lettre",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


FAULTS = {
    "broken XML": r"skipped: broken\.xml:2: breaks off: <unittitle> of line 2 is never closed",
    "unknown encoding": r"skipped: encoding\.xml:1: claims the encoding 'klingon', which nobody knows",
    "missing page": r"skipped: good\.xml:3: ocr/1/0002\.\*: missing",
    "empty page": r"skipped: ocr/1/0004\.txt: an empty file, where the text of a page was expected",
    "broken page": r"skipped: ocr/2/0001\.xml:1: breaks off: .*",
    "page of unknown encoding": r"skipped: ocr/2/0002\.xml:1: claims the encoding 'klingon', which nobody knows",
    "record without id": r"skipped: records\.csv:3: record left out: it has no id",
    "record with a duplicate id": r"skipped: records\.csv:4: record left out: the id 'r1' is that of line 2 already",
    "component with a duplicate id": r"note: good\.xml:4: the id 'f/a1' is that of line 3 already: here it becomes .*",
    "component without id": r"note: good\.xml:5: one unit without an id, given one by reference or position",
    "component without title": r"note: good\.xml:6: one unit without a title",
}


def test_what_is_wrong_is_reported_line_by_line_and_nothing_else_is_lost(run: Run, faulty: Path, tmp_path: Path):
    engine = tmp_path / "engine"
    said = run("index", faulty, "--engine", engine)
    assert said.code == errors.SOMETHING_SKIPPED == 10
    for what, line in FAULTS.items():
        assert any(re.fullmatch(line, printed) for printed in said.lines), f"{what}\n{said.out}"
    skipped = sum(line.startswith("skipped: ") for line in FAULTS.values())
    assert f"{skipped} skipped." in said.lines
    assert sum(line.startswith("skipped: ") for line in said.lines) == skipped
    answer = json.loads(run("search", "lettre", "--view", "pages", "--json", "--engine", engine).out)
    assert sorted(hit["id"].rsplit("/", 1)[1] for hit in answer["hits"]) == ["0001", "0003", "0003"]
    folders = json.loads(run("search", "", "--json", "--engine", engine).out)["hits"]
    assert sorted(hit["ref"] for hit in folders) == ["1", "2", "3", "4", "9"]


def test_a_load_with_nothing_wrong_says_so(run: Run, tmp_path: Path):
    table = tmp_path / "table.csv"
    table.write_text("id,title\nr1,Letter\n", encoding="utf-8")
    said = run("index", table, "--engine", tmp_path / "engine")
    assert said.code == 0
    assert "Nothing was skipped." in said.lines
    assert any(line.strip().startswith("default: ") for line in said.lines)
    assert said.lines[-1].startswith(f"The engine is {tmp_path}/engine. Search it: ")


def test_two_collections_with_one_id_lose_nothing_in_silence(run: Run, tmp_path: Path):
    for folder, rows in (("a", "r1,First letter\n"), ("b", "r1,Second letter\nr2,Third letter\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "t.csv").write_text(f"id,title\n{rows}", encoding="utf-8")
    said = run("index", tmp_path / "a", tmp_path / "b", "--engine", tmp_path / "engine")
    assert said.code == errors.SOMETHING_SKIPPED
    assert "skipped: t.csv:2: the id “r1” is taken already by t.csv:2: left out" in said.lines
    hits = json.loads(run("search", "letter", "--json", "--engine", tmp_path / "engine").out)["hits"]
    assert sorted(hit["title"] for hit in hits) == ["First letter", "Third letter"]


def test_a_load_that_finds_nothing_leaves_the_engine_as_it_was(run: Run, tmp_path: Path, sample_index: Path):
    engine = tmp_path / "engine"
    shutil.copytree(sample_index, engine)
    broken = tmp_path / "broken.xml"
    broken.write_text("<ead><archdesc>", encoding="utf-8")
    said = run("index", broken, "--engine", engine)
    assert said.code == errors.CollectionError.exit_code == 3
    assert "broken.xml" in said.err
    assert run("search", "78", "--engine", engine).lines[0].startswith("1 folder")


def test_settings_that_are_wrong_are_all_named(run: Run, tmp_path: Path):
    (tmp_path / "collection.toml").write_text('titel = "x"\n[descriptons]\nfiles = 1\n', encoding="utf-8")
    said = run("index", tmp_path, "--engine", tmp_path / "engine")
    assert said.code == 3
    assert "title" in said.err
    assert "descriptions" in said.err
    assert not (tmp_path / "engine").exists()
