"""Documents → tantivy. Every text is analysed once, however many documents (page, item, folder) hold it."""

import json
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import tantivy

from discovery.engines.embedded.directory import new_generation, publish
from discovery.engines.embedded.schema import (
    BODY,
    BOXES,
    JOINS,
    RECORD,
    STEMS,
    make_schema,
    number_key,
    order_keys,
    zone_fields,
)
from discovery.engines.once import Once
from discovery.engines.port import About, Document, Text
from discovery.errors import EngineUnreadable
from discovery.knowledge import NOTHING, Knowledge
from discovery.names.lexicon import FILE_NAME, LexiconWriter
from discovery.text.analysis import in_passages, terms_in
from discovery.text.tokens import words_in
from mappings.fields import EXACT, PAGE_GAP, ZONES

HEAP = 128_000_000
"""Bytes of memory that tantivy fills before it writes a segment."""
_GAP = "\0"
_FIELDS = {zone: zone_fields(zone) for zone in ZONES}


class Analysed(NamedTuple):
    """A text as the tokens of the two fields of a zone, and its distinct forms."""

    streams: dict[str, tantivy.PreTokenizedString]
    forms: frozenset[str]


class EmbeddedWriter:
    """Writes a new generation of the engine in a directory (`discovery.engines.port.Writer`)."""

    kept = 0

    def __init__(self, directory: Path) -> None:
        self._generation, self._turn = new_generation(directory)
        self._index = tantivy.Index(make_schema(), path=str(self._generation))
        self._writer = self._index.writer(HEAP, 1)
        self._lexicon = LexiconWriter(self._generation / FILE_NAME)
        self._written: set[str] = set()
        self._analysed = Once(_analyse)

    def replace(self, folder_id: str, documents: Iterable[Document]) -> None:
        if folder_id in self._written:
            self.remove(folder_id)
        self._written.add(folder_id)
        self._analysed.begin()
        for document in documents:
            try:
                self._writer.add_document(_render(document, self._analysed))
            except ValueError as error:  # tantivy's only error here: the disk is full or gone
                raise EngineUnreadable(f"Can't write to {self._generation.parent}: {error}.") from error
        self._lexicon.add(form for streams in self._analysed.own() for form in streams.forms)

    def remove(self, folder_id: str) -> None:
        self._writer.delete_documents_by_term("folder_id", folder_id)

    def commit(self, about: About, knowledge: Knowledge = NOTHING) -> None:
        try:
            self._lexicon.commit()
            self._lexicon.close()
            self._writer.commit()
            self._writer.wait_merging_threads()
            publish(self._generation, about, knowledge)
        except (OSError, ValueError, sqlite3.Error) as error:
            raise EngineUnreadable(
                f"Can't write to {self._generation.parent}: {error}.",
                "The archive is as it was before this load.",
            ) from error
        self._turn.end()

    def suspend(self) -> str:
        self.abandon()
        return ""

    def abandon(self) -> None:
        self._lexicon.close()
        self._writer.rollback()
        shutil.rmtree(self._generation, ignore_errors=True)
        self._turn.end()

    @property
    def refused(self) -> tuple[tuple[str, str], ...]:
        """None: what tantivy can't take, `replace` raises."""
        return ()


def _render(document: Document, analysed: Once[Analysed]) -> tantivy.Document:
    rendered = tantivy.Document()
    for field, words in document.keywords.items():
        for word in words:
            rendered.add_text(field, word)
    for field, numbers in document.numbers.items():
        for number in numbers:
            rendered.add_unsigned(field, number)
    for field, number in order_keys(document.numbers).items():
        rendered.add_unsigned(field, number)
    for zone, texts in document.zones.items():
        for text in texts:
            streams = analysed.of(text, zone).streams
            for kind, target in _FIELDS[zone].items():
                rendered.add_pre_tokenized_text(target, streams[kind])
    for field, key in zip(JOINS, (document.key, document.folder, document.item), strict=True):
        if key:
            rendered.add_unsigned(field, number_key(key))
    rendered.add_bytes(RECORD, json.dumps(document.record, ensure_ascii=False).encode())
    if document.body:
        rendered.add_bytes(BODY, document.body.encode())
        rendered.add_bytes(BOXES, document.boxes)
    return rendered


def _analyse(text: Text) -> Analysed:
    """The tokens of each analysis. A last token far behind the others keeps phrases inside one value."""
    token = tantivy.Token
    exact: list[tantivy.Token] = []
    stems: list[tantivy.Token] = []
    words, position = set(), -1
    for start, end, language, others in in_passages(len(text.text), text.passages):
        known = terms_in(language)
        also = [(code, terms_in(code)) for code in others.split()]
        for word in words_in(text.text, start, end):
            position += 1
            forms, found = known[word]
            words.add(forms[0])
            for term in forms:
                exact.append(token(term, position, 0, 0))
            for term in found:
                stems.append(token(f"{language}:{term}", position, 0, 0))
            for code, there in also:
                for term in there[word][1]:
                    stems.append(token(f"{code}:{term}", position, 0, 0))
    for stream in (exact, stems):
        stream.append(token(_GAP, position + PAGE_GAP, 0, 0))
    made = {EXACT: tantivy.PreTokenizedString("", exact), STEMS: tantivy.PreTokenizedString("", stems)}
    return Analysed(made, frozenset(words))
