"""The tables of `mappings` as a tantivy schema, and the fingerprint of all that an index depends on."""

import hashlib
import json
from collections.abc import Mapping, Sequence

import tantivy

from discovery.dates import OPEN
from discovery.names.keys import KEYS_VERSION
from discovery.text.analysis import analysed
from discovery.text.terms import analyser
from mappings import fields
from mappings.languages import LANGUAGES

FORMAT = 10
"""Changes with the layout of stored documents or the meaning of a field, not with the tables."""

RECORD, BODY, BOXES = "record", "body", "boxes"
STEMS = "stems"
_STEM_FIELDS = {zone.name: f"{zone.name}_{STEMS}" for zone in fields.ZONES.values() if zone.by_language}
JOINS = ("own_key", "folder_key", "item_key")
"""64-bit hashes of keys, as columns: answers are joined by them without reading documents."""

ORDERED = {"earliest": "by_earliest", "latest": "by_latest", "shelf": "by_shelf"}
"""Columns that hits are ordered by: a day or a shelf and, where that is the same, the place; undated last."""
UNDATED = 99_999_999
PLACES = 2**32


def order_keys(numbers: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """The values of those columns. "latest" begins with the latest day, so its days count backwards."""
    place = numbers.get("place", [0])[0]
    first = {"earliest": UNDATED, "latest": UNDATED, "shelf": [*numbers.get("shelf", ()), UNDATED][0]}
    if numbers.get("earliest"):
        first |= {"earliest": numbers["earliest"][0], "latest": OPEN - numbers["latest"][0]}
    return {column: first[name] * PLACES + place for name, column in ORDERED.items()}


def zone_fields(zone: str) -> dict[str, str]:
    """The fields of a zone: EXACT, and STEMS for the terms of all languages, each behind its language.

    One field for all languages: tantivy takes a field's average length over all documents, also those without it,
    and in an archive of several languages a field for each would punish length several times over (MRR@10 of the
    four languages of `xquad_dev` in one index: docs/benchmarks.md).
    """
    kinds = (fields.EXACT, STEMS) if fields.ZONES[zone].by_language else (fields.EXACT,)
    return {kind: f"{zone}_{kind}" for kind in kinds}


def field_of(zone: str, analysis: str) -> str | None:
    """The field of a zone with the terms of an analysis; None where it has no such field."""
    if analysis == fields.EXACT:
        return f"{zone}_{analysis}"
    return _STEM_FIELDS.get(zone) if analysed(analysis) else None


def term_of(analysis: str, term: str) -> str:
    """A term as it stands in the field of its analysis."""
    return term if analysis == fields.EXACT else f"{analysis}:{term}"


def make_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for zone in fields.ZONES:
        for field in zone_fields(zone).values():
            builder.add_text_field(field, tokenizer_name="raw", index_option="position")
    for field in (*fields.KEYWORDS, *fields.FACETS):
        builder.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
    for field in (*fields.NUMBERS, *JOINS):
        builder.add_unsigned_field(field, indexed=True, fast=True)
    for field in ORDERED.values():
        builder.add_unsigned_field(field, fast=True)
    builder.add_bytes_field(RECORD, stored=True)
    builder.add_bytes_field(BODY, stored=True)
    builder.add_bytes_field(BOXES, stored=True)
    return builder.build()


def fingerprint() -> str:
    """A digest of format, fields, languages and dictionary versions: equal where an index fits this program."""
    languages = {code: analyser(code).version() for code in LANGUAGES if analysed(code)}
    zones = {zone: zone_fields(zone) for zone in fields.ZONES}
    facts = [
        FORMAT,
        zones,
        fields.KEYWORDS,
        list(fields.FACETS),
        fields.NUMBERS,
        fields.PAGE_GAP,
        languages,
        KEYS_VERSION,
    ]
    return hashlib.blake2b(json.dumps(facts, sort_keys=True).encode(), digest_size=8).hexdigest()


def number_key(key: str) -> int:
    """A 64-bit hash of a document's key: what documents are joined by without being read."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 1
