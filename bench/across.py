"""Questions in one language against paragraphs in another, with the dictionaries of the system: MRR@10 and recall@10.

    python -m bench.across [CORPORA] [EVERY]

Reads `retrieval/xquad_dev`; EVERY 4 asks every fourth question.
"""

import csv
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.corpora import corpora
from bench.relevance import reciprocal
from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Engine
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent

PAIRS = {"ru": ("en", "de", "es"), "de": ("en", "ru"), "en": ("de", "ru"), "es": ("en",)}
"""Languages of the paragraphs, and of the questions asked of them."""
Lines = Sequence[Mapping[str, str]]


def main() -> None:
    folder = corpora(sys.argv) / "retrieval" / "xquad_dev"
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    docs, queries = (_lines(folder / name) for name in ("docs.jsonl", "queries.jsonl"))
    relevant: dict[str, set[str]] = {}
    for query, doc, _ in csv.reader((folder / "qrels.tsv").open(encoding="utf-8"), delimiter="\t"):
        relevant.setdefault(query, set()).add(doc)
    print("pair      MRR@10  recall@10")
    for target, sources in PAIRS.items():
        with tempfile.TemporaryDirectory() as place:
            engine = _loaded(Path(place), [doc for doc in docs if doc["lang"] == target])
            for source in sources:
                asked = [query for query in queries if query["lang"] == source][::every]
                mrr, recall = measure(engine, asked, relevant)
                print(f"{source}→{target}    {mrr:7.3f}{recall:10.3f}", flush=True)


def measure(engine: Engine, queries: Lines, relevant: Mapping[str, set[str]]) -> tuple[float, float]:
    """Mean reciprocal rank, and the share of questions whose paragraph is among the first ten."""
    ranks, found = 0.0, 0
    for query in queries:
        request = make_request(query["text"], view="items", limit=10, match="any", across=["all"])
        rows = [row.record["id"] for row in search(engine, request).rows]
        ranks += reciprocal(rows, relevant[query["id"]])
        found += bool(relevant[query["id"]].intersection(rows))
    return ranks / len(queries), found / len(queries)


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def _loaded(place: Path, docs: Lines) -> Engine:
    records = place / "records"
    records.mkdir()
    with (records / "docs.jsonl").open("w", encoding="utf-8") as file:
        for doc in docs:
            made = {"id": doc["id"], "level": "item", "title": "", "text": doc["text"], "language": doc["lang"]}
            file.write(json.dumps(made, ensure_ascii=False) + "\n")
    load([read_collection(records)], open_writer(str(place / "engine")), Silent())
    return open_engine(str(place / "engine"))


if __name__ == "__main__":
    main()
