"""A hit and its best pages → the row that is shown: snippets, and in words why it is there."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from discovery.answering.highlight import Highlighter, Mark
from discovery.answering.results import Row, Shown
from discovery.answering.snippets import best_snippet
from discovery.answering.wording import passages_of
from discovery.engines.port import Hit, Stored
from discovery.query.clauses import DATE, RELATIONS
from discovery.records import Passage
from mappings.fields import CONTEXT

MOST_SNIPPETS = 3
COLLECTIONS = ("fonds", "collection", "record group")
"""Levels of what stands on top, as EAD has them."""
MOST_FORMS = 3
"""Forms of one relation that a row names."""

Record = Mapping[str, Any]
NamedBy = Literal["", "reference", "place"]
"""What of the query names a hit outright: its inventory number, or box and folder."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What lies in a hit and matches too: how many, and the best of them; `sought` tells none from not asked."""

    total: int = 0
    best: Sequence[Stored] = ()
    sought: bool = False


@dataclass(frozen=True, slots=True)
class _Marked:
    """A text of one zone with its marks."""

    text: str
    passages: tuple[Passage, ...]
    marks: list[Mark]
    zone: str
    page: Record | None = None

    def shown(self) -> Shown:
        snippet = best_snippet(self.text, self.marks, self.passages)
        return Shown(snippet.text, snippet.marks, snippet.language, self.page, self.zone, snippet.relations)

    def forms(self) -> Iterator[tuple[str, str]]:
        """Each marked form as written, and how it relates to what was typed."""
        return ((self.text[mark.start : mark.end], mark.relation) for mark in self.marks)


def make_row(
    hit: Hit,
    record: Record,
    pages: Proof,
    items: Proof,
    highlighter: Highlighter,
    missing: tuple[str, ...],
    named: NamedBy,
    other: str = "",
) -> Row:
    """The row of one hit, with the pages and the items in it that match; `other`: a surname that may be another's."""
    title, description, *others = _own(record, highlighter)
    shown = [description] if description.marks else []
    shown += [_page(page, highlighter) for page in pages.best]
    shown += [_item(item.record, highlighter) for item in items.best]
    own = () if record["kind"] == "page" else (title, description, *others)  # a page was found by its text alone
    reasons = [*_reasons(record, [marked.zone for marked in own if marked.marks], pages, items, named)]
    reasons += _above(record, highlighter, {mark.word for marked in (*own, *shown) for mark in marked.marks})
    forms = [form for marked in (*own, *shown) for form in marked.forms()]
    return Row(
        record,
        hit.score,
        tuple(marked.shown() for marked in shown[:MOST_SNIPPETS]),
        (*([f"another {other}?"] if other else []), *reasons, *_dated(record, highlighter.years), *_relations(forms)),
        missing,
        tuple((mark.start, mark.end) for mark in title.marks),
        tuple(mark.relation for mark in title.marks),
    )


def _own(record: Record, highlighter: Highlighter) -> list[_Marked]:
    """Title, description, names and facts of a record, marked."""
    names = "\n".join(name["text"] for name in record.get("names", ()))
    dates = [date["text"] for date in record.get("dates", ()) if date.get("source") == "own"]
    facts = "\n".join((*dates, record.get("form", ""), record.get("genre", "")))
    texts = {"title": record.get("title", ""), "description": record.get("description", ""), "names": names}
    found = []
    for zone, text in (texts | {"facts": facts}).items():
        passages = passages_of(record, zone, text)
        found.append(_Marked(text, passages, highlighter.marks(text, passages, zone), zone))
    return found


def _page(page: Stored, highlighter: Highlighter) -> _Marked:
    passages = tuple(Passage(*passage) for passage in page.record.get("passages", ()))
    where = {name: page.record.get(name) for name in ("id", "sequence", "label")}
    return _Marked(page.body, passages, highlighter.marks(page.body, passages, "text"), "text", where)


def _item(record: Record, highlighter: Highlighter) -> _Marked:
    """What the description of an item says: its title, note, names, date or form, the first with a mark if one has."""
    said = _own(record, highlighter)
    return replace(next((marked for marked in said if marked.marks), said[0]), zone="description")


def _above(record: Record, highlighter: Highlighter, found: Container[int]) -> Iterator[str]:
    """What stands above a record and has words of the query that nothing shown of itself has."""
    for step in record.get("path", ()):
        passages = passages_of({"language": record.get("language")} | step, "title", step["title"])
        marks = highlighter.marks(step["title"], passages, CONTEXT)
        if any(mark.word not in found for mark in marks):
            level = "collection" if step["level"] in COLLECTIONS else step["level"] or "series"
            yield f"in the {level} {step['title']}"


def _reasons(record: Record, zones: Sequence[str], pages: Proof, items: Proof, named: NamedBy) -> Iterator[str]:
    if named:
        yield record.get("kept_in") or "where it is kept" if named == "place" else f"inventory number {record['ref']}"
    yield from (_ZONE_REASONS[zone] for zone in zones)
    if pages.total:
        yield f"on {pages.total} pages" if pages.total > 1 else "on one page"
    if items.total:
        yield f"in the descriptions of {items.total} items" if items.total > 1 else "in the description of one item"
    if items.sought and not (named or zones or pages.total or items.total):
        yield "by several items together, by none alone"


def _dated(record: Record, years: Iterable[str]) -> Iterator[str]:
    """The dates of a record that lie around one of the years."""
    for date in record.get("dates", ()):
        first, last = (date.get(end) or "" for end in ("earliest", "latest"))
        if any(first[:4] <= year <= last[:4] for year in years):
            yield f"{RELATIONS[DATE][0]} {date['text']}"


def _relations(forms: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Which forms matched by which relation: "another form of the word: Genossen, Genossin"."""
    for relation in dict.fromkeys(relation for _, relation in forms if relation != "typed"):
        written = {form.casefold(): form for form, own in reversed(forms) if own == relation}
        several = [*reversed(written.values())]
        more = ", …" if len(several) > MOST_FORMS else ""
        yield f"{RELATIONS[relation][0]}: {', '.join(several[:MOST_FORMS])}{more}"


_ZONE_REASONS = {
    "title": "in the title",
    "description": "in the description",
    "names": "among the names",
    "facts": "in the date, form or genre",
}
