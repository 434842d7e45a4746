"""What the lexicon's forms find in noisy text, what they cost a search, and what making the lexicon costs a load.

    python -m bench.expansions [CORPORA] [PAGES]

Recall and precision: `ocr/derived_russian`, its noisy and its clean text loaded apart. A query is one word of the clean
text; what it finds there without expansions is what it should find. Costs: PAGES made pages (bench.pages).
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
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import VIEWS, Engine, View
from discovery.names.lexicon import LexiconWriter
from discovery.query.clauses import EXPANSIONS
from discovery.results import Request
from discovery.service import search
from discovery.text.tokens import tokenise
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from mappings.languages import LANGUAGES

PAGES = 5_000
QUERIES = 300
LEAST_LETTERS = 4
EVERY_PAGE = 1_000
TARGETS = "targets: with expansions 80 % of the clean text, p95 5 ms more, loading 15 % slower"


def main() -> None:
    folder = corpora(sys.argv)
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else PAGES
    with tempfile.TemporaryDirectory() as place:
        for edition in ("modern", "pre1918"):
            _recall(folder / "ocr" / "derived_russian" / edition, Path(place) / edition)
        _costs(folder, Path(place), pages)
    print(TARGETS)


def _recall(source: Path, place: Path) -> None:
    clean, noisy = (_engine(source, place / kind, f".{kind}.txt") for kind in ("gt", "ocr"))
    wanted = found = exact = added = right = 0
    for word in _words(source):
        should = _found(clean, word, tuple(EXPANSIONS))
        plain, more = _found(noisy, word, tuple(EXPANSIONS)), _found(noisy, word, ())
        wanted += len(should)
        exact += len(should & plain)
        found += len(should & more)
        added += len(more - plain)
        right += len(should & (more - plain))
    print(f"{source.name}: recall of one word {exact / wanted:.1%}, with expansions {found / wanted:.1%};", end=" ")
    print(f"of {added} added hits {right / max(added, 1):.1%} are right")


def _engine(source: Path, place: Path, ending: str) -> Engine:
    (place / "texts").mkdir(parents=True)
    for file in sorted(source.glob(f"*{ending}")):
        name = file.name.removesuffix(ending) + ".txt"
        (place / "texts" / name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    load([read_collection(place / "texts")], open_writer(str(place / "engine")), Silent())
    return open_engine(str(place / "engine"))


def _words(source: Path) -> list[str]:
    """Words of the clean text, each as often chosen as it occurs."""
    forms = [t.form for file in sorted(source.glob("*.gt.txt")) for t in tokenise(file.read_text(encoding="utf-8"))]
    telling = [form for form in forms if len(form) >= LEAST_LETTERS and form not in LANGUAGES["ru"].stop_words]
    return random.Random(3).sample(telling, QUERIES)


def _found(engine: Engine, word: str, without: tuple[str, ...]) -> set[str]:
    rows = search(engine, Request(text=word, view="pages", without=without, limit=EVERY_PAGE)).rows
    return {row.record["unit"]["id"] for row in rows}


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
    for view in VIEWS[:3]:
        plain, more = zip(*(_pair(engine, query, view) for query in queries), strict=True)
        print(f"search, {view}: p95 {_p95(plain):.1f} ms without expansions, {_p95(more):.1f} ms with them")


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
