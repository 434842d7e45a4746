"""How well names that came into Russian from elsewhere meet what they came from, and what else they bring in.

    python -m bench.foreign [CORPORA] [NAMES]

Reads `names/wikidata_en_ru_dev.tsv`: a fifth of its names was left out when the tables were learnt
(`bench.transcription`), and is measured apart. All names of the file and all forms of `lemmas` are put into one
lexicon. NAMES of them, drawn by chance, are looked for as either script has them. A form that is found is unrelated
if the file has it in no pair with the name. And `tests/discovery/names/romanised.tsv`: other scripts as they are
customarily romanised.
"""

import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.corpora import corpora
from bench.transcription import Pair, held_out, read_pairs
from bench.words import at, read_words
from discovery.names import counterparts, transcription
from discovery.names.keys import name_keys
from discovery.names.lexicon import FILE_NAME, Lexicon, LexiconWriter, Relation

NAMES = 8_000
SEED = 7
OFTEN = 5
"""How many times a pair is in Wikidata that counts as frequent."""
ROMANISED = Path(__file__).parents[1] / "tests" / "discovery" / "names" / "romanised.tsv"
TARGETS = "targets: 85 % of all, 90 % of frequent pairs meet; unrelated median 0, p95 3; p95 5 ms"

Known = defaultdict[str, set[str]]


class Found(NamedTuple):
    """What a name brings in, and in how many milliseconds of processor."""

    meets: bool
    unrelated: int
    unrelated_in_its_script: int
    took: float


def main() -> None:
    foreign(corpora(sys.argv), int(sys.argv[2]) if len(sys.argv) > 2 else NAMES)


def foreign(folder: Path, number: int = NAMES) -> None:
    """Prints it all."""
    pairs = read_pairs(folder)
    known: Known = defaultdict(set)
    for pair in pairs:
        known[pair.latin].add(pair.russian)
        known[pair.russian].add(pair.latin)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / FILE_NAME
        with LexiconWriter(path) as writer:
            writer.add(known.keys() | read_words(folder))
        lexicon = Lexicon(path)
        print(f"foreign names: {len(pairs):,} pairs among {len(lexicon):,} forms")
        _parts(pairs, known, lexicon, number)
        words = random.Random(SEED).sample(sorted(read_words(folder) - known.keys()), number)
        brought = [_found(lexicon, known, word, "") for word in words]
        print(f"  words of four languages bring in, of the other script, {_spread(brought, lambda one: one.unrelated)}")
        lexicon.close()
    _romanised()
    print(TARGETS)


def _parts(pairs: Sequence[Pair], known: Known, lexicon: Lexicon, number: int) -> None:
    chance = random.Random(SEED)
    for label, held in (("learnt from", False), ("held out", True)):
        part = [pair for pair in pairs if held_out(pair.latin) is held]
        often = [pair for pair in part if pair.times >= OFTEN]
        some, often = (chance.sample(them, min(number, len(them))) for them in (part, often))
        for way, backwards in (("Latin to Russian", False), ("Russian to Latin", True)):
            found = (_looked_for(lexicon, known, them, backwards) for them in (some, often))
            _print(f"{label}, {way}", *found)


def _looked_for(lexicon: Lexicon, known: Known, pairs: Iterable[Pair], backwards: bool) -> list[Found]:
    asked = ((pair.russian, pair.latin) if backwards else (pair.latin, pair.russian) for pair in pairs)
    return [_found(lexicon, known, *one) for one in asked]


def _found(lexicon: Lexicon, known: Known, name: str, other: str) -> Found:
    transcription.russian_keys.cache_clear()
    transcription.latin_keys.cache_clear()
    start = time.process_time()
    found = {form for form, _ in lexicon.expand(name, [Relation.OTHER_SCRIPT])}
    took = (time.process_time() - start) * 1000
    unrelated = found - known[name]
    same = {form for form in unrelated if counterparts.is_latin(form) == counterparts.is_latin(name)}
    return Found(other in found, len(unrelated) - len(same), len(same), took)


def _print(label: str, found: Sequence[Found], often: Sequence[Found]) -> None:
    across = _spread(found, lambda one: one.unrelated)
    within = _spread(found, lambda one: one.unrelated_in_its_script)
    times = sorted(one.took for one in found)
    print(
        f"  {label}: {_meeting(found):.1%} meet, {_meeting(often):.1%} of {len(often):,} frequent ones;\n"
        f"    unrelated in the other script {across}; in its own {within};\n"
        f"    {at(times, 0.5):.1f} ms, p95 {at(times, 0.95):.1f} ms"
    )


def _meeting(found: Sequence[Found]) -> float:
    return sum(one.meets for one in found) / max(1, len(found))


def _spread(found: Iterable[Found], count: Callable[[Found], int]) -> str:
    counts = sorted(map(count, found))
    return f"median {at(counts, 0.5)}, p95 {at(counts, 0.95)}, mean {sum(counts) / len(counts):.2f}"


def read_romanised(path: Path = ROMANISED) -> list[tuple[str, str, str]]:
    """Language, the name in its own script and in Latin letters, in lower case."""
    rows = (line.lower().split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return [(language, original, latin) for language, original, latin in rows]


def _romanised() -> None:
    rows = read_romanised()
    met = Counter(language for language, one, other in rows if name_keys(one) & name_keys(other))
    for language, number in Counter(language for language, *_ in rows).items():
        print(f"romanised, {language}: {met[language]} of {number} share a key")
    print(f"romanised: {met.total()} of {len(rows)} = {met.total() / len(rows):.1%}")


if __name__ == "__main__":
    main()
