"""Plain text: a page, or several with a form feed between them."""

import re
import unicodedata

from discovery.records import Page, Source

from .source import Report, decode_undeclared

READS = (
    ("form feed", "end of the page"),
    ("blank line", "end of the paragraph"),
    ("Windows-1251, KOI8-R, cp866, Windows-1252", "taken for it where it is not UTF-8 and can be nothing else"),
)
_BLANK_LINES = re.compile(r"\n\s*\n")


def read(data: bytes, shown: str, fault: Report) -> list[Page]:
    """The pages of a text file, numbered from 1; lines stay, runs of blank lines become one."""
    pages = []
    line = 1
    for number, part in enumerate(_pages(decode_undeclared(data, shown, fault=fault)), start=1):
        pages.append(Page(sequence=number, text=_tidy(part), source=Source(shown, line)))
        line += part.count("\n")
    return pages


def _pages(text: str) -> list[str]:
    """Programs that end every page with a form feed leave nothing after the last."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    pages = lines.split("\f")
    return pages[:-1] if len(pages) > 1 and not pages[-1].strip() else pages


def _tidy(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in unicodedata.normalize("NFC", text).split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n")
