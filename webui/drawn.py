"""Pages that no browser shows as they are, and parts of images, drawn when they are first asked for and kept."""

import hashlib
import os
import subprocess
import sys
import tempfile
import threading
from functools import cache, lru_cache
from pathlib import Path

from discovery.errors import BadFile, NotFound
from discovery.packed import read_inside

DRAWN = frozenset({".pdf", ".tif", ".tiff", ".jp2", ".j2k", ".jpf", ".jpx"})
"""What is drawn; everything else a browser shows, or nobody."""
LONGEST = 2_400
"""Pixels of the longer side."""
SHARPEST = 6_000
"""The same, of a page that is zoomed into."""
SECONDS = 20.0
"""That drawing may take."""
LARGEST = 128 * 2**20
"""Bytes of an image that is taken out of a packed file."""
KEPT = 512 * 2**20
"""Bytes of drawn pages that are kept; the oldest go."""
Region = tuple[int, int, int, int]
"""Left, top, width, height, in pixels."""
_PROCESS = Path(__file__).with_name("draw_process.py")
_AT_ONCE = threading.BoundedSemaphore(2)


def drawn(file: Path, page: int, longest: int = LONGEST) -> Path:
    """A JPEG of a page (from 1) of a file. Raises `NotFound` where it can't be drawn."""
    return _kept(file, page, longest)


def part(file: Path, region: Region, size: tuple[int, int]) -> Path:
    """A JPEG of a region of an image, at a size. Raises `NotFound` where it can't be drawn."""
    return _kept(file, 1, *region, *size)


def size_of(file: Path) -> tuple[int, int]:
    """Width and height of an image in pixels. Raises `NotFound` where it can't be read."""
    return _size(file, file.stat().st_mtime_ns)


@lru_cache(4096)
def _size(file: Path, _changed: int) -> tuple[int, int]:
    width, height = map(int, _run(file, 1).split())
    return width, height


def _kept(file: Path, page: int, *numbers: int) -> Path:
    kept = _place(file, "/".join(map(str, (page, *numbers))), ".jpg")
    if not kept.is_file():
        _keep(kept, _run(file, page, *numbers))
    return kept


def taken_out(path: Path, packed: Path) -> Path:
    """A copy of a file in a packed file. Raises `NotFound` where there is none."""
    kept = _place(packed, str(path), path.suffix)
    if not kept.is_file():
        try:
            _keep(kept, read_inside(path, path.name, LARGEST))
        except BadFile as error:
            raise NotFound("The image of this page can't be read.", "Its text can be read all the same.") from error
    return kept


def _place(file: Path, what: str, suffix: str) -> Path:
    """Where something of a file, as it is now, is kept."""
    state = file.stat()
    key = hashlib.sha256(f"{file}\0{state.st_mtime_ns}\0{state.st_size}\0{what}".encode()).hexdigest()
    return _folder() / f"{key}{suffix}"


def _run(file: Path, page: int, *numbers: int) -> bytes:
    command = [sys.executable, str(_PROCESS), str(file), str(page), *map(str, numbers)]
    try:
        with _AT_ONCE:
            return subprocess.run(command, capture_output=True, timeout=SECONDS, check=True).stdout
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise NotFound("The image of this page can't be drawn.", "Its text can be read all the same.") from error


def _keep(place: Path, picture: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as writing:
        writing.write(picture)
    Path(writing.name).replace(place)
    files = sorted((path.stat().st_mtime, path.stat().st_size, path) for path in place.parent.iterdir())
    over = sum(size for _, size, _ in files) - KEPT
    for _, size, path in files:
        if over <= 0:
            return
        path.unlink(missing_ok=True)
        over -= size


@cache
def _folder() -> Path:
    """Where drawn pages are kept: in the user's cache, or for as long as this process runs."""
    place = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "opis" / "drawn"
    try:
        place.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=place).close()
    except OSError:
        return Path(tempfile.mkdtemp(prefix="opis-drawn-"))
    return place
