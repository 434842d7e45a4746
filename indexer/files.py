"""Files of a collection folder by pattern: "ocr/{inventory}/{sequence:04d}.xml", "texts/*.txt".

Every folder is listed once, and a name is found in its list by bisection: a finding aid of 30,000 units over one
folder of 100,000 files takes seconds. Nothing outside the collection folder is ever named.
"""

import bisect
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from discovery.errors import BadFile
from discovery.packed import Packed, contents, inside, is_packed, is_text

PLACEHOLDERS = ("inventory", "ref", "id", "sequence")

_FIELD = re.compile(r"\{(\w*)(?::0?(\d{1,2})d?)?\}")
_STAR, _NUMBER = "\x01", "\x02"
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A path below the collection folder with placeholders, and `*` for any part of one name."""

    text: str

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(found[1] for found in _FIELD.finditer(self.text))

    def faults(self) -> list[str]:
        """What is wrong with it, for its author."""
        wrong = [f"unknown placeholder {{{name}}}" for name in self.fields if name not in PLACEHOLDERS]
        if set("{}") & set(_FIELD.sub("", self.text)):
            wrong.append("a { or } that is no placeholder")
        if self.fields.count("sequence") > 1:
            wrong.append("{sequence} more than once")
        if not is_inside(_FIELD.sub("x", self.text)):
            wrong.append("leads out of the collection folder")
        return [f"{self.text!r}: {what}" for what in wrong]

    def fill(self, values: Mapping[str, str], sequence: int | None = None) -> str:
        """The path for these values; without a sequence, its place and every `*` are left open."""

        def value(found: "re.Match[str]") -> str:
            if found[1] != "sequence":
                return values[found[1]].replace(_STAR, "").replace(_NUMBER, "")
            return _NUMBER if sequence is None else f"{sequence:0{found[2] or 1}d}"

        return _FIELD.sub(value, open_stars(self.text))

    def number(self, path: str, values: Mapping[str, str]) -> int | None:
        """The sequence number that this path has under the pattern; None where it doesn't fit."""
        if "sequence" not in self.fields or not all(values[name] for name in self.fields if name != "sequence"):
            return None
        found = _fits(self.fill(values)).fullmatch(path)
        return int(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class Tree:
    """The files below a folder, each folder listed when first asked for."""

    root: Path
    _listed: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)
    _places: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)
    _packed: dict[Path, Packed] = field(default_factory=dict, repr=False, compare=False)
    refused: dict[str, str] = field(default_factory=dict, repr=False, compare=False)  # why, by path

    def find(self, open_path: str) -> list[tuple[int | None, str]]:
        """Files that fit a path left open by `Pattern.fill`, with their sequence number, in natural order."""
        if not is_inside(open_path):
            return []
        segments = [segment for segment in open_path.split("/") if segment not in ("", ".")]
        found = [hit for hit in self._below("", segments, None) if self.holds(hit[1])]
        return sorted(found, key=lambda hit: (hit[0] or 0, natural(hit[1])))

    def holds(self, path: str) -> bool:
        """Whether this is a file, or one in a packed file, and in the folder even where links lead."""
        full = self.root / path
        there = is_inside(path) and (full.is_file() or self._is_packed(full))
        return there and full.resolve().is_relative_to(self.root.resolve())

    def _is_packed(self, full: Path) -> bool:
        place = inside(full)
        return place is not None and place[1] in self.packed(place[0]).files

    def packed(self, path: Path) -> Packed:
        """What is in a packed file below the folder; nothing where it can't be opened, which is noted in `refused`."""
        if path not in self._packed:
            try:
                self._packed[path] = contents(path)
            except (BadFile, OSError) as error:
                self._packed[path] = Packed()
                self.refused[self._relative(path)] = getattr(error, "reason", "can't be opened")
            at = self._relative(path)
            self.refused.update((f"{at}/{name}" if at else name, why) for name, why in self._packed[path].refused)
        return self._packed[path]

    def _relative(self, path: Path) -> str:
        return "" if path == self.root else path.relative_to(self.root).as_posix()

    def named(self, name: str) -> list[str]:
        """Paths of all files of this name, wherever they lie."""
        if not self._places:
            for path in self.walk():
                self._places.setdefault(PurePosixPath(path).name, []).append(path)
        return self._places.get(name, [])

    def walk(self) -> Iterator[str]:
        """Paths of all files, also in packed files, folder by folder, in natural order; hidden ones left out."""
        return (path for path in self.walk_all() if not is_hidden(path))

    def walk_all(self) -> Iterator[str]:
        """As `walk`, with hidden files and links to folders, which are not followed."""
        if self.root.is_file():
            yield from self._members(self.root)
        for folder, below, files in os.walk(self.root):
            here = Path(folder).relative_to(self.root)
            below[:], files = sorted(self._written(here, below), key=natural), self._written(here, files)
            links = (name for name in below if (Path(folder) / name).is_symlink())
            for name in sorted([*files, *links], key=natural):
                yield (here / name).as_posix()
                if is_packed(name) and (path := Path(folder) / name).is_file():
                    yield from (f"{(here / name).as_posix()}/{member}" for member in self._members(path))

    def _written(self, here: Path, names: list[str]) -> list[str]:
        """The names that are text; a file system can have others, which nothing here could ever be called by."""
        for name in names:
            if not is_text(name):
                self.refused[(here / name).as_posix().encode("utf-8", "replace").decode()] = "its name is no UTF-8"
        return [name for name in names if is_text(name)]

    def _members(self, path: Path) -> list[str]:
        return sorted(self.packed(path).files, key=natural)

    def _below(self, folder: str, segments: list[str], number: int | None) -> Iterator[tuple[int | None, str]]:
        if not segments:
            yield number, folder
            return
        segment, rest = segments[0], segments[1:]
        for name, found in self._fitting(folder, segment):
            yield from self._below(f"{folder}/{name}" if folder else name, rest, number if found is None else found)

    def _fitting(self, folder: str, segment: str) -> Iterator[tuple[str, int | None]]:
        literal = re.split(f"[{_STAR}{_NUMBER}]", segment, maxsplit=1)[0]
        names = self._names(folder)
        begin = bisect.bisect_left(names, literal)
        if literal == segment:
            if begin < len(names) and names[begin] == segment:
                yield segment, None
            return
        fits = _fits(segment)
        for name in names[begin:]:
            if not name.startswith(literal):
                return
            if found := fits.fullmatch(name):
                yield name, int(found[1]) if _NUMBER in segment else None

    def _names(self, folder: str) -> list[str]:
        if folder not in self._listed:
            self._listed[folder] = sorted(self._listing(self.root / folder))
        return self._listed[folder]

    def _listing(self, folder: Path) -> list[str]:
        place = (folder, "") if is_packed(folder.name) and folder.is_file() else inside(folder)
        if place:
            return self.packed(place[0]).below(place[1])
        try:
            return list(filter(is_text, os.listdir(folder)))  # noqa: PTH208
        except OSError:
            return []


def is_hidden(path: str) -> bool:
    """Whether a name in it begins with a dot, or with what a Macintosh leaves in packed files."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.split("/"))


def _fits(open_path: str) -> "re.Pattern[str]":
    """Matches the paths that an open one stands for; its group is the sequence number."""
    escaped = re.escape(open_path).replace(re.escape(_STAR), "[^/]*")
    return re.compile(escaped.replace(re.escape(_NUMBER), r"(\d{1,9})"))


def open_stars(path: str) -> str:
    """A path without placeholders, its `*` left open."""
    return path.replace("*", _STAR)


def close_stars(path: str) -> str:
    """A path left open as it is written for people."""
    return path.replace(_STAR, "*").replace(_NUMBER, "*")


def is_inside(path: str) -> bool:
    """Whether a relative path stays below the folder it starts in, judged by its text."""
    depth = 0
    for segment in path.split("/"):
        depth += -1 if segment == ".." else segment not in ("", ".")
        if depth < 0:
            return False
    return not path.startswith("/") and "\\" not in path and "\0" not in path


def natural(text: str) -> list[tuple[int, str]]:
    """Sort key in which "page 9" comes before "page 10"."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(text)]
