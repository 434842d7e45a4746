"""What is brought to the reading room for what a reader has listed: one order a folder, or a box, in shelf order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from discovery.access import hindrance, is_out_of_reach
from discovery.answering.results_json import top
from discovery.engines.port import Question, Snapshot
from discovery.query.clauses import Keyword

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Order:
    """One thing that is carried: the folders of it, and for what of them it was asked."""

    folders: tuple[Record, ...]
    wanted: tuple[Record, ...]

    @property
    def pages(self) -> tuple[Record, ...]:
        """The pages wanted; none where a folder or an item is wanted whole."""
        return tuple(record for record in self.wanted if record["kind"] == "page")

    @property
    def hindrance(self) -> str:
        """Why it is not requested; "" where it can be."""
        first = self.folders[0]
        return hindrance(first) if is_out_of_reach(first) else ""


def read_listed(snapshot: Snapshot, keys: Sequence[str]) -> dict[str, Record]:
    """The records behind keys ("u:" or "p:" and an id), as far as they are there."""
    hits = snapshot.lookup("key", list(keys), None, len(keys)) if keys else []
    found = {stored.key: stored.record for stored in snapshot.read(hits)}
    return {key: found[key] for key in keys if key in found}


def orders(snapshot: Snapshot, records: Iterable[Record], by_box: bool = False) -> list[Order]:
    """What has to be brought, in the order of the shelf. What lies in no folder is not brought by itself."""
    wanted: dict[str, list[Record]] = {}
    for record in records:
        if record["folder"]:
            wanted.setdefault(f"u:{record['folder']['id']}", []).append(record)
    if not wanted:
        return []
    asked = Question(view="folders", clause=Keyword("key", tuple(wanted)), order="shelf", limit=len(wanted))
    carried: dict[object, list[Record]] = {}
    for stored in snapshot.read(snapshot.ask(asked).hits):
        carried.setdefault(_carried(stored.record, by_box), []).append(stored.record)
    return [
        Order(tuple(folders), tuple(record for folder in folders for record in wanted[folder["key"]]))
        for folders in carried.values()
    ]


def _carried(folder: Record, by_box: bool) -> object:
    """What tells one thing that is carried from another: the box within its fonds, or the folder. What is closed or
    missing stands by itself.
    """
    outer, comma, _ = str(folder.get("kept_in") or "").partition(", ")
    fonds = top(folder)["id"]
    return (fonds, outer) if by_box and comma and not is_out_of_reach(folder) else folder["id"]
