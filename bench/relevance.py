"""MRR@10 of each language on judged questions: paragraphs of one language indexed alone, its questions asked.

    python -m bench.relevance [CORPORA]

Reads `retrieval/xquad_dev`. Paragraphs as items (`--match any`), and articles of five paragraphs as folders.
"""

import csv
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.corpora import corpora
from discovery.answering.requests import make_request
from discovery.answering.results import Request
from discovery.answering.service import search
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import View
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent

LANGUAGES = ("en", "de", "es", "ru")
TARGETS = {"en": 0.957, "de": 0.928, "es": 0.950, "ru": 0.950}
"""Figures that a Snowball chain on a server engine reached (the design's first look)."""


def main() -> None:
    print(f"{'language':10}{'paragraphs':>11}{'design':>8}{'articles':>10}")
    for language, flat, grouped in measure(corpora(sys.argv) / "retrieval" / "xquad_dev"):
        print(f"{language:10}{flat:11.3f}{TARGETS[language]:8.3f}{grouped:10.3f}")


def measure(folder: Path, engine: str = "") -> Iterator[tuple[str, float, float]]:
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
        flat = mrr(own, asked, relevant, "items", engine)
        wanted = {query: {articles[doc] for doc in found if doc in articles} for query, found in relevant.items()}
        yield language, flat, mrr([*_folders(own), *_in_folders(own)], asked, wanted, "folders", engine)


def mrr(
    records: Iterable[Mapping[str, str]],
    queries: Iterable[Mapping[str, str]],
    relevant: Mapping[str, set[str]],
    view: View,
    engine: str = "",
) -> float:
    """Mean reciprocal rank of the first relevant record among ten."""
    with tempfile.TemporaryDirectory() as place:
        table = Path(place) / "records.jsonl"
        table.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
        at = engine or f"{place}/engine"
        load([read_collection(table)], open_writer(at), Silent())
        opened = open_engine(at)
        base = make_request(view=view, match="any", limit=10)
        ranks = []
        for query in queries:
            request = Request(text=query["text"], view=base.view, match=base.match, limit=base.limit)
            found = [row.record["id"] for row in search(opened, request).rows]
            ranks.append(next((1 / n for n, one in enumerate(found, 1) if one in relevant[query["id"]]), 0.0))
    return sum(ranks) / len(ranks)


def _folders(docs: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    return [{"id": title, "level": "file"} for title in dict.fromkeys(doc["title"] for doc in docs)]


def _in_folders(docs: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """Paragraphs without the article's title, which would give it away."""
    kept = ("id", "lang", "text")
    return [{name: doc[name] for name in kept} | {"parent": doc["title"], "level": "item"} for doc in docs]


if __name__ == "__main__":
    main()
