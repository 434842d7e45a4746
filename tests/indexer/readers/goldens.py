"""Specimens of each format in `golden/`, and the records that become of them, as `NAME.records.jsonl` beside each.

`python -m tests.indexer.readers.goldens` writes the records anew: look at what changes. What is no text is made here.
"""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from discovery.records import Page, Unit
from indexer.readers import read_list, read_page_file, read_units, sniff
from indexer.readers.page_lists import PageList
from tests.indexer.readers import specimens
from tests.indexer.readers.workbooks import ods, ods_cell, ods_row, xlsx

FOLDER = Path(__file__).parent / "golden"
RECORDS = ".records.jsonl"
HEAD = ("Фонд", "Опись", "Дело", "Заголовок", "Крайние даты", "Листы")
MADE = {
    "list.xlsx": xlsx(
        {"Опись 1": (HEAD, (325, 1, 12, "Письма", (11812, 1), 4), (325, 1, 13, "Протоколы", "1931–1933", "5"))}
    ),
    "list.ods": ods(
        {"Liste": ods_row(*map(ods_cell, ("Signatur", "Titel"))) + ods_row(*map(ods_cell, ("12", "Briefe")))}
    ),
    "page.pdf": specimens.pdf(),
    "fax.tif": specimens.tiff((30, 40), (20, 10)),
}


def names() -> list[str]:
    return sorted([path.name for path in FOLDER.iterdir() if not path.name.endswith(RECORDS)] + list(MADE))


def records(path: Path) -> list[str]:
    """The records of a file, a JSON object a line, with faults and notes behind them."""
    heard: list[dict[str, str]] = []

    def ear(kind: str) -> Any:
        return lambda source, text: heard.append({kind: f"{source}: {text}"})

    found = sniff(path, path.name)
    lines: list[dict[str, Any]]
    if found.units:
        lines = [_unit(unit) for unit in read_units(path, path.name, ear("fault"), ear("note"))]
    elif found.pages:
        lines = [_page(page) for page in read_page_file(path, path.name, ear("fault"))[1]]
    else:
        listed = read_list(path, path.name, ear("fault"))
        lines = list(_list(listed)) if listed else []
    return [json.dumps(line, ensure_ascii=False) for line in [*lines, *heard]]


def _unit(unit: Unit) -> dict[str, Any]:
    return {"unit": _filled(dataclasses.asdict(unit) | {"source": str(unit.source)})}


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty; records in it likewise."""
    return {name: _inner(each) for name, each in value.items() if each not in ("", (), None, False)}


def _inner(value: Any) -> Any:
    if isinstance(value, dict):
        return _filled(value)
    return [_inner(each) for each in value] if isinstance(value, tuple | list) else value


def _page(page: Page) -> dict[str, Any]:
    words = [
        f"{page.text[w.start : w.end]} {w.x},{w.y} {w.width}×{w.height}"
        + (f" {w.confidence}%" if w.confidence >= 0 else "")
        for w in page.words
    ]
    said = {
        **{"sequence": page.sequence, "label": page.label, "image": page.image, "text": page.text, "words": words},
        **{"size": f"{page.width}×{page.height}" if page.width else "", "source": str(page.source)},
        "languages": [f"{page.text[p.start : p.end]!r} {p.language}" for p in page.passages],
    }
    return {"page": {name: value for name, value in said.items() if value not in ("", [])}}


def _list(listed: PageList) -> Iterator[dict[str, Any]]:
    yield {"item": _filled({k: v for k, v in dataclasses.asdict(listed).items() if k != "pages"})}
    yield from ({"page": _filled(dataclasses.asdict(page))} for page in listed.pages)


def write() -> None:
    for name in names():
        path = FOLDER / name
        if name in MADE:
            path.write_bytes(MADE[name])
        (FOLDER / f"{name}{RECORDS}").write_text("".join(f"{line}\n" for line in records(path)), encoding="utf-8")
        if name in MADE:
            path.unlink()


if __name__ == "__main__":
    write()
