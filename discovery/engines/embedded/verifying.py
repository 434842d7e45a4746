"""Reading all that an engine in a directory holds, to find what searching would not notice: a bit that was flipped."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial, update_wrapper
from itertools import islice
from pathlib import Path

import tantivy
from tantivy import Order, Query

from discovery.engines.embedded import digests
from discovery.engines.embedded.compiling import between
from discovery.engines.embedded.directory import ABOUT, POINTER, current, read_about, read_knowledge, read_pointer
from discovery.engines.embedded.schema import BODY, BOXES, RECORD, number_key
from discovery.engines.findings import Finding, examined
from discovery.engines.port import About
from discovery.names.lexicon import FILE_NAME, faults
from discovery.records import Words

STEP = 5_000
"""Places of the finding aid whose documents are read in one go."""
_FAULTS = (OSError, ValueError, sqlite3.Error)
MOST_NAMED = 10
"""Documents or forms that are named; the others are counted."""


def verify(directory: Path, ids: frozenset[str] | None = None) -> Iterator[Finding]:
    """Read everything: digests of files, every document, every key of the lexicon.

    `ids` are those of the units that the archive's sources have, where they are to be compared.
    """
    generation: list[Path] = []

    def there() -> Finding:
        generation.append(current(directory))
        return Finding("ok", f"there: generation {generation[0].name} of {directory}")

    yield from examined(there)
    if not generation:
        return
    (whole,) = generation
    again = f"Load again: opis index SOURCE --engine {directory}; or go back: opis rollback --engine {directory}"
    for check in (_files, _about, _documents, _lexicon):
        yield from examined(_named(check, whole, again))
    if ids is not None:
        sources = partial(_sources, ids=ids)
        yield from examined(_named(update_wrapper(sources, _sources), whole, again))


def _named(check: Callable[[Path], tuple[str, list[str]]], generation: Path, again: str) -> Callable[[], Finding]:
    """A check as a finding: what was read and what is wrong in it, or that it can't be read at all."""

    def found() -> Finding:
        try:
            read, wrong = check(generation)
        except BaseException as error:
            if not isinstance(error, _FAULTS) and type(error).__name__ != "PanicException":  # tantivy's, of PyO3
                raise
            return Finding("wrong", f"{check.__name__[1:]} can't be read: {error}", again)
        named = ", ".join(wrong[:MOST_NAMED]) + (f" and {len(wrong) - MOST_NAMED:,} more" * (len(wrong) > MOST_NAMED))
        return Finding("wrong", f"{read}; hurt: {named}", again) if wrong else Finding("ok", read)

    return found


def _files(generation: Path) -> tuple[str, list[str]]:
    before = digests.read(generation)
    kept = json.loads((generation / ABOUT).read_text(encoding="utf-8"))
    if not before and "files" not in kept:
        return "files: loaded before digests were kept, so that only their contents are looked at", []
    wrong = list(digests.changed(generation))
    pointed = read_pointer(generation.parent).get("about")
    if pointed and pointed != digests.digest(generation / ABOUT):
        wrong.append(f"{ABOUT} or {POINTER}")
    if not before or kept.get("files") != digests.digest(generation / digests.NAME):
        wrong.append(digests.NAME)
    size = sum(size for size, _ in before.values())
    return f"files: {len(before) + 2} with {size / 1e6:,.1f} MB", wrong


def _about(generation: Path) -> tuple[str, list[str]]:
    about, knowledge = read_about(generation), read_knowledge(generation)
    known = f"{len(knowledge.authorities)} names, {len(knowledge.thesaurus)} concepts"
    return f"what it is: {about.collection.get('title', '')}, loaded {about.loaded}; {known}", []


def _documents(generation: Path) -> tuple[str, list[str]]:
    """Every document read back: record, text and boxes, its key in the column, what it lies in; how many there are."""
    index = tantivy.Index.open(str(generation))
    searcher, wrong = index.searcher(), list[str]()
    seen: set[int] = set()
    above: set[int] = set()
    read = 0
    for address in _addresses(searcher, index.schema):
        read += 1
        (own,) = searcher.fast_field_values("own_key", [address])
        try:
            key, folder = _read(searcher.doc(address))
        except (ValueError, TypeError, KeyError, OverflowError) as error:
            wrong.append(f"document {address.segment_ord}:{address.doc} ({error})")
            continue
        if number_key(key) != own or own in seen:
            wrong.append(key)
        seen.add(number_key(key))
        above |= {number_key(f"u:{folder}")} if folder else set()
    if read != searcher.num_docs:
        wrong.append(f"{searcher.num_docs - read:,} documents without a place")
    if above - seen:
        wrong.append(f"{len(above - seen):,} folders that documents lie in")
    wrong += _miscounted(read_about(generation), read)
    return f"documents: {read:,}", wrong


def _addresses(searcher: tantivy.Searcher, schema: tantivy.Schema) -> Iterator[tantivy.DocAddress]:
    """All documents, some thousand at a time."""
    last = searcher.search(Query.all_query(), 1, order_by_field="place", order=Order.Desc).hits
    most = searcher.fast_field_values("place", [address for _, address in last])
    for low in range(0, int(most[0] or 0) + 1 if most else 0, STEP):
        here = between("place", low, low + STEP - 1, schema)
        yield from (address for _, address in searcher.search(here, searcher.num_docs, count=False).hits)


def _read(document: tantivy.Document) -> tuple[str, str]:
    """The key of a document, and the id of the folder of a page."""
    record = json.loads(bytes(document.get_first(RECORD) or b""))
    bytes(document.get_first(BODY) or b"").decode()
    Words.from_bytes(bytes(document.get_first(BOXES) or b""))
    return str(record["key"]), str((record.get("folder") or {}).get("id", ""))


def _miscounted(about: About, read: int) -> Iterator[str]:
    said = sum(about.counts.values())
    if said != read:
        yield f"{said:,} units and pages were loaded"


def _sources(generation: Path, ids: frozenset[str]) -> tuple[str, list[str]]:
    """Which units the archive has and its sources have not, and the other way round."""
    index = tantivy.Index.open(str(generation))
    searcher = index.searcher()
    expected = {number_key(f"u:{id_}"): id_ for id_ in ids}
    stale = []
    for address in _addresses(searcher, index.schema):
        (own,) = searcher.fast_field_values("own_key", [address])
        if expected.pop(int(own or 0), None) is None:
            key, _ = _read(searcher.doc(address))
            stale += [f"{key[2:]} (in no source)"] if key.startswith("u:") else []
    return f"units of the sources: {len(ids):,}", [*stale, *(f"{id_} (not loaded)" for id_ in expected.values())]


def _lexicon(generation: Path) -> tuple[str, list[str]]:
    forms, wrong = faults(generation / FILE_NAME)
    return f"lexicon: {forms:,} forms", list(islice(wrong, 100 * MOST_NAMED))
