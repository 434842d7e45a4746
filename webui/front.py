"""The start page: the arrangement as a tree, and words to try, taken from what is there."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from discovery.answering import archive
from discovery.answering.results import Request
from discovery.answering.service import search
from discovery.engines.port import Engine, Filter
from discovery.text.terms import analyser
from discovery.text.tokens import tokenise
from mappings.languages import LANGUAGES
from webui.wording import Record

DEEPEST = 4
"""Levels of the tree."""
MOST_BRANCHES = 300
"""Branches of the tree; a level that would go beyond is not shown."""
MOST_EXAMPLES = 5
LOOKED_AT = 40
"""Pages of a language that are looked at for an example."""
TRIED = 4
SHORTEST = 7
"""Letters of a word that is shown as an example; longer ones say more of what an archive is about."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A fonds or series, the series in it, and how many other units are directly below: `unit` is what they are."""

    record: Record
    branches: tuple["Branch", ...]
    others: int
    unit: str


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
    roots = [stored.record for stored in archive.roots(engine)]
    below = _levels(engine, roots)
    return Front(tuple(_branch(root, below) for root in roots), _examples(engine))


def _levels(engine: Engine, roots: Sequence[Record]) -> dict[str, list[Record]]:
    """The series below each unit whose level is shown, level by level as long as the tree stays small."""
    below: dict[str, list[Record]] = {}
    level, shown = roots, len(roots)
    for _ in range(DEEPEST - 1):
        ids = [record["id"] for record in level]
        found = [stored.record for stored in archive.series_below(engine, ids, MOST_BRANCHES)]
        shown += len(found)
        if shown > MOST_BRANCHES:
            break
        below |= {unit_id: [] for unit_id in ids}
        for record in found:
            below[record["path"][-1]["id"]].append(record)
        level = found
    return below


def _branch(record: Record, below: Mapping[str, Sequence[Record]]) -> Branch:
    series = below.get(record["id"], ())
    branches = tuple(_branch(child, below) for child in series)
    others = record.get("child_count", 0) - len(series)
    return Branch(record, branches, others, "folder" if record["id"] in below else "part")


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
    texts = [body[start:end] for start, end, language, *_ in page.get("passages", ()) if language == code]
    forms = {token.form for text in texts for token in tokenise(text)}
    return {form for form in forms if len(form) >= SHORTEST and form.isalpha() and form not in stops}
