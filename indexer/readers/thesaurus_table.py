"""A thesaurus as a table: CSV, a concept a line, a column for each language. See docs/thesaurus.md."""

from collections.abc import Iterator
from dataclasses import replace

from discovery.errors import BadFile
from discovery.names.thesaurus import Concept, Label
from discovery.records import Source
from mappings.languages import LANGUAGES

from .rows import Row, read_rows
from .source import Report

COLUMNS = ("id", "broader", "source", *LANGUAGES)


def read(data: bytes, shown: str, fault: Report) -> Iterator[Concept]:
    """The concepts of a table.

    A record without id or label, or with the id of an earlier one, is left out, and so is a broader concept that is
    none. Raises `BadFile` for a file that is no such table.
    """
    concepts: dict[str, Concept] = {}
    sources: dict[str, Source] = {}
    for row in read_rows(data, shown, COLUMNS, ("id",), fault):
        labels = tuple(Label(language, text) for language in LANGUAGES for text in row.several(language))
        if wrong := _wrong(row, labels, sources):
            fault(row.source, f"record left out: {'; '.join(wrong)}")
            continue
        sources[row["id"]] = row.source
        concepts[row["id"]] = Concept(row["id"], labels, row.several("broader"), row["source"])
    if not concepts:
        raise BadFile(shown, f"no concepts in it: it needs columns named by languages, {', '.join(LANGUAGES)}")
    for concept in concepts.values():
        known = tuple(broader for broader in concept.broader if _is_broader(broader, concept.id, concepts))
        for lost in concept.broader:
            if lost not in known:
                reason = "is no concept of this file" if lost not in concepts else "has it among its own broader ones"
                fault(sources[concept.id], f"broader left out: {lost!r} {reason}")
        yield replace(concept, broader=known)


def _wrong(row: Row, labels: tuple[Label, ...], sources: dict[str, Source]) -> list[str]:
    wrong = [] if row["id"] else ["it has no id"]
    if row["id"] in sources:
        wrong.append(f"the id {row['id']!r} is that of line {sources[row['id']].line} already")
    if not labels:
        wrong.append("it has no label in any language")
    return wrong


def _is_broader(broader: str, id_: str, concepts: dict[str, Concept]) -> bool:
    """Whether this is a concept, and not in turn below the one it should be above."""
    waiting, seen = [broader], {broader}
    while waiting:
        at = waiting.pop()
        if at == id_:
            return False
        above = set(concepts[at].broader if at in concepts else ()) - seen
        seen |= above
        waiting.extend(above)
    return broader in concepts
