"""The passages of what a record says of itself, as they were indexed: what is marked is what matched."""

from collections.abc import Mapping
from typing import Any

from discovery.records import Passage


def passages_of(record: Mapping[str, Any], zone: str, text: str) -> tuple[Passage, ...]:
    """The passages of a text of a zone: all in the language of the description, if the record doesn't say more."""
    if said := record.get("wording", {}).get(zone):
        return tuple(Passage(*passage) for passage in said)
    language = record.get("language") or ""
    return (Passage(0, len(text), language),) if language and zone != "names" else ()
