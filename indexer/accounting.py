"""What became of each file below a source: loaded, part of another, skipped, or not of a kind that opis reads."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from discovery.errors import BadFile
from discovery.packed import inside, is_packed
from discovery.records import Page, Source, Unit

from .collection import SETTINGS, Collection
from .files import is_hidden
from .readers import FORMATS, sniff
from .report import Report
from .statements import Statement

_UNNAMED = "no description, pattern or link names it"


@dataclass(slots=True)
class Account:
    """What a load makes of the files of one collection. It takes faults and notes on their way to the report."""

    collection: Collection
    report: Report
    above: Path  # where the collections that are loaded together lie
    kinds: dict[str, str] = field(default_factory=dict)
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)  # the first of each file
    faults: Counter[str] = field(default_factory=Counter)

    def skip(self, source: Source, reason: str) -> None:
        self.reasons.setdefault(source.file, reason)
        self.faults[source.file] += 1
        self.report.skip(source, reason)

    def note(self, source: Source, text: str) -> None:
        self.report.note(source, text)

    def count(self, file: str, **counts: int) -> None:
        """That much was loaded from a file."""
        self.counts.setdefault(file, Counter()).update(counts)

    def reading(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """The units, counted while they are read."""
        for unit in units:
            self._count_unit(unit)
            yield unit

    def placed(self, units: Iterable[Unit]) -> None:
        """What was kept of the units read; a file whose units were joined to those of another stays as it was read."""
        kept = [unit for unit in units if unit.source.file in self.counts]
        for file in {unit.source.file for unit in kept} | (self.counts.keys() & self.reasons.keys()):
            self.counts[file].clear()
        for unit in kept:
            self._count_unit(unit)

    def _count_unit(self, unit: Unit) -> None:
        self.count(unit.source.file, units=1, dates=len(unit.dates), links=len(unit.links))

    def page(self, page: Page, kind: str = "", listed_in: str = "") -> None:
        """A page was loaded; `kind` is that of its file, where it is known already, and maybe a list names it."""
        if listed_in:
            self.count(listed_in, listed=1)
        if kind:
            self.kinds[page.source.file] = kind
        lines = [line.split() for line in page.text.split("\n")]
        self.count(page.source.file, pages=1, lines=sum(map(bool, lines)), words=sum(map(len, lines)))
        if page.image and not page.image.startswith(f"{page.source.file}#"):
            self.parts.setdefault(page.image, f"{page.source.file}: the image of its page")

    def shared(self, image: str) -> str:
        """The path of an image from the folder that all collections lie in."""
        place = self.collection.root.resolve().relative_to(self.above).as_posix()
        return image if not image or place == "." else f"{place}/{image}"

    def statements(self) -> Iterator[Statement]:
        """One for each file below the source, and for each that was read from elsewhere."""
        tree, only = self.collection.tree, self.collection.only
        below = [only] if only is not None else list(tree.walk_all())
        for file in dict.fromkeys([*below, *filter(None, tree.refused), *self.counts, *self.parts]):
            yield self._statement(file)

    def _statement(self, file: str) -> Statement:
        counts = self.counts.get(file, Counter())
        if any(counts.values()):
            return Statement(file, "loaded", self.kinds.get(file) or self._kind(file), counts, self.faults[file])
        if file in self.parts:
            return Statement(file, "part", self.parts[file])
        if file in self.reasons:
            return Statement(file, "skipped", self.reasons[file])
        if file == SETTINGS:
            return Statement(file, "part", "the collection: its settings")
        return self._unread(file)

    def _kind(self, file: str) -> str:
        return sniff(self.collection.root / file, file).name

    def _unread(self, file: str) -> Statement:
        path, tree = self.collection.root / file, self.collection.tree
        if is_hidden(file):
            return Statement(file, "skipped", "it is hidden: its name, or a folder's, begins with a dot")
        if file in tree.refused:
            return Statement(file, "skipped", tree.refused[file])
        if is_packed(file) and path.is_file():
            return Statement(file, "loaded", "a packed file", Counter(files=len(tree.packed(path).files)))
        if inside(path) is None and not path.is_file():
            return Statement(file, "skipped", "it is no file, or a link that leads nowhere")
        if not path.resolve().is_relative_to(self.collection.root.resolve()):
            return Statement(file, "skipped", "it is a link that leads out of the folder")
        try:
            found = sniff(path, file)
        except BadFile as error:
            return Statement(file, "skipped", error.reason)
        if found in FORMATS:
            return Statement(file, "skipped", f"{_UNNAMED}: {found.name}{found.note and ', '}{found.note}")
        return Statement(file, "unknown", found.name)
