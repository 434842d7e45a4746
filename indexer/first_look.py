"""A first look over a sample of the source: which languages it is in, before anything is loaded.

The same source always makes the same sample and the same answer, so that a load that is resumed goes on with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from discovery.errors import BadFile
from discovery.records import Unit
from discovery.text.language import likelihoods, runs
from discovery.text.prior import STATED, Likelihoods, Prior, counted, learnt, usual
from indexer.arrangement import Placed
from indexer.collection import Collection
from indexer.readers import read_pages
from mappings.languages import label

UNITS = 800
"""Units whose descriptions and texts are looked at, evenly over the whole."""
FILES, BYTES, PACKED = 400, 4_000_000, 50_000
"""Page files that are opened, what they may have together, and what one in a packed file is taken to have."""
PASSAGES = 2_000
"""Passages that are judged, long ones first."""
LONG = 80
"""Code points of a passage that says by itself which language it is in."""
BEGINNING = 4_000
"""Code points of one text that are looked at."""
OF_A_TEXT = 3
"""Passages of one text that are judged, the longest."""
OF_A_PART = 8.0
"""Passages of a part of the archive, one finding aid or all texts, that the whole of it counts for there."""
SHOWN = 0.01
"""Share from which a language is named."""

TEXTS = ""
"""The part of the archive that is no finding aid."""

Thing = TypeVar("Thing")


class _Seen(NamedTuple):
    """A passage as it was judged: of a text or of which finding aid, how long, and how it fits each language."""

    part: str
    length: int
    fits: Likelihoods


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What languages are likely, in all of the archive, in its texts and in each finding aid, and what says so.

    Descriptions are often in another language than what they describe.
    """

    languages: Prior
    texts: Prior
    by_file: Mapping[str, Prior] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    passages: int = 0

    def __str__(self) -> str:
        """As people read it: "Russian 61 %, French 30 % of 412 passages"."""
        if not self.passages:
            return "there is nothing to look at"
        most = sorted(self.shares.items(), key=lambda share: (-share[1], share[0]))
        named = ", ".join(f"{label(code)} {share:.0%}".replace("%", " %") for code, share in most if share >= SHOWN)
        return f"{named} of {self.passages:,} passage{'s' * (self.passages > 1)}"


def first_look(collection: Collection, roots: Iterable[Placed], codes: Sequence[str]) -> FirstLook:
    """Look at descriptions and pages; `codes` are the languages that a passage can be in.

    Long passages say what the archive is in, short ones are weighed by that and added. What a finding aid states of
    its own language counts as it does when it is loaded.
    """
    before = usual(tuple(codes))
    seen = [*_judged(_texts(collection, [placed for root in roots for placed in root.walk()]), before)]
    seen = sorted(seen, key=lambda one: -one.length)[:PASSAGES]
    surely = learnt([one.fits for one in seen if one.length >= LONG], before)
    languages = learnt([one.fits for one in seen], surely)
    parts: defaultdict[str, list[Likelihoods]] = defaultdict(list)
    for one in seen:
        parts[one.part].append(one.fits)
    likely = {part: learnt(fits, languages, OF_A_PART) for part, fits in parts.items()}
    counts = counted([one.fits for one in seen], languages)
    shares = {code: count / len(seen) for code, count in counts.items()}
    return FirstLook(languages, likely.pop(TEXTS, languages), likely, shares, len(seen))


class _Text(NamedTuple):
    part: str
    text: str
    stated: str


def _judged(texts: Iterable[_Text], before: Prior) -> Iterator[_Seen]:
    for part, text, stated in texts:
        found = sorted(runs(text[:BEGINNING]), key=lambda run: run.start - run.end)
        for run in found[:OF_A_TEXT]:
            if fits := likelihoods(text[run.start : run.end], run.script, before):
                yield _Seen(part, run.end - run.start, _as_stated(fits, stated))


def _as_stated(fits: Likelihoods, stated: str) -> Likelihoods:
    return {**fits, stated: fits[stated] * STATED} if stated in fits else fits


def _texts(collection: Collection, units: Sequence[Placed]) -> Iterator[_Text]:
    sample = list(_evenly(units, UNITS))
    for placed in sample:
        unit = placed.unit
        for text in (unit.title, unit.description):
            if text and not collection.found:  # the name of a file is no title
                yield _Text(unit.source.file, text, unit.language)
        if unit.text:
            yield _Text(TEXTS, unit.text, _only(unit))
    room = BYTES
    for path, shown, stated in _evenly(list(_page_files(collection, sample)), FILES):
        room -= _size(path)
        if room < 0:
            return
        yield from (_Text(TEXTS, text, stated) for text in _read(path, shown))


def _page_files(collection: Collection, sample: Iterable[Placed]) -> Iterator[tuple[Path, str, str]]:
    """The first page file of each unit of a sample, and the language that the unit states if it is one."""
    for placed in sample:
        unit, folder = placed.unit, placed.folder
        if folder:
            files, _ = collection.page_files(unit, folder.unit.ref, placed is folder)
            for file in files[:1]:
                yield collection.root / file.path, file.path, _only(unit)


def _only(unit: Unit) -> str:
    return unit.languages[0] if len(unit.languages) == 1 else ""


def _read(path: Path, shown: str) -> list[str]:
    try:
        return [page.text for page in read_pages(path, shown, lambda *_: None)[:OF_A_TEXT]]
    except BadFile:  # the load says so
        return []


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else PACKED


def _evenly(things: Sequence[Thing], most: int) -> Iterator[Thing]:
    """At most so many of them, from the first to the last."""
    count = min(most, len(things))
    return (things[number * len(things) // count] for number in range(count))
