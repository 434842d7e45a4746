"""EAC-CPF, SKOS and tables named in collection.toml, loaded into an engine, whose searches then use them."""

import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO

import pytest

import opis
from discovery.answering.requests import make_request
from discovery.answering.results import Results
from discovery.answering.service import search
from discovery.engines.opening import open_engine
from discovery.engines.port import Engine
from discovery.errors import SOMETHING_SKIPPED

COLLECTION = """
languages = ["en", "fr", "de"]
authority = ["../lists/names.csv", "../lists/eac", "../lists/places.rdf"]
thesaurus = ["../lists/concepts.csv", "../lists/concepts.rdf"]
"""
LETTERS = """id,title,from
l1,Letter on the strike in Petrograd,Sedov
l2,Circular of the Opposition,Secretariat
l3,Note on a visa,Klement
l4,"Der Alte und der Alte",
l5,Note on the books and newspapers that came by way of Prague and on paper for printing them,Trotzki
"""
NAMES = """id,kind,name,variants,pseudonyms
klement,person,"Klement, Rudolf",,Camille
trotsky,person,"Trotsky, Leon","Trotzki, Leo",Der Alte
"""
EAC_2010 = """<?xml version="1.0" encoding="UTF-8"?>
<e:eac-cpf xmlns:e="urn:isbn:1-931666-33-4">
 <e:control><e:recordId>P-17</e:recordId></e:control>
 <e:cpfDescription><e:identity><e:entityType>person</e:entityType>
  <e:nameEntry><e:part localType="surname">Sedov</e:part><e:part localType="forename">Lev</e:part>
   <e:authorizedForm>rules</e:authorizedForm></e:nameEntry>
  <e:nameEntry localType="http://example.org/terms/pseudonym"><e:part>Markin, N.</e:part></e:nameEntry>
 </e:identity></e:cpfDescription>
</e:eac-cpf>"""
EAC_2 = """<eac xmlns="https://archivists.org/ns/eac/v2">
 <control><recordId>O-1</recordId></control>
 <cpfDescription><identity><entityType value="corporateBody"/>
  <nameEntry preferredForm="true"><part>Secretariat</part></nameEntry>
  <nameEntry localType="pseudonym"><part>Kamenka</part></nameEntry>
 </identity></cpfDescription></eac>"""
EAC_BARE = """<eac-cpf><control><recordId>P-17</recordId></control>
 <cpfDescription><identity><entityType>person</entityType><nameEntry><part>Sedov, L.</part></nameEntry></identity>
 </cpfDescription></eac-cpf>"""
SKOS = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:skos="http://www.w3.org/2004/02/skos/core#"><skos:Concept rdf:about="http://example.org/{id}">{labels}
</skos:Concept></rdf:RDF>"""
PLACE = SKOS.format(
    id="leningrad",
    labels='<skos:prefLabel xml:lang="de">Leningrad</skos:prefLabel><skos:altLabel>Petrograd</skos:altLabel>',
)
STRIKE = SKOS.format(
    id="strike",
    labels='<skos:prefLabel xml:lang="en">strike</skos:prefLabel><skos:prefLabel xml:lang="fr">grève</skos:prefLabel>',
)
FILES = {
    "home/collection.toml": COLLECTION,
    "home/letters.csv": LETTERS,
    "lists/names.csv": NAMES,
    "lists/eac/1.xml": EAC_2010,
    "lists/eac/2.xml": EAC_2,
    "lists/eac/3.xml": "<eac-cpf><control></eac-cpf>",
    "lists/eac/4.xml": "<ead/>",
    "lists/eac/5.xml": EAC_BARE,
    "lists/places.rdf": PLACE,
    "lists/concepts.csv": "id,en,fr\nvisa,visa,visa consulaire\n",
    "lists/concepts.rdf": STRIKE,
}


@pytest.fixture(scope="module", params=["embedded", "elastic"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    if request.param == "embedded":
        return str(tmp_path_factory.mktemp("knowledge") / "engine")
    elastic: Callable[[str], str] = request.getfixturevalue("elasticsearch_place")
    return elastic("knowledge")


@pytest.fixture(scope="module")
def said(place: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The report of the load. What was loaded is deleted: a server may be another machine."""
    folder = tmp_path_factory.mktemp("files")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with redirect_stdout(StringIO()) as printed:
        assert opis.main(["index", str(folder / "home"), "--engine", place]) == SOMETHING_SKIPPED
    shutil.rmtree(folder)
    return printed.getvalue().splitlines()


@pytest.fixture(scope="module")
def engine(place: str, said: list[str]) -> Engine:
    return open_engine(place)


def ask(engine: Engine, text: str) -> Results:
    return search(engine, make_request(text, "items"))


def test_what_is_wrong_is_a_line_each(said: list[str]) -> None:
    skipped = [line for line in said if line.startswith("skipped: ")]
    assert [line.removeprefix("skipped: ../lists/eac/").split(": ", 1)[0] for line in skipped] == [
        "3.xml:1",
        "4.xml:1",
        "5.xml",
    ]
    assert skipped[1].endswith("no EAC-CPF: there is no <eac-cpf> and no <eac> in it")
    assert skipped[2].endswith("record left out: 'P-17' is in ../lists/eac/1.xml already")


@pytest.mark.parametrize(
    ("typed", "found", "reason"),
    [
        ("Markin", "l1", "by pseudonym: Sedov"),
        ("Kamenka", "l2", "by pseudonym: Secretariat"),
        ("Camille", "l3", "by pseudonym: Klement"),
        ("Leningrad", "l1", "another name of the same: Petrograd"),
    ],
)
def test_other_names_find_the_letters_and_say_so(engine: Engine, typed: str, found: str, reason: str) -> None:
    (row,) = ask(engine, typed).rows
    assert row.record["id"] == found
    assert reason in row.reasons


def test_a_whole_name_says_whom_it_means_in_small_letters_too(engine: Engine) -> None:
    for typed in ("Leo Trotzki", "leo trotzki"):
        assert not ask(engine, typed).understood.choices
    assert ask(engine, "der alte").understood.choices


def test_words_that_were_typed_are_no_other_name(engine: Engine) -> None:
    reasons = [reason for row in ask(engine, "Trotzki Leo").rows for reason in row.reasons]
    assert not any(reason.startswith("another name") for reason in reasons)


def test_a_pseudonym_that_may_be_words_like_any_other_comes_behind_the_name(engine: Engine) -> None:
    assert [row.record["id"] for row in ask(engine, "Trotsky").rows] == ["l5", "l4"]


def test_concepts_of_both_files_are_offered(engine: Engine) -> None:
    offered = [label.text for one in ask(engine, "strike visa").suggestions for label in one.labels]
    assert set(offered) == {"grève", "visa consulaire"}
