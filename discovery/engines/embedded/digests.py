"""What the files of a generation were when it was finished: size and digest of each.

The pointer has the digest of `about.json`, that has the digest of this list, and the list those of all other files.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAME = "files.json"
APART = frozenset([NAME, "about.json"])
"""Files that the list can't have: itself, and what is written after it."""
Listed = dict[str, tuple[int, str]]


def digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def listed(generation: Path) -> Listed:
    """The list as it has to be now."""
    return {file.name: (file.stat().st_size, digest(file)) for file in _files(generation)}


def read(generation: Path) -> Listed:
    """The list as it was made; empty for a generation from before there were any. ValueError if it is hurt."""
    file = generation / NAME
    try:
        kept: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        return {name: (int(size), str(made)) for name, (size, made) in kept.items()}
    except (AttributeError, TypeError, ValueError) as error:
        raise ValueError(f"{NAME} is not what opis writes: {error}") from error


def cut_short(generation: Path) -> Iterator[str]:
    """The names of files that are not there, or not as long as they were: known without reading them."""
    for name, (size, _) in read(generation).items():
        file = generation / name
        if not file.is_file() or file.stat().st_size != size:
            yield name


def changed(generation: Path) -> Iterator[str]:
    """The names of files that are not what they were."""
    now = listed(generation)
    before = read(generation)
    yield from sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))


def _files(generation: Path) -> Iterator[Path]:
    """All but locks and what tantivy keeps for itself."""
    for file in sorted(generation.iterdir()):
        if not file.name.startswith(".") and file.name not in APART:
            yield file
