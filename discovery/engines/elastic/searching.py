"""Asking an Elasticsearch index. A snapshot is one published index, which does not change."""

import time
from base64 import b64decode
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal
from zlib import decompress

from elasticsearch import Elasticsearch
from elasticsearch.dsl import aggs
from elasticsearch.dsl import query as es
from elasticsearch.dsl.query import Query

from discovery.engines.elastic.compiling import compile_clause, having, narrow
from discovery.engines.elastic.connecting import Server, connect, translate_answer
from discovery.engines.elastic.generations import Generation, current
from discovery.engines.elastic.lexical import beginning, keys_of, most_frequent, read_relatives, relatives
from discovery.engines.elastic.questions import BEST_FIRST, IN_ORDER, question_body, read_answer, read_hits, request
from discovery.engines.port import About, Answer, Evidence, Hit, Question, Stored, View
from discovery.errors import EngineUnreadable, UsageError
from discovery.knowledge import NOTHING, Knowledge
from discovery.names.lexicon import Expansion
from discovery.query.clauses import Clause
from mappings.elastic import BODY, BOXES, FOLDER, ITEM, KNOWLEDGE, RECORD
from mappings.fields import EXACT, OWN_ZONES, ZONES, zone_fields

FOLLOW_SECONDS = 1.0
"""How long a generation is searched before the alias is looked up again."""
WINDOW = 10_000
"""Hits that the server gives in one answer (`index.max_result_window`); deeper pages are walked to."""
DEEPEST = 100_000
"""The last hit that can be paged to."""
MOST_EVIDENCE = 1000
"""Pages looked at where many folders are asked about at once."""
FEW_PARENTS = 30
"""Up to here each folder is asked for its own best pages, so that none is crowded out."""

_LEVELS = {"folder": FOLDER, "item": ITEM}


class ElasticEngine:
    """An archive on a server, open for searching (`discovery.engines.port.Engine`). Follows new generations."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._looked_up = -FOLLOW_SECONDS
        self._generation = self._current()
        self._known: tuple[Generation, Knowledge] | None = None

    def _current(self) -> Generation:
        now = time.monotonic()
        if now - self._looked_up >= FOLLOW_SECONDS:
            self._generation = current(self._server)
            self._looked_up = now
        return self._generation

    def about(self) -> About:
        return self._current().about

    def renew(self) -> None:
        self._server.client.close()
        self._server = connect(self._server.shown)

    def snapshot(self) -> "ElasticSnapshot":
        return ElasticSnapshot(self._server, self._current().index)

    def knowledge(self) -> Knowledge:
        generation, known = self._current(), self._known
        if known is None or known[0] != generation:
            known = self._known = generation, _knowledge(self._server, generation.index)
        return known[1]


class ElasticSnapshot:
    """`discovery.engines.port.Snapshot` over one index."""

    def __init__(self, server: Server, index: str) -> None:
        self._server = server
        self._index = index

    def ask(self, question: Question) -> Answer:
        return self.ask_all([question])[0]

    def ask_all(self, questions: Sequence[Question]) -> list[Answer]:
        answers = self._search_all([self._body(question) for question in questions])
        return [read_answer(answer, question) for answer, question in zip(answers, questions, strict=True)]

    def _body(self, question: Question) -> dict[str, Any]:
        deep = question.offset + question.limit > WINDOW
        return question_body(question) | self._walk(question) if deep else question_body(question)

    def _walk(self, question: Question) -> dict[str, Any]:
        """Where a page deeper than WINDOW begins: reached by `search_after`, a window at a time."""
        if question.offset + question.limit > DEEPEST:
            raise UsageError(f"Only the first {DEEPEST:,} results can be paged through.", "Narrow the search.")
        body = question_body(replace(question, facets=(), buckets=None, offset=0)) | {"track_total_hits": False}
        after: dict[str, Any] = {}
        for begin in range(0, question.offset, WINDOW):
            step = body | after | {"size": min(WINDOW, question.offset - begin)}
            hits = self._search(step)["hits"]["hits"]
            if not hits:
                break
            after = {"search_after": hits[-1]["sort"]}
        return after | {"from": 0}

    def evidence(
        self, clause: Clause, parents: Iterable[Hashable], level: Literal["folder", "item"], most: int
    ) -> Mapping[Hashable, Evidence]:
        field, keys = _LEVELS[level], [str(parent) for parent in parents]
        if not keys:
            return {}
        query = narrow(compile_clause(clause), [having("view", "pages"), es.Terms(field, keys)])
        return self._each(query, field, keys, most) if len(keys) <= FEW_PARENTS else self._best(query, field, most)

    def _each(self, query: Query, field: str, keys: list[str], most: int) -> dict[Hashable, Evidence]:
        """Every parent with its own best pages."""
        best = aggs.TopHits(
            size=most, sort=BEST_FIRST, _source=False, docvalue_fields=[{"field": "key"}], track_scores=True
        )
        grouped = aggs.Terms(field=field, include=keys, size=len(keys), aggs={"best": best})
        answer = self._search(request(query, size=0, aggregations={"parents": grouped.to_dict()}))
        return {
            bucket["key"]: Evidence(bucket["doc_count"], read_hits(bucket["best"]["hits"]["hits"]))
            for bucket in answer["aggregations"]["parents"]["buckets"]
        }

    def _best(self, query: Query, field: str, most: int) -> dict[Hashable, Evidence]:
        """The best pages of all, by the parent they lie in."""
        answer = self._search(request(query, ("key", field), size=MOST_EVIDENCE, sort=BEST_FIRST))
        grouped: defaultdict[Hashable, list[Any]] = defaultdict(list)
        for hit in answer["hits"]["hits"]:
            grouped[hit["fields"][field][0]].append(hit)
        return {parent: Evidence(len(hits), read_hits(hits[:most])) for parent, hits in grouped.items()}

    def matching(self, clauses: Sequence[Clause], among: Sequence[Hit]) -> list[frozenset[Hashable]]:
        if not among:
            return [frozenset()] * len(clauses)
        keys = es.Terms("key", [str(hit.own_key) for hit in among])
        queries = [es.Bool(filter=[compile_clause(clause), keys]) for clause in clauses]
        answers = self._search_all([request(query, size=len(among)) for query in queries])
        return [frozenset(hit.own_key for hit in read_hits(answer["hits"]["hits"])) for answer in answers]

    def read(self, hits: Sequence[Hit], boxes: bool = False) -> list[Stored]:
        if not hits:
            return []
        asked = {hit.handle for hit in hits}
        source = [RECORD, BODY, *([BOXES] if boxes else [])]
        body = request(es.Terms("key", list(asked)), size=len(asked), sort=["_doc"], _source=source, stored_fields=[])
        found = {one["fields"]["key"][0]: one["_source"] for one in self._search(body)["hits"]["hits"]}
        if len(found) < len(asked):
            raise EngineUnreadable(f"{self._server.shown} was loaded anew meanwhile.", "Ask again.")
        return [_stored(hit.handle, found[hit.handle]) for hit in hits]

    def lookup(self, field_name: str, values: Sequence[str], view: View | None = None, most: int = 50) -> list[Hit]:
        conditions: list[Query] = [es.Terms(field_name, list(values))]
        conditions += [having("view", view)] if view else []
        query = es.Bool(filter=conditions)
        answer = self._search(request(query, size=min(most, WINDOW), sort=IN_ORDER))
        return list(read_hits(answer["hits"]["hits"]))

    def completions(self, prefix: str, most: int) -> list[str]:
        return self.completions_all([prefix], most)[0]

    def completions_all(self, prefixes: Sequence[str], most: int) -> list[list[str]]:
        answers = self._search_all([beginning(prefix, most) for prefix in prefixes])
        return [most_frequent(answer, most) for answer in answers]

    def expansions(self, form: str, also: Sequence[str] = ()) -> list[Expansion]:
        return self.expansions_all([(form, also)])[0]

    def expansions_all(self, words: Sequence[tuple[str, Sequence[str]]]) -> list[list[Expansion]]:
        sought = [(form, also, keys_of(form, also)) for form, also in words]
        answers = self._search_all([relatives(*word) for word in sought])
        return [read_relatives(*word, answer) for word, answer in zip(sought, answers, strict=True)]

    def counts(self, forms: Sequence[str], view: View) -> list[int]:
        fields = [zone_fields(ZONES[zone])[EXACT] for zone in OWN_ZONES]
        anywhere = [es.Bool(should=[es.Terms(field, [form]) for field in fields]) for form in forms]
        body = request(having("view", view), size=0)
        body["aggregations"] = {f"{n}": {"filter": query.to_dict()} for n, query in enumerate(anywhere)}
        answered = self._search(body)["aggregations"] if forms else {}
        return [answered[f"{n}"]["doc_count"] for n in range(len(forms))]

    def _search(self, body: dict[str, Any]) -> Any:
        return self._search_all([body])[0]

    def _search_all(self, bodies: Sequence[dict[str, Any]]) -> list[Any]:
        """Several searches in one journey."""
        if not bodies:
            return []
        if len(bodies) == 1:
            return [self._server.find(lambda client: client.search(index=self._index, body=bodies[0])).body]
        searches = [part for body in bodies for part in ({}, body)]
        answers = self._server.find(lambda client: client.msearch(index=self._index, searches=searches))
        for answer in answers.body["responses"]:
            if "error" in answer:
                raise translate_answer(answer["status"], answer, self._server.shown)
        return list(answers.body["responses"])


def _knowledge(server: Server, index: str) -> Knowledge:
    """What an index keeps of it; nothing where the server would not take it, which the load said."""

    def get(client: Elasticsearch) -> Any:
        return client.options(ignore_status=404).get(index=index, id=KNOWLEDGE, source_includes=[RECORD]).body

    found = server.find(get)
    return Knowledge.from_json(found["_source"][RECORD]) if found.get("found") else NOTHING


def _stored(key: str, source: Mapping[str, Any]) -> Stored:
    boxes = source.get(BOXES)
    return Stored(key, source[RECORD], source.get(BODY, ""), decompress(b64decode(boxes)) if boxes else b"")
