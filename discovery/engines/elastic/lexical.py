"""The rows of the lexicon in an index: words by how they begin, and the relatives of a word by their keys."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from elasticsearch.dsl import query as es
from elasticsearch.dsl.query import Query

from discovery.engines.elastic.questions import request
from discovery.names.lexicon import MOST_LOOKED_AT, Expansion, Found, Relation, closest, sought_keys
from mappings.elastic import COUNT, FORM, KEYS
from mappings.fields import FOLDED


def beginning(prefix: str, most: int) -> dict[str, Any]:
    """The search for terms that begin so, or whose foldings do."""
    marked: list[Query] = [es.Prefix(FORM, {"value": value}) for value in (prefix, FOLDED + prefix)]
    query = es.Bool(filter=[es.Bool(should=marked)])
    rows = 2 * most  # a form may have two rows, whose counts are added
    return request(query, (FORM, COUNT), size=rows, sort=[{COUNT: "desc"}, {FORM: "asc"}])


def most_frequent(answer: Any, most: int) -> list[str]:
    """The terms of the rows found, the most frequent first."""
    counts: Counter[str] = Counter()
    for hit in answer["hits"]["hits"]:
        counts[hit["fields"][FORM][0]] += hit["fields"][COUNT][0]
    return sorted(counts, key=lambda term: (-counts[term], term))[:most]


def keys_of(form: str, also: Sequence[str]) -> dict[str, Relation]:
    """The keys of a word, as rows have them, under which its relatives stand."""
    names = [(Relation.OTHER_SCRIPT, key) for key in sought_keys(form, Relation.OTHER_SCRIPT)]
    misread = [(Relation.OCR_READING, key) for one in (form, *also) for key in sought_keys(one, Relation.OCR_READING)]
    return {f"{relation}:{key}": relation for relation, key in (*names, *misread)}


def relatives(form: str, also: Sequence[str], keys: Mapping[str, Relation]) -> dict[str, Any]:
    """The search for rows that have one of a word's keys, or are one: a form is not kept as its own key."""
    names = [key.partition(":")[2] for key, relation in keys.items() if relation is Relation.OTHER_SCRIPT]
    themselves = es.Terms(FORM, [form, *also, *names])
    query = es.Bool(filter=[es.Bool(should=[es.Terms(KEYS, list(keys)), themselves])])
    return request(query, (FORM, KEYS, COUNT), size=MOST_LOOKED_AT)


def read_relatives(form: str, also: Sequence[str], keys: Mapping[str, Relation], answer: Any) -> list[Expansion]:
    found: defaultdict[Relation, set[Found]] = defaultdict(set)
    occurrences: Counter[str] = Counter()
    for row in (hit["fields"] for hit in answer["hits"]["hits"]):
        (other,), (count,) = row[FORM], row[COUNT]
        occurrences[other] += count
        for key in {*row.get(KEYS, ()), f"{Relation.OTHER_SCRIPT}:{other}"} & keys.keys():
            found[keys[key]].add((other, key.partition(":")[2]))
    return closest(form, found, also, occurrences.__getitem__) if keys else []
