"""What is described: paragraphs, lists, index terms; and what is not, as what is said of the record."""

from tests.indexer.readers.ead.conftest import Reads


def test_text_of_mixed_content_keeps_its_spaces(reads: Reads) -> None:
    top = reads(
        "<did><unittitle>Letters<unitdate>1931</unitdate>, H<emph>2</emph>O,\n   first<lb/>second"
        " (<unitdate>1932</unitdate>)</unittitle></did>"
        "<scopecontent><head>Scope</head><p>One\n two</p><list><item>a</item><item>b</item></list></scopecontent>"
    )[0]
    assert top.title == "Letters 1931, H2O, first second (1932)"
    assert top.description == "One two\n\na\nb"
    assert [date.text for date in top.dates] == ["1931", "1932"]


def test_what_is_said_of_the_record_is_no_description(reads: Reads) -> None:
    top = reads('<odd type="publicationStatus"><p>Published</p></odd><odd type="note"><p>Torn</p></odd>')[0]
    assert top.description == "Torn"


def test_subjects_and_indexes_are_described_and_their_names_named(reads: Reads) -> None:
    top = reads(
        """<did/><controlaccess><controlaccess><subject>Exile--Turkey.</subject><occupation>Writers</occupation>
        </controlaccess><persname>Serge, Victor</persname></controlaccess>
        <index><indexentry><persname>Rosmer, Alfred</persname><ref>folder 7</ref></indexentry>
        <indexentry><corpname>POUM</corpname></indexentry></index><bioghist><p><persname>Stalin</persname></p></bioghist>"""
    )[0]
    assert [name.text for name in top.names] == ["Serge, Victor", "Rosmer, Alfred", "POUM"]
    assert top.description == "Rosmer, Alfred folder 7\nPOUM\n\nStalin\n\nExile--Turkey; Writers"
    assert top.subjects == ("Exile--Turkey", "Writers")


def test_the_holder_is_named_without_its_address(reads: Reads) -> None:
    def holder(inside: str) -> str:
        return reads(f"<did><repository>{inside}</repository></did>")[0].holder

    assert holder("Archives nationales de France") == "Archives nationales de France"
    assert holder("<address><addressline>1 Quay</addressline></address>Study Centre") == "Study Centre"
    corporate = "<corpname>Library of Congress.<subarea>Manuscript Division</subarea></corpname>"
    assert holder(f"{corporate}<address><addressline>Washington</addressline></address>") == (
        "Library of Congress, Manuscript Division"
    )
