"""How much of clean pages is found again where they are misread, what comes along, and how long it takes.

    python -m bench.ocr_noise [CORPORA]

Russian: `ocr/derived_russian`, its noisy and its clean text. French and German: the typescripts of
`ocr/tapuscorpus_fr_alto` and `ocr/ehri_typed_alto/german` and the German paragraphs of `retrieval/xquad_dev`, as they
are and with one character in ten misread. These errors are those reported of recognisers in print and typescript; they
know nothing of the classes in `discovery.names.ocr`. A query is one word of the clean text; what it finds there without
expansions is what it should find in the noisy one.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.corpora import corpora
from discovery.answering.results import Request
from discovery.answering.service import search
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Engine
from discovery.query.clauses import EXPANSIONS
from discovery.text.tokens import tokenise
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from indexer.readers import read_pages
from mappings.languages import LANGUAGES

SHARE = 0.10
"""Of characters that are misread."""
PAIRS_FIRST = 0.5
"""How often two letters that look like one, or one like two, are misread as such rather than by themselves."""
QUERIES = 400
LEAST_LETTERS = 4
EVERY_PAGE = 1_000
PLAIN = tuple(EXPANSIONS)
TARGETS = "targets: recall 80 % of that on the clean text, no clean hit behind a noisy one, p95 twice the plain query's"

CONFUSED = {
    **{"rn": "m", "ri": "n", "in": "m", "ni": "m nı", "cl": "d", "ci": "a d", "li": "h", "lı": "h", "vv": "w"},
    **{
        "nn": "im mi",
        "tt": "it ti",
        "ff": "if f",
        "fi": "ﬁ h",
        "fl": "ﬂ A",
        "ll": "li 11 u",
        "ii": "u n ü",
        "ch": "eh di",
    },
    **{"ck": "d( ek", "ss": "fs ß B", "st": "ft ſt", "sch": "fch seh", "tz": "ß"},
    **{"a": "o u n e s", "b": "h 6 l", "c": "e o (", "d": "cl o ol", "e": "c o é s", "f": "t ſ s r", "g": "q y 9 p"},
    **{
        "h": "b li n k",
        "i": "l t 1 í j",
        "j": "i ; y",
        "k": "l< h t",
        "l": "i 1 I t f",
        "m": "rn in nn w",
        "n": "u ii r h",
    },
    **{"o": "c 0 e a", "p": "n g r", "q": "g 9", "r": "t n v", "s": "f 5 8 a", "t": "l f i r", "u": "n ii a o"},
    **{"v": "r y u", "w": "vv m iv", "x": "z n", "y": "v g j", "z": "x r 2 s"},
    **{
        "ä": "a ii ö",
        "ö": "o ä 6",
        "ü": "u ii ö",
        "ß": "B ss fs",
        "é": "e è ó 6",
        "è": "e é ê",
        "ê": "e é",
        "ë": "e é",
    },
    **{"à": "a á â", "â": "a à", "ç": "c ę", "î": "i ï", "ï": "i î", "ô": "o ó", "ù": "u ii", "û": "u ù", "œ": "ce oe"},
    **{
        "A": "4 R",
        "B": "8 R E",
        "C": "G O (",
        "D": "O 0 I)",
        "E": "F B",
        "F": "P E",
        "G": "C 6",
        "H": "II N M",
        "I": "l 1 J",
    },
    **{
        "J": "I ]",
        "K": "R",
        "L": "I l",
        "M": "N H",
        "N": "M H",
        "O": "0 C Q",
        "P": "F R",
        "Q": "O",
        "R": "B K",
        "S": "8 5 G",
    },
    **{
        "T": "I 7 F",
        "U": "V I I",
        "V": "Y U",
        "W": "V/ VV",
        "X": "K",
        "Y": "V T",
        "Z": "2 7",
        "É": "E",
        "Ü": "U",
        "Ä": "A",
    },
}
"""A letter or letters of the page → what is read instead, each as likely."""


def main() -> None:
    folder = corpora(sys.argv)
    chance = random.Random(4)
    russian = folder / "ocr" / "derived_russian"
    for edition in ("modern", "pre1918"):
        measure(edition, "ru", *(_texts(russian / edition, kind) for kind in ("gt", "ocr")))
    for language, clean in (("fr", list(french(folder))), ("de", list(german(folder)))):
        measure(language, language, clean, [misread(page, chance) for page in clean])
    print(TARGETS)


def _texts(folder: Path, kind: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"*.{kind}.txt"))]


def french(folder: Path) -> Iterator[str]:
    return _typescripts(folder / "ocr" / "tapuscorpus_fr_alto")


def german(folder: Path) -> Iterator[str]:
    yield from _typescripts(folder / "ocr" / "ehri_typed_alto" / "german")
    for line in (folder / "retrieval" / "xquad_dev" / "docs.jsonl").read_text(encoding="utf-8").splitlines():
        if (paragraph := json.loads(line))["lang"] == "de":
            yield paragraph["text"]


def _typescripts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.xml")):
        yield from (page.text for page in read_pages(path, path.name, lambda source, reason: None) if page.text)


def misread(text: str, chance: random.Random, share: float = SHARE) -> str:
    """A text in which a share of the characters, blanks and signs aside, was taken for others."""
    read, at = [], 0
    while at < len(text):
        letters = text[at]
        if letters in CONFUSED and chance.random() < share:
            longer = [text[at : at + n] for n in (3, 2) if text[at : at + n] in CONFUSED]
            if longer and chance.random() < PAIRS_FIRST:
                letters = longer[0]
            read.append(chance.choice(CONFUSED[letters].split()))
        else:
            read.append(letters)
        at += len(letters)
    return "".join(read)


def measure(label: str, language: str, clean: Sequence[str], noisy: Sequence[str]) -> None:
    """Load both, ask both, print what was found."""
    wanted = plainly = found = added = right = behind = 0
    words = _words(clean, language)
    with tempfile.TemporaryDirectory() as place:
        first, second = (_engine(pages, Path(place) / kind) for kind, pages in (("clean", clean), ("noisy", noisy)))
        for word in words:
            should = set(_found(first, word, PLAIN))
            plain, more = _found(second, word, PLAIN), _found(second, word)
            new = set(more) - set(plain)
            wanted += len(should)
            plainly += len(should.intersection(plain))
            found += len(should.intersection(more))
            added += len(new)
            right += len(should & new)
            behind += set(more[: len(plain)]) != set(plain)
        without, with_them = (
            _p95([_milliseconds(second, word, left_out) for word in words]) for left_out in (PLAIN, ())
        )
    print(f"{label}, {len(clean)} pages: recall {plainly / wanted:.1%}, with expansions {found / wanted:.1%};", end=" ")
    print(
        f"of {added} added hits {right / max(added, 1):.1%} are right; {behind} queries with a clean hit behind",
        end="; ",
    )
    print(f"p95 {without:.1f} ms, with expansions {with_them:.1f} ms")


def _words(pages: Sequence[str], language: str) -> list[str]:
    """Words of the clean text, each as often chosen as it occurs."""
    forms = (token.form for page in pages for token in tokenise(page))
    stops = LANGUAGES[language].stop_words
    telling = [form for form in forms if form.isalpha() and len(form) >= LEAST_LETTERS and form not in stops]
    return random.Random(3).sample(telling, QUERIES)


def _engine(pages: Sequence[str], place: Path) -> Engine:
    texts = place / "texts"
    texts.mkdir(parents=True)
    for number, page in enumerate(pages):
        (texts / f"{number:04d}.txt").write_text(page, encoding="utf-8")
    load([read_collection(texts)], open_writer(str(place / "engine")), Silent())
    return open_engine(str(place / "engine"))


def _found(engine: Engine, word: str, without: tuple[str, ...] = ()) -> list[str]:
    rows = search(engine, Request(text=word, view="pages", without=without, limit=EVERY_PAGE)).rows
    return [row.record["unit"]["id"] for row in rows]


def _milliseconds(engine: Engine, word: str, without: tuple[str, ...]) -> float:
    """Of processor, for a list of the usual length: other work on the machine is no matter."""
    request = Request(text=word, view="pages", without=without)
    started = time.process_time()
    search(engine, request)
    return (time.process_time() - started) * 1000


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    main()
