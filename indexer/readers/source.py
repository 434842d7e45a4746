"""Bytes and characters of a file: compression, size, encoding. The first thing that can be wrong with one."""

import codecs
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from discovery.errors import BadFile
from discovery.packed import inside, read_inside, unpacked
from discovery.records import Source

from .eightbit import likely_encoding

Report = Callable[[Source, str], None]
"""Takes a place and a sentence about it. A *fault* is something skipped, a *note* merely worth knowing."""

MAX_BYTES = 512 * 2**20
"""Largest file read, in bytes after decompression; a finding aid of 27,000 components has 9 million."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),  # markup without a mark
    (b"\0<", "utf-16-be"),
)
_UNICODE = frozenset(name for _, name in _MARKS)
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
"""Codecs of Python that no file can mean: slow ones, and ones with errors of their own."""
_NOT_IN_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_DECLARED = (
    re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)"),
    re.compile(rb"<meta[^>]*?\bcharset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE),
)
_PACKED = (b"\x1f\x8b\x08", b"BZh", b"\xfd7z")
_HEAD = 2048
SNIFFED = 1 << 16


def read_bytes(path: Path, shown: str, first: int | None = None) -> bytes:
    """The file's bytes, or its `first` ones, unpacked if it is gzip, bzip2 or xz, which its first bytes tell.

    The path may lead into a packed file (`discovery.packed`). Raises `BadFile`.
    """
    most = MAX_BYTES + 1 if first is None else first
    if path.is_fifo():
        raise BadFile(shown, "a pipe, which would be waited for without end")
    try:
        if inside(path):
            data = read_inside(path, shown, most)
            plain = unpacked(BytesIO(data), shown, most) if data[:3] in _PACKED else None
            data = data if plain is None else plain
        else:
            data = _read_file(path, shown, most)
    except OSError as error:
        raise BadFile(shown, f"can't be opened: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise BadFile(shown, f"larger than {MAX_BYTES // 2**20} MB")
    return data


def _read_file(path: Path, shown: str, most: int) -> bytes:
    with path.open("rb") as file:
        plain = unpacked(file, shown, most)
        if plain is not None:
            return plain
        if path.stat().st_size > MAX_BYTES < most:
            raise BadFile(shown, f"larger than {MAX_BYTES // 2**20} MB")
        return file.read(most)


def head(data: bytes) -> str:
    """The beginning of a file as text, as far as it is text: enough to tell its format."""
    encoding = _encoding(data)
    simple = encoding if encoding in _UNICODE else "latin-1"
    return data[:SNIFFED].decode(simple, "ignore").lstrip("\ufeff")


def first_line(data: bytes) -> str:
    """The first line of a text that isn't blank, as `decode_undeclared` would read it."""
    begin = data[:SNIFFED]
    likely = likely_encoding(begin) if _encoding(begin) == "utf-8" else None
    text = begin.decode(likely, "replace") if likely else head(data)
    return re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0]


def decode(data: bytes, shown: str, fault: Report | None = None) -> str:
    """The characters of a file in the encoding it claims, else in UTF-8.

    It claims one by a byte order mark, an XML declaration or `<meta charset>`. A byte that isn't in that encoding
    is a `BadFile` with its line or, where `fault` is given, reported and replaced by U+FFFD.
    """
    encoding = _encoding(data)
    try:
        if codecs.lookup(encoding).name in _NO_CHARSETS:
            raise LookupError
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise BadFile(shown, f"claims the encoding {encoding!r}, which nobody knows", 1) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"the byte 0x{data[error.start]:02X} is not valid {encoding.upper()}"
        if fault is None:
            raise BadFile(shown, f"{reason}: save it as UTF-8, or declare its encoding", line) from error
        fault(Source(shown, line), f"{reason}: such bytes are read as \ufffd")
        return data.decode(encoding, "replace").removeprefix("\ufeff")


def decode_undeclared(data: bytes, shown: str, note: Report | None = None, fault: Report | None = None) -> str:
    """As `decode`, but what isn't UTF-8 is read in its `likely_encoding`, if it has one, which `note` is told."""
    try:
        return decode(data, shown)
    except BadFile as error:
        encoding = likely_encoding(data)
        if encoding is None:
            return decode(data, shown, fault)
        if note:
            note(Source(shown, error.line), f"not UTF-8 from here on: the file is read as {encoding}")
        return data.decode(encoding, "replace")


def _encoding(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[:_HEAD]
    for pattern in _DECLARED:
        if found := pattern.search(head):
            return _meant(found[1].decode("ascii").lower(), data)
    return "utf-8"


def _meant(claim: str, data: bytes) -> str:
    """The encoding behind a claim."""
    if claim.startswith(("utf-16", "utf-32", "ucs-")):
        return "utf-8"  # a declaration that can be read byte by byte proves it
    try:
        known = codecs.lookup(claim).name
    except LookupError:
        return claim
    if known == "iso8859-1" and not _NOT_IN_WINDOWS.search(data):
        return "cp1252"  # the same, but dashes and quotation marks where Latin 1 has control characters
    return claim
