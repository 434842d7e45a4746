"""What a word that is being typed may become, and which word of the archive one that finds nothing is nearest to."""

import re
from dataclasses import dataclass

from discovery.engines.port import Engine, Snapshot
from discovery.names.lexicon import Relation
from discovery.names.ocr import LEAST_LETTERS, within_edits
from discovery.query.alternatives import bare
from discovery.query.names import query_for
from discovery.text.folding import fold
from discovery.text.tokens import tokenise

MOST = 10
MOST_TYPED = 200
"""Code points of a query that is completed."""
LEAST_TYPED = 2
SPELT = 2
"""Completions whose spellings in other scripts are offered too."""
LOOKED_AT = 500
"""Forms with the same beginning that one not found is compared with."""

_LAST = re.compile(r"[^\s\"“”„«»():]+$")


@dataclass(frozen=True, slots=True)
class Completion:
    """A word of the archive or somebody's name, and the whole query with it. `kind` is "word" or "name"."""

    text: str
    query: str
    kind: str


def complete(engine: Engine, typed: str, most: int = MOST) -> list[Completion]:
    """What may be meant: names first, then words of the archive, the most frequent first, then their other scripts."""
    last = _LAST.search(typed[:MOST_TYPED])
    forms = [token.form for token in tokenise(last.group())] if last else []
    if not last or len(forms) != 1 or len(forms[0]) < LEAST_TYPED:
        return []
    people = engine.knowledge().authorities.beginning(last.group(), most // 2)
    found = [Completion(one.authority.name, query_for(one.authority, last.group(), typed), "name") for one in people]
    snapshot, head = engine.snapshot(), typed[: last.start()]
    words = list(dict.fromkeys(map(bare, snapshot.completions(fold(forms[0]), most))))
    spelt = [form for word in words[:SPELT] for form in _in_other_scripts(snapshot, word)[:SPELT]]
    found += [Completion(word, head + word, "word") for word in dict.fromkeys((*spelt, *words))]
    return found[:most]


def _in_other_scripts(snapshot: Snapshot, word: str) -> list[str]:
    related = (form for form, relation in snapshot.expansions(word) if relation is Relation.OTHER_SCRIPT)
    return [form for form in related if fold(form).isascii() != fold(word).isascii()]


def nearest(snapshot: Snapshot, form: str, most: int = 3) -> list[str]:
    """Forms of the archive within an edit of one that does not occur, or two in a long word; frequent ones first."""
    if len(form) < LEAST_LETTERS:
        return []
    beginning = fold(form)[:2]
    likely = [bare(term) for term in snapshot.completions(beginning, LOOKED_AT)]
    misread = [other for other, relation in snapshot.expansions(form) if relation is Relation.OCR_READING]
    for edits in (1, 2) if len(form) > 2 * LEAST_LETTERS else (1,):
        near = [other for other in (*likely, *misread) if within_edits(fold(form), fold(other), edits)]
        if near := [other for other in dict.fromkeys(near) if other != form]:
            return near[:most]
    return []
