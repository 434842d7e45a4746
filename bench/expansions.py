"""What the lexicon's forms cost a search, and what making the lexicon costs a load.

    python -m bench.expansions [CORPORA] [PAGES]

PAGES made pages (bench.pages). What the forms find: `bench.ocr_noise`, `bench.names`.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.corpora import corpora
from bench.pages import make_collection, texts
from discovery.answering.completing import complete
from discovery.answering.results import Request
from discovery.answering.service import search
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import VIEWS, Engine, View
from discovery.names.lexicon import LexiconWriter
from discovery.query.clauses import EXPANSIONS
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent

PAGES = 5_000
QUERIES = 300
TARGETS = "targets: p95 5 ms more, loading 15 % slower, completion 20 ms"


def main() -> None:
    folder = corpora(sys.argv)
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else PAGES
    with tempfile.TemporaryDirectory() as place:
        _costs(folder, Path(place), pages)
    print(TARGETS)


def _costs(folder: Path, place: Path, pages: int) -> None:
    source = place / "collection"
    source.mkdir()
    make_collection(source, folder, pages)
    _load(source, place / "warm")
    with _without_lexicon():
        bare = min(_load(source, place / f"bare{turn}") for turn in range(2))
    whole = min(_load(source, place / f"whole{turn}") for turn in range(2))
    print(f"loading {pages} pages: {whole:.1f} s of processor, {whole / bare - 1:+.0%} for the lexicon")
    engine = open_engine(str(place / "whole1"))
    chance = random.Random(1)
    queries = [" ".join(chance.sample(text.split(), chance.randint(1, 4))) for text in texts(source)][
        :: pages // QUERIES
    ]
    _complete(engine, queries)
    for view in VIEWS[:3]:
        plain, more = zip(*(_pair(engine, query, view) for query in queries), strict=True)
        print(f"search, {view}: p95 {_p95(plain):.1f} ms without expansions, {_p95(more):.1f} ms with them")


def _complete(engine: Engine, queries: Sequence[str]) -> None:
    """What the box offers behind the first letters of the last word."""
    times = []
    for typed in (query[: -len(query.split()[-1]) // 2] for query in queries):
        started = time.process_time()
        complete(engine, typed)
        times.append((time.process_time() - started) * 1000)
    print(f"completion: p95 {_p95(times):.1f} ms")


def _pair(engine: Engine, query: str, view: View) -> tuple[float, float]:
    """Milliseconds of processor of one search without and with expansions."""
    taken = []
    for without in (tuple(EXPANSIONS), ()):
        request = Request(text=query, view=view, without=without)
        search(engine, request)
        started = time.process_time()
        search(engine, request)
        taken.append((time.process_time() - started) * 1000)
    return taken[0], taken[1]


def _load(source: Path, place: Path) -> float:
    """Seconds of processor, those of the processes that read files included: other work on the machine is no matter."""
    started = sum(os.times()[:4])
    load([read_collection(source)], open_writer(str(place)), Silent())
    return sum(os.times()[:4]) - started


@contextmanager
def _without_lexicon() -> Iterator[None]:
    """Loads as they were before there was one."""
    add = LexiconWriter.add
    LexiconWriter.add = lambda self, forms: None  # type: ignore[method-assign]
    yield
    LexiconWriter.add = add  # type: ignore[method-assign]


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    main()
