"""References for programs, each read back by a parser that is not ours."""

import json
import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs

import bibtexparser
import pytest
import rispy

from webui.citing import as_bibtex, as_csl, as_ris, cited, in_words

ITEM = "/list.{}?i=u:f15.1&note.u:f15.1=Read%20first"


def hostile(app, engine, **changed):
    with app.test_request_context():
        about = engine.about()
        stored = engine.snapshot().read(engine.snapshot().lookup("key", ["u:f15.1"], None, 1))[0].record
        return replace(cited(stored, about), **changed)


def test_ris(get):
    (entry,) = rispy.loads(get(ITEM.format("ris")))
    assert entry["title"] == "Letter on the Bjulleten'"
    assert entry["type_of_reference"] == "PCOMM"
    assert entry["authors"] == ["Trotsky"]
    assert entry["secondary_authors"] == ["[Sedov, Lev]"]
    assert "Date as written: 1931-05-14" in entry["notes"]
    assert "EDTF: 1931-05-14" in entry["notes"]
    assert "Read first" in entry["notes"]


def test_bibtex(get):
    (entry,) = bibtexparser.loads(get(ITEM.format("bib"))).entries
    assert entry["ENTRYTYPE"] == "unpublished"
    assert entry["ID"] == "f15-1"
    assert entry["date"] == "1931-05-14"
    assert entry["author"] == "{Trotsky}"
    assert "[Sedov, Lev]" in entry["note"]
    assert "Read first" in entry["note"]


def test_csl(get):
    (entry,) = json.loads(get(ITEM.format("csl.json")))
    assert entry["type"] == "personal_communication"
    assert entry["issued"] == {"date-parts": [[1931, 5, 14]]}
    assert entry["author"] == [{"literal": "Trotsky"}]
    assert entry["recipient"] == [{"literal": "[Sedov, Lev]"}]
    assert entry["archive"] == "Institute"


@pytest.mark.parametrize("style", ["ris", "bib", "csl.json"])
def test_a_search_as_references(get, client, style):
    text = get(f"/search.{style}?view=folders")
    count = {"ris": "TY  - ", "bib": "@unpublished{", "csl.json": '"id"'}[style]
    assert text.count(count) == 4
    assert client.get("/search.doc").status_code == 404


TITLES = ["Письмо о 50% & {скобках} \\ ~ ^ #1 $ _", "Réponse à l'« Humanité »\nsuite", "TY  - injected\r\nER  - "]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_comes_back(app, engine, title):
    one = hostile(
        app, engine, title=" ".join(title.split()), authors=("Троцкий, Лев", "[Sedov, Lev?]"), edtf="1932-05?"
    )
    plain = " ".join(title.split())
    (ris,) = rispy.loads(as_ris([one]))
    assert ris["title"] == plain
    assert ris["authors"] == ["Троцкий, Лев", "[Sedov, Lev?]"]
    (bib,) = bibtexparser.loads(as_bibtex([one])).entries
    written = re.sub(r"\\([&%$#_{}])", r"\1", bib["title"][1:-1])
    for name, sign in (("textbackslash", "\\"), ("textasciitilde", "~"), ("textasciicircum", "^")):
        written = written.replace(f"\\{name}{{}}", sign)
    assert written == plain
    assert bib["author"] == "Троцкий, Лев and {[Sedov, Lev?]}"
    assert bib["date"] == "1932-05?"
    (csl,) = json.loads(as_csl([one]))
    assert csl["title"] == plain
    assert csl["author"] == [{"family": "Троцкий", "given": "Лев"}, {"literal": "[Sedov, Lev?]"}]
    assert "EDTF: 1932-05?" in csl["note"]


def test_keys_of_bibtex_are_unique(app, engine):
    one = hostile(app, engine)
    keys = [entry["ID"] for entry in bibtexparser.loads(as_bibtex([one, one, replace(one, id="тетрадь")])).entries]
    assert keys == ["f15-1", "f15-1-2", "record"]


def test_pages_say_what_they_are_to_programs(get):
    page = get("/unit/f15.1")
    assert '<meta name="citation_title" content="Letter on the Bjulleten&#39;">' in page
    spans = re.findall(r'class="Z3988" title="([^"]+)"', get("/search?q=письмо&view=items"))
    assert parse_qs(unescape(spans[0]))["rft.title"] == ["Letter on the Bjulleten'"]
    assert "BibTeX" in page


def test_a_house_cites_in_its_own_way(app, engine):
    with app.test_request_context():
        about = engine.about()
        record = engine.snapshot().read(engine.snapshot().lookup("key", ["u:f15.1"], None, 1))[0].record
        house = replace(
            about, collection={**about.collection, "citation": "{holder} ({page}): {title}, {kept_in}, {reference}."}
        )
        assert in_words(record, house) == "Institute: Letter on the Bjulleten', 15."
        assert in_words(record, about).startswith("Letter on the Bjulleten', 1931-05-14. Institute,")
