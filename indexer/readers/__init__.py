"""Files of descriptions and of recognised text, one format a module, told apart by what is in them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from discovery.errors import BadFile
from discovery.records import Page, Unit

from . import alto, ead, hocr, pagexml, plain, table
from .source import SNIFFED, Report, first_line, head, read_bytes
from .xml import root_name

__all__ = ["Format", "Report", "detect", "read_pages", "read_units", "sniff"]


class Format(NamedTuple):
    """A format: its name for people, and the reader that it has."""

    name: str
    units: Callable[[bytes, str, Report, Report], Iterator[Unit]] | None = None
    pages: Callable[[bytes, str, Report], list[Page]] | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is text of any kind, with nothing that marks it as recognised."""
        return self.pages is plain.read


EMPTY = Format("an empty file")
UNKNOWN = Format("a format that opis doesn't know")
EAD = Format("a finding aid (EAD)", units=ead.read)
CSV = Format("a table (CSV)", units=table.read_csv)
JSON = Format("a table (JSON)", units=table.read_json)
ALTO = Format("recognised text (ALTO)", pages=alto.read)
HOCR = Format("recognised text (hOCR)", pages=hocr.read)
PAGE_XML = Format("recognised text (PAGE XML)", pages=pagexml.read)
PLAIN = Format("plain text", pages=plain.read)
METS = Format("a METS file")
HTML = Format("a web page")

_ROOTS = {"ead": EAD, "alto": ALTO, "pcgts": PAGE_XML, "mets": METS, "html": HTML}
_AROUND = frozenset({"mets", "eadgrp", "oai-pmh", "record", "metadata"})
_JSON = re.compile(r"\s*(?:\[\s*)?\{")
_EAD_INSIDE = re.compile(rb"<(?:[\w.-]+:)?ead[\s>]")


def detect(data: bytes) -> Format:
    """The format of a file, by its first element or its first line; its name is never looked at."""
    begin = head(data)
    if not begin.strip():
        return EMPTY
    if name := root_name(begin).lower():
        if b"ocr_page" in data:
            return HOCR
        return EAD if name in _AROUND and _EAD_INSIDE.search(data) else _ROOTS.get(name, UNKNOWN)
    if "\0" in begin:
        return UNKNOWN
    if _JSON.match(begin):
        return JSON
    return CSV if table.is_header(first_line(data)) else PLAIN


def sniff(path: Path, shown: str) -> Format:
    """The format of a file by its beginning alone. Raises `BadFile` where it can't be opened."""
    return detect(read_bytes(path, shown, SNIFFED))


def read_units(path: Path, shown: str, fault: Report, note: Report) -> Iterator[Unit]:
    """The units of a file of descriptions, parents before children, ids unique within the file.

    `shown` is the file's name for people. `fault` hears what is skipped, `note` what is worth a line and
    loses nothing. Raises `BadFile` where the file as a whole can't be read, for some only when it is iterated.
    """
    data = read_bytes(path, shown)
    found = detect(data)
    if found.units is None:
        raise BadFile(shown, f"{found.name}, where a finding aid or a table was expected")
    return found.units(data, shown, fault, note)


def read_pages(path: Path, shown: str, fault: Report) -> list[Page]:
    """The pages of a file of recognised text, numbered from 1 within it. Raises `BadFile`."""
    data = read_bytes(path, shown)
    found = detect(data)
    if found in (CSV, JSON):  # a page can begin like a table
        found = PLAIN
    if found.pages is None:
        raise BadFile(shown, f"{found.name}, where the text of a page was expected")
    pages = found.pages(data, shown, fault)
    if not pages:
        raise BadFile(shown, f"{found.name} without a page")
    return pages
