"""Hits → their documents, and what in each of them shows why it was found: its best pages, or items."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from discovery.answering.budget import Budget
from discovery.answering.rows import Proof
from discovery.engines.port import Evidence, Hit, Question, Snapshot, Stored, View
from discovery.query.clauses import DATE, Clause, Combined, Keyword, any_of, keywords, trimmed
from discovery.query.plan import Plan
from discovery.query.tiers import in_tiers
from mappings.fields import OWN_ZONES

PAGES_SHOWN = 3
"""Best pages shown with a folder or an item."""
ITEMS_SHOWN = 3
"""Best item descriptions shown with a folder that no page speaks for."""

DESCRIBED = frozenset(OWN_ZONES) - {"text"}
"""Zones of what the finding aid says of a unit itself."""

OF_ITEMS = ("from=", "to=", "form=", "genre=")
"""Handles that a folder has from its items."""

Proven = tuple[Stored, Proof, Proof]
"""A document, the pages in it that match, and the items."""


def best_pages(
    snapshot: Snapshot, plan: Plan, view: View, hits: Sequence[Hit], most: int
) -> Mapping[Hashable, Evidence]:
    """By folder or item, the pages in it that match; none for other views."""
    wanted = plan.any_word
    if wanted is None or view not in ("folders", "items") or not hits:
        return {}
    level: Literal["folder", "item"] = "folder" if view == "folders" else "item"
    return snapshot.evidence(in_tiers(wanted, "pages", plan.across), [hit.own_key for hit in hits], level, most)


def prove(
    snapshot: Snapshot,
    plan: Plan,
    view: View,
    hits: Sequence[Hit],
    evidence: Mapping[Hashable, Evidence],
    budget: Budget,
) -> list[Proven]:
    """What is shown of each hit, given its best pages. A page has itself to show."""
    found = [evidence.get(hit.own_key, Evidence(0, ())) for hit in hits]
    pages = [page for one in found for page in one.hits[:PAGES_SHOWN]]
    read = iter(snapshot.read([*hits, *pages]))
    own = list(islice(read, len(hits)))
    if view == "pages":
        return [(stored, Proof(0, [stored]), Proof()) for stored in own]
    proofs = [Proof(one.total, list(islice(read, len(one.hits[:PAGES_SHOWN])))) for one in found]
    unproven = [stored for stored, proof in zip(own, proofs, strict=True) if not proof.best]
    wanted = view == "folders" and unproven and budget.allows("items that match")
    items = _items(snapshot, plan, unproven) if wanted else {}
    return [(stored, proof, items.get(stored.key, Proof())) for stored, proof in zip(own, proofs, strict=True)]


def _items(snapshot: Snapshot, plan: Plan, folders: Sequence[Stored]) -> dict[str, Proof]:
    """For folders that no page speaks for, the items in them whose descriptions match."""
    zones = {word: tuple(zone for zone in word.zones if zone in DESCRIBED) for word in plan.words}
    described = [trimmed(replace(word, zones=kept), frozenset([DATE])) for word, kept in zones.items() if kept]
    wanted = any_of(*described) if described else _of_items(plan)
    folders = [stored for stored in folders if wanted and stored.record["child_count"]]
    answers = snapshot.ask_all([_below(wanted, stored.record["id"]) for stored in folders if wanted])
    read = iter(snapshot.read([hit for answer in answers for hit in answer.hits]))
    proofs = [Proof(answer.total, list(islice(read, len(answer.hits))), sought=True) for answer in answers]
    return {stored.key: proof for stored, proof in zip(folders, proofs, strict=True)}


def _of_items(plan: Plan) -> Clause | None:
    """The whole query, where it says something that items have and a folder only gathers: a sender, a genre …"""
    named = any(handle.startswith(OF_ITEMS) for handle in keywords(plan.clause, "handle"))
    return plan.clause if named else None


def _below(clause: Clause, folder: str) -> Question:
    within = Combined((clause, Keyword("folder_id", (folder,))), must_not=(Keyword("unit_id", (folder,)),))
    return Question(view="items", clause=within, limit=ITEMS_SHOWN)
