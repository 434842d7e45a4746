"""Every kind of page: there, not there, with what a reader looks for on it, and safe with hostile texts."""

import re
from html import unescape

import pytest

from discovery.answering import archive
from discovery.answering.results import Request, Results
from discovery.errors import EngineMissing
from discovery.knowledge import NOTHING
from tests.webui.archive import HOSTILE
from webui import create_app
from webui.help import SECTIONS
from webui.listing import sizes
from webui.urls import url

HOSTILE_QUERIES = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "' OR 1=1 --",
    "((((((((((((((((((((((((((((((",
    "NOT " * 300,
    '"unclosed',
    "NEAR/5",
    "a* b* c* d* e*",
    "field:value title: text:",
    "date:[1932 TO 1933]",
    "\x00\x01\x7f",
    "\u202e\u200bабв",
    "😀 🏴‍☠️",
    "%s %d %n",
    "../../etc/passwd",
    "x" * 5000,
    "+ - * / ~ ^ : ; ,",
    "AND OR NOT",
]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search",
        "/search?q=оппозиция",
        "/search?q=оппозиция&view=pages",
        "/search?view=series",
        "/search?offset=10000",
        "/unit/ARCH",
        "/unit/sections",
        "/unit/f12",
        "/unit/f15.1?q=письмо",
        "/page/f15.1/0001",
        "/image/f15.1/0001",
        "/help",
        "/health",
        "/static/opis.css",
    ],
)
def test_is_there_with_its_security_headers(client, path):
    answer = client.get(path, buffered=True)
    assert answer.status_code == 200
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'self'; style-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/unit/nope", "/page/nope", "/page/f12", "/image/nope", "/nowhere", "/unit/"])
def test_is_not_there(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


def test_not_found_names_what_was_sought(client):
    assert "There is no unit of description “nope” in this archive." in client.get("/unit/nope").text


def test_pages_have_own_scripts_and_no_inline_style(get):
    for path in ("/", "/search?q=оппозиция", "/unit/f15", "/page/f15.1/0001?q=письмо", "/help"):
        page = get(path)
        scripts = re.findall(r"<script[^>]*>", page)
        assert all(
            re.fullmatch(r'<script src="/static/(dates|complete|list).js\?v=\w+" defer>', script) for script in scripts
        )
        assert len(scripts) == 2 + path.startswith("/search")
        assert not re.search(r"\sstyle=|\son\w+=|javascript:", page)


def test_start_shows_archive_counts_tree_and_words_to_try(get):
    page = get("/")
    assert "Papers of the Left Opposition" in page
    assert "Specimens: not documents of any archive." in page
    assert re.search(r"<dd>4</dd><dt><a [^>]+>folders</a>", page)
    assert "National sections" in page
    assert re.search(r'<a href="/search\?q=[^"]+" lang="ru">', page)


@pytest.mark.parametrize("query", HOSTILE_QUERIES)
@pytest.mark.parametrize("path", ["/search", "/unit/f13", "/page/f15.1/0001", "/api/v1/search", "/search.csv"])
def test_hostile_queries_are_answered_and_escaped(client, path, query):
    answer = client.get(path, query_string={"q": query})
    assert answer.status_code == 200
    assert "Traceback" not in answer.text
    if answer.mimetype == "text/html":
        assert "<script>" not in answer.text
        assert "<img src=x" not in answer.text


def test_hostile_bytes_in_an_address(client):
    assert client.get("/search?q=%FF%FE%00&section=%FF").status_code == 200
    assert client.get("/unit/%00%FF").status_code == 404


def test_hostile_titles_are_escaped_once(get):
    for path in ("/search?q=alert", "/unit/f13", "/unit/sections", "/page/f13/0001", "/search"):
        page = get(path)
        assert "<script>" not in page
        assert "<img src=x" not in page
        assert "&amp;lt;" not in page
    title = re.search(r"<h1[^>]*>(.*?)</h1>", get("/unit/f13"), re.DOTALL)
    assert title
    assert unescape(title[1]) == HOSTILE


def test_a_row_has_what_a_reader_needs(get):
    page = get("/search", q="письмо", view="items")
    assert "<b>15.1</b>" in page
    assert "<mark>письмо</mark>" in page
    assert re.search(r'<q lang="ru" dir="auto">', page)
    assert re.search(r'href="/page/f15.1/0001\?q=[^"]+">p. 1</a>', page)
    assert "inv. 15 Letters to Sedov" in page  # the folder, in the breadcrumb
    assert '[Sedov, Lev]</span> <span class="badge" title="The finding aid has “[Sedov, Lev]”">conjectural<' in page
    assert "2 leaves" in page
    assert "carbon copy" in page


def test_a_folder_leads_to_what_is_found_among_its_items(get):
    page = get("/search", q="письмо", **{"-section": "France"})
    (address,) = re.findall(r'<a href="([^"]+)">among its items', page)
    assert unescape(address).endswith("&-section=France&within=f15")
    assert "<b>15.1</b>" in get(unescape(address))


def test_a_row_says_which_word_it_lacks(get):
    page = get("/search", q="оппозиция бюллетень печатание динозавр")
    assert "<s>динозавр</s>" in page


def test_understood_shows_other_forms_once(get):
    page = get("/search", q="оппозиции réunion")
    box = re.search(r'<details class="understood">.*?</details>', page, re.DOTALL)[0]
    assert "another form of the word" in box
    assert '<span dir="auto" lang="ru">оппозиция</span>' in box
    assert ">reunion-<" not in box  # a stem beside its lemma says nothing new
    assert ">réunion</span>" not in box  # the word itself is no expansion


def test_notices_are_on_the_page_and_the_rest_is_searched(get):
    page = get("/search", q='"оппозиция', view="bogus", sectoin="France")
    assert "There is no view “bogus”" in page
    assert "Did you mean “section”?" in page
    assert "A quotation mark is not closed" in page
    assert "<b>15</b>" in page


def test_empty_fields_of_the_form_leave_the_address(client):
    answer = client.get("/search?q=Opposition&match=&from=&to=&section=France&section=Germany")
    assert answer.status_code == 302
    assert answer.location == "/search?q=Opposition&section=France&section=Germany"


def test_the_form_keeps_filters_and_view(get):
    page = get("/search", q="Opposition", section="France", view="pages")
    assert '<input type="hidden" name="section" value="France">' in page
    assert '<input type="hidden" name="view" value="pages">' in page


def test_nothing_found_says_what_would(get):
    page = get("/search", q="оппозиция динозавр", section="France")
    assert "Nothing found" in page
    assert ">without filters and dates</a>" in page
    assert ">with any of the words" not in page  # as many as go together were looked for already


def test_words_that_are_nowhere(get):
    assert "None of these words is in the archive" in get("/search", q="динозавр")


def test_behind_the_end_of_the_list(get):
    assert "The list ends before this." in get("/search", q="Opposition", offset=100)


def test_how_many_rows(get):
    assert "Rows here and in print" not in get("/search")
    offered = sizes(Results(Request(text="q", limit=50, offset=50), 101, ()), url)
    assert [(size.href, size.current) for size in offered] == [
        ("/search?q=q", False),
        ("/search?q=q&limit=50", True),
        ("/search?q=q&limit=100", False),
    ]


def test_a_long_reference_is_broken_at_its_slashes(app):
    number = app.jinja_env.get_template("macros.html").module.number
    assert number("19900025/18").strip() == '<b class="long">19900025<wbr>/18</b>'


def test_pager(get):
    page = get("/search", limit=1)
    assert 'href="/search?limit=1&amp;offset=1">2</a>' in page
    assert ">Next</a>" in page
    assert ">Previous</a>" in get("/search", limit=1, offset=1)


def test_unit_page(get):
    page = get("/unit/f15.1")
    assert "Institute, Papers of the Left Opposition, inv. 15" in page
    assert "finding-aid.xml:12" in page
    assert "http://localhost/unit/f15.1" in page
    assert "stated at fonds level" in page
    assert "14 May 1931" in page
    assert 'src="/image/f15.1/0001"' in page
    assert 'href="/unit/letters"' in page


def test_page_page(get):
    page = get("/page/f15.1/0001", q="оппозиция")
    assert '<span lang="ru">' in page
    assert "<mark>оппозиции</mark>" in page
    assert 'viewBox="0 0 600 800"' in page
    assert page.count("<rect") == 1
    assert re.search(r'rel="next" href="/page/f15.1/0002\?q=', page)
    assert 'rel="prev"' not in page
    assert "левой\n<mark>" in page  # line breaks stay


def test_from_hit_to_hit_within_the_folder(get):
    page = get("/page/f15.1/0001", q="оппозиция")
    hits = page[page.index('aria-label="Hits"') :]
    assert "hit 1 of 2 in this folder" in hits
    assert re.search(r'href="/page/f15.1/0002\?q=[^"]+">p. 2 →', hits)
    assert "1 hit in this folder" in get("/page/f15.1/0001", q="бюллетень")  # on the other page
    assert 'aria-label="Hits"' not in get("/page/f15.1/0001", q="динозавр")
    assert 'aria-label="Hits"' not in get("/page/f15.1/0001")


def test_a_unit_stands_among_its_neighbours(get):
    turn = get("/unit/f13")
    turn = turn[turn.index('aria-label="Beside this"') :]
    assert '<a href="/unit/f12">← 12 Circulars, France</a>' in turn
    assert "<span>2 of 3</span>" in turn
    assert '<a href="/unit/f14">14 Minutes without a date →</a>' in turn
    assert 'aria-label="Beside this"' not in get("/unit/ARCH")


def test_what_is_not_read_so_far_is_said(get, monkeypatch):
    monkeypatch.setattr(archive, "MOST_CHILDREN", 1)
    monkeypatch.setattr(archive, "MOST_PAGES", 1)
    page = get("/unit/sections")
    assert "These are the first 1 of 2." in page
    assert '<a href="/search?within=sections&amp;sort=place">All folders in it</a>' in page
    assert 'aria-label="Beside this"' not in get("/unit/f13")
    assert 'aria-label="Pages"' not in get("/page/f15.1/0002")


def test_what_a_footnote_says(client, get):
    where = "Institute, Papers of the Left Opposition, inv. 15"
    assert f"Letter on the Bjulleten&#39;, 1931-05-14. {where}</span>" in get("/unit/f15.1")
    assert f"Letter on the Bjulleten&#39;, 1931-05-14. {where}, p. 1</span>" in get("/page/f15.1/0001")
    address = re.search(r'href="([^"]+)">RIS', get("/unit/f15.1"))[1]
    entry = client.get(unescape(address)).text
    assert entry.count("TY  - ") == 1
    assert "ID  - f15.1\r\n" in entry


def test_page_without_query_has_no_marks(get):
    page = get("/page/f15.1/0001")
    assert "<mark>" not in page
    assert "<rect" not in page


def test_page_in_two_languages(get):
    page = get("/page/f12/0001")
    assert '<span lang="fr">' in page
    assert '<span lang="de">' in page


def test_images_stay_in_the_collection(client):
    assert client.get("/image/f15.1/0001", buffered=True).mimetype == "image/png"
    assert client.get("/image/f15.1/0002").status_code == 404  # ../secret.png
    assert client.get("/image/..%2f..%2fsecret.png").status_code == 404
    assert client.get("/image/f12/0001").status_code == 404


@pytest.mark.parametrize("example", [example for section in SECTIONS for example in section.examples])
def test_every_query_of_the_help_page_is_understood(get, example):
    assert unescape(example.query) in unescape(get("/help"))
    page = get("/search", q=example.query)
    assert 'role="status"' not in page or " in this archive " in page or "Little has all" in page


def test_other_methods_are_refused(client):
    assert client.post("/search").status_code == 405


class Missing:
    """An engine whose directory went away."""

    def about(self):
        raise EngineMissing("There is no engine at x.", "Make one: opis index SOURCE --engine x")

    snapshot = knowledge = about


class Broken:
    def knowledge(self):
        return NOTHING

    def about(self):
        raise RuntimeError("secret")

    snapshot = about


@pytest.mark.parametrize("path", ["/", "/search?q=a", "/unit/a", "/health"])
def test_a_missing_engine_says_how_to_make_one(path):
    answer = create_app(Missing()).test_client().get(path)
    assert answer.status_code == 503
    assert "Make one: opis index SOURCE --engine x" in answer.text


def test_a_missing_engine_in_the_api():
    answer = create_app(Missing()).test_client().get("/api/v1/search?q=a")
    assert answer.status_code == 503
    assert answer.json["error"]["code"] == "engine-missing"


def test_an_unexpected_error_shows_nothing_of_the_inside(caplog):
    answer = create_app(Broken()).test_client().get("/api/v1/search?q=a")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    page = create_app(Broken()).test_client().get("/search?q=a")
    assert page.status_code == 500
    assert "secret" not in page.text
    assert "Something went wrong here" in page.text


MOVED = [
    ("/unit/inv-78.1?q=x", "/unit/OPIS-SPECIMEN/inv-78.1?q=x"),
    ("/page/inv-78.1/0001", "/page/OPIS-SPECIMEN/inv-78.1/0001"),
]


@pytest.mark.parametrize(("old", "new"), MOVED)
def test_an_address_by_the_id_of_its_own_finding_aid_leads_to_the_unit(sample_engine, old, new):
    client = create_app(sample_engine).test_client()
    answer = client.get(old)
    assert (answer.status_code, answer.location) == (301, new)
    assert client.get(new).status_code == 200
    assert client.get("/unit/inv-9999").status_code == 404
