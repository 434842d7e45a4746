"""A plan's clauses → tantivy query objects. Flat by construction: the parser bounds depth and number."""

from collections.abc import Iterable, Sequence

from tantivy import FieldType, Occur, Query, Schema

from discovery.dates import OPEN, prefixes
from discovery.engines.embedded.schema import field_of, term_of
from discovery.engines.embedded.sequences import sequence_queries
from discovery.engines.port import Filter
from discovery.query.clauses import (
    DATE,
    TIE,
    AnyForm,
    Clause,
    Combined,
    Dated,
    Fixed,
    InOrder,
    Keyword,
    Neighbours,
    dated_in,
    may_stand,
)
from mappings.fields import ZONES


def compile_clause(clause: Clause, schema: Schema) -> Query:
    match clause:
        case AnyForm():
            return _best_of(_term_queries(clause, schema))
        case InOrder() | Neighbours():
            return _best_of(list(sequence_queries(clause, schema)))
        case Combined():
            return _combined(clause, schema)
        case Fixed():
            return Query.const_score_query(compile_clause(clause.clause, schema), clause.score)
        case Keyword():
            return Query.const_score_query(
                Query.term_set_query(schema, clause.field, list(clause.values)), clause.boost
            )
        case Dated():
            return Query.const_score_query(_dated(clause, schema), 0.0)


def narrow(query: Query, conditions: Iterable[Query], refused: Iterable[Query] = ()) -> Query:
    """`query`, scored as it is, among the documents that meet all conditions and none of the refused."""
    parts = [(Occur.Must, query)]
    parts += [(Occur.Must, Query.const_score_query(condition, 0.0)) for condition in conditions]
    parts += [(Occur.MustNot, condition) for condition in refused]
    return Query.boolean_query(parts)


def compile_filters(filters: Sequence[Filter], schema: Schema) -> tuple[list[Query], list[Query]]:
    """Filters as (conditions, refused)."""
    conditions = [Query.term_set_query(schema, f.field, list(f.include)) for f in filters if f.include]
    refused = [Query.term_set_query(schema, f.field, list(f.exclude)) for f in filters if f.exclude]
    return conditions, refused


def _combined(clause: Combined, schema: Schema) -> Query:
    parts = [(Occur.Must, compile_clause(part, schema)) for part in clause.must]
    parts += [(Occur.MustNot, compile_clause(part, schema)) for part in clause.must_not]
    if clause.should:
        wanted = Query.boolean_query(
            [(Occur.Should, compile_clause(part, schema)) for part in clause.should],
            minimum_number_should_match=clause.least,
        )
        parts.append((Occur.Must if clause.least else Occur.Should, wanted))
    if not clause.must and not clause.should:
        parts.append((Occur.Must, Query.const_score_query(Query.all_query(), 0.0)))
    return Query.boolean_query(parts)


def _term_queries(clause: AnyForm, schema: Schema) -> list[Query]:
    years = [a for a in clause.alternatives if a.analysis == DATE]
    dated = [Query.const_score_query(compile_clause(dated_in(a.term), schema), a.weight) for a in years]
    return dated + [
        Query.boost_query(Query.term_query(schema, field, term_of(a.analysis, a.term)), a.weight * ZONES[zone].weight)
        for zone in clause.zones
        for a in clause.alternatives
        if may_stand(a.relation, zone) and (field := field_of(zone, a.analysis))
    ]


def _best_of(queries: list[Query]) -> Query:
    return Query.disjunction_max_query(queries, TIE) if queries else Query.empty_query()


def between(field: str, low: int, high: int, schema: Schema) -> Query:
    """The documents with a number from `low` to `high`, both included."""
    return Query.range_query(schema, field, FieldType.Unsigned, lower_bound=low, upper_bound=high)


def _dated(clause: Dated, schema: Schema) -> Query:
    low, high = clause.numbers
    if clause.mode == "certainly":
        ends = [between("earliest", low, OPEN, schema), between("latest", 0, high, schema)]
        return Query.boolean_query([(Occur.Must, end) for end in ends])
    ways = [between("begins", low, high, schema)]
    ways += [Query.term_set_query(schema, "span", prefixes(clause.first))] if clause.first else []
    return Query.boolean_query([(Occur.Should, way) for way in ways])
