"""Asking an Elasticsearch index. A snapshot is one published index, which does not change."""

import time
from base64 import b64decode
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal
from zlib import decompress

from elasticsearch.dsl import aggs
from elasticsearch.dsl import query as es
from elasticsearch.dsl.query import Query

from discovery.engines.elastic.compiling import EVERYTHING, compile_clause, compile_filter, having, narrow
from discovery.engines.elastic.connecting import Server, translate_answer
from discovery.engines.elastic.facets import counting, read_dating, read_facets
from discovery.engines.elastic.generations import Generation, current
from discovery.engines.elastic.rendering import document_id
from discovery.engines.port import About, Answer, Evidence, Hit, Question, Stored, View
from discovery.errors import EngineUnreadable, UsageError
from discovery.knowledge import NOTHING, Knowledge
from discovery.names.lexicon import MOST_LOOKED_AT, Expansion, Relation, closest, sought_keys
from discovery.query.clauses import Clause
from mappings.elastic import BODY, BOXES, COUNT, FOLDER, FORM, ITEM, KEYS, KNOWLEDGE, RECORD, SEQUENCE
from mappings.fields import EXACT, FOLDED, ZONES, zone_fields

SEARCH_SECONDS = 5
"""After which a node gives what it has: the answer then says that it is partial."""
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

_BEST_FIRST: list[Any] = [{"_score": "desc"}, {SEQUENCE: "asc"}]
_IN_ORDER: list[Any] = [{"place": "asc"}, {SEQUENCE: "asc"}]
_ORDERS: dict[str, list[Any]] = {
    "relevance": _IN_ORDER,
    "place": _IN_ORDER,
    "earliest": [{"earliest": {"order": "asc", "missing": "_last"}}, *_IN_ORDER],
    "latest": [{"latest": {"order": "desc", "missing": "_last"}}, *_IN_ORDER],
}
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
        return [_answer(answer, question) for answer, question in zip(answers, questions, strict=True)]

    def _body(self, question: Question) -> dict[str, Any]:
        deep = question.offset + question.limit > WINDOW
        return _body(question) | self._walk(question) if deep else _body(question)

    def _walk(self, question: Question) -> dict[str, Any]:
        """Where a page deeper than WINDOW begins: reached by `search_after`, a window at a time."""
        if question.offset + question.limit > DEEPEST:
            raise UsageError(f"Only the first {DEEPEST:,} results can be paged through.", "Narrow the search.")
        body = _body(replace(question, facets=(), buckets=None, offset=0)) | {"track_total_hits": False}
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
            size=most, sort=_BEST_FIRST, _source=False, docvalue_fields=[{"field": "key"}], track_scores=True
        )
        grouped = aggs.Terms(field=field, include=keys, size=len(keys), aggs={"best": best})
        answer = self._search(_request(query, size=0, aggregations={"parents": grouped.to_dict()}))
        return {
            bucket["key"]: Evidence(bucket["doc_count"], _hits(bucket["best"]["hits"]["hits"]))
            for bucket in answer["aggregations"]["parents"]["buckets"]
        }

    def _best(self, query: Query, field: str, most: int) -> dict[Hashable, Evidence]:
        """The best pages of all, by the parent they lie in."""
        answer = self._search(_request(query, ("key", field), size=MOST_EVIDENCE, sort=_BEST_FIRST))
        grouped: defaultdict[Hashable, list[Any]] = defaultdict(list)
        for hit in answer["hits"]["hits"]:
            grouped[hit["fields"][field][0]].append(hit)
        return {parent: Evidence(len(hits), _hits(hits[:most])) for parent, hits in grouped.items()}

    def matching(self, clauses: Sequence[Clause], among: Sequence[Hit]) -> list[frozenset[Hashable]]:
        if not among:
            return [frozenset()] * len(clauses)
        keys = es.Terms("key", [str(hit.own_key) for hit in among])
        queries = [es.Bool(filter=[compile_clause(clause), keys]) for clause in clauses]
        answers = self._search_all([_request(query, size=len(among)) for query in queries])
        return [frozenset(hit.own_key for hit in _hits(answer["hits"]["hits"])) for answer in answers]

    def read(self, hits: Sequence[Hit], boxes: bool = False) -> list[Stored]:
        if not hits:
            return []
        with self._server.asking() as client:
            found = client.mget(
                index=self._index,
                ids=[document_id(hit.handle) for hit in hits],
                source_includes=[RECORD, BODY, *([BOXES] if boxes else [])],
                filter_path="docs._source,docs.found,docs.error",
            ).body["docs"]
        if any(not document.get("found") for document in found):
            raise EngineUnreadable(f"{self._server.shown} was loaded anew meanwhile.", "Ask again.")
        return [_stored(hit.handle, document["_source"]) for hit, document in zip(hits, found, strict=True)]

    def lookup(self, field_name: str, values: Sequence[str], view: View | None = None, most: int = 50) -> list[Hit]:
        conditions: list[Query] = [es.Terms(field_name, list(values))]
        conditions += [having("view", view)] if view else []
        query = es.Bool(filter=conditions)
        answer = self._search(_request(query, size=min(most, WINDOW), sort=_IN_ORDER))
        return list(_hits(answer["hits"]["hits"]))

    def completions(self, prefix: str, most: int) -> list[str]:
        return self.completions_all([prefix], most)[0]

    def completions_all(self, prefixes: Sequence[str], most: int) -> list[list[str]]:
        rows = min(2 * most, WINDOW)  # a form may have two rows, whose counts are added
        order = [{COUNT: "desc"}, {FORM: "asc"}]
        bodies = [_request(_beginning(prefix), (FORM, COUNT), size=rows, sort=order) for prefix in prefixes]
        return [_most_frequent(answer)[:most] for answer in self._search_all(bodies)]

    def expansions(self, form: str, also: Sequence[str] = ()) -> list[Expansion]:
        return self.expansions_all([(form, also)])[0]

    def expansions_all(self, words: Sequence[tuple[str, Sequence[str]]]) -> list[list[Expansion]]:
        sought = [_sought(form, also) for form, also in words]
        bodies = [
            _request(_related(keys, (form, *also)), (FORM, KEYS, COUNT), size=MOST_LOOKED_AT)
            for (form, also), keys in zip(words, sought, strict=True)
        ]
        answers = self._search_all(bodies)
        return [
            _expansions(*word, *found) for word, found in zip(words, zip(sought, answers, strict=True), strict=True)
        ]

    def counts(self, forms: Sequence[str], view: View) -> list[int]:
        fields = [zone_fields(zone)[EXACT] for zone in ZONES.values()]
        anywhere = [es.Bool(should=[es.Terms(field, [form]) for field in fields]) for form in forms]
        body = _request(having("view", view), size=0)
        body["aggregations"] = {f"{n}": {"filter": query.to_dict()} for n, query in enumerate(anywhere)}
        answered = self._search(body)["aggregations"] if forms else {}
        return [answered[f"{n}"]["doc_count"] for n in range(len(forms))]

    def _search(self, body: dict[str, Any]) -> Any:
        return self._search_all([body])[0]

    def _search_all(self, bodies: Sequence[dict[str, Any]]) -> list[Any]:
        """Several searches in one journey."""
        if not bodies:
            return []
        with self._server.asking() as client:
            if len(bodies) == 1:
                return [client.search(index=self._index, body=bodies[0]).body]
            answers = client.msearch(index=self._index, searches=[part for body in bodies for part in ({}, body)])
        for answer in answers.body["responses"]:
            if "error" in answer:
                raise translate_answer(answer["status"], answer, self._server.shown)
        return list(answers.body["responses"])


def _beginning(prefix: str) -> Query:
    """Rows of the lexicon that begin so, or whose folding does."""
    marked: list[Query] = [es.Prefix(FORM, {"value": value}) for value in (prefix, FOLDED + prefix)]
    return es.Bool(filter=[es.Bool(should=marked)])


def _most_frequent(answer: Any) -> list[str]:
    """The forms of rows of the lexicon, the most frequent first."""
    counts: Counter[str] = Counter()
    for hit in answer["hits"]["hits"]:
        counts[hit["fields"][FORM][0]] += hit["fields"][COUNT][0]
    return sorted(counts, key=lambda term: (-counts[term], term))


def _sought(form: str, also: Sequence[str]) -> dict[str, Relation]:
    """The keys, as rows of the lexicon have them, under which the relatives of a form stand."""
    names = [(Relation.OTHER_SCRIPT, key) for key in sought_keys(form, Relation.OTHER_SCRIPT)]
    misread = [(Relation.OCR_READING, key) for one in (form, *also) for key in sought_keys(one, Relation.OCR_READING)]
    return {f"{relation}:{key}": relation for relation, key in (*names, *misread)}


def _related(sought: Mapping[str, Relation], forms: Sequence[str]) -> Query:
    """Rows of the lexicon that have one of the keys, or are one: a form is not kept as its own key."""
    names = [key.partition(":")[2] for key, relation in sought.items() if relation is Relation.OTHER_SCRIPT]
    themselves = es.Terms(FORM, [*forms, *names])
    return es.Bool(filter=[es.Bool(should=[es.Terms(KEYS, list(sought)), themselves])])


def _expansions(form: str, also: Sequence[str], sought: Mapping[str, Relation], answer: Any) -> list[Expansion]:
    found: defaultdict[Relation, set[str]] = defaultdict(set)
    occurrences: Counter[str] = Counter()
    for row in (hit["fields"] for hit in answer["hits"]["hits"]):
        (other,), (count,) = row[FORM], row[COUNT]
        occurrences[other] += count
        for key in {*row.get(KEYS, ()), f"{Relation.OTHER_SCRIPT}:{other}"} & sought.keys():
            found[sought[key]].add(other)
    return closest(form, found, also, occurrences.__getitem__) if sought else []


def _knowledge(server: Server, index: str) -> Knowledge:
    """What an index keeps of it; nothing where the server would not take it, which the load said."""
    with server.asking() as client:
        found = client.options(ignore_status=404).get(index=index, id=KNOWLEDGE, source_includes=[RECORD]).body
    return Knowledge.from_json(found["_source"][RECORD]) if found.get("found") else NOTHING


def _body(question: Question) -> dict[str, Any]:
    """A question as one request: selections are filters behind the counts, so that a facet can leave its own out."""
    selections: dict[str, Query] = {f.field: compile_filter(f) for f in question.filters if f.include or f.exclude}
    if question.dated:
        selections["date"] = compile_clause(question.dated)
    matched = compile_clause(question.clause) if question.clause else EVERYTHING
    body = _request(
        narrow(matched, [having("view", question.view)]),
        size=question.limit,
        sort=_BEST_FIRST if question.clause and question.order == "relevance" else _ORDERS[question.order],
        track_total_hits=True,
    )
    body["from"] = question.offset
    if selections:
        body["post_filter"] = es.Bool(filter=list(selections.values())).to_dict()
    if counts := counting(question, selections):
        body["aggregations"] = {name: counted.to_dict() for name, counted in counts.items()}
    return body


def _request(query: Query, columns: Sequence[str] = ("key",), **options: Any) -> dict[str, Any]:
    """A search that answers with columns alone; documents are read by their ids."""
    shown = {"docvalue_fields": list(columns), "_source": False, "stored_fields": "_none_"}
    timeout = {"timeout": f"{SEARCH_SECONDS}s", "track_total_hits": False}
    return {"query": query.to_dict()} | shown | timeout | options


def _answer(answer: Mapping[str, Any], question: Question) -> Answer:
    found, counts = answer["hits"], answer.get("aggregations", {})
    facets, dating = read_facets(counts, question), read_dating(counts, question)
    return Answer(found["total"]["value"], _hits(found["hits"]), facets, dating, _partial(answer))


def _hits(found: Iterable[Any]) -> tuple[Hit, ...]:
    """Hits by their key, which is in a column; the score is 0 where nothing was scored."""
    return tuple(Hit(key, key, hit.get("_score") or 0.0) for hit in found for key in hit["fields"]["key"][:1])


def _stored(key: str, source: Mapping[str, Any]) -> Stored:
    boxes = source.get(BOXES)
    return Stored(key, source[RECORD], source.get(BODY, ""), decompress(b64decode(boxes)) if boxes else b"")


def _partial(answer: Any) -> str:
    """Why an answer may lack hits, "" where it is whole."""
    shards = answer["_shards"]
    if shards["failed"]:
        return f"{shards['failed']} of {shards['total']} parts of the index did not answer: results are incomplete."
    return "The search ran out of time: results are incomplete." if answer["timed_out"] else ""
