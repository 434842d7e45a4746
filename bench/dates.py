"""How many date statements of real finding aids are understood, how far `@normal` agrees, and how fast.

    python -m bench.dates [CORPORA]

Reads `dates/unitdates_dev.tsv`: text, @normal and how often they occur. Times are processor time, each statement
once, nothing remembered.
"""

import csv
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bench.corpora import corpora
from discovery.dates import parse, read
from discovery.dates.compare import AGREEING
from discovery.dates.reading import forget

YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20[0-2]\d)(?!\d)")
TARGETS = "targets: 99.5 % understood, 97 % agreeing, 20,000 statements/s"
ROUNDS = 5


def main() -> None:
    rows = _rows(corpora(sys.argv) / "dates" / "unitdates_dev.tsv")
    texts = sorted({row["text"] for row in rows})
    _understood(texts)
    _agreement([row for row in rows if row["normal"]])
    _speed(texts, [row["text"] for row in rows for _ in range(int(row["count"] or 1))])
    print(TARGETS)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _understood(texts: Iterable[str]) -> None:
    dated = [text for text in texts if YEAR.search(text)]
    unknown = [text for text in dated if parse(text) is None]
    print(f"understood: {_share(len(dated) - len(unknown), len(dated))} statements with a year")
    for text in unknown:
        print(f"  not: {text}")


def _agreement(rows: list[dict[str, str]]) -> None:
    classes = Counter(read(row["text"], row["normal"]).difference for row in rows)
    agreeing = sum(number for name, number in classes.items() if name in AGREEING)
    print(f"same as @normal: {_share(classes['same'], len(rows))}")
    print(f"same, or apart by convention: {_share(agreeing, len(rows))}")
    for name, number in classes.most_common():
        print(f"  {number:5} {name}")


def _speed(texts: list[str], occurrences: list[str]) -> None:
    def parse_all(statements: list[str]) -> float:
        forget()
        start = time.process_time()
        for statement in statements:
            parse(statement)
        return len(statements) / (time.process_time() - start)

    print(f"speed: {max(parse_all(texts) for _ in range(ROUNDS)):,.0f} different statements/s")
    print(f"speed: {parse_all(occurrences):,.0f} statements/s as they occur in the finding aids")


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} = {part / whole:.2%}"


if __name__ == "__main__":
    main()
