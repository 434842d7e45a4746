"""Extent, technique and document type: what is stated, and nothing that is guessed."""

from tests.indexer.readers.ead.conftest import Reads


def test_abbreviated_techniques(reads: Reads) -> None:
    physdesc = '<physdesc><extent>1 Br., 2 Bl.</extent><physfacet label="Technik">hs.</physfacet></physdesc>'
    top = reads(f"<did>{physdesc}</did>")[0]
    assert (top.form, top.extent) == ("manuscript", "1 Br., 2 Bl.")


def test_form_and_genre_are_never_guessed(reads: Reads) -> None:
    top = reads("<did><unittitle>Typed letter</unittitle><physdesc>1 leaf, blue</physdesc></did>")[0]
    assert (top.form, top.genre, top.extent) == ("", "", "1 leaf, blue")


def test_an_extent_says_what_is_counted(reads: Reads) -> None:
    pages, metres = '<extent type="pages">416</extent>', '<extent unit="m">0,5</extent>'
    size = '<physfacet type="support">papier</physfacet><dimensions unit="cm">21 x 29</dimensions>'
    top = reads(f"<did><physdesc>{pages}</physdesc><physdesc>{metres}{size}</physdesc></did>")[0]
    assert top.extent == "416 pages; 0,5 m, papier, 21 x 29 cm"
