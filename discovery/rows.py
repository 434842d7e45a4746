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
    highlighter: Highlighter,
    plan: Plan,
    missing: tuple[str, ...],
    named: bool = False,
) -> Row:
    """The row of one hit. `pages` is how many of its pages match, and the best of them; `named` by its number."""
    record = stored.record
    title = highlighter.marks(record.get("title", ""), _described(record.get("title", ""), record), "title")
    shown, marks = _description(record, highlighter)
    for page in pages[1]:
        snippet, found = _page(page, highlighter)
        if found or (not plan.words and not shown):
            shown.append(snippet)
            marks += found
    names = highlighter.marks("\n".join(name["text"] for name in record.get("names", ())), (), "names")
    reasons = _reasons(record, title, marks, names, pages[0], named, plan, missing)
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
    pages: int,
    named: bool,
    plan: Plan,
    missing: tuple[str, ...],
) -> tuple[str, ...]:
    reasons = []
    if named:
        reasons.append(f"inventory number {record.get('ref', '')}")
    if title:
        reasons.append("in the title")
    if names:
        reasons.append("among the names")
    if pages > 1:
        reasons.append(f"on {pages} pages")
    elif pages == 1:
        reasons.append("on one page")
    for relation in dict.fromkeys(mark.relation for mark in (*title, *marks, *names)):
        if relation != "typed":
            reasons.append(RELATIONS[relation][0])
    if missing:
        reasons.append("without " + ", ".join(missing))
    return tuple(reasons)
