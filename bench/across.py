"""Questions in one language against paragraphs in another, with the dictionaries of the system: MRR@10 and recall@10.

Then the paragraphs of four languages in one index, nothing declared: how many of a question's four stand among the
first ten, and where the one in its own language stands, without and with `across`; and what `across` costs.

    python -m bench.across [CORPORA] [EVERY]

Reads `retrieval/xquad_dev`; EVERY 4 asks every fourth question.
"""

import csv
import json
import statistics
import sys
import tempfile
import time
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
    together(docs, queries, relevant, every)


def together(docs: Lines, queries: Lines, relevant: Mapping[str, set[str]], every: int) -> None:
    """One index of all languages: recall@10 of the four paragraphs, own-language MRR@10, milliseconds (p50, p95)."""
    print("\nlanguage  across  recall@10 of four  own MRR@10  p50 ms  p95 ms")
    with tempfile.TemporaryDirectory() as place:
        engine = _loaded(Path(place), docs, declared=False)
        for language in PAIRS:
            own = {doc["id"] for doc in docs if doc["lang"] == language}
            asked = [query for query in queries if query["lang"] == language][::every]
            for across in ([], ["all"]):
                found, ranks, times = 0.0, 0.0, []
                for query in asked:
                    request = make_request(query["text"], view="items", limit=10, match="any", across=across)
                    started = time.perf_counter()
                    rows = [row.record["id"] for row in search(engine, request).rows]
                    times.append(1000 * (time.perf_counter() - started))
                    wanted = relevant[query["id"]]
                    found += len(wanted.intersection(rows)) / len(wanted)
                    ranks += reciprocal(rows, wanted & own)
                p50, p95 = statistics.median(times), sorted(times)[int(0.95 * len(times))]
                print(
                    f"{language:9} {'on' if across else 'off':6} {found / len(asked):12.3f} {ranks / len(asked):16.3f}"
                    f" {p50:9.0f} {p95:7.0f}",
                    flush=True,
                )


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


def _loaded(place: Path, docs: Lines, declared: bool = True) -> Engine:
    records = place / "records"
    records.mkdir()
    with (records / "docs.jsonl").open("w", encoding="utf-8") as file:
        for doc in docs:
            made = {"id": doc["id"], "level": "item", "title": "", "text": doc["text"]}
            made |= {"language": doc["lang"]} if declared else {}
            file.write(json.dumps(made, ensure_ascii=False) + "\n")
    load([read_collection(records)], open_writer(str(place / "engine")), Silent())
    return open_engine(str(place / "engine"))


if __name__ == "__main__":
    main()
