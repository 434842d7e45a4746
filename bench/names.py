"""How well spellings of one name meet, how seldom others do, and what the lexicon costs.

    python -m bench.names [CORPORA]

Reads `names/variants_dev.tsv` (names in 12 spellings), `lemmas/*/pairs.tsv` (words of four languages) and
`ocr/derived_russian` (pages with their simulated recognition). Names are told apart by a random half: what was looked
at while the rules were made, and what was not. Names that came into Russian from elsewhere: `bench.foreign`, run at the
end.
"""

import csv
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, permutations, product
from pathlib import Path

from bench.corpora import corpora
from bench.foreign import foreign
from bench.words import LANGUAGES, at, read_words
from discovery.names.keys import name_keys
from discovery.names.lexicon import FILE_NAME, Lexicon, LexiconWriter
from discovery.names.ocr import LEAST_LETTERS, ocr_key, within_edits
from discovery.names.transliterate import romanise
from discovery.text.tokens import tokenise

TARGETS = "targets: 99.3 % meet, 1 in 20,000 of different names, median 0 and p95 3 words joined, expansion p95 5 ms"
SEED = 5
ENDINGS = ("", "s", "a", "ov", "ova", "skij", "ovič", "enko", "in", "ina", "mi", "mu", "go", "x", "m", "j")

Name = tuple[str, ...]
"""The spellings of a name, the Cyrillic one first."""


def main() -> None:
    folder = corpora(sys.argv)
    names = read_names(folder)
    words = read_words(folder)
    tuned, held = halves(names)
    for label, some in (("half looked at", tuned), ("half held out", held), ("all names", names)):
        print(f"{label}: {_share(*meeting(some))} pairs of spellings meet")
        print(f"  different names that share a key: {_one_in(*sharing(some))} pairs")
        joined = sorted(joining(some, words | spellings(names)))
        print(f"  words that join a name: median {at(joined, 0.5)}, p95 {at(joined, 0.95)}, most {joined[-1]}")
    _ocr(folder, words)
    _speed(names)
    _lexicon(names, words)
    print(TARGETS)
    foreign(folder)


def read_names(folder: Path) -> list[Name]:
    with (folder / "names" / "variants_dev.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [tuple(spelling.lower() for spelling in row) for row in rows[1:]]


def halves(names: Sequence[Name]) -> tuple[list[Name], list[Name]]:
    order = list(range(len(names)))
    random.Random(SEED).shuffle(order)
    middle = len(order) // 2
    return [names[at] for at in order[:middle]], [names[at] for at in order[middle:]]


def parts(spelling: str) -> list[str]:
    return re.split("[- ]", spelling)


def spellings(names: Iterable[Name]) -> set[str]:
    return {part for name in names for spelling in name for part in parts(spelling)}


def meet(one: str, other: str) -> bool:
    """Word by word."""
    pairs = list(zip(parts(one), parts(other), strict=True))
    return all(not name_keys(left).isdisjoint(name_keys(right)) for left, right in pairs)


def meeting(names: Sequence[Name]) -> tuple[int, int]:
    """How many ordered pairs of a name's spellings share a key, of how many."""
    pairs = [pair for name in names for pair in permutations(name, 2)]
    return sum(meet(*pair) for pair in pairs), len(pairs)


def sharing(names: Sequence[Name]) -> tuple[int, int]:
    """How many pairs of different names have a key in common, of how many."""
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, name in enumerate(names):
        for spelling in name:
            for keys in product(*map(name_keys, parts(spelling))):
                holders[keys].add(number)
    shared = {pair for numbers in holders.values() for pair in combinations(sorted(numbers), 2)}
    return len(shared), len(names) * (len(names) - 1) // 2


def joining(names: Iterable[Name], forms: Iterable[str]) -> Iterator[int]:
    """For each name, how many forms share a key with one of its spellings and are none of them."""
    by_key = _by_key(forms, name_keys)
    for name in names:
        own = spellings([name])
        yield len(set().union(*(by_key[key] for form in own for key in name_keys(form))) - own)


def _by_key(forms: Iterable[str], keys: Callable[[str], Iterable[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        for key in keys(form):
            found[key].add(form)
    return found


def misreadings(folder: Path) -> Counter[tuple[str, str]]:
    """Words of four letters or more on the simulated pages with what was read instead, and how often."""
    found: Counter[tuple[str, str]] = Counter()
    for clean in sorted((folder / "ocr" / "derived_russian").glob("*/*.gt.txt")):
        noisy = clean.with_name(clean.name.replace(".gt.", ".ocr."))
        for word, read in zip(*(path.read_text(encoding="utf-8").split() for path in (clean, noisy)), strict=True):
            forms, readings = ([token.form for token in tokenise(text)] for text in (word, read))
            if len(forms) == 1 and len(forms[0]) >= LEAST_LETTERS and readings and _letters(read) != _letters(word):
                found[forms[0], max(readings, key=len)] += 1
    return found


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, word.lower()))


def same_key(form: str, read: str) -> bool:
    return ocr_key(form) == ocr_key(read) != ""


def _ocr(folder: Path, words: set[str]) -> None:
    misread = misreadings(folder)
    for label, found in (
        ("share the key", same_key),
        ("share it or are one edit apart", lambda form, read: same_key(form, read) or within_edits(form, read, 1)),
        ("share it or are two edits apart", lambda form, read: same_key(form, read) or within_edits(form, read, 2)),
    ):
        hits = sum(number for pair, number in misread.items() if found(*pair))
        print(f"OCR: {_share(hits, misread.total())} damaged words {label}")
    for language in LANGUAGES:
        known = read_words(folder, [language]) | ({form for form, _ in misread} if language == "ru" else set())
        known = {form for form in known if len(form) >= LEAST_LETTERS}
        by_key = _by_key(known, lambda form: [ocr_key(form)])
        joined = sorted(len(by_key[ocr_key(form)]) - 1 for form in known)
        print(
            f"OCR: of {len(known):,} forms ({language}) a form is joined by {statistics.mean(joined):.3f} others, "
            f"95th percentile {at(joined, 0.95)}, most {joined[-1]}"
        )


def _speed(names: Sequence[Name]) -> None:
    for label, forms in (("Latin", [name[6] for name in names]), ("Cyrillic", [name[0] for name in names])):
        start = time.process_time()
        for form in forms:
            name_keys(form)
        print(f"speed: {(time.process_time() - start) / len(forms) * 1e6:.0f} µs for the keys of a {label} form")


def _lexicon(names: Sequence[Name], words: set[str]) -> None:
    forms = many_forms(names, words)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE_NAME
        start = time.process_time()
        with LexiconWriter(path) as writer:
            for begin in range(0, len(forms), 300):
                writer.add(forms[begin : begin + 300])
        each = (time.process_time() - start) / len(forms)
        size = path.stat().st_size / len(forms)
        print(f"lexicon: {len(forms):,} forms, {each * 1e6:.0f} µs and {size:.0f} bytes a form")
        lexicon = Lexicon(path)
        times = sorted(_time(lexicon, form) for form in random.Random(SEED).sample(forms, 2_000))
        print(f"lexicon: expansion median {at(times, 0.5):.2f} ms, 95th percentile {at(times, 0.95):.2f} ms")
        lexicon.close()


def many_forms(names: Sequence[Name], words: set[str]) -> list[str]:
    """Something like a million forms: names and words with endings, Russian ones in Latin letters too."""
    stems = words | spellings(names)
    stems |= {romanise(form, system) for form in words for system in ("english", "french", "german", "scholarly")}
    forms = sorted({stem + ending for stem in stems for ending in ENDINGS})
    random.Random(SEED).shuffle(forms)
    return forms[:1_000_000]


def _time(lexicon: Lexicon, form: str) -> float:
    start = time.perf_counter()
    lexicon.expand(form, also=(form[:-1], form + "s"))
    return (time.perf_counter() - start) * 1000


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} = {part / whole:.2%}"


def _one_in(part: int, whole: int) -> str:
    return f"{part} of {whole:,} = 1 in {whole / max(part, 1):,.0f}"


if __name__ == "__main__":
    main()
