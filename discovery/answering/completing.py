"""What a word that is being typed may become, and which word of the archive one that finds nothing is nearest to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from discovery.answering.own_names import own_names
from discovery.engines.port import Engine, Question, Snapshot
from discovery.names.lexicon import Relation
from discovery.names.ocr import LEAST_LETTERS, within_edits
from discovery.query.alternatives import bare
from discovery.query.clauses import Alternative, AnyForm, Combined
from discovery.query.names import query_for
from discovery.text.folding import fold
from discovery.text.tokens import Token, tokenise
from mappings.fields import EXACT, FOLDED

MOST = 10
MOST_TYPED = 200
"""Code points of a query that is completed."""
LEAST_TYPED = 2
MOST_LIKELY = 64
"""Words that the last one may become, in a title."""
MOST_TITLES = 3
SPELT = 2
"""Completions whose spellings in other scripts are offered too."""
LOOKED_AT = 500
"""Forms with the same beginning that one not found is compared with."""

_SYNTAX = re.compile(r"[\"“”„«»():*]")
_INVERTED = re.compile(r"[^\s,\"“”„«»():*]+,\s*[^\s,\"“”„«»():*]+$")
_LAST = re.compile(r"[^\s\"“”„«»():]+$")


@dataclass(frozen=True, slots=True)
class Completion:
    """A word of the archive, somebody's name or a folder's title ("word", "name", "title"), and the query with it."""

    text: str
    query: str
    kind: str


def complete(engine: Engine, typed: str, most: int = MOST) -> list[Completion]:
    """What may be meant: names, words in other scripts, words of the archive with the most frequent first, titles."""
    typed = typed[:MOST_TYPED]
    last = _LAST.search(typed)
    forms = [token.form for token in tokenise(last.group())] if last else []
    if not last or len(forms) != 1 or len(_begun(typed, last.group())) < LEAST_TYPED:
        return []
    snapshot, head = engine.snapshot(), typed[: last.start()]
    named = _names(engine, snapshot, typed, _begun(typed, last.group()), most // 2)
    words = list(dict.fromkeys(map(bare, snapshot.completions(fold(forms[0]), MOST_LIKELY))))
    spelt = [form for word in words[:SPELT] for form in _in_other_scripts(snapshot, word)[:SPELT]]
    words = list(dict.fromkeys((*spelt, *words)))
    titles = _titles(snapshot, tokenise(head), words) if not _SYNTAX.search(typed) else []
    found = [Completion(word, head + word, "word") for word in words][: most - len(named) - len(titles)]
    return [*named, *found, *(Completion(title, f'title:"{title}"', "title") for title in titles)]


def _names(engine: Engine, snapshot: Snapshot, typed: str, begun: str, most: int) -> list[Completion]:
    """Headings of the archive first, then who else the authority file has."""
    own = own_names(snapshot, typed, most) if not _SYNTAX.search(typed) else []
    named = {name.heading: name.query for name in own}
    for one in engine.knowledge().authorities.beginning(begun, most):
        named.setdefault(one.authority.name, query_for(one.authority, begun, typed))
    return [Completion(text, query, "name") for text, query in list(named.items())[:most]]


def _begun(typed: str, last: str) -> str:
    """The beginning of a name: the last word, with the surname before it and its comma."""
    inverted = _INVERTED.search(typed)
    return inverted.group() if inverted else last


def _titles(snapshot: Snapshot, typed: Iterable[Token], words: Sequence[str]) -> list[str]:
    """Titles of folders that have all typed words and one of those that the last may become."""
    if not words:
        return []
    forms = [*([token.form] for token in typed), words]
    alternatives = [tuple(a for form in each for a in _anyhow(form)) for each in forms]
    clause = Combined(tuple(AnyForm(one[0].term, one, ("title",)) for one in alternatives))
    hits = snapshot.ask(Question(view="folders", clause=clause, limit=MOST_TITLES)).hits
    return list(dict.fromkeys(stored.record["title"].replace('"', "") for stored in snapshot.read(hits)))


def _anyhow(form: str) -> tuple[Alternative, ...]:
    """A form whatever its accents."""
    return tuple(Alternative(EXACT, mark + fold(form), "folding") for mark in ("", FOLDED))


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
