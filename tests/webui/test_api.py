"""The API answers as `results_json` does, and refuses what it can't understand; exports are safe and in order."""

import csv
import io
import json

import pytest

from discovery.answering.results import Request
from discovery.answering.results_json import to_json
from discovery.answering.service import search
from discovery.engines.port import Filter
from tests.webui.archive import HOSTILE
from webui.tables import safe_cell


def without_clock(answer):
    return {name: value for name, value in answer.items() if name != "seconds"}


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("q=оппозиция", Request(text="оппозиция")),
        (
            "q=opposition&view=pages&section=France",
            Request(text="opposition", view="pages", filters=(Filter("section", ("France",)),)),
        ),
        (
            "view=items&-language=ru&match=any&limit=1",
            Request(view="items", filters=(Filter("language", (), ("ru",)),), match="any", limit=1),
        ),
    ],
)
def test_api_is_results_json(client, engine, query, asked):
    answer = client.get(f"/api/v1/search?{query}")
    assert answer.status_code == 200
    assert without_clock(answer.json) == without_clock(to_json(search(engine, asked)))


@pytest.mark.parametrize("query", ["view=bogus", "limit=1000", "from=banana", "colour=red"])
def test_api_refuses_what_it_does_not_understand(client, query):
    answer = client.get(f"/api/v1/search?q=a&{query}")
    assert answer.status_code == 400
    assert answer.json["error"]["code"] == "usage"
    assert answer.json["error"]["message"]
    assert "taken" not in answer.text  # that is what the page does
    assert set(answer.json["error"]) == {"code", "message", "hint"}


def test_api_unit(client):
    answer = client.get("/api/v1/units/f15").json
    assert answer["record"]["title"] == "Letters to Sedov"
    assert [child["id"] for child in answer["children"]] == ["f15.1"]
    assert [page["id"] for page in answer["pages"]] == ["f15.1/0001", "f15.1/0002"]


def test_api_page(client):
    answer = client.get("/api/v1/pages/f15.1/0001").json
    assert answer["text"].startswith("Дорогой товарищ!")
    start, end, *box = answer["words"][0]
    assert answer["text"][start:end] == "Дорогой"
    assert len(box) == 5


@pytest.mark.parametrize("path", ["units/nope", "pages/nope", "nowhere"])
def test_api_not_found_is_json(client, path):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer.json["error"]["message"]


def test_api_is_readable_unicode(client):
    assert "Дорогой" in client.get("/api/v1/pages/f15.1/0001").text


def rows(answer):
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_csv_is_the_list_of_the_page_in_its_order(client, engine):
    answer = client.get("/search.csv?q=оппозиция+Opposition&match=any")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="opis-results.csv"'
    expected = search(engine, Request(text="оппозиция Opposition", match="any"))
    assert [row["id"] for row in rows(answer)] == [row.record["id"] for row in expected.rows]
    assert len(expected.rows) > 1


def test_csv_cells(client):
    (row,) = rows(client.get("/search.csv?q=письмо&view=items"))
    assert row["reference"] == "15.1"
    assert row["from"] == "Trotsky"
    assert row["to"] == "[Sedov, Lev]"
    assert row["earliest"] == row["latest"] == "1931-05-14"
    assert row["languages"] == "Russian"
    assert row["address"] == "http://localhost/unit/f15.1"


def test_csv_keeps_hostile_titles_as_text(client):
    (row,) = rows(client.get("/search.csv?q=inv.+13"))[:1]
    assert row["title"] == HOSTILE


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("x")'])
def test_no_cell_is_a_formula(cell):
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "12", "Sedov, Lev", "1931-1932", "[1932?]", "п. 5"])
def test_ordinary_cells_stay(cell):
    assert safe_cell(cell) == cell


def test_ris(client):
    answer = client.get("/search.ris?q=письмо&view=items")
    assert answer.mimetype == "application/x-research-info-systems"
    lines = answer.text.splitlines()
    assert lines[0] == "TY  - PCOMM"
    assert lines[-1] == "ER  - "
    assert "AU  - Trotsky" in lines
    assert "PY  - 1931" in lines
    assert "DA  - 1931/05/14" in lines
    assert "AV  - Institute, Papers of the Left Opposition, inv. 15" in lines
    assert all(len(line.split("  - ", 1)[0]) == 2 for line in lines if line)


def test_exports_refuse_what_they_do_not_understand(client):
    assert client.get("/search.csv?view=bogus").status_code == 400
    assert "There is no view" in client.get("/search.ris?view=bogus").text


def test_json_lines_are_the_hits_of_the_api(client):
    lines = client.get("/search.jsonl?q=Opposition").text.splitlines()
    hits = client.get("/api/v1/search?q=Opposition").json["hits"]
    assert hits
    assert [json.loads(line)["id"] for line in lines] == [hit["id"] for hit in hits]
