"""Learns how Russian writes foreign names, from pairs: the two tables of `discovery.names.transcription`.

    python -m bench.transcription [CORPORA]

Reads `names/wikidata_en_ru_dev.tsv` (CC0), of which a fifth, told by the Latin form, is left out to measure on. A pair
is aligned letter by letter, the likeliest way, by what each letter stood for in all the others; then again in contexts.
A longer context is kept where it tells more than the shorter one: that is what bounds the tables. It takes minutes.
"""

import csv
import math
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.corpora import corpora
from discovery.names.keys import name_keys
from discovery.names.ocr import edits
from discovery.names.transcription import FROM_LATIN, FROM_RUSSIAN
from discovery.names.transducer import NEIGHBOURS, Outputs, Transducer, align, context, write_table
from discovery.text.folding import fold

LONGEST = 20
ROUNDS, ROUNDS_IN_CONTEXT = 3, 3
TELLING = 4.0
"""Nats that a context saves over the pairs it stands in, to be kept."""
PRIOR = 4.0
"""Occurrences that a shorter context counts for beside a longer one."""
LEAST = 0.0005
"""The probability below which an output is left out."""
LIKELY = 30
"""Tenths of a nat a letter: what costs more is no transcription but a translation or an error."""
UNFORESEEN_PIECE = (60, 70, 80, 100, 120, 140)
"""What a piece of no to five letters costs that nothing has foreseen yet."""

Aligned = tuple[str, Sequence[str]]
Counts = defaultdict[str, Counter[str]]


class Pair(NamedTuple):
    """A name word in Latin script, the same in Russian, and how often, as the file has them."""

    latin: str
    russian: str
    times: int


def main() -> None:
    pairs = [pair for pair in read_pairs(corpora(sys.argv)) if not held_out(pair.latin)]
    for path, rows in ((FROM_LATIN, from_latin(pairs)), (FROM_RUSSIAN, from_russian(pairs))):
        table = learnt(sorted(set(rows)))
        write_table(path, table)
        print(f"{path.name}: {len(table):,} contexts, {path.stat().st_size:,} bytes")


def read_pairs(folder: Path) -> list[Pair]:
    with (folder / "names" / "wikidata_en_ru_dev.tsv").open(encoding="utf-8") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Pair(latin, russian, int(count)) for latin, russian, count in rows]


def held_out(latin: str) -> bool:
    """A fifth of all names, the same every time."""
    return zlib.crc32(latin.encode()) % 5 == 0


def from_latin(pairs: Iterable[Pair]) -> Iterable[tuple[str, str]]:
    """Latin names, with their accents and without, and their Russian keys."""
    for pair in pairs:
        letters = "".join(filter(str.isalpha, pair.latin))
        key = russian_key(pair.russian)
        if _alike_long(letters, key):
            yield letters, key
            yield fold(letters), key


def from_russian(pairs: Iterable[Pair]) -> Iterable[tuple[str, str]]:
    """Russian keys and the likest of the keys that the Latin name has."""
    for pair in pairs:
        key, keys = russian_key(pair.russian), sorted(name_keys(pair.latin))
        likest = min(keys, key=lambda other: edits(key, other, LONGEST), default="")
        if _alike_long(key, likest):
            yield key, likest


def russian_key(russian: str) -> str:
    """The key of a Russian name as it stands, not those of its lemmas."""
    return max(name_keys(russian), key=lambda key: (-edits(russian, key, LONGEST), key), default="")


def _alike_long(one: str, other: str) -> bool:
    return 0 < len(one) <= LONGEST and 0 < len(other) <= LONGEST and abs(len(one) - len(other)) <= 8


def learnt(pairs: Sequence[tuple[str, str]]) -> dict[str, Outputs]:
    """The table of a transducer that turns the first of each pair into the second."""
    letters = _costs(_beside(pairs))
    for _ in range(ROUNDS):
        letters = _costs(_letters(_aligned(pairs, Transducer(letters))))
    table: dict[str, Outputs] = letters
    for _ in range(ROUNDS_IN_CONTEXT):
        table = _in_contexts(_aligned(pairs, Transducer(table)))
    return table


def _beside(pairs: Iterable[tuple[str, str]]) -> Counts:
    """What stands at about the same place as each letter: where counting begins."""
    found: Counts = defaultdict(Counter)
    for word, output in pairs:
        for at, letter in enumerate(word):
            place = at * (len(output) - 1) // max(1, len(word) - 1)
            found[letter].update(output[max(0, place - 1) : place + 2])
            found[letter][""] += 1
    return found


def _letters(aligned: Iterable[Aligned]) -> Counts:
    found: Counts = defaultdict(Counter)
    for word, pieces in aligned:
        for letter, piece in zip(word, pieces, strict=True):
            found[letter][piece] += 1
    return found


def _costs(counts: Mapping[str, Counter[str]]) -> dict[str, Outputs]:
    return {
        letter: {output: _cost(number / outputs.total()) for output, number in outputs.items()}
        for letter, outputs in counts.items()
    }


def _cost(probability: float) -> int:
    return round(-10 * math.log(probability))


def _aligned(pairs: Iterable[tuple[str, str]], known: Transducer) -> Iterable[Aligned]:
    for word, output in pairs:
        cost, pieces = align(known.choices(word), output, UNFORESEEN_PIECE)
        if pieces and cost <= LIKELY * len(word):
            yield word, pieces


def _in_contexts(aligned: Iterable[Aligned]) -> dict[str, Outputs]:
    counts: Counts = defaultdict(Counter)
    for word, pieces in aligned:
        for at, piece in enumerate(pieces):
            longest = context(word, at)
            for length in range(1, len(NEIGHBOURS) + 2):
                counts[longest[:length]][piece] += 1
    known: dict[str, dict[str, float]] = {"": {}}
    for found in sorted(counts, key=len):
        shorter = next(found[:length] for length in range(len(found) - 1, -1, -1) if found[:length] in known)
        likely = _smoothed(counts[found], known[shorter])
        if len(found) == 1 or _saved(counts[found], likely, known[shorter]) > TELLING:
            known[found] = likely
    del known[""]
    return {found: {output: _cost(p) for output, p in _by_likelihood(likely)} for found, likely in known.items()}


def _smoothed(counts: Counter[str], shorter: Mapping[str, float]) -> dict[str, float]:
    whole = counts.total() + (PRIOR if shorter else 0)
    likely = {
        output: (counts[output] + PRIOR * shorter.get(output, 0)) / whole for output in counts.keys() | shorter.keys()
    }
    return {output: p for output, p in likely.items() if p > LEAST}


def _saved(counts: Counter[str], likely: Mapping[str, float], shorter: Mapping[str, float]) -> float:
    return sum(
        number * math.log(likely.get(output, LEAST) / shorter.get(output, LEAST)) for output, number in counts.items()
    )


def _by_likelihood(likely: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(likely.items(), key=lambda item: (-item[1], item[0]))


if __name__ == "__main__":
    main()
