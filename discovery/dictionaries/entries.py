"""Readers of dictionaries: dictd files as Debian packages FreeDict, FreeDict's TEI, and pairs with a tab between.

dictd: an `.index` of headword, offset and length in base 64 (RFC 2229 servers; dictd(8)), beside a gzipped `.dict.dz`.
An entry is a line with the headword, then one of translations or several that are numbered; what is indented, or
stands behind the translations, is notes and definitions. TEI: `entry` with `form/orth` and
`sense//cit[@type="trans"]/quote` (P5, chapter 9).
"""

import gzip
import re
import string
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from discovery.errors import BadFile

LONGEST_PHRASE = 3
"""Words of a headword or a translation: longer ones are sentences."""
MOST_SENSES = 12
"""Translations taken of one entry."""

_DIGITS = {
    digit: value for value, digit in enumerate(string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/")
}
_LICENCES = (
    r"Licensed under .{,100}?(?=\.\s|\s{2}| license)",
    r"under the terms of .{,160}?(?=\.\s|, where| and|$)",
    r"Copyright[^.]*",
)
_NUMBERED = re.compile(r"^\s*\d+\.\s+")
_ASIDE = re.compile(r"<[^>]*>|\[[^\]]*\]|\([^)]*\)|/[^/\n]*/|\{[^}]*\}|\d+\.?$|…|\.\.\.")
_OPEN = re.compile(r"\b(?:jdn|jdm|jds|jd|etw|sb|sth|smth|smb|qn|qc|qqch|qqn)\b\.?(?:'s)?|^(?:to|sich|se)\s")


class Pair(NamedTuple):
    """A word or short phrase and a translation of it, as written."""

    word: str
    translation: str


def read_dictd(index: Path) -> Iterator[Pair]:
    """The pairs of an `.index` and the `.dict.dz` (or `.dict`) beside it. BadFile where one is damaged."""
    body = next((file for file in (index.with_suffix(".dict.dz"), index.with_suffix(".dict")) if file.exists()), None)
    if body is None:
        raise BadFile(index.name, f"there is no {index.stem}.dict.dz beside it")
    try:
        data = gzip.decompress(body.read_bytes()) if body.suffix == ".dz" else body.read_bytes()
        for line in index.read_text(encoding="utf-8").splitlines():
            headword, offset, length, *_ = line.split("\t")
            if not headword.startswith("00") and headword.count(" ") < LONGEST_PHRASE:
                start = _number(offset)
                yield from _pairs(data[start : start + _number(length)].decode("utf-8"))
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise BadFile(index.name, f"no dictionary in dictd's format ({error})") from error


def read_tabs(file: Path) -> Iterator[Pair]:
    """Lines of a word, a tab and its translations with a semicolon between."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(file.name, f"can't be read ({error})") from error
    for line in lines:
        word, tab, translations = line.partition("\t")
        if tab and not line.startswith("#"):
            yield from (Pair(word.strip(), one) for one in _phrases(translations))


def read_tei(file: Path) -> Iterator[Pair]:
    """The entries of FreeDict's sources."""
    words: list[str] = []
    try:
        for event, element in ElementTree.iterparse(file, ("start", "end")):
            tag = element.tag.rpartition("}")[2]
            if event == "start":
                words = [] if tag == "entry" else words
            elif tag == "orth":
                words += _phrases(element.text or "")
            elif tag == "cit" and element.get("type") in ("trans", "translation"):
                quotes = (part for part in element if part.tag.rpartition("}")[2] == "quote")
                found = [phrase for quote in quotes for phrase in _phrases("".join(quote.itertext()))]
                yield from (Pair(word, translation) for word in words for translation in found)
            elif tag == "entry":
                element.clear()
    except (OSError, ElementTree.ParseError) as error:
        raise BadFile(file.name, f"no dictionary in TEI ({error})") from error


def about_dictd(index: Path) -> str:
    """What a dictionary says of its licence, in a line; "" where it says nothing."""
    try:
        with gzip.open(index.with_suffix(".dict.dz"), "rt", encoding="utf-8", errors="replace") as body:
            head = body.read(20_000)
    except (OSError, EOFError):
        return ""
    said = " ".join(head.split())
    found = next(filter(None, (re.search(pattern, said) for pattern in _LICENCES)), None)
    return found.group().strip() if found else ""


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 64 + _DIGITS[digit]
    return value


def _pairs(entry: str) -> Iterator[Pair]:
    head, *lines = entry.split("\n")
    numbered = [line for line in lines if _NUMBERED.match(line)]
    word = next(_phrases(head), "")
    if word:
        for line in numbered or lines[:1]:
            found = islice(_phrases(_NUMBERED.sub("", line)), MOST_SENSES)
            yield from (Pair(word, translation) for translation in found)


def _phrases(text: str) -> Iterator[str]:
    for part in re.split("[,;]", _ASIDE.sub(" ", text)):
        phrase = " ".join(_OPEN.sub(" ", part.strip()).split())
        if phrase and len(phrase.split()) <= LONGEST_PHRASE:
            yield phrase
