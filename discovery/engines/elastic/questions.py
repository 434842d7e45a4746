"""A question → the body of one search, and what the server answers → an answer."""

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from elasticsearch.dsl import query as es
from elasticsearch.dsl.query import Query

from discovery.engines.elastic.compiling import EVERYTHING, compile_clause, compile_filter, having, narrow
from discovery.engines.elastic.facets import counting, read_dating, read_facets
from discovery.engines.port import Answer, Hit, Question
from mappings.elastic import SEQUENCE

SEARCH_SECONDS = 5
"""After which a node gives what it has: the answer then says that it is partial."""

LEAST_MILLISECONDS = 100

BEST_FIRST: list[Any] = [{"_score": "desc"}, {SEQUENCE: "asc"}]
IN_ORDER: list[Any] = [{"place": "asc"}, {SEQUENCE: "asc"}]
_ORDERS: dict[str, list[Any]] = {
    "relevance": IN_ORDER,
    "place": IN_ORDER,
    "shelf": [{"shelf": {"order": "asc", "missing": "_last"}}, *IN_ORDER],
    "earliest": [{"earliest": {"order": "asc", "missing": "_last"}}, *IN_ORDER],
    "latest": [{"latest": {"order": "desc", "missing": "_last"}}, *IN_ORDER],
}


def question_body(question: Question) -> dict[str, Any]:
    """A question as one request: selections are filters behind the counts, so that a facet can leave its own out."""
    selections: dict[str, Query] = {f.field: compile_filter(f) for f in question.filters if f.include or f.exclude}
    if question.dated:
        selections["date"] = compile_clause(question.dated)
    matched = compile_clause(question.clause) if question.clause else EVERYTHING
    body = request(
        narrow(matched, [having("view", question.view)]),
        size=question.limit,
        sort=BEST_FIRST if question.clause and question.order == "relevance" else _ORDERS[question.order],
        track_total_hits=True,
        timeout=f"{_milliseconds(question)}ms",
    )
    body["from"] = question.offset
    if selections:
        body["post_filter"] = es.Bool(filter=list(selections.values())).to_dict()
    if counts := counting(question, selections):
        body["aggregations"] = {name: counted.to_dict() for name, counted in counts.items()}
    return body


def _milliseconds(question: Question) -> int:
    """What a node may take: what is left of the time for the answer, but enough for a few hits."""
    left = min(question.until - time.perf_counter(), SEARCH_SECONDS)
    return max(round(left * 1000), LEAST_MILLISECONDS)


def request(query: Query, columns: Sequence[str] = ("key",), **options: Any) -> dict[str, Any]:
    """A search that answers with columns alone, if no `options` ask for more."""
    shown = {"docvalue_fields": list(columns), "_source": False, "stored_fields": "_none_"}
    timeout = {"timeout": f"{SEARCH_SECONDS}s", "track_total_hits": False}
    return {"query": query.to_dict()} | shown | timeout | options


def read_answer(answer: Mapping[str, Any], question: Question) -> Answer:
    found, counts = answer["hits"], answer.get("aggregations", {})
    facets, dating = read_facets(counts, question), read_dating(counts, question)
    return Answer(found["total"]["value"], read_hits(found["hits"]), facets, dating, _partial(answer))


def read_hits(found: Iterable[Any]) -> tuple[Hit, ...]:
    """Hits by their key, which is in a column; the score is 0 where nothing was scored."""
    return tuple(Hit(key, key, hit.get("_score") or 0.0) for hit in found for key in hit["fields"]["key"][:1])


def _partial(answer: Any) -> str:
    """Why an answer may lack hits, "" where it is whole."""
    shards = answer["_shards"]
    if shards["failed"]:
        return f"{shards['failed']} of {shards['total']} parts of the index did not answer: results are incomplete."
    return "The search ran out of time: results are incomplete." if answer["timed_out"] else ""
