"""Pages read by Tesseract, and how many words it got wrong."""

import os
import re
import subprocess
from pathlib import Path

from lxml import etree

TESSERACT = {
    "ru": "rus", "ru-petr1708": "Cyrillic", "fr": "fra", "de": "deu", "en": "eng", "es": "spa",
    "nl": "nld", "it": "ita", "pl": "pol", "cs": "ces",
}  # fmt: skip
ENDING = {"alto": ".xml", "hocr": ".hocr"}


def recognise(collection: Path, image: str, output: str, languages: list[str], format: str) -> Path:
    """Paths are relative to the collection, so that none of this machine's is written into the file."""
    target = (collection / output).with_suffix(ENDING[format])
    target.parent.mkdir(parents=True, exist_ok=True)
    models = "+".join(dict.fromkeys(TESSERACT[language] for language in languages))
    subprocess.run(
        ["tesseract", image, output, "-l", models, "--dpi", "150", format],
        cwd=collection, check=True, capture_output=True, env=os.environ | {"OMP_THREAD_LIMIT": "1"},
    )  # fmt: skip
    text = re.sub(r"(?m)^[ \t]+|[ \t]+$", "", target.read_text(encoding="utf-8"))
    target.write_text(text, encoding="utf-8")
    return target


def errors(page: str, recognised: Path) -> tuple[int, int]:
    """Words wrong (put in, left out or changed), and words on the page."""
    truth = re.findall(r"\w+", page)
    return distance(truth, re.findall(r"\w+", recognised_text(recognised))), len(truth)


def recognised_text(path: Path) -> str:
    """The lines of an ALTO or hOCR file, broken words joined."""
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    alto = [[word.get("CONTENT") for word in line.iter("{*}String")] for line in tree.iter("{*}TextLine")]
    hocr = [
        ["".join(word.itertext()) for word in line.iter("{*}span") if word.get("class") == "ocrx_word"]
        for line in tree.iter("{*}span")
        if line.get("class") not in {"ocrx_word", None}
    ]
    return re.sub(r"(?<=\w)-\n", "", "\n".join(" ".join(words) for words in alto or hocr))


def distance(one: list[str], other: list[str]) -> int:
    """Levenshtein's, on words."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (left != right))
    return row[-1]
