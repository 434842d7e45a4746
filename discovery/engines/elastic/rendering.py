"""A document → the JSON that an index takes. Every text is analysed once, however many documents hold it."""

import json
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Any
from zlib import compress

from discovery.engines.once import Once
from discovery.engines.port import Document, Text
from discovery.text.analysis import Remembered, analysed, exact_terms, in_passages, terms
from discovery.text.tokens import form_of, words_in
from mappings.elastic import BAR, BODY, BOXES, DATES, FOLDER, HOLE, ITEM, LONGEST_TERM, NATIVE, RECORD, zone_analyses
from mappings.fields import EXACT, OWN_ZONES, ZONES

LONGEST_ID = 512
"""Bytes that Elasticsearch takes for an id."""
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_FIELDS = {name: zone_analyses(zone) for name, zone in ZONES.items()}


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text as the streams of its analyses, ready to send, and the distinct terms of its exact one."""

    streams: Mapping[str, str]
    terms: frozenset[str]


def document_id(key: str) -> str:
    """The id of the document with a key: the key, where it is short enough."""
    encoded = key.encode()
    return key if len(encoded) <= LONGEST_ID else f"long:{blake2b(encoded, digest_size=16).hexdigest()}"


def render(document: Document, analysed_once: Once[Analysed]) -> tuple[dict[str, Any], list[frozenset[str]]]:
    """A document as the server takes it, and for each zone its distinct exact terms."""
    source: dict[str, Any] = {field: list(words) for field, words in document.keywords.items()}
    source["key"] = document.key
    source |= {field: key for field, key in ((FOLDER, document.folder), (ITEM, document.item)) if key}
    source |= {field: list(numbers) for field, numbers in document.numbers.items()}
    source |= {
        dates: f"{document.numbers[field][0]:08d}" for field, dates in DATES.items() if document.numbers.get(field)
    }
    lexicon = []
    for zone, texts in document.zones.items():
        found = [analysed_once.of(text, zone) for text in texts]
        source |= _streams(_FIELDS[zone], found)
        if zone in OWN_ZONES:
            lexicon.append(frozenset[str]().union(*(text.terms for text in found)))
    source[RECORD] = document.record
    if document.body:
        source |= {BODY: document.body, BOXES: b64encode(compress(document.boxes, 1)).decode()}
    return source, lexicon


def to_bytes(source: Mapping[str, Any]) -> bytes:
    return _COMPACT.encode(source).encode()


def _streams(fields: Mapping[str, str], texts: Iterable[Analysed]) -> dict[str, list[str]]:
    streams: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        for analysis, stream in text.streams.items():
            if field := fields.get(analysis):
                streams[field].append(stream)
    return streams


def analyse(text: Text) -> Analysed:
    streams: defaultdict[str, list[str]] = defaultdict(list)
    exact = streams[EXACT]
    for passage in in_passages(len(text.text), text.passages):
        words = words_in(text.text, passage.start, passage.end)
        for language in filter(analysed, passage.languages):
            stream = streams[language]
            stream.extend([HOLE] * (len(exact) - len(stream)))
            stream.extend(map(_in_language(language).__getitem__, words))
        exact.extend(map(_EXACT.__getitem__, words))
    found = frozenset(BAR.join(set(exact)).split(BAR)) - {HOLE}
    return Analysed({name: " ".join(stream) for name, stream in streams.items() if stream}, found)


def _exact(word: str) -> str:
    form = form_of(word)
    return BAR.join(exact_terms(form)) if len(form) <= LONGEST_TERM else HOLE


_EXACT = Remembered(_exact)


@cache
def _in_language(language: str) -> Remembered[str]:
    def make(word: str) -> str:
        form = form_of(word)
        if len(form) > LONGEST_TERM:
            return HOLE
        return form if language in NATIVE else BAR.join(terms(form, language))

    return Remembered(make)
