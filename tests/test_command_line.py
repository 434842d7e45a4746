"""The command line: what a person types, what comes back, and what is said when something is wrong."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import opis
from discovery import errors
from tests.conftest import ROOT
from tests.discovery.test_results_json import documented, shape

SAMPLE = ROOT / "data" / "sample"


class Said(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Run = Callable[..., Said]


@pytest.fixture
def run(capsys, sample_index: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the sample collection, unless it names another engine. Nothing ever ends in a traceback."""
    monkeypatch.setenv("OPIS_ENGINE", str(sample_index))

    def run(*arguments: str | Path) -> Said:
        capsys.readouterr()
        try:
            code = opis.main([str(argument) for argument in arguments])
        except SystemExit as stop:  # argparse
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Said(code, out, err)

    return run


# Searching


def test_search_for_people(run: Run):
    said = run("search", "opposition de gauche", "--limit", "2")
    assert said.code == 0
    assert said.lines[0].startswith("also search: левая оппозиция · Linksopposition · ")
    assert re.fullmatch(r"\d+ folders, 1–2 shown \(\d+ ms\)", said.lines[1])
    assert any(re.match(r"  1\. \[\d+\] .+ \(inv-\d+\)", line) for line in said.lines)
    assert any(line.startswith("     why: ") for line in said.lines)
    assert "\x1b" not in said.out  # bold is for terminals


def test_search_that_finds_nothing_says_what_to_try(run: Run):
    said = run("search", "динозавр")
    assert said.code == 0
    assert "Fewer words, --match any" in said.out


def test_search_says_what_it_could_not_use(run: Run):
    assert run("search", '"opposition').lines[0].startswith("note: A quotation mark is not closed")


def test_json_is_what_the_documentation_shows(run: Run):
    said = run("search", "l'opposition foo:international Starik", "--json", "--match", "any", "--limit", "1")
    answer = json.loads(said.out)
    answer["facets"] = {"section": answer["facets"]["section"]}  # the example has one, and no series
    answer["series"] = []
    assert shape(answer) == shape(documented())
    assert answer["view"] == "folders"
    assert answer["total"] > 1 == len(answer["hits"])
    (snippet, *_) = answer["hits"][0]["snippets"]
    assert all(0 <= start < end <= len(snippet["text"]) for start, end in snippet["marks"])


@pytest.mark.parametrize("view", ["folders", "items", "pages", "series"])
def test_views(run: Run, view: str):
    answer = json.loads(run("search", "opposition", "--view", view, "--json").out)
    assert answer["view"] == view
    assert answer["total"] > 0


def total(run: Run, *arguments: str) -> int:
    said = run("search", *arguments, "--json", "--limit", "0")
    assert said.code == 0, said.err
    return int(json.loads(said.out)["total"])


def test_filters(run: Run):
    france, belgium = total(run, "", "--filter", "section=France"), total(run, "", "--filter", "section=Belgium")
    assert total(run, "", "--filter", "section=France", "--filter", "section=Belgium") == france + belgium > 0
    assert total(run, "", "--filter", "section!=France") == total(run, "") - france
    assert total(run, "", "--filter", "lang=ru") == total(run, "", "--filter", "language=ru") > 0
    assert total(run, "", "--filter", "language=French") == total(run, "", "--filter", "language=fr") > 0
    assert total(run, "", "--filter", "section=not-stated") > 0


def test_a_filter_that_nothing_fits_is_said(run: Run):
    said = run("search", "", "--filter", "section=france")
    assert said.lines[0] == "note: Nothing in this archive has section=france; capitals count."


def test_dates(run: Run):
    assert 0 < total(run, "", "--from", "1932", "--to", "1932-06") < total(run, "", "--from", "1932") < total(run, "")
    assert total(run, "", "--from", "May 1932", "--to", "May 1932") > 0


def test_match(run: Run):
    words = "Reichsleitung Rundschreiben Ortsgruppen динозавр"
    counts = [total(run, words, "--match", match) for match in ("all", "most", "any")]
    assert counts[:2] == [0, 1] < counts[1:]


def test_offset_goes_on_where_limit_ends(run: Run):
    def ids(*arguments: str) -> list[str]:
        return [hit["id"] for hit in json.loads(run("search", "opposition", "--json", *arguments).out)["hits"]]

    assert ids("--limit", "6") == ids("--limit", "3") + ids("--limit", "3", "--offset", "3")


def test_a_query_that_begins_with_minus_stands_behind_two(run: Run):
    assert run("search", "--limit", "1", "--", "-opposition").code == 0


def test_bytes_that_are_no_text_are_searched_as_far_as_they_are(run: Run):
    said = run("search", "opposition \udcff", "--json", "--filter", "section=\udcfe")
    assert said.code == 0
    assert json.loads(said.out)["total"] == 0


# Many queries


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    path = tmp_path / "queries.csv"
    path.write_text("id,query,note\nq 1,opposition,x\nq2,динозавр,\nq3,,empty\nq4,inv. 78,\n", encoding="utf-8-sig")
    return path


def test_batch_csv(run: Run, queries: Path):
    said = run("batch", queries, "--limit", "2")
    assert said.code == 0
    assert said.lines[0] == "query,rank,id,ref,level,title,dates,section,score,reasons,snippet"
    header, *rows = csv.reader(io.StringIO(said.out))
    assert [row[:2] for row in rows] == [["q 1", "1"], ["q 1", "2"], ["q4", "1"]]
    assert rows[-1][3] == "78"
    assert all(len(row) == len(header) for row in rows)


def test_batch_jsonl(run: Run, queries: Path):
    lines = [json.loads(line) for line in run("batch", queries, "--format", "jsonl", "--limit", "1").lines]
    assert [(line["id"], len(line["hits"])) for line in lines] == [("q 1", 1), ("q2", 0), ("q3", 0), ("q4", 1)]
    assert shape(lines[0]["hits"], ".hits") <= shape(documented())
    assert lines[0]["total"] > 1
    assert list(lines[0]) == ["id", "query", "total", "hits"]


def test_batch_trec(run: Run, queries: Path):
    rows = [line.split() for line in run("batch", queries, "--format", "trec", "--view", "pages").lines]
    assert all(len(row) == 6 for row in rows)
    assert {row[0] for row in rows} == {"q_1", "q4"}
    first = [row for row in rows if row[0] == "q_1"]
    assert [row[3] for row in first] == [str(rank) for rank in range(1, len(first) + 1)]
    scores = [float(row[4]) for row in first]
    assert scores == sorted(set(scores), reverse=True)
    assert first[0][2].startswith("inv-")


def test_batch_has_the_order_of_search(run: Run, queries: Path):
    hits = json.loads(run("search", "opposition", "--json", "--limit", "10").out)["hits"]
    rows = [row for row in csv.reader(io.StringIO(run("batch", queries, "--limit", "10").out)) if row[0] == "q 1"]
    assert [row[2] for row in rows] == [hit["id"] for hit in hits]


def test_batch_reads_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("id,query\n1,opposition\n"))
    assert len(run("batch", "-", "--limit", "3").lines) == 4


def test_cells_are_never_formulas(run: Run, tmp_path: Path):
    table = tmp_path / "table.csv"
    table.write_text("id,ref,level,title\nr1,1,file,=1+1 letter\nr2,2,file,@SUM letter\n", encoding="utf-8")
    assert run("index", table, "--engine", tmp_path / "engine").code == 0
    (tmp_path / "q.csv").write_text("id,query\n=q,letter\n", encoding="utf-8")
    _, *rows = csv.reader(io.StringIO(run("batch", tmp_path / "q.csv", "--engine", tmp_path / "engine").out))
    assert sorted(row[5] for row in rows) == ["'=1+1 letter", "'@SUM letter"]
    assert {row[0] for row in rows} == {"'=q"}


# What is wrong, and what to do


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["search", "x", "--view", "folder"], 2, "invalid choice: 'folder'"),
        (["search"], 2, "required: QUERY"),
        ([], 2, "required: COMMAND"),
        (["serch", "x"], 2, "invalid choice: 'serch'"),
        (["search", "x", "--filter", "sectoin=France"], 2, "did you mean section?"),
        (["search", "x", "--filter", "section"], 2, "is not FIELD=VALUE"),
        (["search", "x", "--from", "someday"], 2, "“someday” is not understood as a date (try 1932,"),
        (["search", "x", "--from", "1933", "--to", "1931"], 2, "from (1933) lies after to (1931)"),
        (["search", "x", "--limit", "-1"], 2, "it goes from 0 to"),
        (["search", "x", "--limit", "many"], 2, "invalid int value: 'many'"),
        (["search", "x", "--offset", "-1"], 2, "it begins at 0"),
        (["batch", "nowhere.csv"], 2, "There is no file nowhere.csv"),
        (["index", "nowhere"], 3, "nowhere: no such file or folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_errors_say_what_to_do(run: Run, arguments: list[str], code: int, says: str):
    said = run(*arguments)
    assert (said.code, said.out) == (code, "")
    assert says in said.err


def test_all_faults_are_said_at_once(run: Run):
    said = run("search", "x", "--filter", "bad", "--from", "someday", "--limit", "-1")
    for part in ("“bad”", "“someday”", "limit is -1"):
        assert part in said.err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"name,text\n1,x\n", "has no column “id” and “query”"),
        (b"", "Its first line has to be: id,query"),
        (b"id;query\n1;x\n", "Its first line has to be: id,query"),
        ("id,query\n1,é\n".encode("latin-1"), "is not UTF-8 (byte 11)"),
    ],
)
def test_tables_of_queries_that_are_none(run: Run, tmp_path: Path, content: bytes, says: str):
    (tmp_path / "q.csv").write_bytes(content)
    said = run("batch", tmp_path / "q.csv")
    assert said.code == 2
    assert says in said.err


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
    assert run("index", SAMPLE, "--engine", engine).code == 0
    assert run("search", "opposition", "--engine", engine).code == 0


def test_a_folder_with_something_else_is_left_alone(run: Run, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    said = run("index", SAMPLE, "--engine", tmp_path)
    assert said.code == 2
    assert "holds something that is not an engine" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


# Loading


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
        "records.csv": "id,ref,level,title\nr1,4,file,Minutes\n,5,file,Without id\nr1,6,file,Again\n",
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
    "component with a duplicate id": r"note: good\.xml:4: the id 'a1' is that of line 3 already: here it becomes .*",
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


def test_status(run: Run):
    title, loaded, counts, languages = run("status").lines
    assert title.startswith("Trotsky and International Left Opposition papers: specimens (")
    assert re.match(r"loaded 20\d\d-", loaded)
    assert re.search(r"141 folders, 329 items, 170 pages", counts)
    assert languages == "languages: Russian, French, German, English, Spanish, Italian, Dutch, Polish, Czech"


# A process of its own


def start(*arguments: str, engine: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, str(ROOT / "opis.py"), *arguments, "--engine", str(engine)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def test_a_pipe_that_is_closed_early_is_no_error(sample_index: Path):
    with start("search", "", "--view", "items", "--limit", "10000", "--json", engine=sample_index) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "{\n"
        process.stdout.close()
        assert (process.wait(30), process.stderr.read()) == (0, "")


def test_a_process_ends_with_the_code_of_its_error(tmp_path: Path):
    with start("search", "x", engine=tmp_path / "none") as process:
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (5, "")
    assert err.startswith("opis: There is no engine at ")


# Dates


def test_a_statement_is_shown_as_it_is_taken(run: Run):
    said = run("date", "нач. 1930-х гг.", "[May 1932?]", "1931-", "s.d.", "--language", "ru")
    assert said.code == 0
    assert said.lines == [
        "1930-01-01\t1933-12-31\tdecade\tstated\t-\tgregorian",
        "1932-05-01\t1932-05-31\tmonth\tprobable\t1932-05?\tgregorian",
        "1931-01-01\t..\topen\tstated\t1931/..\tgregorian",
        "null",
    ]


def test_statements_of_standard_input_keep_their_lines(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("vers 1931\n\nillegible\n25 octobre 1917\n"))
    found = [json.loads(line) for line in run("date", "-", "--json", "--old-style").lines]
    assert [date and (date["earliest"], date["latest"], date["certainty"], date["edtf"]) for date in found] == [
        ("1929-01-01", "1933-12-31", "circa", "1931~"),
        None,
        None,
        ("1917-11-07", "1917-11-07", "stated", "1917-11-07"),
    ]
    assert (found[3]["calendar"], found[3]["old_style"]) == ("julian", "1917-10-25")


def test_the_order_of_days_and_the_century_can_be_said(run: Run):
    assert run("date", "3/5/32").lines[0].startswith("1932-05-03\t")
    assert run("date", "3/5/32", "--month-first", "--century", "1800").lines[0].startswith("1832-03-05\t")


def test_dates_are_chosen_and_ordered(run: Run):
    found = json.loads(run("search", "", "--view", "items", "--from", "1932", "--to", "1932", "--json").out)
    chosen = ["--dates", "certainly", "--dates", "stated", "--sort", "earliest"]
    closer = json.loads(run("search", "", "--view", "items", "--from", "1932", "--to", "1932", *chosen, "--json").out)
    assert 0 < closer["total"] < found["total"]
    days = [date["earliest"] for hit in closer["hits"] for date in hit["dates"]]
    assert days == sorted(days)
    assert ", 10 undated last" in run("search", "", "--view", "items", "--sort", "latest").lines[0]
