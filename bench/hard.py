"""Queries that ask for much: how long each takes with all the time there is, and within a budget.

    python -m bench.hard ENGINE [SECONDS]

ENGINE holds a large collection (`bench/pages.py` makes one). Words are the archive's own, by how often they occur.
Milliseconds: the median and the 95th percentile of RUNS queries of a kind, and how many left something out.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from discovery.answering.budget import SECONDS
from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.opening import open_engine
from discovery.engines.port import Engine, Snapshot

RUNS = 20
LETTERS = "abcdefghilmnoprstuvwабвгдезиклмнопрстучя"


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    engine = open_engine(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    kinds = _kinds(engine.snapshot())
    for warm in kinds.values():
        search(engine, make_request(warm()))
    print(f"{'':28}  {'all the time':>15}  {f'{seconds:g} s':>15}  left out")
    for name, make in kinds.items():
        queries = [make() for _ in range(RUNS)]
        whole, _ = _times(engine, queries, float("inf"))
        within, less = _times(engine, queries, seconds)
        print(f"{name:28}  {_said(whole):>15}  {_said(within):>15}  {less:>8}")


def _kinds(snapshot: Snapshot) -> dict[str, Callable[[], str]]:
    """By kind, what makes a query of it."""
    chance = random.Random(1)
    begun = [form for letter in LETTERS for form in snapshot.completions(letter, 200) if form.isalpha()]
    most = [form for letter in LETTERS for form in snapshot.completions(letter, 3) if form.isalpha()]

    def words(count: int, among: Sequence[str] = begun) -> list[str]:
        return chance.choices(among, k=count)

    def prefixes() -> str:
        return " ".join(f"{word[:2]}*" for word in words(3))

    def long(letters: int) -> Callable[[], str]:
        return lambda: "".join(chance.choices(LETTERS[-20:], k=letters))

    return {
        "a frequent word": lambda: words(1, most)[0],
        "NEAR of frequent words": lambda: " NEAR/10 ".join(words(2, most)),
        "NEAR of others": lambda: " NEAR/10 ".join(words(2)),
        "32 words with OR": lambda: " OR ".join(words(32)),
        "12 words": lambda: " ".join(words(12)),
        "three prefixes": prefixes,
        "a phrase of frequent words": lambda: f'"{" ".join(words(3, most))}"',
        "a word of 500 letters": long(500),
        "a word of 5,000 letters": long(5000),
        "nothing typed": lambda: "",
    }


def _times(engine: Engine, queries: Sequence[str], seconds: float) -> tuple[list[float], int]:
    """Milliseconds of each, and how many said that something is left out."""
    taken, less = [], 0
    for query in queries:
        started = time.perf_counter()
        results = search(engine, make_request(query, seconds=seconds))
        taken.append((time.perf_counter() - started) * 1000)
        less += any("Left out" in notice.message for notice in results.notices)
    return taken, less


def _said(times: Sequence[float]) -> str:
    return f"{statistics.median(times):,.0f} / {statistics.quantiles(times, n=20)[-1]:,.0f}"


if __name__ == "__main__":
    main()
