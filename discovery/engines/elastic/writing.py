"""Documents → a new index beside the current one, published when all of them are in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress

from discovery.engines.elastic.bulk import Bulk, Item
from discovery.engines.elastic.compiling import having
from discovery.engines.elastic.connecting import Server
from discovery.engines.elastic.generations import create, discard, publish
from discovery.engines.elastic.rendering import Analysed, document_id, render, to_bytes
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
    """Writes a new generation of an archive on a server (`discovery.engines.port.Writer`)."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._index = create(server)
        self._bulk = Bulk(server, self._index)
        self._written: set[str] = set()
        self._expected = 0
        self._lexicon: Counter[str] = Counter()
        self._rows = 0

    @property
    def refused(self) -> list[tuple[str, str]]:
        return self._bulk.refused

    def replace(self, folder_id: str, documents: Iterable[Document]) -> None:
        if folder_id in self._written:
            self.remove(folder_id)
        seen: dict[int, Analysed] = {}
        ids = set()
        for document in documents:
            source, lexicon = render(document, seen)
            for terms in lexicon:
                self._lexicon.update(terms)
            identity = document_id(document.key)
            ids.add(identity)
            self._bulk.add(Item(identity, to_bytes(source | {SEQUENCE: self._bulk.added})))
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
        self._bulk.add(Item(KNOWLEDGE, to_bytes({RECORD: knowledge.to_json()})))
        self._expected += 1
        self._bulk.flush()
        self._verify()
        publish(self._server, self._index, about)
        self._bulk.close()

    def abandon(self) -> None:
        self._bulk.close()
        with suppress(OpisError):  # what ended the load is what is said; the next load deletes what stays
            discard(self._server, self._index)

    def _write_lexicon(self) -> None:
        for item in self._lexicon_rows():
            self._bulk.add(item)
        self._lexicon.clear()

    def _lexicon_rows(self) -> Iterator[Item]:
        for form, count in self._lexicon.items():
            self._rows += 1
            keys = [] if form.startswith(FOLDED) else [f"{relation}:{key}" for relation, key in stored_keys(form)]
            yield Item(f"f:{self._rows}", to_bytes({FORM: form, COUNT: count, KEYS: keys}))

    def _verify(self) -> None:
        """As many documents as were sent and taken have to be there."""
        with self._server.asking() as client:
            client = client.options(request_timeout=SECONDS)
            client.indices.refresh(index=self._index)
            there = int(client.count(index=self._index).body["count"])
        expected = self._expected + self._rows - len(self.refused)
        if there != expected:
            raise EngineUnreadable(
                f"{there:,} documents are at {self._server.shown}, {expected:,} were sent.",
                "The archive is as it was. Load again; two loads at once disturb each other.",
            )
