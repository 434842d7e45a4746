"""EAC-CPF records as authorities."""

import pytest

from discovery.errors import BadFile
from discovery.names.authority import Authority
from indexer.readers import eac
from tests.indexer.conftest import Ears

RECORD = """<?xml version="1.0" encoding="UTF-8"?>
<eac-cpf xmlns="urn:isbn:1-931666-33-4">
  <control>
    <recordId>P-17</recordId>
    <otherRecordId>http://viaf.org/viaf/123456</otherRecordId>
    <maintenanceAgency><agencyName>An archive</agencyName></maintenanceAgency>
    <sources><source><sourceEntry>A dictionary, vol. 3</sourceEntry></source></sources>
  </control>
  <cpfDescription>
    <identity>
      <entityId>http://www.wikidata.org/entity/Q42</entityId>
      <entityType>person</entityType>
      <nameEntry localType="pseudonym"><part>Markin, N.</part></nameEntry>
      <nameEntry><part localType="forename">Leo</part><part localType="surname">Sedow</part>
        <part localType="dates">1906-1938</part></nameEntry>
      <nameEntry><part>Sedov, Lev</part><authorizedForm>rules</authorizedForm></nameEntry>
      <nameEntry><part>Sedow, Leo</part></nameEntry>
      <nameEntry><part></part></nameEntry>
    </identity>
    <description>
      <existDates><dateRange><fromDate standardDate="1906">1906</fromDate>
        <toDate standardDate="1938-02-16">16 Feb. 1938</toDate></dateRange></existDates>
      <biogHist><p>Edited a bulletin.</p><p>Died in <span>Paris</span>.</p></biogHist>
    </description>
  </cpfDescription>
</eac-cpf>"""

NEWER = """<list xmlns="https://archivists.org/ns/eac/v2">
<eac><control><recordId>O-1</recordId>
<maintenanceAgency><agencyName>An archive</agencyName></maintenanceAgency></control>
<cpfDescription><identity><entityType value="corporateBody"/>
<nameEntry><part>ILO</part></nameEntry>
<nameEntry preferredForm="true"><part>International Left Opposition</part></nameEntry></identity>
<description><existDates><date>about 1930</date></existDates></description></cpfDescription></eac>
<eac><control/><cpfDescription><identity><entityType value="animal"/></identity></cpfDescription></eac>
<eac><control><recordId>F-1</recordId></control><cpfDescription><identity><entityType value="family"/>
<nameEntry><part>Sedov family</part></nameEntry></identity>
<description><existDates><dateRange><toDate>1938</toDate></dateRange></existDates></description></cpfDescription></eac>
</list>"""


def test_a_person(ears: Ears) -> None:
    (person,) = eac.read(RECORD.encode(), "p.xml", ears.fault)
    assert person == Authority(
        id="P-17",
        kind="person",
        name="Sedov, Lev",
        dates="1906/1938-02-16",
        variants=("Sedow, Leo",),
        pseudonyms=("Markin, N.",),
        link="Q42",
        source="A dictionary, vol. 3",
        note="Edited a bulletin. Died in Paris.",
    )
    assert not ears.faults


def test_several_records_in_the_newer_form_and_one_that_is_wrong(ears: Ears) -> None:
    body, family = eac.read(NEWER.encode(), "o.xml", ears.fault)
    assert body == Authority(
        id="O-1",
        kind="organisation",
        name="International Left Opposition",
        variants=("ILO",),
        source="An archive",
    )
    assert (family.kind, family.dates) == ("family", "/1938")
    assert ears.faults == [
        "o.xml:8: record left out: it has no recordId; it has no nameEntry with a part; the entityType 'animal' is "
        "none of person, corporateBody, family"
    ]


@pytest.mark.parametrize("said", ["Pseudoniem", "seudónimo", "http://terms.example/Pseudonyme", "псевдоним"])
def test_pseudonyms_in_other_words(ears: Ears, said: str) -> None:
    (person,) = eac.read(RECORD.replace('"pseudonym"', f'"{said}"').encode(), "p.xml", ears.fault)
    assert person.pseudonyms == ("Markin, N.",)


def test_an_address_of_viaf(ears: Ears) -> None:
    record = RECORD.replace("http://www.wikidata.org/entity/Q42", "local 7")
    (person,) = eac.read(record.encode(), "p.xml", ears.fault)
    assert person.link == "https://viaf.org/viaf/123456"


def test_files_that_are_refused(ears: Ears) -> None:
    with pytest.raises(BadFile, match=r"x\.xml:1: no EAC-CPF"):
        list(eac.read(b"<ead/>", "x.xml", ears.fault))
    hostile = b'<!DOCTYPE eac [<!ENTITY a SYSTEM "b">]><eac>&a;</eac>'
    with pytest.raises(BadFile, match="declares entities of its own"):
        list(eac.read(hostile, "x.xml", ears.fault))
