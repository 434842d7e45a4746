"""What a query names outright: units by their inventory numbers; and what it names that isn't there."""

from collections.abc import Iterator

from discovery.answering.results import Request
from discovery.engines.port import About, Hit, Snapshot
from discovery.query.clauses import Clause, Keyword, keywords
from discovery.query.fields import handle
from discovery.query.plan import Plan
from discovery.query.references import find_references, is_part
from discovery.query.syntax import Notice

NAMED = 1000.0
"""Score of what an inventory number in the query names: more than any words bring."""


def pinned(snapshot: Snapshot, request: Request, about: About) -> tuple[list[Clause], tuple[str, ...]]:
    """Clauses for what the inventory numbers in the query name, and those numbers."""
    found: dict[str, list[Hit]] = {}
    for key in find_references(request.text, about.collection.get("references", ())):
        if any(is_part(other, key) for other in found):
            continue
        if hits := snapshot.lookup("handle", [handle("ref", key)]):
            found[key] = hits
    folders, units = set(), set()
    for stored in snapshot.read([hit for hits in found.values() for hit in hits]):
        folder, own = stored.record["folder"], stored.record["id"]
        if folder and (request.view == "folders" or folder["id"] == own):
            folders.add(folder["id"])
        else:
            units.add(own)
    named = (("folder_id", folders), ("unit_id", units))
    return [Keyword(name, tuple(sorted(ids)), NAMED) for name, ids in named if ids], tuple(found)


def unknown_values(snapshot: Snapshot, plan: Plan) -> Iterator[Notice]:
    """A notice for each `field:value` whose value nothing in the archive has."""
    met = {handle(named.field, named.value) for named in plan.fields}
    for value in keywords(plan.clause, "handle"):
        name, _, said = value.partition("=")
        if value not in met and not snapshot.lookup("handle", [value], most=1):
            yield Notice(f"Nothing in this archive has {name}:{said}; a value is named whole, in quotation marks.")


def unknown_choices(snapshot: Snapshot, request: Request) -> Iterator[Notice]:
    """A notice for each value chosen in a facet that nothing in the archive has."""
    for chosen in request.filters:
        for value in chosen.include:
            if not snapshot.lookup(chosen.field, [value], most=1):
                yield Notice(f"Nothing in this archive has {chosen.field}={value}; capitals count.")
