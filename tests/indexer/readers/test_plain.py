"""Plain text, a page or several."""

import pytest

from indexer.readers import plain
from indexer.readers.eightbit import likely_encoding
from tests.indexer.conftest import Ears


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("a\r\nb\n", ["a\nb"]),
        ("a\n\n\n\nb  ", ["a\n\nb"]),
        ("a\fb\f", ["a", "b"]),
        ("\fb", ["", "b"]),
        ("", [""]),
        ("и\u0306", ["й"]),
    ],
)
def test_pages(ears: Ears, text: str, pages: list[str]) -> None:
    read = plain.read(text.encode(), "p.txt", ears.fault)
    assert [page.text for page in read] == pages
    assert [page.sequence for page in read] == list(range(1, len(pages) + 1))


def test_bytes_in_another_encoding_are_reported(ears: Ears) -> None:
    (page,) = plain.read(b"a\n\xb3\xf3\xbf", "p.txt", ears.fault)
    assert page.text == "a\n\ufffd\ufffd"
    assert ears.faults == ["p.txt:2: the byte 0xB3 is not valid UTF-8: such bytes are read as \ufffd"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-16"])
def test_russian_of_every_encoding(ears: Ears, encoding: str) -> None:
    text = "Заседание открыто в 7 часов вечера. ПРОТОКОЛ 3"
    (page,) = plain.read(text.encode(encoding), "p.txt", ears.fault)
    assert page.text == text
    assert not ears.faults


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Zażółć gęślą jaźń", "cp1250"),
        ("Příliš žluťoučký", "cp1250"),
        ("façade déjà", "cp850"),
        ("Θεσσαλονίκη", "cp1253"),
    ],
)
def test_what_could_be_anything_is_not_guessed(text: str, encoding: str) -> None:
    assert likely_encoding(text.encode(encoding)) is None


@pytest.mark.parametrize("text", ["“Zürich”, déjà", "Заседание открыто", "ЗАСЕДАНИЕ"])
def test_damaged_utf8_is_not_taken_for_something_else(text: str) -> None:
    assert likely_encoding(text.encode() + b"\x96") is None
