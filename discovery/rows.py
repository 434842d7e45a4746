"""A hit and its best pages → the row that is shown: snippets, and in words why it is there."""

from collections.abc import Mapping, Sequence
from typing import Any

from discovery.engines.port import Hit, Stored
from discovery.highlight import Highlighter, Mark, best_snippet
from discovery.query.clauses import RELATIONS
from discovery.query.plan import Plan
from discovery.records import Passage
from discovery.results import Row, Shown

MOST_SNIPPETS = 3

Record = Mapping[str, Any]


def make_row(
    hit: Hit,
    stored: Stored,
    pages: tuple[int, Sequence[Stored]],
    items: tuple[int, Sequence[Stored]],
    highlighter: Highlighter,
    plan: Plan,
    missing: tuple[str, ...],
    named: bool = False,
) -> Row:
    """The row of one hit. `named`: by its number.

    `pages` is how many of its pages match, and the best of them; `items` the same of the descriptions of its items.
    """
    record = stored.record
    title = highlighter.marks(record.get("title", ""), _described(record.get("title", ""), record), "title")
    shown, marks = _description(record, highlighter)
    for page in pages[1]:
        snippet, found = _page(page, highlighter)
        if found or record["kind"] == "page" or (not plan.words and not shown):
            shown.append(snippet)
            marks += found
    for item in items[1]:
        snippets, found = _item(item.record, highlighter)
        shown += snippets
        marks += found
    names = highlighter.marks("\n".join(name["text"] for name in record.get("names", ())), (), "names")
    reasons = _reasons(record, title, marks, names, (pages[0], items[0]), named, missing)
    spans = tuple((mark.start, mark.end) for mark in title)
    return Row(record, hit.score, tuple(shown[:MOST_SNIPPETS]), reasons, missing, spans)


def _description(record: Record, highlighter: Highlighter) -> tuple[list[Shown], list[Mark]]:
    text = record.get("description", "")
    passages = _described(text, record)
    marks = highlighter.marks(text, passages, "description")
    if not marks:
        return [], []
    snippet = best_snippet(text, marks, passages)
    return [Shown(snippet.text, snippet.marks, snippet.language, zone="description")], marks


def _item(record: Record, highlighter: Highlighter) -> tuple[list[Shown], list[Mark]]:
    """What the description of an item says: its title, its note or its names, the first that has a mark."""
    names = "; ".join(name["text"] for name in record["names"])
    for text, zone in ((record["title"], "title"), (record["description"], "description"), (names, "names")):
        passages = () if zone == "names" else _described(text, record)
        if marks := highlighter.marks(text, passages, zone):
            snippet = best_snippet(text, marks, passages)
            return [Shown(snippet.text, snippet.marks, snippet.language, zone="description")], marks
    return [], []


def _page(page: Stored, highlighter: Highlighter) -> tuple[Shown, list[Mark]]:
    passages = tuple(Passage(*passage) for passage in page.record.get("passages", ()))
    marks = highlighter.marks(page.body, passages, "text")
    snippet = best_snippet(page.body, marks, passages)
    where = {name: page.record.get(name) for name in ("id", "sequence", "label")}
    return Shown(snippet.text, snippet.marks, snippet.language, where), marks


def _described(text: str, record: Record) -> tuple[Passage, ...]:
    language = record.get("language", "")
    return (Passage(0, len(text), language),) if language else ()


def _reasons(
    record: Record,
    title: Sequence[Mark],
    marks: Sequence[Mark],
    names: Sequence[Mark],
    counts: tuple[int, int],
    named: bool,
    missing: tuple[str, ...],
) -> tuple[str, ...]:
    reasons = []
    if named:
        reasons.append(f"inventory number {record.get('ref', '')}")
    if title:
        reasons.append("in the title")
    if names:
        reasons.append("among the names")
    pages, items = counts
    if pages:
        reasons.append(f"on {pages} pages" if pages > 1 else "on one page")
    if items:
        reasons.append(f"in the descriptions of {items} items" if items > 1 else "in the description of one item")
    for relation in dict.fromkeys(mark.relation for mark in (*title, *marks, *names)):
        if relation != "typed":
            reasons.append(RELATIONS[relation][0])
    if missing:
        reasons.append("without " + ", ".join(missing))
    return tuple(reasons)
