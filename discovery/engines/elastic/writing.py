"""Documents → a new index beside the current one, published when all of them are in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from discovery.engines.elastic.bulk import Bulk, Item
from discovery.engines.elastic.compiling import having
from discovery.engines.elastic.connecting import Server
from discovery.engines.elastic.generations import broken_off, create, discard, publish
from discovery.engines.elastic.rendering import analyse, document_id, render, to_bytes
from discovery.engines.elastic.resuming import delete, digest, read_digests, with_digest
from discovery.engines.once import Once
from discovery.engines.port import About, Document
from discovery.errors import EngineUnreadable, OpisError
from discovery.knowledge import NOTHING, Knowledge
from discovery.names.lexicon import stored_keys
from mappings.elastic import COUNT, FORM, KEYS, KNOWLEDGE, RECORD, SEQUENCE
from mappings.fields import FOLDED

MOST_FORMS = 2_000_000
"""Forms counted in memory; more begin a second row of each, and completion adds the rows up."""
SECONDS = 300
"""How long a step over the whole index may take."""


class ElasticWriter:
    """Writes a new generation of an archive on a server (`discovery.engines.port.Writer`).

    With `resume` it goes on with that of a load which broke off, where there is one: documents that are there as they
    would be sent are not sent, and what is left over in the end is deleted. Each folder may come once then.
    """

    def __init__(self, server: Server, resume: bool = False) -> None:
        self._server = server
        begun = broken_off(server) if resume else None
        self._index = begun or create(server)
        self._there = read_digests(server, self._index) if begun else set()
        self.kept = len(self._there)
        self._bulk = Bulk(server, self._index)
        self._written: set[str] = set()
        self._expected = 0
        self._sequence = 0
        self._lexicon: Counter[str] = Counter()
        self._parts = 0
        self._analysed = Once(analyse)

    @property
    def refused(self) -> list[tuple[str, str]]:
        return self._bulk.refused

    def replace(self, folder_id: str, documents: Iterable[Document]) -> None:
        if folder_id in self._written:
            self.remove(folder_id)
        self._analysed.begin()
        ids = set()
        for document in documents:
            source, lexicon = render(document, self._analysed)
            for terms in lexicon:
                self._lexicon.update(terms)
            identity = document_id(document.key)
            ids.add(identity)
            self._put(identity, source | {SEQUENCE: self._sequence})
            self._sequence += 1
        self._written.add(folder_id)
        self._expected += len(ids)
        if len(self._lexicon) > MOST_FORMS:
            self._write_lexicon()

    def remove(self, folder_id: str) -> None:
        self._bulk.flush()
        with self._server.asking() as client:
            client = client.options(request_timeout=SECONDS)
            client.indices.refresh(index=self._index)
            within = having("folder_id", folder_id)
            answer = client.delete_by_query(index=self._index, query=within.to_dict(), refresh=True)
        self._expected -= int(answer.body["deleted"])

    def commit(self, about: About, knowledge: Knowledge = NOTHING) -> None:
        self._write_lexicon()
        self._put(KNOWLEDGE, {RECORD: knowledge.to_json()})
        self._expected += 1
        self._bulk.flush()
        delete(self._server, self._index, self._there)
        self._verify()
        publish(self._server, self._index, about)
        self._bulk.close()

    def suspend(self) -> str:
        self._bulk.close()
        return "What was written stays there: the same command with --resume goes on from it."

    def abandon(self) -> None:
        self._bulk.close()
        with suppress(OpisError):  # what ended the load is what is said; the next load deletes what stays
            discard(self._server, self._index)

    def _put(self, identity: str, source: Mapping[str, Any]) -> None:
        """Send a document, unless it is there already."""
        content = to_bytes(source)
        known = digest(content)
        if known in self._there:
            self._there.remove(known)
        else:
            self._bulk.add(Item(identity, with_digest(content, known)))

    def _write_lexicon(self) -> None:
        for form, count in self._lexicon.items():
            keys = [] if form.startswith(FOLDED) else [f"{relation}:{key}" for relation, key in stored_keys(form)]
            self._put(document_id(f"f:{self._parts}:{form}"), {FORM: form, COUNT: count, KEYS: sorted(keys)})
        self._expected += len(self._lexicon)
        self._parts += 1
        self._lexicon.clear()

    def _verify(self) -> None:
        """As many documents as were sent and taken have to be there."""
        with self._server.asking() as client:
            client = client.options(request_timeout=SECONDS)
            client.indices.refresh(index=self._index)
            there = int(client.count(index=self._index).body["count"])
        expected = self._expected - len(self.refused)
        if there != expected:
            raise EngineUnreadable(
                f"{there:,} documents are at {self._server.shown}, {expected:,} were sent.",
                "The archive is as it was. Two loads at once disturb each other.",
            )
