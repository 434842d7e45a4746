"""Authority files and thesauri as tables: what is wrong with a record is said, the others are read."""

import pytest

from discovery.errors import BadFile
from discovery.names.authority import Authority
from discovery.names.thesaurus import Concept, Label
from indexer.readers import authority_table, thesaurus_table
from tests.indexer.conftest import Ears


def test_bad_authorities_are_reported_all_at_once_and_the_others_read(ears: Ears) -> None:
    table = (
        "\ufeffid;kind;name;dates;variants;link\n"
        "a;person;Nin, Andreu;1892/1937;Nin, Andrés| |Nin, Andrés;Q5\n"
        ";animal;;;;\n"
        "a;place;Royan;;;\n"
        "\n"
        "b;place;Royan;summer;;wikipedia\n"
        'c;person;"Nin;;;\n'
        "d;person;Frank;;;;;more\n"
        "e;place;Barbizon"
    )
    read = list(authority_table.read(table.encode(), "n.csv", ears.fault))
    assert [authority.id for authority in read] == ["a", "b", "e"]
    assert read[0] == Authority(
        id="a", kind="person", name="Nin, Andreu", dates="1892/1937", variants=("Nin, Andrés",), link="Q5"
    )
    assert ears.faults == [
        "n.csv:3: record left out: it has no id; it has no name; the kind 'animal' is none of "
        "person, family, organisation, place",
        "n.csv:4: record left out: the id 'a' is that of line 2 already",
        "n.csv:6: dates left out: 'summer' is no date in EDTF",
        "n.csv:6: link left out: 'wikipedia' is neither a Wikidata item nor an address",
        "n.csv:7: record left out: a quotation mark is never closed",
        "n.csv:8: record left out: 8 cells under 6 columns",
    ]


def test_authority_files_that_are_none(ears: Ears) -> None:
    with pytest.raises(BadFile) as refused:
        list(authority_table.read(b"id,varients,variants,variants\n", "n.csv", ears.fault))
    assert refused.value.reason == (
        "unknown column 'varients' (did you mean 'variants'?); column 'variants' twice; no column 'kind'; "
        "no column 'name'"
    )
    with pytest.raises(BadFile, match=r"n\.csv:2: the byte 0xE9 is not valid UTF-8"):
        list(authority_table.read(b"id,kind,name\na,person,Andr\xe9\n", "n.csv", ears.fault))


def test_bad_concepts_are_reported_all_at_once_and_the_others_read(ears: Ears) -> None:
    table = (
        "id,broader,source,en,fr\n"
        "strike,,own,strike|walkout|strike,grève\n"
        "general-strike,strike|labour,,general strike,\n"
        ",,,visa,visa\n"
        "strike,,,,\n"
        "a,b,,first,\n"
        "b,a,,second,\n"
    )
    read = list(thesaurus_table.read(table.encode(), "c.csv", ears.fault))
    assert [concept.id for concept in read] == ["strike", "general-strike", "a", "b"]
    labels = (Label("fr", "grève"), Label("en", "strike"), Label("en", "walkout"))
    assert read[0] == Concept("strike", labels, (), "own")
    assert ears.faults == [
        "c.csv:4: record left out: it has no id",
        "c.csv:5: record left out: the id 'strike' is that of line 2 already; it has no label in any language",
        "c.csv:3: broader left out: 'labour' is no concept of this file",
        "c.csv:6: broader left out: 'b' has it among its own broader ones",
        "c.csv:7: broader left out: 'a' has it among its own broader ones",
    ]


def test_thesauri_that_are_none(ears: Ears) -> None:
    with pytest.raises(BadFile, match=r"c\.csv:1: unknown column 'english'"):
        list(thesaurus_table.read(b"id,broader,english\na,,strike\n", "c.csv", ears.fault))
    with pytest.raises(BadFile, match="no concepts in it: it needs columns named by languages"):
        list(thesaurus_table.read(b"id,en\n", "c.csv", ears.fault))
