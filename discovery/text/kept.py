"""Tables compiled once, into files that are mapped and not read: several processes have them in memory once."""

import fcntl
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import marisa_trie

Make = Callable[[], marisa_trie.BytesTrie]


def opened(name: str, make: Make) -> marisa_trie.BytesTrie:
    """The table of a name, made where it is not kept yet: in OPIS_CACHE or the user's cache folder, else in a
    temporary one, else in memory. A name says all that the table depends on.
    """
    for place in (folder(), Path(tempfile.gettempdir()) / f"opis-{os.getuid()}"):
        with suppress(OSError, RuntimeError):  # marisa's own, for a file that is hurt
            return marisa_trie.BytesTrie().mmap(str(_file(place, name, make)))
    return make()


def folder() -> Path:
    """Where compiled tables are kept."""
    named = os.environ.get("OPIS_CACHE")
    return Path(named) if named else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "opis"


def _file(place: Path, name: str, make: Make) -> Path:
    """The file of a table, made if it is not there. Whoever comes meanwhile waits for it."""
    file = place / f"{name}.marisa"
    if not file.exists():
        place.mkdir(parents=True, exist_ok=True)
        with (place / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not file.exists():
                unfinished = place / f"{name}.{os.getpid()}"
                make().save(str(unfinished))
                unfinished.replace(file)
    return file
