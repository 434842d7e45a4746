"""Facets and dates as filtered aggregations: each counted as if it had no selection of its own, all in one request."""

from collections.abc import Mapping
from typing import Any

from elasticsearch.dsl import aggs
from elasticsearch.dsl import query as es
from elasticsearch.dsl.query import Query

from discovery.engines.port import Dating, Question

MOST_VALUES = 200
"""Values of one facet that are counted."""
MOST_BUCKETS = 2000
PER_SHARD = 5
"""How many times more values each shard looks at, so that counts are right over several."""
_REST, _DATE = "rest", "date"


def counting(question: Question, selections: Mapping[str, Query]) -> dict[str, aggs.Agg[Any]]:
    """Groups of counts, each under the selections that are not its own."""
    groups = {_REST: [field for field in question.facets if field not in selections]}
    groups |= {field: [field] for field in question.facets if field in selections}
    wanted = {
        name: _under(name, selections, {field: _values(field, MOST_VALUES) for field in fields})
        for name, fields in groups.items()
        if fields
    }
    if question.buckets:
        fields = [f"{question.buckets}_certain", f"{question.buckets}_possible", "dating"]
        wanted[_DATE] = _under(_DATE, selections, {field: _values(field, MOST_BUCKETS) for field in fields})
    return wanted


def read_facets(counts: Mapping[str, Any], question: Question) -> dict[str, dict[str, int]]:
    return {field: _read(counts[field if field in counts else _REST], field) for field in question.facets}


def read_dating(counts: Mapping[str, Any], question: Question) -> Dating:
    if not question.buckets:
        return Dating()
    found = counts[_DATE]
    states = _read(found, "dating")
    certain, possible = (_read(found, f"{question.buckets}_{state}") for state in ("certain", "possible"))
    return Dating(certain, possible, states.get("undated", 0), states.get("broad", 0))


def _under(name: str, selections: Mapping[str, Query], counted: Mapping[str, aggs.Agg[Any]]) -> aggs.Agg[Any]:
    others = [selection for field, selection in selections.items() if field != name]
    return aggs.Filter(filter=es.Bool(filter=others) if others else es.MatchAll(), aggs=counted)


def _values(field: str, most: int) -> aggs.Agg[Any]:
    return aggs.Terms(field=field, size=most, shard_size=most * PER_SHARD)


def _read(group: Mapping[str, Any], field: str) -> dict[Any, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in group[field]["buckets"]}
