"""`python -m data.build` rebuilds the sample; `python -m data.build descriptions` its finding aid only."""

import shutil
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from data.build import ead, ocr, paper
from data.build.arrangement import Page, Place, all_folders, arrange
from data.build.specimens import read_descriptions, read_specimens

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "sample"
SPECIMENS = HERE.parent / "specimens"
WORKERS = 2


def main(wanted: str = "all") -> None:
    documents = [*read_descriptions(HERE / "descriptions.tsv"), *read_specimens(SPECIMENS)]
    places = arrange(HERE / "places.tsv", documents)
    SAMPLE.mkdir(exist_ok=True)
    ead.write(places, SAMPLE / "finding-aid.xml")
    if wanted == "all":
        build_pages(places)
    report(places)


def build_pages(places: list[Place]) -> None:
    for outputs in "images", "ocr":
        shutil.rmtree(SAMPLE / outputs, ignore_errors=True)
    pages = [page for folder in all_folders(places) for page in folder.pages()]
    wrong, words = Counter[str](), Counter[str]()
    with ProcessPoolExecutor(WORKERS) as pool:
        for page, (missed, total) in zip(pages, pool.map(build_page, pages), strict=True):
            wrong[page.document.language] += missed
            words[page.document.language] += total
            print(f"{page.place}  {missed:4d} of {total} words wrong  {page.document.source}", flush=True)
    print_rates(wrong, words, Counter(page.document.language for page in pages))


def build_page(page: Page) -> tuple[int, int]:
    document = page.document
    name = f"{document.source}/{document.pages.index(page.text)}"
    paper.save(paper.draw_page(page.text, document.form, name, document.folder), SAMPLE / page.image)
    output = str(Path(page.ocr).with_suffix(""))
    return ocr.errors(page.text, ocr.recognise(SAMPLE, page.image, output, document.languages, page.format))


def print_rates(wrong: Counter[str], words: Counter[str], pages: Counter[str]) -> None:
    for language in sorted(words):
        _print_rate(language, pages[language], wrong[language], words[language])
    _print_rate("all", pages.total(), wrong.total(), words.total())


def _print_rate(language: str, pages: int, wrong: int, words: int) -> None:
    print(f"{language:15} {pages:4d} pages  {words:6d} words  {wrong / words:6.1%} wrong")


def report(places: list[Place]) -> None:
    folders = list(all_folders(places))
    items = sum(len(f.documents) for f in folders)
    pages = sum(len(f.pages()) for f in folders)
    size = sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file())
    print(f"{len(folders)} folders, {items} documents, {pages} pages, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
