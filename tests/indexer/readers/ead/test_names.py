"""Names by element, attribute and heading; `test_wording` has the marks of doubt themselves."""

import pytest

from discovery.records import Name
from tests.indexer.readers.ead.conftest import Reads


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        ("<origination>probably Abel</origination>", Name("Abel", "creator", written="probably Abel")),
        (
            "<origination label='Vermutlicher Verfasser'>Abel</origination>",
            Name("Abel", "from", "", "Abel (Vermutlicher Verfasser)"),
        ),
        (
            "<origination role='dubious author (dub)'>Abel</origination>",
            Name("Abel", "from", "", "Abel (dubious author (dub))"),
        ),
        ("<persname role='att'>Abel</persname>", Name("Abel", "from", "person", "Abel (att)")),
        ("<persname certainty='low'>Abel</persname>", Name("Abel", "", "person", "Abel (certainty low)")),
        ("<persname role='to' certainty='high'>Abel</persname>", Name("Abel", "to", "person")),
        ("<persname normal='Abel, Karl'>[K. A.?]</persname>", Name("Abel, Karl", "", "person", "[K. A.?]")),
        ("<unittitle>To <persname>Abel</persname> [?]</unittitle>", Name("Abel", "", "person", "Abel (?)")),
        ("<unittitle>To <persname>Abel</persname>, Paris</unittitle>", Name("Abel", "", "person")),
    ],
)
def test_doubt_in_words_and_attributes(reads: Reads, inside: str, name: Name) -> None:
    assert reads(f"<did>{inside}</did>")[0].names == (name,)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Abraham, Karl, 1877-1925.", "Abraham, Karl, 1877-1925"),
        ("Deuticke, Franz--Correspondence.", "Deuticke, Franz"),
        ("Archive (Library).", "Archive (Library)"),
        ("Miller, Arthur, Jr.", "Miller, Arthur, Jr."),
        ("Volkov, V. P.", "Volkov, V. P."),
        ("Blücher, Heinrich,", "Blücher, Heinrich"),
    ],
)
def test_names_are_freed_of_subdivisions_and_final_stops(reads: Reads, written: str, name: str) -> None:
    top = reads(f"<did/><controlaccess><persname>{written}</persname></controlaccess>")[0]
    assert top.names == (Name(name, "", "person"),)


def test_names_in_running_text_go_by_their_headings(reads: Reads) -> None:
    top = reads(
        """<did><unittitle>Lettre de <persname normal="Rolland, Romain (1866-1944)" role="070">Romain Rolland</persname>
        à <persname normal="Istrati, Panaït (1884-1935)" role="660">Istrati</persname></unittitle></did>
        <scopecontent><p>Sur <geogname normal="Dantzig (Pologne)">Gdańsk</geogname>.</p></scopecontent>
        <controlaccess><persname normal="Serge, Victor" role="subject">Kibal'chich, Viktor</persname></controlaccess>"""
    )[0]
    assert top.title == "Lettre de Romain Rolland à Istrati"
    assert top.names == (
        Name("Rolland, Romain (1866-1944)", "from", "person"),
        Name("Istrati, Panaït (1884-1935)", "to", "person"),
        Name("Dantzig (Pologne)", "", "place"),
        Name("Kibal'chich, Viktor", "", "person"),
    )
