"""Pages of results a second, over HTTP, by the number of processes and of readers at once.

    python -m bench.serving ENGINE [SECONDS]

Each reader asks for its next page as soon as it has the one before: /search for one or two words of the archive, rare
and frequent. Readers run in a process of their own, on the same cores. On a machine that others use too, pages a second
say little: the processor time of a page is what stays. "New" pages are asked for under a name of the site that is used
once, so that none is kept (`webui.keeping`).
"""

import http.client
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from discovery.engines.opening import open_engine

WORKERS = (1, 2)
READERS = (1, 4, 16)
SECONDS = 8.0
LETTERS = "abcdefghilmnoprstuvwабвгдезиклмнопрстучя"
QUERIES = 200
ROOT = Path(__file__).parents[1]


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    engine, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    paths = _paths(engine)
    for workers in WORKERS:
        with _served(engine, workers) as (port, pid):
            for readers, new in [(readers, new) for new in (True, False) for readers in READERS]:
                before = _processor(pid)
                times = _read(port, paths, readers, seconds, new)
                used = (_processor(pid) - before) * 1000 / len(times)
                low, high = statistics.median(times) * 1000, statistics.quantiles(times, n=20)[-1] * 1000
                said = f"{len(times) / seconds:5.1f} pages/s, {low:.0f} / {high:.0f} ms, {used:.0f} of processor"
                print(f"{workers} processes, {readers:2} readers, {'new' if new else 'any'}: {said}")
            print(f"{workers} processes: {_memory(pid):.0f} MB in all (proportional)")


def _paths(engine: str) -> list[str]:
    chance, snapshot = random.Random(1), open_engine(engine).snapshot()
    forms = [form for letter in LETTERS for form in snapshot.completions(letter, 100) if form.isalpha()]
    return [f"/search?q={quote(' '.join(chance.choices(forms, k=chance.choice((1, 1, 2)))))}" for _ in range(QUERIES)]


@contextmanager
def _served(engine: str, workers: int) -> Iterator[tuple[int, int]]:
    """A site on a free port, until the block ends: its port and process."""
    command = [sys.executable, str(ROOT / "opis.py"), "serve", "--engine", engine, "--port", "0"]
    with subprocess.Popen([*command, "--workers", str(workers)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        found = re.search(r"http://[^:]+:(\d+)", process.stdout.readline())
        assert found
        try:
            yield int(found[1]), process.pid
        finally:
            process.terminate()


def _read(port: int, paths: list[str], readers: int, seconds: float, new: bool) -> list[float]:
    """Seconds that each page took."""
    times: list[float] = []
    end = time.perf_counter() + seconds

    def read(number: int) -> None:
        chance = random.Random(number)
        connection = http.client.HTTPConnection("127.0.0.1", port)
        while time.perf_counter() < end:
            started = time.perf_counter()
            host = f"{time.perf_counter_ns()}.{number}.example" if new else "archive.example"
            connection.request("GET", chance.choice(paths), headers={"Host": host})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{answer.status} {answer.reason}")
            times.append(time.perf_counter() - started)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _memory(pid: int) -> float:
    """MB of a process and its children, each page by how many share it; 0 where the system does not say."""
    return sum(map(_proportional, _family(pid))) / 1000


def _processor(pid: int) -> float:
    """Seconds of processor that a process and its children have used."""
    used = (Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()[11:13] for one in _family(pid))
    return sum(int(ticks) for pair in used for ticks in pair) / os.sysconf("SC_CLK_TCK")


def _family(pid: int) -> list[str]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return [str(pid), *children.read_text().split()] if children.exists() else []


def _proportional(pid: str) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
