"""A plan's clauses → Elasticsearch query objects. Terms only: nothing typed is ever parsed by the server."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from elasticsearch.dsl import query as es
from elasticsearch.dsl.query import Query

from discovery.dates import prefixes
from discovery.engines.port import Filter
from discovery.query.clauses import (
    DATE,
    TIE,
    Alternative,
    AnyForm,
    Clause,
    Combined,
    Dated,
    Fixed,
    InOrder,
    Keyword,
    Neighbours,
    Run,
    by_analysis,
    dated_in,
    may_stand,
)
from mappings.elastic import zone_analyses
from mappings.fields import ZONES

_FIELDS = {name: zone_analyses(zone) for name, zone in ZONES.items()}
NOTHING = es.MatchNone()
EVERYTHING = es.ConstantScore(filter=es.MatchAll(), boost=0)


@lru_cache(maxsize=512)
def compile_clause(clause: Clause) -> Query:
    """A search asks with the same clauses up to seven times."""
    match clause:
        case AnyForm():
            return _best_of(_terms(clause))
        case InOrder() | Neighbours():
            return _best_of(_sequences(clause))
        case Combined():
            return _combined(clause)
        case Fixed():
            return es.ConstantScore(filter=compile_clause(clause.clause), boost=clause.score)
        case Keyword():
            return es.ConstantScore(filter=es.Terms(clause.field, list(clause.values)), boost=clause.boost)
        case Dated():
            return es.ConstantScore(filter=_dated(clause), boost=0)


def narrow(query: Query, conditions: Iterable[Query], refused: Iterable[Query] = ()) -> Query:
    """`query`, scored as it is, among the documents that meet all conditions and none of the refused."""
    return es.Bool(must=[query], filter=list(conditions), must_not=list(refused))


def having(field: str, value: str) -> Query:
    """The documents with one value in a keyword field."""
    return es.Term(field, {"value": value})


def compile_filter(wanted: Filter) -> Query:
    """A facet's selection, not scored."""
    included = [es.Terms(wanted.field, list(wanted.include))] if wanted.include else []
    excluded = [es.Terms(wanted.field, list(wanted.exclude))] if wanted.exclude else []
    return es.Bool(filter=included, must_not=excluded)


def _combined(clause: Combined) -> Query:
    must = [compile_clause(part) for part in clause.must]
    if not must and not clause.should:
        must = [EVERYTHING]
    must_not = [compile_clause(part) for part in clause.must_not]
    should = [compile_clause(part) for part in clause.should]
    least = clause.least if should else 0
    return es.Bool(must=must, should=should, must_not=must_not, minimum_should_match=least)


def _terms(clause: AnyForm) -> list[Query]:
    years = [a for a in clause.alternatives if a.analysis == DATE]
    dated = [es.ConstantScore(filter=compile_clause(dated_in(a.term)), boost=a.weight) for a in years]
    return dated + [
        es.Term(field, {"value": alternative.term, "boost": alternative.weight * ZONES[zone].weight})
        for zone in clause.zones
        for alternative in clause.alternatives
        if may_stand(alternative.relation, zone) and (field := _FIELDS[zone].get(alternative.analysis))
    ]


def _sequences(clause: InOrder | Neighbours) -> list[Query]:
    """Spans: in each field all combinations of alternatives at once, and the typed forms apart, which weigh more."""
    queries: list[Query] = []
    for zone in clause.zones:
        for analysis, sides in by_analysis(clause, zone):
            field = _FIELDS[zone].get(analysis)
            if field is None:
                continue
            typed = tuple(tuple(tuple(a for a in word if a.relation == "typed") for word in side) for side in sides)
            choices = [sides, typed] if typed != sides and all(word for side in typed for word in side) else [sides]
            for choice in choices:
                weight = ZONES[zone].weight * min(a.weight for side in choice for word in side for a in word)
                queries += _spans(field, choice, clause, weight)
    return queries


def _spans(field: str, sides: Sequence[Run], clause: InOrder | Neighbours, weight: float) -> list[Query]:
    if isinstance(clause, InOrder):
        return [_in_order([_any_term(field, word) for word in sides[0]], 0, weight)]
    runs = [[_any_term(field, word) for word in side] for side in sides]
    left, right = (run[0] if len(run) == 1 else _in_order(run, 0) for run in runs)
    orders = [[left, right]] if left == right else [[left, right], [right, left]]
    return [_in_order(order, clause.distance - 1, weight) for order in orders]


def _in_order(spans: Iterable[Query], slop: int, boost: float = 1.0) -> Query:
    return es.SpanNear(clauses=[span.to_dict() for span in spans], slop=slop, in_order=True, boost=boost)


def _any_term(field: str, word: Sequence[Alternative]) -> Query:
    terms = [es.SpanTerm(field, {"value": term}) for term in dict.fromkeys(alternative.term for alternative in word)]
    return terms[0] if len(terms) == 1 else es.SpanOr(clauses=[term.to_dict() for term in terms])


def _best_of(queries: list[Query]) -> Query:
    return es.DisMax(queries=queries, tie_breaker=TIE) if queries else NOTHING


def _dated(clause: Dated) -> Query:
    low, high = clause.numbers
    if clause.mode == "certainly":
        return es.Bool(filter=[es.Range("earliest", {"gte": low}), es.Range("latest", {"lte": high})])
    ways: list[Query] = [es.Range("begins", {"gte": low, "lte": high})]
    ways += [es.Terms("span", prefixes(clause.first))] if clause.first else []
    return es.Bool(should=ways)
