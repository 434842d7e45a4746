"""Which language is this? Runs of two and of four words, and one index of four languages, with nothing declared.

    python -m bench.languages [CORPORA]

Runs are cut from `retrieval/xquad_dev` and from the titles of `ead`, RUNS a language, and loaded as the titles of one
archive, then as its texts. Of each run that has a word with another form (among the words of that language in the
corpora, by its own analysis) one such form is typed: the share that finds its run, and the share whose language is
right. Then MRR@10 of XQuAD's questions in one index of the paragraphs of four languages, the first hit right in any
language. With the time of each load and the size of its index.
"""

import csv
import json
import random
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

from bench.corpora import corpora
from bench.relevance import reciprocal
from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Engine
from discovery.errors import BadFile
from discovery.text.folding import fold
from discovery.text.terms import analyser
from discovery.text.tokens import form_of, words_in
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from indexer.readers import read_units
from mappings.languages import LANGUAGES, PART, STEM, UNKNOWN

SPOKEN = ("ru", "fr", "de", "en", "es")
TITLES = {"fr": ("archives_nationales_fr",), "en": ("library_of_congress", "arclight")}
"""Folders of finding aids whose titles are in a language."""
RUNS = 400
SHORTEST = 4
"""Letters of a word whose other forms are typed."""

Lines = Sequence[Mapping[str, str]]


def main() -> None:
    folder = corpora(sys.argv)
    docs, queries = (_lines(folder / "retrieval" / "xquad_dev" / name) for name in ("docs.jsonl", "queries.jsonl"))
    texts = {code: _texts(folder, docs, code) for code in SPOKEN}
    kin = {code: Kin(code, {*_words(own), *_lemma_forms(folder, code)}) for code, own in texts.items()}
    for words, kind in product((2, 4), ("title", "text")):
        runs = {code: sample(own, words) for code, own in texts.items()}
        print(f"\n{words} words as {kind}s")
        measured = measure(runs, kin, kind)
        print("         found  labelled  asked")
        for code, (found, labelled, asked) in measured.items():
            print(f"  {code:5}{found / asked:7.3f}{labelled / asked:10.3f}{asked:7}")
    with tempfile.TemporaryDirectory() as place:
        records = [{"id": doc["id"], "text": doc["text"], "level": "item"} for doc in docs]
        engine = _loaded(Path(place), records)
        print("\nMRR@10, nothing declared")
        for code, rank in measure_questions(engine, folder / "retrieval" / "xquad_dev", queries).items():
            print(f"  {code:5}{rank:.3f}")


class Kin:
    """The words of one language that are forms of one word, by its own analysis; function words are none."""

    def __init__(self, code: str, words: Iterable[str]) -> None:
        self._analyse, self._stops = analyser(code), LANGUAGES[code].stop_words
        self._by_lemma: defaultdict[str, set[str]] = defaultdict(set)
        for word in set(words) - self._stops:
            for lemma in self._lemmas(word):
                self._by_lemma[lemma].add(word)

    def of(self, word: str) -> list[str]:
        """Other forms of a word that differ in more than accents."""
        if len(word) < SHORTEST or word in self._stops:
            return []
        others = {other for lemma in self._lemmas(word) for other in self._by_lemma[lemma]}
        return sorted(other for other in others if len(other) >= SHORTEST and fold(other) != fold(word))

    def _lemmas(self, word: str) -> tuple[str, ...]:
        """The likeliest lemma, or a stem where there is none."""
        return tuple(term for term in self._analyse(word) if not term.startswith((STEM, PART, UNKNOWN)))[:1]


def measure(runs: Mapping[str, Sequence[str]], kin: Mapping[str, Kin], kind: str) -> dict[str, tuple[int, int, int]]:
    """Of the runs of each language: how many are found by another form, how many are labelled right, how many asked."""
    records = [
        {"id": f"{code}{number}", kind: run, "level": "item"}
        for code, own in runs.items()
        for number, run in enumerate(own)
    ]
    random.Random(1).shuffle(records)
    with tempfile.TemporaryDirectory() as place:
        engine = _loaded(Path(place), records)
        return {code: _asked(engine, code, own, kin[code]) for code, own in runs.items()}


def _asked(engine: Engine, code: str, runs: Iterable[str], kin: Kin) -> tuple[int, int, int]:
    found = labelled = asked = 0
    chance = random.Random(2)
    for number, run in enumerate(runs):
        words = (form_of(word) for word in words_in(run, 0, len(run)))
        if others := [other for word in words for other in kin.of(word)]:
            asked += 1
            here = [f"within={code}{number}"]
            found += bool(search(engine, make_request(chance.choice(others), view="items", filters=here)).total)
            languages = search(engine, make_request("", view="items", filters=here)).facets["language"]
            labelled += [value.value for value in languages] == [code]
    return found, labelled, asked


def measure_questions(engine: Engine, folder: Path, queries: Lines) -> dict[str, float]:
    """MRR@10 of each language's questions, a paragraph being right in any language."""
    relevant: defaultdict[str, set[str]] = defaultdict(set)
    for judged, doc, _ in csv.reader((folder / "qrels.tsv").open(encoding="utf-8"), delimiter="\t"):
        relevant[judged].add(doc)
    ranks: defaultdict[str, list[float]] = defaultdict(list)
    for query in queries:
        rows = search(engine, make_request(query["text"], view="items", match="any", limit=10)).rows
        ranks[query["lang"]].append(reciprocal([row.record["id"] for row in rows], relevant[query["id"]]))
    return {code: sum(own) / len(own) for code, own in ranks.items()}


def sample(texts: Iterable[str], words: int) -> list[str]:
    """Runs of so many words, RUNS at most."""
    runs = list(dict.fromkeys(run for text in texts for run in _cut(text, words)))
    random.Random(1).shuffle(runs)
    return runs[:RUNS]


def _cut(text: str, words: int) -> Iterator[str]:
    """A text cut into runs of words that have letters."""
    written = re.findall(r"\S+", text)
    for at in range(0, len(written) - words + 1, words):
        run = written[at : at + words]
        if all(any(map(str.isalpha, word)) for word in run):
            yield " ".join(run).strip(' .,;:()«»"“”')


def _texts(folder: Path, docs: Lines, code: str) -> list[str]:
    texts = [doc["text"] for doc in docs if doc["lang"] == code]
    for path in (path for name in TITLES.get(code, ()) for path in sorted((folder / "ead" / name).rglob("*.xml"))):
        try:
            units = list(read_units(path, path.name, lambda *_: None, lambda *_: None))
        except BadFile:
            continue
        texts += [unit.title for unit in units if unit.title]
    return texts


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (form_of(word) for text in texts for word in words_in(text, 0, len(text)) if word.isalpha())


def _lemma_forms(folder: Path, code: str) -> Iterator[str]:
    path = folder / "lemmas" / code / "pairs.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return (form for line in lines if (form := line.split("\t")[2].lower()).isalpha())


def _loaded(place: Path, records: Lines) -> Engine:
    table, at = place / "records.jsonl", place / "engine"
    table.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    started = time.perf_counter()
    load([read_collection(table)], open_writer(str(at)), Silent())
    seconds, engine = time.perf_counter() - started, open_engine(str(at))
    size = sum(file.stat().st_size for file in at.rglob("*") if file.is_file()) / 1e6
    languages = ", ".join(engine.about().languages)
    print(f"{len(records):,} records in {seconds:.1f} s, {size:.2f} MB; languages: {languages}")
    return engine


def _lines(path: Path) -> Lines:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


if __name__ == "__main__":
    main()
