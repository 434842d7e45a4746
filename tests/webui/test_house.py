"""A house of fourteen collections: the overview, the choice of one, and what can't be ordered."""

import csv
import io
import re

import pytest

import opis
from discovery.engines.opening import open_engine
from webui import create_app

TITLES = (
    *("Ábel papers", "Abel papers", "Émile fonds", "Zetkin letters", "Ёлкин фонд", "Елкин фонд", "Яров фонд"),
    *("1905 leaflets", "Brupbacher papers", "Serge letters", "Serge papers", "Balabanoff papers", "Cannon papers"),
    "Shachtman papers",
)
ROWS = [
    *(
        {"id": f"F{n}", "level": "Bestand", "title": title, "holder": "House A" if n % 2 else "House B"}
        for n, title in enumerate(TITLES)
    ),
    {"id": "s1", "level": "Akte", "parent": "F13", "title": "Minutes of the strike", "access": "Closed until 2090"},
    {"id": "s2", "level": "file", "parent": "F13", "title": "Letters on the strike", "access": "Missing"},
    {"id": "s3", "level": "file", "parent": "F13", "title": "Bulletins of the strike", "subject": "Strikes"},
    {"id": "c1", "level": "file", "parent": "F12", "title": "Strike fund", "place": "Minneapolis"},
]
COLUMNS = ("id", "level", "parent", "title", "holder", "access", "subject", "place")


@pytest.fixture(scope="module")
def get(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")
    table = io.StringIO()
    writer = csv.DictWriter(table, COLUMNS)
    writer.writeheader()
    writer.writerows(ROWS)
    (folder / "table.csv").write_text(table.getvalue(), "utf-8")
    opis.main(["index", str(folder / "table.csv"), "--engine", str(folder / "engine")])
    client = create_app(open_engine(str(folder / "engine"))).test_client()

    def get(path, **parameters):
        answer = client.get(path, query_string=parameters or None)
        assert answer.status_code == 200, answer.text
        return re.sub("</?mark[^>]*>", "", answer.text)

    return get


def titles(page):
    return re.findall(r'<a href="/unit/[^"]+" dir="auto">([^<]+)</a>', page)


def test_the_start_page_is_an_overview(get):
    page = get("/")
    assert "14 collections" in page
    assert 'class="tree"' not in page
    assert re.findall(r'letter=[^"]+"[^>]*>(.)</a>', page) == [*"#ABCESZ", *"ЕЯ"]
    assert "House A" in page


def test_collections_stand_in_the_order_of_the_alphabet(get):
    expected = ["1905 leaflets", "Abel papers", "Ábel papers", "Balabanoff papers", "Brupbacher papers"]
    found = titles(get("/collections"))
    assert found[:5] == expected
    assert found[-3:] == ["Елкин фонд", "Ёлкин фонд", "Яров фонд"]


def test_collections_of_a_letter_and_of_a_holder(get):
    assert titles(get("/collections", letter="Е")) == ["Елкин фонд", "Ёлкин фонд"]
    assert titles(get("/collections", letter="S", holder="House A")) == ["Serge letters", "Shachtman papers"]


def test_a_search_among_collections(get):
    assert titles(get("/collections", q="serge")) == ["Serge letters", "Serge papers"]
    assert "Nothing there has these words" in get("/collections", q="mammoth")


def test_a_search_in_one_collection(get):
    page = get("/search", q="strike", within="F12")
    assert "Strike fund" in page
    assert "Minutes of the strike" not in page
    assert '<option value="F12" selected>Cannon papers</option>' in page
    assert page.count('name="within"') == 1
    assert "Bulletins of the strike" in get("/search", q="strike")


def test_what_is_closed_or_missing_is_said_and_has_no_line_to_order_it_by(get):
    listed = get("/search", q="strike")
    assert "closed until 2090" in listed
    assert "missing" in listed
    for unit, why in (("s1", "closed until 2090"), ("s2", "missing")):
        page = get(f"/unit/{unit}")
        assert "Not to be ordered" in page
        assert why in page
        assert "To order this folder" not in page
        assert "House A, Shachtman papers" in page  # in the citation
    assert "To order this folder" in get("/unit/s3")


def test_the_list_of_orders_leaves_out_what_is_closed_or_missing(get):
    page = get("/list?i=u:s1&i=u:s2&i=u:s3")
    assert "To order: 1 thing" in page
    assert page.index("Bulletins of the strike", page.index("To order")) < page.index("Not requested")
    rows = list(csv.DictReader(io.StringIO(get("/search.csv", q="strike").removeprefix("\ufeff"))))
    assert {row["id"]: row["access"] for row in rows} == {
        "s1": "closed until 2090",
        "s2": "missing",
        "s3": "",
        "c1": "",
    }
    assert {row["collection"] for row in rows} == {"Shachtman papers", "Cannon papers"}


def test_facets_of_a_house(get):
    page = get("/search", q="strike")
    for heading in ("Collection", "Held by", "Access"):
        assert f"<h3>{heading}</h3>" in page
    assert "Strike fund" in get("/search", location="Minneapolis")
    assert "Bulletins of the strike" in get("/search", subject="Strikes")
    assert "Minutes of the strike" in get("/search", access="closed")
