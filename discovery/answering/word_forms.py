"""One word in an archive's lexicon: which forms of it occur, how they relate to it, and how often."""

from collections.abc import Iterator
from dataclasses import dataclass

from discovery.engines.port import Engine, View
from discovery.errors import UsageError
from discovery.query.clauses import RELATIONS
from discovery.text.folding import fold, spellings
from discovery.text.tokens import tokenise

COUNTED: tuple[View, ...] = ("folders", "items", "pages")


@dataclass(frozen=True, slots=True)
class WordForm:
    """A form, its relation to the word, and in how many documents of each view of COUNTED it stands."""

    form: str
    relation: str
    counts: tuple[int, ...]


def word_forms(engine: Engine, word: str) -> list[WordForm]:
    """The word as typed, and all other forms that occur: the closest relation first, then the most frequent."""
    forms = [token.form for token in tokenise(word)]
    if len(forms) != 1:
        raise UsageError(f"“{word}” is not one word.", "The lexicon has single words: opis lexicon Trotsky")
    (typed,) = forms
    snapshot = engine.snapshot()
    relations = {typed: "typed"}
    for spelling in spellings(typed):
        relations.setdefault(spelling, "folding" if spelling == fold(typed) else "old spelling")
    for form, relation in snapshot.expansions(typed):
        relations.setdefault(form, "folding" if fold(form) == fold(typed) else str(relation))
    counts = zip(*(snapshot.counts(list(relations), view) for view in COUNTED), strict=True)
    found = [WordForm(form, relations[form], each) for form, each in zip(relations, counts, strict=True)]
    order = list(RELATIONS)
    kept = [one for one in found if any(one.counts) or one.relation == "typed"]
    return sorted(kept, key=lambda one: (order.index(one.relation), *(-count for count in reversed(one.counts))))


def word_lines(forms: list[WordForm]) -> Iterator[str]:
    """For a terminal: a heading a relation, a line a form."""
    width = max(len(one.form) for one in forms)
    relation = ""
    for one in forms:
        if one.relation != relation:
            relation = one.relation
            yield RELATIONS[relation][0]
        counted = (f"{count:6,} {view}" for count, view in zip(one.counts, COUNTED, strict=True))
        yield f"  {one.form:{width}} {''.join(counted)}"
