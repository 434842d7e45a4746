"""Results as lines for a terminal or a pipe."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from discovery.access import hindrance
from discovery.answering.results import Results, Row, Understood
from discovery.dates import UncertainDate
from discovery.dates.taken_for import taken_for
from discovery.engines.port import About
from mappings.languages import label

MOST_FORMS = 6
"""Forms of a word that are named above the rows, by relation."""
UNTITLED = "(no title)"
LEVELS_ABOVE = 2
"""Levels named with a row."""

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def results_lines(results: Results, marked: bool) -> Iterator[str]:
    """A search for people. `marked` shows matches in bold; in a pipe they are plain."""
    for notice in results.notices:
        yield f"note: {notice.message}"
    if brought := "; ".join(_brought(results.understood)):
        yield f"understood as: {brought}"
    for typed, people in results.understood.choices.items():
        named = ", ".join(f"{person.name} ({person.dates or person.how})" for person in people)
        yield f"{typed} may be: {named}"
    for concept in results.suggestions:
        yield f"also search: {' · '.join(label.text for label in concept.labels)}"
    first = results.request.offset + 1
    shown = f", {first}–{first + len(results.rows) - 1} shown" if results.rows else ""
    if results.request.sort in ("earliest", "latest") and results.histogram.undated:
        shown += f", {results.histogram.undated} undated last"
    yield f"{results.total} {_plural(results.request.view, results.total)}{shown} ({results.seconds * 1000:.0f} ms)"
    if not results.rows:
        yield "Nothing was found. Fewer words, --match any, a word* or no filters may find more."
    for row in results.series:
        yield f"   in {row.record['level'] or 'series'}: {_title(row, marked)}"
    for number, row in enumerate(results.rows, first):
        yield from _row_lines(number, row, marked)


def date_line(date: UncertainDate | None, as_json: bool) -> str:
    """What a statement is taken for, on one line; null where it is not understood or says that there is no date."""
    if as_json or date is None:
        return json.dumps(taken_for(date) if date else None, ensure_ascii=False)
    found = taken_for(date)
    days = [found[end] or ".." for end in ("earliest", "latest")]
    return "\t".join([*days, found["precision"], found["certainty"], found["edtf"] or "-", found["calendar"]])


def status_lines(about: About, place: str) -> Iterator[str]:
    """What an engine holds."""
    yield f"{about.collection.get('title', '')} ({place})"
    yield f"loaded {about.loaded}"
    yield ", ".join(f"{count} {_plural(kind, count)}" for kind, count in about.counts.items())
    yield "languages: " + ", ".join(label(code) for code in about.languages)


def _brought(understood: Understood) -> Iterator[str]:
    """What each word was looked for as besides itself, in a few words; only what is counted may surprise."""
    for word in understood.words:
        for also in word["also"]:
            forms = [f"{form['form']} {form['count']}" for form in also["forms"] if form["count"]]
            if forms:
                more = f" and {len(forms) - MOST_FORMS} more" if len(forms) > MOST_FORMS else ""
                yield f"{word['word']}, {also['label']}: {', '.join(forms[:MOST_FORMS])}{more}"


def _row_lines(number: int, row: Row, marked: bool) -> Iterator[str]:
    record = row.record
    dates = ", ".join(date["text"] for date in record.get("dates", ()))
    stated = record.get("section")
    level = "" if record["level"] in ("file", "page") else record["level"]
    kept_in = "" if record.get("kept_in") == record.get("ref") else record.get("kept_in", "")
    section = stated["value"] if stated else ""
    facts = list(filter(None, (kept_in, dates, section, level, hindrance(record), _lies_in(record))))
    reference = f"[{record['ref']}] " if record.get("ref") else ""
    page = f", {_page(record)}" if record.get("kind") == "page" else ""
    yield f"{number:3}. {reference}{_title(row, marked)}{page} ({record['id']})"
    if facts:
        yield "     " + " · ".join(facts)
    for snippet in row.snippets:
        where = f"{_page(snippet.page)}: " if snippet.page and record.get("kind") != "page" else ""
        yield f"     {where}{_mark(snippet.text, snippet.marks, marked)}"
    reasons = [*row.reasons, *(f"without {word}" for word in row.missing)]
    if reasons:
        yield "     why: " + "; ".join(reasons)


def _lies_in(record: Mapping[str, Any]) -> str:
    """The nearest levels above, a folder with its number: what an item is ordered by."""
    folder = record["folder"] or {}
    steps = []
    for step in record["path"][-LEVELS_ABOVE:]:
        number = f"[{step['ref']}] " if step["ref"] and step["id"] == folder.get("id") else ""
        steps.append(_printable(number + (step["title"] or UNTITLED)))
    return f"in {' › '.join(steps)}" if steps else ""


def _page(page: Mapping[str, Any]) -> str:
    """By the number written on it where there is one."""
    return f"p. {page['label'] or page['sequence']}"


def _title(row: Row, marked: bool) -> str:
    return _mark(row.record.get("title") or UNTITLED, row.title_marks, marked)


def _mark(text: str, marks: Sequence[tuple[int, int]], marked: bool) -> str:
    text = _printable(text)
    pieces, last = [], 0
    for start, end in marks if marked else ():
        pieces += [text[last:start], _BOLD, text[start:end], _PLAIN]
        last = end
    return "".join((*pieces, text[last:]))


def _printable(text: str) -> str:
    """Text from files can't steer the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def _plural(kind: str, count: int) -> str:
    word = kind.removesuffix("s") if kind not in ("series", "fonds") else kind
    return word if count == 1 or word in ("series", "fonds") else f"{word}s"
