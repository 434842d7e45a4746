"""The reading list: its address is the list, what is ordered for it stands in shelf order, and it can be taken away."""

import csv
import io
import re
import zipfile
from urllib.parse import parse_qsl, urlsplit

import pytest

from webui.reading_list import MOST_LISTED, keys_in
from webui.requesting import request_address

LIST = [("i", "p:f15.1/0001"), ("i", "u:f12"), ("i", "u:f15"), ("note.u:f15", "=for Tuesday")]


def parts(client, listed):
    page = client.get("/list", query_string=listed).text
    return page, re.findall(r'<p class="slip">(.*?)</p>', page)


def test_six_hits_in_two_folders_are_two_orders_in_shelf_order(client):
    page, slips = parts(client, LIST)
    assert len(slips) == 2
    assert sorted(slips) == sorted(slips, key=lambda line: int(re.search(r"inv\. (\d+)", line)[1]))
    assert 'value="=for Tuesday"' in page


def test_what_is_gone_is_said_and_takes_nothing_with_it(client):
    page, slips = parts(client, [("i", "u:gone"), ("i", "u:f12")])
    assert "gone is not in this archive" in page
    assert len(slips) == 1


def test_a_series_is_listed_and_not_ordered(client):
    page, slips = parts(client, [("i", "u:sections")])
    assert "National sections" in page
    assert not slips


def test_empty_notes_are_dropped_from_the_address(client):
    answer = client.get("/list", query_string=[("i", "u:f12"), ("note.u:f12", "")])
    assert answer.status_code == 302
    assert parse_qsl(urlsplit(answer.location).query) == [("i", "u:f12")]


def test_it_goes_along_where_there_are_no_scripts(get):
    page = get("/search", q="оппозиция", i="u:f12")
    assert re.search(r'href="/list\?i=u%3Af12&amp;i=u%3Af15', page)
    assert re.search(r'href="/unit/f15\?[^"]*i=u:f12', page) or re.search(r'href="/unit/f15\?[^"]*i=u%3Af12', page)
    assert '<input type="hidden" name="i" value="u:f12">' in page
    assert "There is no filter" not in page


def test_the_list_as_csv_and_excel(client):
    rows = list(csv.reader(io.StringIO(client.get("/list.csv", query_string=LIST).text.lstrip("\ufeff"))))
    assert [row[0] for row in rows] == ["id", "f15.1/0001", "f12", "f15"]
    assert rows[3][-1] == "'=for Tuesday"
    book = zipfile.ZipFile(io.BytesIO(client.get("/list.xlsx", query_string=LIST).data))
    sheets = [book.read(name).decode() for name in sorted(book.namelist()) if "worksheets/sheet" in name]
    assert len(sheets) == 2
    assert not any("<f>" in sheet for sheet in sheets)
    assert "=for Tuesday" in book.read("xl/sharedStrings.xml").decode()


def test_the_list_as_ris_has_the_notes(client):
    text = client.get("/list.ris", query_string=LIST).text
    assert text.count("TY  - ") == 3
    assert "N1  - =for Tuesday" in text


@pytest.mark.parametrize("keys", [["x:1", "u:", "", "u:1", "u:1"], [f"u:{n}" for n in range(500)]])
def test_keys_are_bounded_and_each_is_there_once(app, keys):
    with app.test_request_context("/list", query_string=[("i", key) for key in keys]) as context:
        found = keys_in(context.request.args)
    assert len(found) == len(set(found)) <= MOST_LISTED
    assert all(key[2:] for key in found)


def test_the_house_s_own_system_is_asked_with_the_fields_of_the_order(engine):
    folder = {
        "title": "A & B",
        "ref": "Box 3, folder 4",
        "path": [{"title": "Papers", "ref": "MS 7"}],
        "containers": [{"kind": "box", "number": "3"}, {"kind": "folder", "number": "4"}],
    }
    template = "https://desk.example/?t={title}&c={call_number}&b={box}/{folder}&n={note}"
    said = {"line": "", "pages": "", "note": "p. 2?", "address": ""}
    found = request_address(template, folder, engine.about(), said)
    assert found == "https://desk.example/?t=A%20%26%20B&c=MS%207&b=3/4&n=p.%202%3F"
    assert request_address("", folder, engine.about(), said) == ""
