"""The kinds of files that opis reads, and what each is recognised by: what is in it, never its name."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from discovery.records import Page, Unit

from . import (
    abbyy,
    alto,
    djvu,
    eac,
    ead,
    hocr,
    iiif,
    images,
    mets,
    miniocr,
    ods,
    pagexml,
    pdf,
    plain,
    skos,
    spreadsheet,
    table,
    tei,
    xlsx,
)
from .headers import OWN, Named
from .page_lists import PageList
from .source import SNIFFED, Report, first_line, head
from .xml import root_name

Units = Callable[..., Iterator[Unit]]
"""Takes bytes, the name for people, whom to tell faults and notes; for tables, the names of columns too."""
Pages = Callable[[bytes, str, Report], list[Page]]


class Format(NamedTuple):
    """A kind of file: its name for people, what it is recognised by, and the reader that it has."""

    name: str
    known_by: str = ""
    units: Units | None = None
    pages: Pages | None = None
    listing: Callable[[bytes, str, Report], PageList] | None = None
    is_table: bool = False
    reads: tuple[tuple[str, str], ...] = ()  # what in it becomes what
    note: str = ""  # why it isn't loaded by itself

    @property
    def is_plain(self) -> bool:
        """Whether it is text of any kind, with nothing that marks it as recognised."""
        return self.pages is plain.read


EMPTY = Format("an empty file")
UNKNOWN = Format("a format that opis doesn't know")
HTML = Format("a web page")
EAD = Format(
    "a finding aid (EAD)",
    "the element <ead>: alone, in METS, in an OAI-PMH harvest or in an <eadgrp>",
    units=ead.read,
    reads=ead.READS,
)
CSV = Format(
    "a table (CSV)",
    "a first line that names columns: an id, or three that opis knows",
    units=table.read_csv,
    is_table=True,
    reads=table.READS,
)
JSON = Format(
    "a table (JSON)", "an object {…}, or a list of them", units=table.read_json, is_table=True, reads=table.READS_JSON
)
XLSX = Format("a table (Excel)", "a ZIP with xl/ in it", units=spreadsheet.read_xlsx, is_table=True, reads=xlsx.READS)
ODS = Format(
    "a table (OpenDocument)",
    "the media type of OpenDocument spreadsheets",
    units=spreadsheet.read_ods,
    is_table=True,
    reads=ods.READS,
)
ZIP = Format("a ZIP file of another kind")

ALTO = Format("recognised text (ALTO)", "the element <alto>", pages=alto.read, reads=alto.READS)
PAGE_XML = Format("recognised text (PAGE XML)", "the element <PcGts>", pages=pagexml.read, reads=pagexml.READS)
HOCR = Format("recognised text (hOCR)", "HTML with the class ocr_page", pages=hocr.read, reads=hocr.READS)
ABBYY = Format(
    "recognised text (ABBYY FineReader)",
    "the element <document> in a namespace of FineReader",
    pages=abbyy.read,
    reads=abbyy.READS,
)
DJVU = Format("recognised text (DjVu XML)", "the element <DjVuXML>", pages=djvu.read, reads=djvu.READS)
MINIOCR = Format("recognised text (MiniOCR)", "the element <ocr>", pages=miniocr.read, reads=miniocr.READS)
TEI = Format("transcribed text (TEI)", "the element <TEI> or <TEI.2>", pages=tei.read, reads=tei.READS)
PDF = Format("a PDF", "%PDF- at its begin", pages=pdf.read, reads=pdf.READS)
IMAGE = Format("an image", f"the first bytes of {', '.join(images.MAGIC)}", pages=images.read, reads=images.READS)
PLAIN = Format(
    "plain text", "text that is none of these; its pages end in form feeds", pages=plain.read, reads=plain.READS
)
_LISTS = "its pages are those of an item"
_NAMED = "loaded where collection.toml names it as authority or thesaurus"
METS = Format(
    "a list of pages (METS)",
    "the element <mets>, without a finding aid in it",
    listing=mets.read_list,
    note=_LISTS,
    reads=mets.READS,
)
IIIF = Format(
    "a list of pages (IIIF manifest)",
    "JSON in the context of iiif.io",
    listing=iiif.read_list,
    note=_LISTS,
    reads=iiif.READS,
)
EAC = Format("who is who (EAC-CPF)", "the element <eac-cpf>", note=_NAMED, reads=eac.READS)
SKOS = Format("names or concepts (SKOS)", "the element <rdf:RDF>", note=_NAMED, reads=skos.READS)

FORMATS = (
    *(EAD, CSV, JSON, XLSX, ODS),
    *(ALTO, PAGE_XML, HOCR, ABBYY, DJVU, MINIOCR, TEI, PDF, IMAGE, PLAIN),
    *(METS, IIIF, EAC, SKOS),
)
"""Those that have a reader, as they are listed."""

_ROOTS = {"ead": EAD, "alto": ALTO, "pcgts": PAGE_XML, "mets": METS, "html": HTML}
_ROOTS |= {"djvuxml": DJVU, "ocr": MINIOCR, "tei": TEI, "tei.2": TEI, "teicorpus": TEI}
_ROOTS |= {"eac-cpf": EAC, "eac": EAC, "rdf": SKOS}
_LONGEST_NAME = 40
_AROUND = frozenset({"mets", "eadgrp", "oai-pmh", "record", "metadata"})
_JSON = re.compile(r"\s*(?:\[\s*)?\{")
_XLSX = re.compile(rb"PK\x03\x04.{26}xl/", re.DOTALL)
_ODS = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet")
_PDF = re.compile(rb"%PDF-\d")
_FINEREADER = re.compile(r"<(?:\w+:)?document\s[^>]*?(?:abbyy\.com|FineReader)", re.IGNORECASE)
_EAD_INSIDE = re.compile(rb"<(?:[\w.-]+:)?ead[\s>]")


def other_xml(name: str) -> Format:
    """XML that has no reader, known by its first element."""
    return Format(f"XML of a kind that opis doesn't know (<{name[:_LONGEST_NAME]}>)")


def detect(data: bytes, own: Named = OWN) -> Format:
    """The format of a file, by its first element or its first line; its name is never looked at.

    `own` are the names that the collection gives the columns of its tables.
    """
    if data.startswith(b"PK\x03\x04"):
        return XLSX if _XLSX.search(data, 0, SNIFFED) else ODS if _ODS.search(data, 0, 256) else ZIP
    if _PDF.search(data, 0, 1024):
        return PDF
    if images.kind_of(data):
        return IMAGE
    begin = head(data)
    if not begin.strip():
        return EMPTY
    if name := root_name(begin).lower():
        if b"ocr_page" in data:
            return HOCR
        if name == "document" and _FINEREADER.search(begin):
            return ABBYY
        if name in _AROUND and _EAD_INSIDE.search(data):
            return EAD
        return _ROOTS.get(name) or other_xml(root_name(begin))
    if "\0" in begin:
        return UNKNOWN
    if _JSON.match(begin):
        return IIIF if iiif.is_manifest(begin) else JSON
    return CSV if table.is_header(first_line(data), own) else PLAIN
