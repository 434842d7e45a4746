"""Looking after an engine in a directory: is it well, and back to the generation before."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from discovery.engines.embedded.directory import before, current, half_built, point, read_about
from discovery.engines.embedded.searching import EmbeddedEngine
from discovery.engines.findings import Finding, examined
from discovery.errors import EngineMissing

LITTLE = 1_000_000_000
"""Free bytes below which a load is likely to fail."""


def examine(directory: Path) -> Iterator[Finding]:
    """What is well and what is not, with what to do about it."""
    yield from examined(
        lambda: Finding("ok", f"there: generation {current(directory).name} of {directory}"),
        lambda: _fitting(directory),
        lambda: _readable(directory),
        lambda: _writable(directory),
        lambda: _left_over(directory),
        lambda: _disk(directory),
    )


def rollback(directory: Path) -> str:
    """Make the last whole generation before the current one the current; its name."""
    now = current(directory)
    older = before(now)
    if not older:
        raise EngineMissing(f"{directory} has no generation before {now.name}.", "Load again: opis index SOURCE")
    read_about(older[0])
    point(older[0])
    return older[0].name


def _fitting(directory: Path) -> Finding:
    read_about(current(directory))
    return Finding("ok", "fields, languages and dictionaries are those of this program")


def _readable(directory: Path) -> Finding:
    snapshot = EmbeddedEngine(directory).snapshot()
    snapshot.read(snapshot.lookup("view", ["folders"], "folders", 1))
    return Finding("ok", "it answers")


def _writable(directory: Path) -> Finding:
    if os.access(directory, os.W_OK):
        return Finding("ok", "it can be loaded anew")
    return Finding("note", f"no permission to write to {directory}", "Enough for searching; load as another user.")


def _left_over(directory: Path) -> Finding:
    names = ", ".join(folder.name for folder in half_built(directory))
    if not names:
        return Finding("ok", "nothing is left of loads that were broken off")
    return Finding("note", f"half-built and never served: {names}", "The next load sweeps them, if none is running.")


def _disk(directory: Path) -> Finding:
    free = shutil.disk_usage(directory if directory.exists() else directory.absolute().parent).free
    what = f"{free / 1e9:.1f} GB free on its disk"
    return Finding("ok", what) if free > LITTLE else Finding("note", what, "A load writes the archive a second time.")
