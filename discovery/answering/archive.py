"""Reading an archive without searching it: a record by id, what lies below it, its pages."""

from collections.abc import Container, Hashable, Mapping, Sequence
from typing import Any, NamedTuple

from discovery.engines.port import Engine, Hit, Snapshot, Stored
from discovery.errors import NotFound
from discovery.query.fields import handle

MOST_CHILDREN = 1000
MOST_PAGES = 2000
MOST_ROOTS = 10_000
MOST_CALLED_ALIKE = 20
"""Units with one id in their finding aids that are looked at."""
Record = Mapping[str, Any]


class Place(NamedTuple):
    """Where a record stands among others: its number from 1, or 0 if it is none of them, and its neighbours.

    All of it is empty where there are so many that they are not read so far.
    """

    number: int = 0
    total: int = 0
    previous: Stored | None = None
    following: Stored | None = None


def place(snapshot: Snapshot, key: str, row: Sequence[Hit], wanted: Container[Hashable] | None = None) -> Place:
    """The place of a document in a row, or among those of the row that are `wanted` (by `own_key`)."""
    (own,) = snapshot.lookup("key", [key], None, 1)
    keys = [hit.own_key for hit in row]
    if own.own_key not in keys:
        return Place()
    at = keys.index(own.own_key)
    before, here, behind = (
        [hit for hit in part if wanted is None or hit.own_key in wanted]
        for part in (row[:at], row[at : at + 1], row[at + 1 :])
    )
    previous, following = snapshot.read(before[-1:]), snapshot.read(behind[:1])
    total = len(before) + len(here) + len(behind)
    return Place(len(before) + 1 if here else 0, total, next(iter(previous), None), next(iter(following), None))


def unit(engine: Engine, unit_id: str) -> Stored:
    """A unit of description by its id, or by that in its own finding aid as long as only one is called so."""
    snapshot = engine.snapshot()
    if not snapshot.lookup("key", [f"u:{unit_id}"], None, 1):
        unit_id = _renamed(snapshot, unit_id) or unit_id
    return _one(snapshot, f"u:{unit_id}", "unit of description")


def _renamed(snapshot: Snapshot, bare: str) -> str:
    """The id of the one unit that its finding aid calls so; "" where there are none or several."""
    hits = snapshot.lookup("handle", [handle("id", bare)], None, MOST_CALLED_ALIKE)
    found = {stored.record["id"] for stored in snapshot.read(hits) if stored.record["kind"] != "page"}
    if len(found) > 1:
        several = " · ".join(sorted(found))
        raise NotFound(f"“{bare}” is the id of several units here.", f"Name one of them whole: {several}")
    return next(iter(found), "")


def title(engine: Engine, unit_id: str) -> str:
    """The title of a unit, its id where it has none or is not there."""
    snapshot = engine.snapshot()
    found = snapshot.read(snapshot.lookup("key", [f"u:{unit_id}"], None, 1))
    return next((stored.record["title"] for stored in found), "") or unit_id


def page(engine: Engine, page_id: str) -> Stored:
    """A page with its text and words by its id, in which the unit may be called as in its own finding aid."""
    snapshot = engine.snapshot()
    called, slash, number = page_id.rpartition("/")
    if slash and not snapshot.lookup("key", [f"p:{page_id}"], None, 1) and (whole := _renamed(snapshot, called)):
        page_id = f"{whole}/{number}"
    return _one(snapshot, f"p:{page_id}", "page")


def children(engine: Engine, unit_id: str) -> list[Stored]:
    """The units directly below one, in the order of the finding aid."""
    return _in_order(engine.snapshot(), "parent_id", unit_id, MOST_CHILDREN)


def series_below(engine: Engine, unit_ids: Sequence[str], most: int) -> list[Stored]:
    """The series directly below several units, at most so many, in the order of the finding aids."""
    snapshot = engine.snapshot()
    return snapshot.read(snapshot.lookup("parent_id", unit_ids, "series", most))


def roots(engine: Engine) -> list[Stored]:
    """The fonds: units with nothing above them."""
    return _in_order(engine.snapshot(), "parent_id", "", MOST_ROOTS)


def pages(engine: Engine, unit: Record) -> list[Stored]:
    """All pages in a folder or an item, in order; those of a series are its folders'."""
    snapshot = engine.snapshot()
    return snapshot.read(page_row(snapshot, unit["id"])) if unit["folder"] else []


def page_row(snapshot: Snapshot, unit_id: str) -> list[Hit]:
    return snapshot.lookup("within", [unit_id], "pages", MOST_PAGES)


def beside(engine: Engine, unit: Record) -> Place:
    """The place of a unit among those directly below the same one."""
    snapshot = engine.snapshot()
    parent = unit["path"][-1]["id"] if unit["path"] else ""
    return place(snapshot, unit["key"], snapshot.lookup("parent_id", [parent], None, MOST_CHILDREN))


def _in_order(snapshot: Snapshot, field: str, value: str, most: int) -> list[Stored]:
    return snapshot.read(snapshot.lookup(field, [value], None, most))


def _one(snapshot: Snapshot, key: str, what: str) -> Stored:
    found: Sequence[Stored] = snapshot.read(snapshot.lookup("key", [key], None, 1), boxes=True)
    if not found:
        raise NotFound(f"There is no {what} “{key[2:]}” in this archive.")
    return found[0]
