"""SKOS in RDF/XML as concepts and as authorities."""

import pytest

from discovery.errors import BadFile
from discovery.names.authority import Authority
from discovery.names.thesaurus import Concept, Label, Thesaurus
from indexer.readers import skos
from tests.indexer.conftest import Ears

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
         xmlns:dct="http://purl.org/dc/terms/">
<skos:Concept rdf:about="http://t.example/strike">
  <skos:altLabel xml:lang="fr">débrayage</skos:altLabel>
  <skos:prefLabel xml:lang="fr-FR">grève</skos:prefLabel>
  <skos:prefLabel xml:lang="en">strike</skos:prefLabel>
  <skos:prefLabel xml:lang="xx">?</skos:prefLabel>
  <skos:inScheme rdf:resource="http://t.example/"/>
</skos:Concept>
<rdf:Description rdf:about="http://t.example/general-strike">
  <rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
  <skos:prefLabel xml:lang="en">general strike</skos:prefLabel>
  <skos:broader rdf:resource="http://t.example/strike"/>
  <skos:broader><skos:Concept rdf:about="http://t.example/struggle">
    <skos:prefLabel xml:lang="de">Klassenkampf</skos:prefLabel></skos:Concept></skos:broader>
  <dct:source>A handbook</dct:source>
</rdf:Description>
<skos:Concept><skos:prefLabel xml:lang="en">nameless</skos:prefLabel></skos:Concept>
<skos:Concept rdf:about="http://t.example/empty"><skos:prefLabel xml:lang="xx">?</skos:prefLabel></skos:Concept>
<skos:ConceptScheme rdf:about="http://t.example/"/>
</rdf:RDF>"""


def test_concepts(ears: Ears) -> None:
    strike, general, struggle = skos.read(FILE.encode(), "t.rdf", ears.fault)
    assert strike == Concept(
        "http://t.example/strike",
        (Label("fr", "grève"), Label("en", "strike"), Label("fr", "débrayage")),
        (),
        "http://t.example/",
    )
    assert general.broader == ("http://t.example/strike", "http://t.example/struggle")
    assert general.source == "A handbook"
    assert struggle.labels == (Label("de", "Klassenkampf"),)
    assert ears.faults == [
        "t.rdf:19: concept left out: it has no rdf:about",
        "t.rdf:20: concept left out: it has no label in a known language",
    ]


def test_they_make_a_thesaurus(ears: Ears) -> None:
    thesaurus = Thesaurus(skos.read(FILE.encode(), "t.rdf", ears.fault))
    (found,) = thesaurus.suggest("les grèves de juin")
    assert found.matched == Label("fr", "grève")
    assert found.labels == (Label("en", "strike"),)


def test_names(ears: Ears) -> None:
    names = list(skos.read_names(FILE.encode(), "t.rdf", ears.fault, "place"))
    assert names[0] == Authority(
        id="http://t.example/strike",
        kind="place",
        name="grève",
        variants=("strike", "?", "débrayage"),
        source="http://t.example/",
    )
    assert ears.faults == ["t.rdf:19: concept left out: it has no rdf:about"]


def test_files_that_are_refused(ears: Ears) -> None:
    with pytest.raises(BadFile, match=r"x\.rdf:1: no SKOS in RDF/XML"):
        list(skos.read(b"<rdf/>", "x.rdf", ears.fault))
