"""What would be loaded from a file and what not, without an engine."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from discovery.errors import BadFile
from discovery.packed import contents, is_packed
from discovery.records import Page, Source, Unit

from .readers import read_page_file, read_units, sniff
from .readers.page_lists import PageList
from .readers.source import read_bytes
from .report import Report
from .statements import number

SHOWN = 5
"""Units and pages that have a line of their own."""
_WIDTH = 100


def inspect_file(path: Path, shown: str) -> Iterator[str]:
    """Lines on the format of a file, what would be loaded and what would be left out. Raises `BadFile`."""
    if is_packed(path.name) and path.is_file():
        yield from _packed(path, shown)
        return
    found, heard = sniff(path, shown), Report()
    yield f"{shown}: {found.name}" + (f", recognised by {found.known_by}" if found.known_by else "")
    try:
        if found.units is not None:
            yield from _units(list(read_units(path, shown, heard.skip, heard.note)))
        elif found.pages is not None:
            yield from _pages(read_page_file(path, shown, heard.skip)[1])
        elif found.listing is not None:
            yield from _list(found.listing(read_bytes(path, shown), shown, heard.skip))
        else:
            yield "nothing would be loaded" + (f": {found.note}" if found.note else "")
    except BadFile as error:
        heard.skip(Source(error.file, error.line), error.reason)
        yield "nothing would be loaded"
    yield from heard.remarks()


def _packed(path: Path, shown: str) -> Iterator[str]:
    """The files in a packed one, each with its kind, and those that are refused."""
    found = contents(path)
    yield f"{shown}: a packed file with {number(len(found.files), 'file')}"
    for name in found.files:
        try:
            yield f"  {name}: {sniff(path / name, name).name}"
        except BadFile as error:
            yield f"  {name}: {error.reason}"
    yield from (f"skipped: {name}: {reason}" for name, reason in found.refused)


def _units(units: list[Unit]) -> Iterator[str]:
    levels = _counted(unit.level or "without a level" for unit in units)
    yield f"would be loaded: {number(len(units), 'unit')}, of them {levels}"
    filled = Counter(name for unit in units for name in _FIELDS if getattr(unit, name))
    yield "  " + ", ".join(f"{name} in {filled[name]:,}" for name in _FIELDS if filled[name])
    for unit in units[:SHOWN]:
        dates = "; ".join(date.text or date.normal for date in unit.dates)
        yield _cut("  " + " · ".join(filter(None, (unit.level, unit.ref, unit.title, dates))))
    yield from _more(len(units))


def _pages(pages: list[Page]) -> Iterator[str]:
    words = sum(len(page.text.split()) for page in pages)
    boxed = sum(len(page.words) for page in pages)
    said = f"{number(len(pages), 'page')} with {number(words, 'word')}"
    yield f"would be loaded: {said}, {boxed:,} of them with their place on the image"
    empty = sum(not page.text.strip() for page in pages)
    if empty:
        yield f"  {empty:,} without text"
    for page in pages[:SHOWN]:
        size = f"{page.width} × {page.height}" if page.width else ""
        begin = " ".join(page.text[:_WIDTH].split())
        yield _cut("  " + " · ".join(filter(None, (f"page {page.sequence}", size, page.image, begin))))
    yield from _more(len(pages))


def _list(listed: PageList) -> Iterator[str]:
    yield f"would be loaded: an item of {number(len(listed.pages), 'page')}, as far as their files are there"
    said = (listed.ref, listed.title, *(date.text for date in listed.dates), *(name.text for name in listed.names))
    yield _cut("  " + " · ".join(filter(None, said)))
    for page in listed.pages[:SHOWN]:
        yield _cut("  " + " · ".join((*page.texts[:1], *page.images[:1])))
    yield from _more(len(listed.pages))


_FIELDS = (
    *("ref", "title", "description", "text", "dates", "names", "languages", "extent", "form", "genre"),
    *("access", "containers", "links", "pages"),
)


def _counted(values: Iterable[str]) -> str:
    return ", ".join(f"{count:,} {value}" for value, count in Counter(values).most_common()) or "none"


def _more(count: int) -> Iterator[str]:
    if count > SHOWN:
        yield f"  and {count - SHOWN:,} more"


def _cut(line: str) -> str:
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"
