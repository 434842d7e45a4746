"""How long a whole search (facets, histogram, snippets) takes, and its page: p50 and p95 at 20,000 pages.

    python -m bench.searching [CORPORA] [PAGES]

Queries are one to four words of the collection, in every view, folders first. Beside it, in the same run, tantivy
alone finding the same words in one plain field: what the engine costs without what a reader sees.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import tantivy

from bench.corpora import corpora
from bench.pages import make_collection, texts
from discovery.answering.requests import make_request
from discovery.answering.results import Request
from discovery.answering.service import search
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Engine
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from webui import create_app

PAGES = 20_000
QUERIES = 300


def main() -> None:
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else PAGES
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "collection"
        folder.mkdir()
        make_collection(folder, corpora(sys.argv), pages)
        load([read_collection(folder)], open_writer(f"{place}/engine"), Silent())
        engine = open_engine(f"{place}/engine")
        bare = list(texts(folder))
        words = make_queries(bare)
        print(f"{pages} pages, {len(words)} queries, milliseconds:")
        _print("tantivy alone", _times(_plain(bare), words))
        for view in ("folders", "items", "pages"):
            _print(f"search, {view}", _times(_searcher(engine, make_request(view=view)), words))
        client = create_app(engine).test_client()
        _print("page, folders", _times(lambda text: client.get("/search", query_string={"q": text}).data, words))


def make_queries(bare: list[str]) -> list[str]:
    chance = random.Random(1)
    return [" ".join(chance.sample(chance.choice(bare).split(), chance.randint(1, 4))) for _ in range(QUERIES)]


def _searcher(engine: Engine, base: Request) -> Callable[[str], object]:
    return lambda text: search(engine, Request(text=text, view=base.view, match=base.match))


def _plain(bare: Iterable[str]) -> Callable[[str], object]:
    schema = tantivy.SchemaBuilder().add_text_field("text").build()
    index = tantivy.Index(schema)
    writer = index.writer(128_000_000, 1)
    for text in bare:
        writer.add_document(tantivy.Document(text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(text: str) -> object:
        terms = [tantivy.Query.term_query(schema, "text", word.lower()) for word in text.split()]
        return searcher.search(tantivy.Query.boolean_query([(tantivy.Occur.Must, term) for term in terms]), 20)

    return find


def _times(run: Callable[[str], object], words: list[str]) -> list[float]:
    """Milliseconds of each query, the best of two rounds, after one to warm up."""
    for text in words[:20]:
        run(text)
    rounds = []
    for _ in range(2):
        taken = []
        for text in words:
            started = time.perf_counter()
            run(text)
            taken.append((time.perf_counter() - started) * 1000)
        rounds.append(taken)
    return [min(pair) for pair in zip(*rounds, strict=True)]


def _print(name: str, taken: list[float]) -> None:
    cuts = statistics.quantiles(taken, n=20)
    print(f"{name:18} p50 {statistics.median(taken):7.2f}  p95 {cuts[18]:7.2f}  max {max(taken):7.2f}")


if __name__ == "__main__":
    main()
