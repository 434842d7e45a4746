"""What a search gives back: plain records that the page, the API, the CSV and the command line all render."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import Any, Literal

from discovery.engines.port import Filter, Order, Unit, View
from discovery.query.plan import Match
from discovery.query.syntax import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a user asks for, whoever asks: the page's URL, the API or the command line."""

    text: str = ""
    view: View = "folders"
    filters: tuple[Filter, ...] = ()
    first: date | None = None
    last: date | None = None
    dates: tuple[str, ...] = ()  # of `chosen_dates.CHOICES`, in their order
    sort: Order = "relevance"
    match: Match = "most"
    without: tuple[str, ...] = ()  # relations or forms not looked for; "all": only what was typed
    across: tuple[str, ...] = ()  # languages that words are translated into; "all": those of the archive
    limit: int = 20
    offset: int = 0
    seconds: float = field(default=inf, compare=False)
    """The time that the answer may take before counts and snippets are left out: no part of what is asked."""

    def filter(self, name: str) -> Filter:
        """The selection in one facet, empty where there is none."""
        return next((f for f in self.filters if f.field == name), Filter(name))


@dataclass(frozen=True, slots=True)
class Shown:
    """A snippet on a row: where it stands (a page's record id and label, or the zone) and its language."""

    text: str
    marks: tuple[tuple[int, int], ...]
    language: str = ""
    page: Mapping[str, Any] | None = None
    zone: str = "text"
    relations: tuple[str, ...] = ()  # of each mark to what was typed (`discovery.query.clauses.RELATIONS`)


@dataclass(frozen=True, slots=True)
class Row:
    """One result. `record` holds what the finding aid says (docs/api.md); `missing` the words it lacks."""

    record: Mapping[str, Any]
    score: float
    snippets: tuple[Shown, ...] = ()
    reasons: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()
    title_relations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A facet value with its count and whether it is chosen or excluded."""

    value: str
    label: str
    count: int
    state: Literal["", "chosen", "excluded"] = ""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A year ("1932"), month ("1932-05") or day ("1932-05-14"): hits certainly, and those only possibly, of it."""

    key: str
    certain: int
    possible: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """All hits by date. Each is once in `certain`, `possible`, `undated` or `broad`, in buckets perhaps more often.

    `broad` are those over ten years, which no bucket holds.
    """

    unit: Unit = "year"
    buckets: tuple[Bucket, ...] = ()
    certain: int = 0
    possible: int = 0
    undated: int = 0
    broad: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or an organisation or a place, whom a typed name may mean; `query` asks for them alone."""

    id: str
    name: str
    dates: str
    how: str  # by what they were named: name, variant, pseudonym, surname
    form: str
    query: str


@dataclass(frozen=True, slots=True)
class Label:
    """A concept in one language; `query` is what was typed with this in its place."""

    language: str
    text: str
    query: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """A concept that was typed, and its words in the other languages."""

    concept: str
    typed: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """How the query was taken: each word with what else it was looked for as."""

    words: tuple[Mapping[str, Any], ...] = ()
    dropped: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    match: Match = "most"
    without: tuple[str, ...] = ()  # what was left out, as asked
    choices: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)  # by name as typed: whom it may mean


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a request."""

    request: Request
    total: int
    rows: tuple[Row, ...]
    understood: Understood = field(default_factory=Understood)
    notices: tuple[Notice, ...] = ()
    facets: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    histogram: Histogram = field(default_factory=Histogram)
    series: tuple[Row, ...] = ()  # fonds and series that match too, shown above folders
    totals: Mapping[View, int] = field(default_factory=dict)  # of the same request in each view that was counted
    seconds: float = 0.0
    suggestions: tuple[Suggested, ...] = ()
    whole: bool = True  # nothing was left out for want of time, and all of the engine answered
