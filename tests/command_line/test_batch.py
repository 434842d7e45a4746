"""opis batch: many queries from a table."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from tests.command_line.conftest import Run
from tests.discovery.answering.test_results_json import documented, shape


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    path = tmp_path / "queries.csv"
    path.write_text("id,query,note\nq 1,opposition,x\nq2,динозавр,\nq3,,empty\nq4,inv. 78,\n", encoding="utf-8-sig")
    return path


def test_batch_csv(run: Run, queries: Path):
    said = run("batch", queries, "--limit", "2")
    assert said.code == 0
    assert (
        said.lines[0] == "query,rank,id,ref,level,title,containers,dates,section,access,score,reasons,snippet,address"
    )
    header, *rows = csv.reader(io.StringIO(said.out))
    assert [row[:2] for row in rows] == [["q 1", "1"], ["q 1", "2"], ["q2", ""], ["q3", ""], ["q4", "1"]]
    assert [row[header.index("reasons")] for row in rows[2:4]] == ["nothing found"] * 2
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
    assert first[0][2].startswith("OPIS-SPECIMEN/inv-")


def test_batch_has_the_order_of_search(run: Run, queries: Path):
    hits = json.loads(run("search", "opposition", "--json", "--limit", "10").out)["hits"]
    rows = [row for row in csv.reader(io.StringIO(run("batch", queries, "--limit", "10").out)) if row[0] == "q 1"]
    assert [row[2] for row in rows] == [hit["id"] for hit in hits]


def test_batch_chooses_and_orders_dates_as_search_does(run: Run, queries: Path):
    chosen = ["--view", "items", "--dates", "stated", "--sort", "earliest", "--limit", "10"]
    hits = json.loads(run("search", "opposition", "--json", *chosen).out)["hits"]
    rows = [row for row in csv.reader(io.StringIO(run("batch", queries, *chosen).out)) if row[0] == "q 1"]
    assert [row[2] for row in rows] == [hit["id"] for hit in hits]
    assert {date["certainty"] for hit in hits for date in hit["dates"]} == {"stated"}


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
