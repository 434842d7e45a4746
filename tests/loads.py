"""Loads that are killed: a collection of some pages, and `opis index` in a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

PAGE = (
    '<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page><PrintSpace>'
    "<TextBlock>{}</TextBlock></PrintSpace></Page></Layout></alto>"
)
LINE = '<TextLine><String CONTENT="{}"/></TextLine>'


def make_collection(place: Path, folders: int, pages: int, word: str) -> Path:
    """A collection folder: `folders` of `pages` pages each, every one of them with `word`."""
    (place / "ocr").mkdir(parents=True)
    (place / "collection.toml").write_text(
        'title = "Killed"\nlanguages = ["en"]\n[descriptions]\nfiles = ["folders.csv"]\n'
        '[pages]\npattern = "ocr/{inventory}-{sequence:04d}.xml"\n'
    )
    rows = [f"f{number},{number},file,Folder {number}" for number in range(1, folders + 1)]
    (place / "folders.csv").write_text("\n".join(["id,ref,level,title", *rows]) + "\n")
    for number in range(1, folders + 1):
        for sequence in range(1, pages + 1):
            lines = [LINE.format(f"{word} page{number}x{sequence}"), *(LINE.format(f"line {at}") for at in range(40))]
            (place / "ocr" / f"{number}-{sequence:04d}.xml").write_text(PAGE.format("".join(lines)))
    return place


def start(collection: Path, engine: Path, before: str = "") -> "subprocess.Popen[str]":
    """`opis index` in a process group of its own; `before` is run first, to have it killed at some moment."""
    program = f"import sys, opis\n{before}\nsys.exit(opis.main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "index", str(collection), "--engine", str(engine)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def load(collection: Path, engine: Path, before: str = "") -> int:
    """Load to the end, or until it is killed: the exit code, negative for a signal."""
    with start(collection, engine, before) as process:
        process.communicate(timeout=60)
        end_group(process.pid)
        return process.returncode


def is_alive(group: int) -> bool:
    """Whether a process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def end_group(group: int) -> None:
    """End what is left, so that no test leaves anything."""
    if is_alive(group):
        os.killpg(group, signal.SIGKILL)
