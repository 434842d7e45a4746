"""The start page: the arrangement as a tree, and words to try, taken from what is there."""

from collections import Counter, defaultdict
from collections.abc import Container
from dataclasses import dataclass

from discovery import archive
from discovery.engines.port import Engine, Filter
from discovery.results import Request
from discovery.service import search
from discovery.text.terms import analyser
from discovery.text.tokens import tokenise
from mappings.languages import LANGUAGES
from webui.wording import Record

DEEPEST = 4
"""Levels of series that the tree shows."""
MOST_EXAMPLES = 5
LOOKED_AT = 100
"""Pages of a language that are looked at for an example."""
TRIED = 4
SHORTEST = 7
"""Letters of a word that is shown as an example; longer ones say more of what an archive is about."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A fonds or series, what lies in it, and how many folders are directly below."""

    record: Record
    branches: tuple["Branch", ...]
    folders: int


@dataclass(frozen=True, slots=True)
class Example:
    """A word in a language, and how many folders it finds."""

    word: str
    language: str
    found: int


@dataclass(frozen=True, slots=True)
class Front:
    """What the start page shows of an archive."""

    tree: tuple[Branch, ...]
    examples: tuple[Example, ...]


def make_front(engine: Engine) -> Front:
    """Read tree and examples from an engine."""
    tree = tuple(_branch(engine, stored.record, 1) for stored in archive.roots(engine))
    return Front(tree, _examples(engine))


def _branch(engine: Engine, record: Record, depth: int) -> Branch:
    below = [stored.record for stored in archive.children(engine, record["id"])]
    series = [child for child in below if child.get("kind") in ("fonds", "series")]
    branches = tuple(_branch(engine, child, depth + 1) for child in series) if depth < DEEPEST else ()
    return Branch(record, branches, len(below) - len(series))


def _examples(engine: Engine) -> tuple[Example, ...]:
    found: dict[str, Example] = {}
    for code in engine.about().languages:
        if len(found) < MOST_EXAMPLES and (example := _example(engine, code, found)):
            found[example.word] = example
    return tuple(found.values())


def _example(engine: Engine, code: str, taken: Container[str]) -> Example | None:
    """The word of some pages of a language that finds most folders; None where the language has no pages."""
    words = [word for word in _telling(engine, code) if word not in taken]
    tried = [Example(word, code, search(engine, Request(text=word, limit=1)).total) for word in words[:TRIED]]
    return max(tried, key=lambda example: example.found, default=None)


def _telling(engine: Engine, code: str) -> list[str]:
    """Long words that are on many pages in one form or another, each in its most frequent form."""
    request = Request(view="pages", filters=(Filter("language", (code,)),), limit=LOOKED_AT)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in search(engine, request).rows:
        for form in _long_words(archive.page(engine, row.record["id"]).body, row.record, code):
            forms[analyser(code)(form)[0] if code in LANGUAGES else form][form] += 1
    usual = {counts.most_common(1)[0][0]: counts.total() for counts in forms.values()}
    return sorted(usual, key=lambda form: (-usual[form] * len(form), form))


def _long_words(body: str, page: Record, code: str) -> set[str]:
    """The words of a page's passages in a language that are long, plain and no stop words."""
    stops = LANGUAGES[code].stop_words if code in LANGUAGES else frozenset[str]()
    texts = [body[start:end] for start, end, language in page.get("passages", ()) if language == code]
    forms = {token.form for text in texts for token in tokenise(text)}
    return {form for form in forms if len(form) >= SHORTEST and form.isalpha() and form not in stops}
