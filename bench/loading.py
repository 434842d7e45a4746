"""Pages a second from ALTO files on disk to a committed index, with peak memory, beside raw tantivy in the same run.

    python -m bench.loading [CORPORA] [PAGES]

Each figure is the median of RUNS. Raw tantivy gets the bare text, one field, one document a page, and neither reads
files nor knows languages: it is what the index costs alone. Memory is the peak of all processes of one load, also
at a quarter of the pages, to show whether it grows with the collection.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import tantivy

from bench.corpora import corpora
from bench.pages import make_collection, texts

RUNS = 3
PAGES = 20_000


def main() -> None:
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else PAGES
    with tempfile.TemporaryDirectory() as place:
        whole, quarter = Path(place) / "whole", Path(place) / "quarter"
        for folder, count in ((whole, pages), (quarter, pages // 4)):
            folder.mkdir()
            make_collection(folder, corpora(sys.argv), count)
        raw = statistics.median(pages / _raw(whole) for _ in range(RUNS))
        loads = [_load(whole, Path(place) / f"engine{run}") for run in range(RUNS)]
        rate = statistics.median(pages / seconds for seconds, _ in loads)
        print(f"{pages} pages: {rate:.0f} pages/s; raw tantivy {raw:.0f} pages/s of bare text (1 to {raw / rate:.1f})")
        small = _load(quarter, Path(place) / "engine-quarter")[1]
        most = max(memory for _, memory in loads)
        print(f"peak memory: {most} MB for {pages} pages, {small} MB for {pages // 4}")


def _raw(place: Path) -> float:
    """Seconds that tantivy alone takes for the texts, which are in memory already."""
    bare = list(texts(place))
    schema = tantivy.SchemaBuilder().add_text_field("text", stored=True).build()
    with tempfile.TemporaryDirectory() as index_place:
        writer = tantivy.Index(schema, path=index_place).writer(128_000_000, 1)
        started = time.perf_counter()
        for text in bare:
            writer.add_document(tantivy.Document(text=text))
        writer.commit()
        writer.wait_merging_threads()
        return time.perf_counter() - started


def _load(place: Path, engine: Path) -> tuple[float, int]:
    """Seconds and peak MB of `opis index`, in a process of its own."""
    started = time.perf_counter()
    program = [sys.executable, "-m", "bench.loading_once", str(place), str(engine)]
    output = subprocess.run(program, check=True, capture_output=True, text=True).stdout
    return time.perf_counter() - started, int(output.split()[-1])


def peak_megabytes() -> int:
    """Peak resident memory of this process and the largest of its children, which run at most two at a time."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + 2 * child) // 1024


if __name__ == "__main__":
    main()
