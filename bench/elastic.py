"""Elasticsearch beside the engine in a directory and beside a plain loader: relevance, loading, searching.

    python -m bench.elastic [CORPORA] [PAGES]

The server is OPIS_TEST_ELASTICSEARCH, else a node of 1 GB heap on this machine (tests/prepare-elasticsearch). A
search's overhead is its whole time less what the server says it took.
"""

import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch

from bench.corpora import corpora
from bench.names import many_forms, read_names
from bench.pages import make_collection, texts
from bench.plain_loader import load_plainly
from bench.relevance import measure
from bench.searching import make_queries
from bench.words import read_words
from discovery.answering.requests import make_request
from discovery.answering.results import Request
from discovery.answering.service import search
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import About, Document, Text
from opis import main as opis
from tests import elasticsearch_node

PAGES = 8_000
RUNS = 3
NAME = "opis-bench"


def main() -> None:
    folder, pages = corpora(sys.argv), int(sys.argv[2]) if len(sys.argv) > 2 else PAGES
    with server() as url, tempfile.TemporaryDirectory() as place:
        collection = Path(place)
        make_collection(collection, folder, pages)
        loading(collection, url, pages)
        searching(collection, f"{url}/{NAME}")
        expanding(folder, f"{url}/{NAME}-forms")
        relevance(folder / "retrieval" / "xquad_dev", f"{url}/{NAME}")


@contextmanager
def server() -> Iterator[str]:
    """The address of a server; what was measured is removed from it."""
    url, node = os.environ.get("OPIS_TEST_ELASTICSEARCH", ""), None
    place = Path(tempfile.mkdtemp(prefix="opis-node-"))
    try:
        if not url:
            if reason := elasticsearch_node.missing():
                sys.exit(reason)
            node = elasticsearch_node.start(place)
            url = node.url
        yield url
    finally:
        if node:
            node.stop()
        elif url:
            with Elasticsearch(url) as client:
                client.indices.delete(
                    index=[f"{NAME}-plain", *client.indices.get(index=f"{NAME}-g*,{NAME}-forms-g*").body]
                )
        shutil.rmtree(place, ignore_errors=True)


def loading(collection: Path, url: str, pages: int) -> None:
    """Pages a second, a plain loader and opis in turn."""
    plain, ours = [], []
    for _ in range(RUNS):
        plain.append(pages / load_plainly(collection, url, f"{NAME}-plain"))
        started = time.perf_counter()
        opis(["index", str(collection), "--engine", f"{url}/{NAME}"])
        ours.append(pages / (time.perf_counter() - started))
    rate, bare = statistics.median(ours), statistics.median(plain)
    print(f"loading: {rate:.0f} pages/s, plain loader {bare:.0f} pages/s: {rate / bare:.2f} (target: 0.8)")


def searching(collection: Path, place: str) -> None:
    """Milliseconds of whole searches over the server's own time."""
    engine, words = open_engine(place), make_queries(list(texts(collection)))
    for view in ("folders", "items", "pages"):
        base = make_request(view=view)
        over, journeys = [], []
        with taking() as took:
            for text in words:
                took.clear()
                started = time.perf_counter()
                search(engine, Request(text=text, view=base.view, match=base.match))
                over.append((time.perf_counter() - started) * 1000 - sum(took))
                journeys.append(len(took))
        p50, p95 = statistics.median(over), statistics.quantiles(over, n=20)[-1]
        print(
            f"searching {view}: {p50:.1f} ms over the server's own time at p50, {p95:.1f} at p95"
            f" ({statistics.mean(journeys):.1f} journeys; target: 15)"
        )


def expanding(folder: Path, place: str) -> None:
    """Milliseconds for what the lexicon of a million forms has of a word, both its journeys, and of a beginning."""
    forms = many_forms(read_names(folder), read_words(folder))
    writer = open_writer(place)
    writer.replace("", _documents(forms))
    writer.commit(About({"title": "Forms"}, "", {}, (), ""))
    snapshot = open_engine(place).snapshot()
    chosen = [form for form in random.Random(1).sample(forms, 1_000) if len(form) > 5]
    for label, ask in (
        ("expansions", lambda form: snapshot.expansions(form, [form[:-1], form + "s"])),
        ("completions", lambda form: snapshot.completions(form[:4], 64)),
    ):
        times = []
        for form in chosen:
            started = time.perf_counter()
            ask(form)
            times.append((time.perf_counter() - started) * 1000)
        times = times[len(times) // 2 :]  # a server that has just been loaded is slow at first
        p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        print(f"{label} at {len(forms):,} forms: {p50:.1f} ms at p50, {p95:.1f} at p95 (target: 5)")


def _documents(forms: Sequence[str]) -> Iterator[Document]:
    for number, at in enumerate(range(0, len(forms), 300)):
        text = Text(" ".join(forms[at : at + 300]))
        keywords = {"key": [f"p:{number}"], "view": ["pages"]}
        yield Document(
            key=f"p:{number}", keywords=keywords, numbers={"place": [number]}, zones={"text": [text]}, record={}
        )


@contextmanager
def taking() -> Iterator[list[int]]:
    """What the server says that it took for each request, in milliseconds."""
    took: list[int] = []
    perform = Elasticsearch.perform_request

    def listen(self: Elasticsearch, *arguments: Any, **options: Any) -> Any:
        answer = perform(self, *arguments, **options)
        took.append(answer.body.get("took", 0) if isinstance(answer.body, dict) else 0)
        return answer

    Elasticsearch.perform_request = listen  # type: ignore[method-assign, assignment]
    try:
        yield took
    finally:
        Elasticsearch.perform_request = perform  # type: ignore[method-assign]


def relevance(folder: Path, place: str) -> None:
    """MRR@10 of both engines in each language."""
    print(f"{'MRR@10':10}{'paragraphs':>22}{'articles':>20}")
    for theirs, ours in zip(measure(folder), measure(folder, place), strict=True):
        cells = "".join(f"{mine:12.3f} ({mine - other:+.3f})" for mine, other in zip(ours[1:], theirs[1:], strict=True))
        print(f"{ours[0]:10}{cells}   (directory in brackets; target: within .010)")


if __name__ == "__main__":
    main()
