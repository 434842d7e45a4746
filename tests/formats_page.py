"""docs/formats.md, made of the tables of the readers and the specimens of the tests.

`python -m tests.formats_page` writes it.
"""

from collections.abc import Iterator
from pathlib import Path

from indexer.readers import FORMATS, Format, sniff
from tests.indexer.readers.goldens import FOLDER, RECORDS

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
SHOWN_ONCE = {"ead1.xml", "ead3.xml", "manifest3.json"}
"""Specimens that say what another of their kind does."""
BEGIN = """# Formats

What is in a file tells its kind, its name never does. `opis formats` lists these kinds, `opis inspect FILE` shows what
one file would become, and the report of a load what became of each ([command line](command-line.md)). A file can be
gzip, bzip2 or xz, or lie in a `.zip` or `.tar` ([collections](collection.md)).

What is read from each kind stands here as the readers have it; the examples are read by the tests, with the records
beside them. `python -m tests.formats_page` writes this page.
"""


def text() -> str:
    return BEGIN + "".join(f"\n{part}\n" for kind in FORMATS for part in _section(kind))


def _section(kind: Format) -> Iterator[str]:
    yield f"## {kind.name[0].upper()}{kind.name[1:]}"
    yield f"Recognised by {_cell(kind.known_by)}." + (f" {kind.note[0].upper()}{kind.note[1:]}." if kind.note else "")
    rows = "".join(f"| {_cell(what)} | {_cell(becomes)} |\n" for what, becomes in kind.reads)
    yield f"| in the file | becomes |\n|---|---|\n{rows}".rstrip("\n")
    for path in _specimens(kind):
        yield f"```{path.suffix[1:]}\n{path.read_text(encoding='utf-8').replace(chr(12), '␌')}```".replace(
            "\n\n```", "\n```"
        )
        yield f"```json\n{path.with_name(path.name + RECORDS).read_text(encoding='utf-8')}```"


def _specimens(kind: Format) -> list[Path]:
    files = [path for path in sorted(FOLDER.iterdir()) if not path.name.endswith(RECORDS)]
    return [path for path in files if path.name not in SHOWN_ONCE and sniff(path, path.name) == kind]


def _cell(said: str) -> str:
    return said.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
