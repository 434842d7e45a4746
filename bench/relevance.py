"""MRR@10 of each language on judged questions: paragraphs of one language indexed alone, its questions asked.

    python -m bench.relevance [CORPORA]

Reads `retrieval/xquad_dev`. Paragraphs as items, and articles of five paragraphs as folders (`--match any`, and the
default); and 24 articles beside one box of all other paragraphs, with the default: MRR, how often nothing is found, and
how often the box stands above the right folder.
"""

import csv
import json
import random
import sys
import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench.corpora import corpora
from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import View
from discovery.query.plan import Match
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent

ARTICLES, QUESTIONS, BOX = 24, 200, "box"
LANGUAGES = ("en", "de", "es", "ru")
TARGETS = {"en": 0.957, "de": 0.928, "es": 0.950, "ru": 0.950}
"""Figures that a Snowball chain on a server engine reached (the design's first look)."""


def main() -> None:
    folder = corpora(sys.argv) / "retrieval" / "xquad_dev"
    print(f"{'language':10}{'paragraphs':>11}{'design':>8}{'articles':>10}{'default':>9}")
    flat_default = {language: numbers for language, *numbers in measure(folder, match="most")}
    for language, flat, grouped in measure(folder):
        print(f"{language:10}{flat:11.3f}{TARGETS[language]:8.3f}{grouped:10.3f}{flat_default[language][1]:9.3f}")
    print(f"\n{'language':10}{'box: MRR':>11}{'nothing':>9}{'box above':>11}")
    for language, reciprocal, nothing, above in measure_box(folder):
        print(f"{language:10}{reciprocal:11.3f}{nothing:9}{above:11}")


def measure(folder: Path, engine: str = "", match: Match = "any") -> Iterator[tuple[str, float, float]]:
    """For each language MRR@10 of paragraphs and of articles, in an engine given or a new one."""
    docs = [json.loads(line) for line in (folder / "docs.jsonl").open(encoding="utf-8")]
    queries = [json.loads(line) for line in (folder / "queries.jsonl").open(encoding="utf-8")]
    relevant: dict[str, set[str]] = {}
    for query, doc, _ in csv.reader((folder / "qrels.tsv").open(encoding="utf-8"), delimiter="\t"):
        relevant.setdefault(query, set()).add(doc)
    for language in LANGUAGES:
        own = [doc for doc in docs if doc["lang"] == language]
        asked = [query for query in queries if query["lang"] == language]
        articles = {doc["id"]: doc["title"] for doc in own}
        flat = mrr(own, asked, relevant, "items", engine, match)
        wanted = {query: {articles[doc] for doc in found if doc in articles} for query, found in relevant.items()}
        yield language, flat, mrr([*_folders(own), *_in_folders(own)], asked, wanted, "folders", engine, match)


def mrr(
    records: Iterable[Mapping[str, str]],
    queries: Iterable[Mapping[str, str]],
    relevant: Mapping[str, set[str]],
    view: View,
    engine: str = "",
    match: Match = "any",
) -> float:
    """Mean reciprocal rank of the first relevant record among ten."""
    found = answers(records, queries, view, engine, match)
    return sum(reciprocal(rows, relevant[query]) for query, rows in found.items()) / len(found)


def reciprocal(rows: Sequence[str], wanted: Container[str]) -> float:
    return next((1 / rank for rank, one in enumerate(rows, 1) if one in wanted), 0.0)


def measure_box(folder: Path) -> Iterator[tuple[str, float, int, int]]:
    """For each language, articles beside a box: MRR@10, how often nothing is found, and the box above the right one."""
    docs = [json.loads(line) for line in (folder / "docs.jsonl").open(encoding="utf-8")]
    queries = [json.loads(line) for line in (folder / "queries.jsonl").open(encoding="utf-8")]
    judged = csv.reader((folder / "qrels.tsv").open(encoding="utf-8"), delimiter="\t")
    title = {doc["id"]: doc["title"] for doc in docs}
    about = {query: title[doc] for query, doc, _ in judged}
    shown = list(dict.fromkeys(about.values()))[:ARTICLES]
    for language in LANGUAGES:
        own = [doc | {"title": title[doc["id"]] if title[doc["id"]] in shown else BOX} for doc in docs]
        own = [doc for doc in own if doc["lang"] == language]
        asked = [query for query in queries if query["lang"] == language and about[query["id"]] in shown]
        asked = random.Random(1).sample(asked, min(QUESTIONS, len(asked)))
        found = answers([*_folders(own), *_in_folders(own)], asked, "folders", "", "most")
        ranks = {query: reciprocal(rows, [about[query]]) for query, rows in found.items()}
        above = sum(reciprocal(rows, [BOX]) > ranks[query] for query, rows in found.items())
        yield language, sum(ranks.values()) / len(ranks), sum(not rows for rows in found.values()), above


def answers(
    records: Iterable[Mapping[str, str]], queries: Iterable[Mapping[str, str]], view: View, engine: str, match: Match
) -> dict[str, list[str]]:
    """The ids of the first ten that each query finds."""
    with tempfile.TemporaryDirectory() as place:
        table = Path(place) / "records.jsonl"
        table.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
        at = engine or f"{place}/engine"
        load([read_collection(table)], open_writer(at), Silent())
        opened = open_engine(at)
        base = make_request(view=view, match=match, limit=10)
        return {
            query["id"]: [row.record["id"] for row in search(opened, replace(base, text=query["text"])).rows]
            for query in queries
        }


def _folders(docs: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    return [{"id": title, "level": "file"} for title in dict.fromkeys(doc["title"] for doc in docs)]


def _in_folders(docs: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """Paragraphs without the article's title, which would give it away."""
    kept = ("id", "lang", "text")
    return [{name: doc[name] for name in kept} | {"parent": doc["title"], "level": "item"} for doc in docs]


if __name__ == "__main__":
    main()
