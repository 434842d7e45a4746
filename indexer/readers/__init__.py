"""Files of descriptions and of recognised text, one format a module, told apart by what is in them."""

from collections.abc import Iterator
from pathlib import Path

from discovery.errors import BadFile
from discovery.records import Page, Unit

from .formats import CSV, EMPTY, FORMATS, IMAGE, JSON, PLAIN, Format, detect
from .headers import OWN, Named
from .page_lists import PageList
from .source import SNIFFED, Report, read_bytes

__all__ = [
    "EMPTY",
    "FORMATS",
    "IMAGE",
    "Format",
    "Report",
    "detect",
    "read_list",
    "read_page_file",
    "read_pages",
    "read_units",
    "sniff",
]


def sniff(path: Path, shown: str, own: Named = OWN) -> Format:
    """The format of a file by its beginning alone. Raises `BadFile` where it can't be opened."""
    return detect(read_bytes(path, shown, SNIFFED), own)


def read_units(path: Path, shown: str, fault: Report, note: Report, own: Named = OWN) -> Iterator[Unit]:
    """The units of a file of descriptions, parents before children, ids unique within the file.

    `shown` is the file's name for people, `own` what the collection calls the columns of its tables. `fault` hears what
    is skipped, `note` what is worth a line and loses nothing. Raises `BadFile` where the file as a whole can't be read,
    for some only when it is iterated.
    """
    data = read_bytes(path, shown)
    found = detect(data, own)
    if found.units is None:
        raise BadFile(shown, f"{found.name}, where a finding aid or a table was expected")
    return found.units(data, shown, fault, note, *([own] if found.is_table else []))


def read_list(path: Path, shown: str, fault: Report | None = None) -> PageList | None:
    """The item whose pages a METS file or a IIIF manifest lists; None for any other file. Raises `BadFile`."""
    data = read_bytes(path, shown)
    found = detect(data)
    return found.listing(data, shown, fault or (lambda *_: None)) if found.listing else None


def read_pages(path: Path, shown: str, fault: Report) -> list[Page]:
    """The pages of a file of recognised text, numbered from 1 within it. Raises `BadFile`."""
    return read_page_file(path, shown, fault)[1]


def read_page_file(path: Path, shown: str, fault: Report) -> tuple[Format, list[Page]]:
    """As `read_pages`, and the format that the file was read as."""
    data = read_bytes(path, shown)
    found = detect(data)
    if found in (CSV, JSON):  # a page can begin like a table
        found = PLAIN
    if found.pages is None:
        raise BadFile(shown, f"{found.name}, where the text of a page was expected")
    pages = found.pages(data, shown, fault)
    if not pages:
        raise BadFile(shown, f"{found.name} without a page")
    return found, pages
