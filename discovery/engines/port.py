"""What opis asks of an engine. Two implementations keep this contract: `embedded` and, over the network, `elastic`."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import inf
from typing import Any, Literal, Protocol

from discovery.dates import day_number
from discovery.knowledge import NOTHING, Knowledge
from discovery.names.lexicon import Expansion
from discovery.query.clauses import Clause
from discovery.records import Passage

View = Literal["folders", "items", "pages", "series"]
VIEWS: tuple[View, ...] = ("folders", "items", "pages", "series")


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A value of a zone, cut into passages by language. Compared by identity: an engine analyses each once."""

    text: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing that can be found, ready for an engine. Field names are those of `mappings.fields`.

    `folder` and `item` are the keys of those that it lies in or is ("" for none). `record` is what a page shows, as
    JSON values; `body` and `boxes` are a page's text and its packed words.
    """

    key: str
    folder: str = ""
    item: str = ""
    keywords: Mapping[str, Sequence[str]]
    numbers: Mapping[str, Sequence[int]]
    zones: Mapping[str, Sequence[Text]]
    record: Mapping[str, Any]
    body: str = ""
    boxes: bytes = b""


@dataclass(frozen=True, slots=True)
class Filter:
    """Facet values: any of `include` (if there are some), none of `exclude`."""

    field: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


Unit = Literal["year", "month", "day"]
Order = Literal["relevance", "earliest", "latest", "place", "shelf"]
ORDERS: tuple[Order, ...] = ("relevance", "earliest", "latest", "place", "shelf")


@dataclass(frozen=True, slots=True)
class Buckets:
    """The years, months or days that hits are counted in, from one day to another (None: open; not for days)."""

    unit: Unit
    first: date | None = None
    last: date | None = None

    @property
    def bounds(self) -> tuple[int, int]:
        """Number of the first and of the last bucket: 1931, 193105, 19310514."""
        cut = {"year": 10_000, "month": 100, "day": 1}[self.unit]
        return (
            day_number(self.first) // cut if self.first else 0,
            day_number(self.last) // cut if self.last else 99991231 // cut,
        )

    @property
    def days(self) -> dict[int, date]:
        """The buckets of the unit "day", by their numbers."""
        if self.unit != "day" or self.first is None or self.last is None:
            return {}
        days = [self.first + timedelta(number) for number in range((self.last - self.first).days + 1)]
        return {day_number(day): day for day in days}

    def within(self, counts: Mapping[int, int]) -> dict[int, int]:
        """Those counts that belong to a bucket."""
        low, high = self.bounds
        return {number: count for number, count in counts.items() if count and low <= number <= high}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One request to an engine. `dated` is what dates were chosen; each facet leaves out its own selection.

    `order` "relevance" is the order of the finding aid where there is no clause; "earliest" begins with the earliest
    first day, "latest" with the latest last day, both end with what is undated; "shelf" goes by
    box and folder. `until` is the moment (`time.perf_counter`) from which counts are left out.
    """

    view: View
    clause: Clause | None = None
    filters: tuple[Filter, ...] = ()
    dated: Clause | None = None
    order: Order = "relevance"
    limit: int = 20
    offset: int = 0
    facets: tuple[str, ...] = ()
    buckets: Buckets | None = None
    until: float = inf


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found. `handle` is good for this snapshot only; `own_key` names the document for joins."""

    handle: Any
    own_key: Hashable
    score: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """The pages of one folder or item that a clause matches: how many, and the best of them."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Dating:
    """Hits by date: by bucket, and each once: `certain_hits` + `possible_hits` + `undated` + `broad` are all hits.

    A list can be certain in one bucket and possible in another, or certain in several: its hit is a certain one.
    """

    certain: Mapping[int, int] = field(default_factory=dict)
    possible: Mapping[int, int] = field(default_factory=dict)
    certain_hits: int = 0
    possible_hits: int = 0
    undated: int = 0
    broad: int = 0


Count = Literal["total", "facets", "dates"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. A facet counts hits as if it had no selection of its own."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    dating: Dating = field(default_factory=Dating)
    partial: str = ""
    """Why hits or counts may be missing, as a sentence; "" where the answer is whole."""
    left_out: frozenset[Count] = frozenset()
    """What there was no time to count."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A document read back."""

    key: str
    record: Mapping[str, Any]
    body: str = ""
    boxes: bytes = b""


@dataclass(frozen=True, slots=True)
class About:
    """What an engine holds: the collection's settings, when it was loaded, units and pages, languages that occur."""

    collection: Mapping[str, Any]
    loaded: str
    counts: Mapping[str, int]
    languages: tuple[str, ...]
    generation: str


class Snapshot(Protocol):
    """One consistent state of the archive: everything a request reads comes from one snapshot."""

    def ask(self, question: Question) -> Answer:
        """Find, count facets and dates."""

    def ask_all(self, questions: Sequence[Question]) -> list[Answer]:
        """Several questions at once: over a network, one journey."""

    def evidence(
        self, clause: Clause, parents: Iterable[Hashable], level: Literal["folder", "item"], most: int
    ) -> Mapping[Hashable, Evidence]:
        """The best `most` pages for a clause, by the folder or item they lie in (its `own_key`), best first.

        Where many parents are asked about, only the archive's best pages are looked at, and `total` counts those.
        """

    def matching(self, clauses: Sequence[Clause], among: Sequence[Hit]) -> list[frozenset[Hashable]]:
        """For each clause, the `own_key`s of those hits that it matches: over a network, one journey."""

    def read(self, hits: Sequence[Hit], boxes: bool = False) -> list[Stored]:
        """The documents behind hits, in their order; the words' boxes, most of a page, only where they are wanted."""

    def lookup(self, field_name: str, values: Sequence[str], view: View | None = None, most: int = 50) -> list[Hit]:
        """Documents with one of the values in a keyword field, in the order of the finding aid."""

    def completions(self, prefix: str, most: int) -> list[str]:
        """Forms of the archive that begin with a prefix, the most frequent first."""

    def expansions(self, form: str, also: Sequence[str] = ()) -> list[Expansion]:
        """Forms of the archive that are a form in another script or spelling, or misread (`discovery.names`).

        `also`: other forms of the word, whose misreadings are wanted too.
        """

    def completions_all(self, prefixes: Sequence[str], most: int) -> list[list[str]]:
        """`completions` of several prefixes at once: over a network, one journey."""

    def expansions_all(self, words: Sequence[tuple[str, Sequence[str]]]) -> list[list[Expansion]]:
        """`expansions` of several forms at once, each with its `also`."""

    def counts(self, forms: Sequence[str], view: View) -> list[int]:
        """In how many documents of a view each form stands."""


class Engine(Protocol):
    """An engine open for searching."""

    def about(self) -> About:
        """What it holds now."""

    def snapshot(self) -> Snapshot:
        """The newest committed state."""

    def knowledge(self) -> Knowledge:
        """Who is who and which concepts there are; read when first asked for."""

    def renew(self) -> None:
        """Let go of files, threads and connections, which a fork must not share; keep the knowledge that was read."""


class Writer(Protocol):
    """A generation being written. Nothing is seen by searchers before `commit`."""

    def replace(self, folder_id: str, documents: Iterable[Document]) -> None:
        """Put a folder and all that lies in it; what it held before goes."""

    def remove(self, folder_id: str) -> None:
        """Take a folder and all that lies in it away."""

    def commit(self, about: About, knowledge: Knowledge = NOTHING) -> None:
        """Make it what searchers see. A writer that ends without this leaves the engine as it was."""

    def suspend(self) -> str:
        """Stop before `commit`, and say how to go on from what was written; "" where it is thrown away."""

    def abandon(self) -> None:
        """Throw away what was written."""

    @property
    def kept(self) -> int:
        """How many documents of a load that broke off were found there; 0 for a generation that is new."""

    @property
    def refused(self) -> Sequence[tuple[str, str]]:
        """Documents that the engine would not take, each with the reason; complete after `commit`."""
