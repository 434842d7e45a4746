"""A plan's clauses → tantivy query objects. Flat by construction: the parser bounds depth and number."""

from collections.abc import Iterable, Sequence
from itertools import islice, product

from tantivy import FieldType, Occur, Query, Schema

from discovery.dates import OPEN, prefixes
from discovery.engines.embedded.schema import located
from discovery.engines.port import Filter
from discovery.query.clauses import TIE, Alternative, AnyForm, Clause, Combined, Dated, InOrder, Keyword
from mappings.fields import ZONES

MOST_SEQUENCES = 64
"""Combinations of alternatives that a phrase or NEAR is tried as, per zone."""


def compile_clause(clause: Clause, schema: Schema) -> Query:
    match clause:
        case AnyForm():
            return _best_of(_term_queries(clause, schema))
        case InOrder():
            return _best_of(_sequence_queries(clause, schema))
        case Combined():
            return _combined(clause, schema)
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
    return [
        Query.boost_query(Query.term_query(schema, *place), alternative.weight * ZONES[zone].weight)
        for zone in clause.zones
        for alternative in clause.alternatives
        if (place := located(zone, alternative.analysis, alternative.term))
    ]


def _sequence_queries(clause: InOrder, schema: Schema) -> list[Query]:
    queries = []
    for zone in clause.zones:
        for sequence in islice(_sequences(clause.words), MOST_SEQUENCES):
            places = [place for a in sequence if (place := located(zone, a.analysis, a.term))]
            if not places:
                continue
            weight = min(alternative.weight for alternative in sequence) * ZONES[zone].weight
            field = places[0][0]
            terms: list[str | tuple[int, str]] = [term for _, term in places]
            orders = [terms] if clause.ordered or terms == terms[::-1] else [terms, terms[::-1]]
            queries += [
                Query.boost_query(Query.phrase_query(schema, field, order, slop=clause.slop), weight)
                for order in orders
            ]
    return queries


def _sequences(words: Sequence[Sequence[Alternative]]) -> Iterable[tuple[Alternative, ...]]:
    """Choices of one alternative a word that lie in one field, so that their positions can be compared."""
    analyses = dict.fromkeys(alternative.analysis for alternative in words[0])
    for analysis in analyses:
        yield from product(*([a for a in word if a.analysis == analysis] for word in words))


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
