"""Images without text: a page for each picture in the file, so that a folder of them can be browsed.

Only headers are read: IHDR of PNG, SOF of JPEG, ihdr of JPEG 2000, those of GIF and WebP, tags 256 and 257 of TIFF.
"""

import re
import struct
from collections.abc import Iterator

from discovery.errors import BadFile
from discovery.records import Page, Source

from .source import Report

READS = (
    ("width and height in the header", "size of the page"),
    ("each directory of a TIFF", "page"),
    ("pixels", "shown, not read"),
)
MAGIC = {
    "PNG": rb"\x89PNG\r\n\x1a\n",
    "JPEG": rb"\xff\xd8\xff",
    "GIF": rb"GIF8[79]a",
    "WebP": rb"RIFF....WEBP",
    "JPEG 2000": rb"\x00\x00\x00\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51",
    "TIFF": rb"II[*+]\x00|MM\x00[*+]",
}
"""How each kind begins."""
MOST_PAGES = 5_000
"""Pictures read of one TIFF."""
_BEGINS = {kind: re.compile(magic, re.DOTALL) for kind, magic in MAGIC.items()}
_SOF = re.compile(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]..\x08(....)", re.DOTALL)
_IHDR = re.compile(rb"ihdr(.{8})", re.DOTALL)
_WIDTH, _LENGTH = 256, 257
_SIZES = {1: "B", 3: "H", 4: "I", 16: "Q"}
"""How the types of a TIFF that a size can have are packed."""


def kind_of(data: bytes) -> str:
    """Which kind of image this is, by its first bytes; "" for none."""
    return next((kind for kind, begin in _BEGINS.items() if begin.match(data)), "")


def read(data: bytes, shown: str, fault: Report) -> list[Page]:
    """The pages of an image, without text, numbered from 1; their image is their place in this file ("#page=2").

    Raises `BadFile` where there is no size to be read.
    """
    kind = kind_of(data)
    sizes = list(_directories(data, shown, fault)) if kind == "TIFF" else [_SIZE[kind](data)]
    found = [size for size in sizes if size]
    if not found:
        raise BadFile(shown, f"a damaged {kind}: it has no picture whose size is stated")
    return [
        Page(sequence=number, text="", source=Source(shown), width=width, height=height, image=f"#page={number}")
        for number, (width, height) in enumerate(found, start=1)
    ]


Size = tuple[int, int] | None


def _unpacked(layout: str, data: bytes) -> Size:
    if len(data) < struct.calcsize(layout):
        return None
    width, height = struct.unpack_from(layout, data)
    return (width, height) if 0 < width < 2**31 and 0 < height < 2**31 else None


def _jpeg(data: bytes) -> Size:
    found = _SOF.search(data)
    size = _unpacked(">HH", found[1]) if found else None
    return (size[1], size[0]) if size else None


def _jp2(data: bytes) -> Size:
    if data.startswith(b"\xff\x4f"):
        return _unpacked(">II", data[8:16])
    found = _IHDR.search(data[:65536])
    size = _unpacked(">II", found[1]) if found else None
    return (size[1], size[0]) if size else None


def _webp(data: bytes) -> Size:
    if data[12:16] == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    size = _unpacked("<HH", data[26:30])
    return (size[0] & 0x3FFF, size[1] & 0x3FFF) if size else None


_SIZE = {
    "PNG": lambda data: _unpacked(">II", data[16:24]),
    "JPEG": _jpeg,
    "GIF": lambda data: _unpacked("<HH", data[6:10]),
    "WebP": _webp,
    "JPEG 2000": _jp2,
}


def _directories(data: bytes, shown: str, fault: Report) -> Iterator[Size]:
    """The size of each picture of a TIFF; directories that lead in a circle or out of the file end it."""
    end = "<" if data[:2] == b"II" else ">"
    big = data[2:3] == b"+" or data[3:4] == b"+"
    offset = _number(data, 8 if big else 4, end + ("Q" if big else "I"))
    seen: set[int] = set()
    while offset:
        if offset in seen or offset >= len(data):
            fault(Source(shown), f"a damaged TIFF: what follows picture {len(seen)} can't be read")
            return
        if len(seen) == MOST_PAGES:
            fault(Source(shown), f"more than {MOST_PAGES:,} pictures: those that follow are left out")
            return
        seen.add(offset)
        size, offset = _directory(data, offset, end, big)
        yield size


def _directory(data: bytes, offset: int, end: str, big: bool) -> tuple[Size, int]:
    """The size that a directory states, and where the next one is; 0 for none."""
    count = _number(data, offset, end + ("Q" if big else "H"))
    step, first = (20, offset + 8) if big else (12, offset + 2)
    found: dict[int, int] = {}
    for at in range(first, min(first + step * count, len(data) - step + 1), step):
        tag, kind = struct.unpack_from(f"{end}HH", data, at)
        if tag in (_WIDTH, _LENGTH) and kind in _SIZES:
            found[tag] = _number(data, at + (12 if big else 8), end + _SIZES[kind])
    width, height = found.get(_WIDTH, 0), found.get(_LENGTH, 0)
    size = (width, height) if 0 < width < 2**31 and 0 < height < 2**31 else None
    return size, _number(data, first + step * count, end + ("Q" if big else "I"))


def _number(data: bytes, at: int, layout: str) -> int:
    if at + struct.calcsize(layout) > len(data):
        return 0
    value: int = struct.unpack_from(layout, data, at)[0]
    return value
