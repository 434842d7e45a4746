"""Facets and dates as filtered aggregations: each counted as if it had no selection of its own, all in one request."""

from collections.abc import Mapping
from typing import Any

from elasticsearch.dsl import aggs
from elasticsearch.dsl import query as es
from elasticsearch.dsl.query import Query

from discovery.dates import prefixes
from discovery.engines.dating import MOST_BUCKETS, make_dating
from discovery.engines.port import Buckets, Dating, Question

MOST_VALUES = 200
"""Values of one facet that are counted."""
PER_SHARD = 5
"""How many times more values each shard looks at, so that counts are right over several."""
_REST, _DATE, _SURELY = "rest", "date", "surely"


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
        wanted[_DATE] = _under(_DATE, selections, _dates(question.buckets))
    return wanted


def _dates(buckets: Buckets) -> dict[str, aggs.Agg[Any]]:
    certain, possible = f"{buckets.unit}_certain", f"{buckets.unit}_possible"
    fields = [certain, "dating"] if buckets.unit == "day" else [certain, possible, "dating"]
    counted: dict[str, aggs.Agg[Any]] = {field: _values(field, MOST_BUCKETS) for field in fields}
    low, high = buckets.bounds
    counted[_SURELY] = aggs.Filter(filter=es.Range(certain, {"gte": low, "lte": high}))
    for number, day in buckets.days.items():
        here = [es.Terms("span", prefixes(day)), es.Term("dating", {"value": "dated"})]
        counted[str(number)] = aggs.Filter(filter=es.Bool(filter=here))
    return counted


def read_facets(counts: Mapping[str, Any], question: Question) -> dict[str, dict[str, int]]:
    return {field: _read(counts[field if field in counts else _REST], field) for field in question.facets}


def read_dating(counts: Mapping[str, Any], question: Question) -> Dating:
    buckets = question.buckets
    if not buckets:
        return Dating()
    found = counts[_DATE]
    certain = _read(found, f"{buckets.unit}_certain")
    possible = {} if buckets.unit == "day" else _read(found, f"{buckets.unit}_possible")
    touched = {number: found[str(number)]["doc_count"] for number in buckets.days}
    return make_dating(buckets, certain, possible, touched, _read(found, "dating"), found[_SURELY]["doc_count"])


def _under(name: str, selections: Mapping[str, Query], counted: Mapping[str, aggs.Agg[Any]]) -> aggs.Agg[Any]:
    others = [selection for field, selection in selections.items() if field != name or name == _DATE]
    return aggs.Filter(filter=es.Bool(filter=others) if others else es.MatchAll(), aggs=counted)


def _values(field: str, most: int) -> aggs.Agg[Any]:
    return aggs.Terms(field=field, size=most, shard_size=most * PER_SHARD)


def _read(group: Mapping[str, Any], field: str) -> dict[Any, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in group[field]["buckets"]}
