"""Reading an archive without searching it: a record by id, what lies below it, its pages."""

from collections.abc import Sequence

from discovery.engines.port import Engine, Snapshot, Stored
from discovery.errors import NotFound

MOST_CHILDREN = 1000
MOST_PAGES = 2000


def unit(engine: Engine, unit_id: str) -> Stored:
    """A unit of description by its id."""
    return _one(engine.snapshot(), f"u:{unit_id}", "unit of description")


def title(engine: Engine, unit_id: str) -> str:
    """The title of a unit, its id where it has none or is not there."""
    snapshot = engine.snapshot()
    found = snapshot.read(snapshot.lookup("key", [f"u:{unit_id}"], None, 1))
    return next((stored.record["title"] for stored in found), "") or unit_id


def page(engine: Engine, page_id: str) -> Stored:
    """A page with its text and words by its id."""
    return _one(engine.snapshot(), f"p:{page_id}", "page")


def children(engine: Engine, unit_id: str) -> list[Stored]:
    """The units directly below one, in the order of the finding aid."""
    return _in_order(engine.snapshot(), "parent_id", unit_id, MOST_CHILDREN)


def series_below(engine: Engine, unit_ids: Sequence[str], most: int) -> list[Stored]:
    """The series directly below several units, at most so many, in the order of the finding aids."""
    snapshot = engine.snapshot()
    return snapshot.read(snapshot.lookup("parent_id", unit_ids, "series", most))


def roots(engine: Engine) -> list[Stored]:
    """The fonds: units with nothing above them."""
    return _in_order(engine.snapshot(), "parent_id", "", MOST_CHILDREN)


def pages(engine: Engine, unit_id: str) -> list[Stored]:
    """All pages in a unit and below it, in order."""
    snapshot = engine.snapshot()
    found = snapshot.lookup("unit_id", [unit_id], "pages", MOST_PAGES)
    return snapshot.read(found or snapshot.lookup("folder_id", [unit_id], "pages", MOST_PAGES))


def _in_order(snapshot: Snapshot, field: str, value: str, most: int) -> list[Stored]:
    return snapshot.read(snapshot.lookup(field, [value], None, most))


def _one(snapshot: Snapshot, key: str, what: str) -> Stored:
    found: Sequence[Stored] = snapshot.read(snapshot.lookup("key", [key], None, 1))
    if not found:
        raise NotFound(f"There is no {what} “{key[2:]}” in this archive.")
    return found[0]
