"""Files inside of packed files, read in place: ZIP and TAR as folders, and single files as gzip, bzip2 or xz.

Nothing is ever unpacked to disk. What can't be trusted is refused by its name: paths that lead out, links, names given
twice, what is encrypted, and bombs.
"""

import bz2
import gzip
import io
import lzma
import re
import stat
import struct
import tarfile
import threading
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import IO, Protocol

from discovery.errors import BadFile

MOST_ENTRIES = 50_000
"""Files that one packed file may hold."""
MOST_UNPACKED = 4 * 2**30
"""Bytes that a compressed TAR may unpack to, read through for its list of files."""
BOMB = 400
"""Bytes that one packed byte may become, behind the first ones: gzip reaches 1,032, text some 20."""
HARMLESS = 32 * 2**20
"""Bytes up to which nothing is a bomb."""
LONGEST_NAME = 1_000
DAMAGE = (
    *(OSError, EOFError, ValueError, RuntimeError, ArithmeticError, LookupError, struct.error),
    *(zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError),
)
"""What the libraries raise for damaged files."""
_ENDINGS = re.compile(r"\.(?:zip|tar|tgz|tbz2?|txz|tar\.(?:gz|bz2|xz))$", re.IGNORECASE)
_XZ_MEMORY = 128 * 2**20
_STEP = 1 << 20


class Stream(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(slots=True)
class Packed:
    """What is in a packed file: the size of each file by name, and why the others are refused."""

    files: dict[str, int] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def below(self, folder: str) -> list[str]:
        """Names right in a folder of it; "" is its top."""
        begin = f"{folder}/" if folder else ""
        return list(dict.fromkeys(name[len(begin) :].split("/", 1)[0] for name in self.files if name.startswith(begin)))


def is_packed(name: str) -> bool:
    """Whether a file of this name is taken for one that holds others."""
    return bool(_ENDINGS.search(name))


def inside(path: Path) -> tuple[Path, str] | None:
    """The packed file that a path leads into, and the path in it; None for any other path."""
    for above in path.parents:
        if is_packed(above.name) and above.is_file():
            return above, path.relative_to(above).as_posix()
    return None


def contents(path: Path) -> Packed:
    """What is in a packed file. Raises `BadFile` where it can't be opened or holds too much."""
    return _opened(path).packed


def read_inside(path: Path, shown: str, most: int) -> bytes:
    """At most that many bytes of a file in a packed file. Raises `BadFile`."""
    place = inside(path)
    archive = _opened(place[0]) if place else None
    if place is None or archive is None or place[1] not in archive.packed.files:
        raise BadFile(shown, "no such file")
    try:
        return archive.read(place[1], most)
    except DAMAGE as error:
        raise BadFile(shown, f"damaged in its packed file ({error})") from error


def unpacked(data: IO[bytes], shown: str, most: int) -> bytes | None:
    """At most that many bytes of a file that is gzip, bzip2 or xz by its first bytes; None of any other.

    Raises `BadFile` for a damaged one and for a bomb.
    """
    stream = _stream(data)
    if stream is None:
        return None
    pieces: list[bytes] = []
    try:
        while most > 0 and (piece := stream.read(min(_STEP, most))):
            pieces.append(piece)
            most -= len(piece)
    except DAMAGE as error:
        raise BadFile(shown, f"damaged {stream.kind} file ({error})") from error
    except _BombError as error:
        raise BadFile(shown, str(error)) from error
    return b"".join(pieces)


class _BombError(Exception):
    """More comes out than a file of this kind could honestly hold."""


class _Watched(io.RawIOBase):
    """A stream that counts what comes out against what went in."""

    def __init__(self, kind: str, packed: IO[bytes], stream: Stream) -> None:
        self.kind, self._packed, self._stream, self._total = kind, packed, stream, 0

    def read(self, size: int = -1, /) -> bytes:
        piece = self._stream.read(min(size, _STEP) if size >= 0 else _STEP)
        self._total += len(piece)
        if self._total > HARMLESS and self._total > BOMB * self._packed.tell():
            raise _BombError(f"a bomb: it unpacks to more than {BOMB} times its size")
        if self._total > MOST_UNPACKED:
            raise _BombError(f"unpacks to more than {MOST_UNPACKED // 2**30} GB")
        return piece


class _Xz:
    """As `lzma.LZMAFile`, with a bound on memory."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed, self._reader = packed, self._new()

    def _new(self) -> lzma.LZMADecompressor:
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)

    def read(self, size: int, /) -> bytes:
        while True:
            data = b""
            if self._reader.eof:
                data = self._reader.unused_data or self._packed.read(1 << 16)
                if not data.strip(b"\0"):
                    return b""
                self._reader = self._new()
            elif self._reader.needs_input:
                data = self._packed.read(1 << 16)
                if not data:
                    raise EOFError("it breaks off")
            if piece := self._reader.decompress(data, max_length=size):
                return piece


def _stream(packed: IO[bytes]) -> _Watched | None:
    begin = packed.read(6)
    packed.seek(0)
    if begin[:2] == b"\x1f\x8b":
        return _Watched("gzip", packed, gzip.GzipFile(fileobj=packed))
    if re.match(rb"BZh[1-9]", begin):
        return _Watched("bzip2", packed, bz2.BZ2File(packed))
    return _Watched("xz", packed, _Xz(packed)) if begin == b"\xfd7zXZ\0" else None


class _Archive(Protocol):
    packed: Packed

    def read(self, name: str, most: int) -> bytes: ...


def _opened(path: Path) -> _Archive:
    state = path.stat()
    return _open(str(path), state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _open(path: str, _changed: int, _size: int) -> _Archive:
    """A packed file, open as long as it is asked for: each process keeps its own."""
    try:
        return _Zip(path) if zipfile.is_zipfile(path) else _Tar(path)
    except (*DAMAGE, _BombError) as error:
        raise BadFile(path, f"can't be opened as a packed file: {error}") from error


class _Zip:
    def __init__(self, path: str) -> None:
        self._file = zipfile.ZipFile(path)
        entries = self._file.infolist()
        _check_count(len(entries))
        self.packed = Packed()
        self._entries: dict[str, zipfile.ZipInfo] = {}
        overlapping = _overlapping(entries)
        for entry in entries:
            name = _decoded(entry)
            if entry.is_dir():
                continue
            if reason := _wrong_name(name, self.packed) or _wrong_entry(entry, overlapping):
                self.packed.refused.append((name, reason))
            else:
                self.packed.files[name] = entry.file_size
                self._entries[name] = entry

    def read(self, name: str, most: int) -> bytes:
        with self._file.open(self._entries[name]) as entry:
            return entry.read(most)


def _wrong_entry(entry: zipfile.ZipInfo, overlapping: frozenset[int]) -> str:
    if entry.flag_bits & 1:
        return "it is encrypted"
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "it is a link" if stat.S_ISLNK(mode) else "it is no ordinary file"
    if entry.file_size > HARMLESS and entry.file_size > BOMB * entry.compress_size:
        return f"a bomb: it unpacks to more than {BOMB} times its size"
    if entry.header_offset in overlapping:
        return "a bomb: it lies over another file in the same packed file"
    return ""


def _overlapping(entries: list[zipfile.ZipInfo]) -> frozenset[int]:
    """Where entries begin whose bytes are those of others as well."""
    found: set[int] = set()
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            found.add(entry.header_offset)
        end = max(end, entry.header_offset + 30 + entry.compress_size)
    return frozenset(found)


def _decoded(entry: zipfile.ZipInfo) -> str:
    """The name; where nothing says that it is UTF-8, it may be all the same."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


class _Tar:
    def __init__(self, path: str) -> None:
        self._packed = Path(path).open("rb")  # noqa: SIM115
        self._lock = threading.Lock()
        self.packed = Packed()
        self._places: dict[str, tuple[int, int]] = {}
        for member in self._members():
            _check_count(len(self._places) + len(self.packed.refused))
            name = member.name.removeprefix("./")
            if member.isdir():
                continue
            if reason := _wrong_name(name, self.packed) or _wrong_member(member):
                self.packed.refused.append((name, reason))
            else:
                self.packed.files[name] = member.size
                self._places[name] = (member.offset_data, member.size)
        self._reading = self._unwatched()

    def __del__(self) -> None:
        self._packed.close()

    def _members(self) -> Iterator[tarfile.TarInfo]:
        """In one pass from the first byte to the last, so that a bomb is met before it has cost anything."""
        stream = _stream(self._packed)
        source: IO[bytes] = stream or self._packed  # type: ignore[assignment]
        with tarfile.open(fileobj=source, mode="r|", errorlevel=2) as tar:
            while member := tar.next():
                yield member
                tar.members = []  # type: ignore[attr-defined]  # else it keeps them all

    def _unwatched(self) -> IO[bytes]:
        self._packed.seek(0)
        begin = self._packed.read(6)
        self._packed.seek(0)
        if begin[:2] == b"\x1f\x8b":
            return gzip.GzipFile(fileobj=self._packed)  # type: ignore[return-value]
        if begin[:3] == b"BZh":
            return bz2.BZ2File(self._packed)
        return lzma.LZMAFile(self._packed) if begin == b"\xfd7zXZ\0" else self._packed

    def read(self, name: str, most: int) -> bytes:
        offset, size = self._places[name]
        with self._lock:
            self._reading.seek(offset)
            return self._reading.read(min(size, most))


def _wrong_member(member: tarfile.TarInfo) -> str:
    if member.issym() or member.islnk():
        return "it is a link"
    return "" if member.isreg() and not member.issparse() else "it is no ordinary file"


def _wrong_name(name: str, packed: Packed) -> str:
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name):
        return "an absolute path"
    if ".." in re.split(r"[/\\]", name):
        return "its path leads out"
    if not name or "\0" in name or "\\" in name or len(name) > LONGEST_NAME or not is_text(name):
        return "a name that is none"
    return "named twice: only the first is read" if name in packed.files else ""


def is_text(name: str) -> bool:
    """Whether a name of a file can be written down at all."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _check_count(count: int) -> None:
    if count > MOST_ENTRIES:
        raise ValueError(f"it holds more than {MOST_ENTRIES:,} files")
