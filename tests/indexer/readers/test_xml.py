"""Hardened parsing: nothing expanded or fetched, lines kept, reasons in words."""

import gzip
import os
from pathlib import Path

import pytest

from discovery.errors import BadFile
from indexer.readers import read_pages
from indexer.readers import source as source_module
from indexer.readers.formats import (
    ALTO,
    CSV,
    EAD,
    EMPTY,
    HOCR,
    JSON,
    METS,
    PAGE_XML,
    PLAIN,
    UNKNOWN,
    Format,
    detect,
    other_xml,
)
from indexer.readers.source import read_bytes
from indexer.readers.xml import MAX_DEPTH, parse_xml
from tests.indexer.conftest import Ears


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "&b;&b;">',
        "<!ENTITY a '<b/>'>",
        '<!ENTITY a "%b;">',
        '<!ENTITY a "b',
        f'<!ENTITY a "{"b" * 81}">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        "<!ENTITY % a \"<!ENTITY b 'c'>\"> %a;",
        '<!ENTITY % a SYSTEM "http://localhost/x"><!ENTITY b "&c;">',
        '<!ENTITY a "]>"><!ENTITY b SYSTEM "file:///etc/hostname">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused_in_any_encoding(declaration: str, encoding: str) -> None:
    text = f"<?xml version='1.0'?>\n<!DOCTYPE a [{declaration}]><a>x</a>"
    with pytest.raises(BadFile, match=r"x\.xml:2: declares entities"):
        parse_xml(text.encode(encoding), "x.xml")


def test_harmless_declarations_are_read_as_text() -> None:
    text = """<!DOCTYPE ead PUBLIC "+//X//DTD" "ead.dtd" [
<!NOTATION gif PUBLIC "-//X//NOTATION">
<!ENTITY logo SYSTEM "logo.gif" NDATA gif>
<!ENTITY nbsp "&#160;"> <!ENTITY who 'The "Old" Library'> <!ENTITY eacute "E">
]>
<a b="&who;">&who;,&nbsp;&eacute;&egrave;</a>"""
    root = parse_xml(text.encode(), "x.xml")
    assert (root.text, root.get("b"), root.sourceline) == ('The "Old" Library,\xa0Eè', 'The "Old" Library', 6)


def test_what_declared_words_add_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.readers.xml.MOST_WORDING", 1000)
    with pytest.raises(BadFile, match="with the entities it declares"):
        parse_xml(f"<!DOCTYPE a [<!ENTITY b '{'c' * 50}'>]><a>{'&b;' * 21}</a>".encode(), "x.xml")


def test_document_types_are_not_loaded() -> None:
    text = """<!DOCTYPE a PUBLIC "-//X//DTD" "http://localhost:1/x.dtd" [
<!ENTITY % n PUBLIC "-//X//N" "http://localhost:1/n.ent">
%n;
]>
<a>é &amp; &eacute;&nbsp;&#233;</a>"""
    root = parse_xml(text.encode(), "x.xml")
    assert root.text == "é & é\xa0é"
    assert root.sourceline == 5


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "the file is empty"),
        ("<a>\n&nosuch;</a>", 2, "the entity &nosuch; is not declared"),
        ("<!DOCTYPE a SYSTEM 'x'>\n<a>\n&nosuch;</a>", 3, "the entity &nosuch; is not declared"),
        ("<a>\nb & c</a>", 2, "a bare &"),
        ("<a>\n<b></a>", 2, "</a> found while <b> of line 2 is still open"),
        ("<a>\n", 2, "breaks off"),
        ("<a/>\n<b/>", 2, "something after the end"),
        ("<a>\n\x0b</a>", 2, "a control character"),
        ("<a>" * (MAX_DEPTH + 10), 1, "elements nested deeper"),
        ("<?xml version='1.0' encoding='klingon'?><a/>", 1, "klingon"),
        ("<?xml version='1.0' encoding='idna'?><a/>", 1, "claims the encoding 'idna', which nobody knows"),
        ("<?xml version='1.0' encoding='undefined'?><a/>", 1, "claims the encoding 'undefined', which nobody knows"),
        ("<?xml version='1.0' encoding='hex'?><a/>", 1, "claims the encoding 'hex', which nobody knows"),
    ],
)
def test_reasons_and_lines(text: str, line: int, reason: str) -> None:
    with pytest.raises(BadFile) as refused:
        parse_xml(text.encode(), "x.xml")
    assert refused.value.line == line
    assert reason in refused.value.reason


def test_what_is_no_character_costs_nothing_else_in_a_damaged_file(ears: Ears) -> None:
    for reference in ("&#xD800;", "&#55296", "&#0;", "&#x110000;", "&#xFFFE;", "&#x1F;"):
        root = parse_xml(f"<a b='x{reference}y'>m{reference}n<b/></a".encode(), "x.xml", ears.fault)
        assert (root.text, root.get("b"), len(root)) == ("m\ufffdn", "x\ufffdy", 1)
    undeclared = parse_xml(b"<a>m&foo;n&#x1F600;</a>", "x.xml", ears.fault)
    assert (undeclared.text, len(undeclared)) == ("mn\U0001f600", 0)


def test_byte_order_mark_and_leading_space_are_read_with_lines_kept() -> None:
    root = parse_xml("\ufeff\n\n<?xml version='1.0'?>\n<a>\n<b/></a>".encode(), "x.xml")
    assert root[0].sourceline == 5


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "koi8-r", "cp1251", "utf-8"])
def test_declared_encodings(encoding: str) -> None:
    text = "Троцкий" if encoding != "iso-8859-1" else "Zürich"
    root = parse_xml(f"<?xml version='1.0' encoding='{encoding}'?><a>{text}</a>".encode(encoding), "x.xml")
    assert root.text == text


def test_latin_1_is_read_as_windows_means_it() -> None:
    text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>“1931–33”, Zürich</a>"
    assert parse_xml(text.encode("cp1252"), "x.xml").text == "“1931–33”, Zürich"


def test_utf8_that_says_utf16_is_read() -> None:
    assert parse_xml("<?xml version='1.0' encoding='utf-16'?><a>ж</a>".encode(), "x.xml").text == "ж"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", EMPTY),
        (" \n", EMPTY),
        ("<?xml version='1.0'?><!-- <alto> --><ead>", EAD),
        ("<!DOCTYPE ead [<!ENTITY a 'b'>]>\n<x:ead xmlns:x='urn:x'>", EAD),
        ("<mets:mets><ead></ead></mets:mets>", EAD),
        ("<mets:mets></mets:mets>", METS),
        ("<alto:alto>", ALTO),
        ("<PcGts>", PAGE_XML),
        ("<html><div class='ocr_page'>", HOCR),
        ("<div class='ocr_page'>", HOCR),
        ("<svg>", other_xml("svg")),
        ("<OAI-PMH><record><metadata><ead:ead>", EAD),
        ("<record><title>", other_xml("record")),
        ('{"id": "1"}', JSON),
        (' [\n {"id": "1"}]', JSON),
        ("[May 1932]\n", PLAIN),
        ("id,title\n", CSV),
        ("Signatur;Titel;Laufzeit\r12;a;b", CSV),
        ("title;id\n", CSV),
        ("Dear comrade, the date and the place\n", PLAIN),
        ("PNG\0\1", UNKNOWN),
        ("<?xml version='1.0' encoding='utfh'?><ead>", EAD),
    ],
)
def test_formats_are_told_by_content(text: str, expected: Format) -> None:
    assert detect(text.encode()) == expected
    assert detect(b"\xef\xbb\xbf" + text.encode()) == expected


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16"])
def test_a_table_is_told_in_any_encoding(encoding: str) -> None:
    assert detect("Шифр;Заголовок;Дата\n1;Письмо;1932".encode(encoding)) == CSV


def test_gzip_is_told_by_content_and_damage_named(tmp_path: Path) -> None:
    packed = tmp_path / "packed.xml"
    packed.write_bytes(gzip.compress(b"<ead/>"))
    assert read_bytes(packed, "packed.xml") == b"<ead/>"
    packed.write_bytes(gzip.compress(b"<ead/>" * 100)[:-12])
    with pytest.raises(BadFile, match=r"packed\.xml: damaged gzip"):
        read_bytes(packed, "packed.xml")


def test_size_is_bounded_after_unpacking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "MAX_BYTES", 2**20)
    bomb = tmp_path / "bomb.xml"
    bomb.write_bytes(gzip.compress(b" " * (2**20 + 1)))
    with pytest.raises(BadFile, match="larger than 1 MB"):
        read_bytes(bomb, "bomb.xml")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xml")
    with pytest.raises(BadFile, match=r"pipe\.xml: a pipe"):
        read_bytes(tmp_path / "pipe.xml", "pipe.xml")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="can't be opened: No such file"):
        read_bytes(tmp_path / "none.xml", "none.xml")


@pytest.mark.parametrize("text", ["<alto/>", "<PcGts/>", "<html><!-- ocr_page --></html>"])
def test_recognised_text_without_a_page(tmp_path: Path, ears: Ears, text: str) -> None:
    file = tmp_path / "p.xml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile, match=r"p\.xml: recognised text \(.*\) without a page"):
        read_pages(file, "p.xml", ears.fault)
