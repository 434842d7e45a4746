"""A collection of any size for measuring: ALTO pages of 300 words drawn from real forms by their frequency."""

import json
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from indexer.readers import read_pages

LANGUAGES = ("ru", "fr", "de", "en")
WORDS, LINE = 300, 12
"""Words on a page, and on a line of it."""
PER_FOLDER = 50
SECTIONS = ("France", "Germany", "Belgium", "Spain", "USA", "")

_PAGE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description>'
    "<MeasurementUnit>pixel</MeasurementUnit></Description><Layout>"
    '<Page ID="p" PHYSICAL_IMG_NR="1" WIDTH="1800" HEIGHT="2700"><PrintSpace><TextBlock ID="b">{}</TextBlock>'
    "</PrintSpace></Page></Layout></alto>\n"
)
_STRING = '<String CONTENT="{}" HPOS="{}" VPOS="{}" WIDTH="{}" HEIGHT="40" WC="0.95"/><SP/>'


def make_collection(place: Path, corpora: Path, pages: int) -> None:
    """A collection folder with `pages` pages in folders of PER_FOLDER, dated and in sections."""
    chance = random.Random(pages)
    vocabulary = {language: _forms(corpora / "lemmas" / language / "pairs.tsv") for language in LANGUAGES}
    (place / "collection.toml").write_text(
        'title = "Measured"\nlanguages = ["ru", "fr", "de", "en"]\n[descriptions]\nfiles = ["folders.jsonl"]\n'
        '[pages]\npattern = "ocr/{inventory}/{sequence:04d}.xml"\n',
        encoding="utf-8",
    )
    with (place / "folders.jsonl").open("w", encoding="utf-8") as table:
        for number in range(1, pages // PER_FOLDER + 1):
            language = LANGUAGES[number % len(LANGUAGES)]
            forms, weights = vocabulary[language]
            title = " ".join(chance.choices(forms, cum_weights=weights, k=6))
            record = {"id": f"f{number}", "ref": str(number), "level": "file", "title": title}
            record |= {"date": str(1925 + number % 15), "section": SECTIONS[number % len(SECTIONS)]}
            table.write(json.dumps(record, ensure_ascii=False) + "\n")
            folder = place / "ocr" / str(number)
            folder.mkdir(parents=True)
            for sequence in range(1, PER_FOLDER + 1):
                words = chance.choices(forms, cum_weights=weights, k=WORDS)
                (folder / f"{sequence:04d}.xml").write_text(_PAGE.format(_lines(words)), encoding="utf-8")


def texts(place: Path) -> Iterator[str]:
    """The bare text of every page, as a program would have it that had nothing to do but index."""
    for path in sorted((place / "ocr").rglob("*.xml")):
        yield from (page.text for page in read_pages(path, path.name, lambda source, reason: None))


def _forms(path: Path) -> tuple[list[str], list[int]]:
    counts: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        _, _, form, count = line.split("\t")
        if form.isalpha():
            counts[form] = counts.get(form, 0) + int(count)
    return list(counts), list(accumulate(counts.values()))


def _lines(words: list[str]) -> str:
    lines = []
    for row, at in enumerate(range(0, len(words), LINE)):
        strings = [
            _STRING.format(word, 100 + 130 * column, 100 + 60 * row, 20 * len(word))
            for column, word in enumerate(words[at : at + LINE])
        ]
        lines.append(f"<TextLine>{''.join(strings)}</TextLine>")
    return "".join(lines)
