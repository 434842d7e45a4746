"""Plain text, a page or several."""

import pytest

from indexer.readers import plain
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
    (page,) = plain.read(b"a\nZ\xfcrich", "p.txt", ears.fault)
    assert page.text == "a\nZ\ufffdrich"
    assert ears.faults == ["p.txt:2: the byte 0xFC is not valid UTF-8: such bytes are read as \ufffd"]
