"""The tables of `mappings` as a tantivy schema, and the fingerprint of all that an index depends on."""

import hashlib
import json

import tantivy

from discovery.names.keys import KEYS_VERSION
from discovery.text.analysis import analysed
from discovery.text.terms import analyser
from mappings import fields
from mappings.languages import LANGUAGES

FORMAT = 3
"""Changes with the layout of stored documents or the meaning of a field, not with the tables."""

RECORD, BODY, BOXES = "record", "body", "boxes"
JOINS = ("own_key", "folder_key", "item_key")
"""64-bit hashes of keys, as columns: answers are joined by them without reading documents."""


def zone_fields(zone: str) -> dict[str, str]:
    """Analysis → field of a zone, for the languages that have an analysis."""
    every = fields.zone_fields(fields.ZONES[zone])
    return {name: field for name, field in every.items() if name == fields.EXACT or analysed(name)}


def make_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for zone in fields.ZONES:
        for field in zone_fields(zone).values():
            builder.add_text_field(field, tokenizer_name="raw", index_option="position")
    for field in (*fields.KEYWORDS, *fields.FACETS):
        builder.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
    for field in (*fields.NUMBERS, *JOINS):
        builder.add_unsigned_field(field, indexed=True, fast=True)
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
