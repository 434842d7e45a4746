"""Collections loaded together: one after the other in order, each with its own name on an order, and one site."""

import re

import pytest

import opis
from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.dates import rules_of
from discovery.engines.opening import open_engine
from webui import create_app, front


def collection(folder, name, settings):
    folder.mkdir()
    (folder / "collection.toml").write_text(f'id = "{name}"\ntitle = "Papers of {name}"\n{settings}', "utf-8")
    (folder / "units.csv").write_text(
        f"id,parent,level,ref,title\n{name},,fonds,{name},Papers of {name}\n"
        f"{name}1,{name},file,1,Letters to {name}\n{name}2,{name},file,2,Letters from {name}\n",
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    root = tmp_path_factory.mktemp("together")
    folders = [
        collection(
            root / "a", "Anna", 'holder = "City archive"\nnotice = "Closed on Mondays."\n[dates]\ncentury = 1800'
        ),
        collection(root / "b", "Boris", 'holder = "City archive"\nnotice = "Ask for copies."'),
    ]
    assert opis.main(["index", *map(str, folders), "--engine", str(root / "engine")]) == 0
    return open_engine(str(root / "engine"))


def test_one_collection_stands_behind_the_other(engine):
    found = search(engine, make_request(sort="place"))
    assert [row.record["id"] for row in found.rows] == ["Anna1", "Anna2", "Boris1", "Boris2"]


def test_what_they_share_is_said_of_all(engine):
    collection = engine.about().collection
    assert collection["titles"] == ["Papers of Anna", "Papers of Boris"]
    assert collection["holder"] == "City archive"
    assert collection["notice"] == "Closed on Mondays. Ask for copies."
    assert rules_of(collection).century == 1900  # they disagree


def test_a_tree_that_would_be_too_large_ends_above(engine, monkeypatch):
    branches = front.make_front(engine).tree
    assert [(branch.others, branch.unit) for branch in branches] == [(2, "folder"), (2, "folder")]
    monkeypatch.setattr(front, "MOST_BRANCHES", 1)
    assert [(branch.others, branch.unit) for branch in front.make_front(engine).tree] == [(2, "part"), (2, "part")]


def test_an_order_names_the_fonds(engine):
    page = create_app(engine).test_client().get("/unit/Boris2").text
    assert re.search("City archive, Papers of Boris, [^,]+, inv. 2", page)


def test_a_row_says_in_which_fonds_it_lies(engine):
    page = create_app(engine).test_client().get("/search?q=Letters").text
    assert re.search(r'<p class="crumbs"><a href="/unit/Anna\?q=Letters" dir="auto">Papers of Anna</a></p>', page)


def test_the_start_page_names_them_all(engine):
    page = create_app(engine).test_client().get("/").text
    assert '<h1 dir="auto">Papers of Anna · Papers of Boris</h1>' in page


@pytest.mark.parametrize(("within", "ids"), [("Anna", ["Anna1", "Anna2"]), ("Boris2", ["Boris2"]), ("nobody", [])])
def test_what_lies_in_a_unit(engine, within, ids):
    found = search(engine, make_request("Letters", filters=[f"within={within}"], sort="place"))
    assert [row.record["id"] for row in found.rows] == ids
    assert all("within=nobody" in notice.message for notice in found.notices)


def test_a_unit_offers_a_search_in_it(engine):
    client = create_app(engine).test_client()
    assert '<input type="hidden" name="within" value="Anna">' in client.get("/unit/Anna").text
    page = client.get("/search?q=Letters&within=Anna").text
    assert '<span dir="auto">in: Papers of Anna</span>' in page
    assert '<option value="Anna" selected>Papers of Anna</option>' in page
