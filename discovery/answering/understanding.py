"""The plan in words: what each word was looked for as, by relation, and how often the archive has what it added."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from discovery.answering.results import Label, Person, Request, Suggested, Understood
from discovery.names.thesaurus import Suggestion
from discovery.query.alternatives import bare
from discovery.query.clauses import DATE, EXPANSIONS, RELATIONS, Alternative, AnyForm, InOrder, Scoring
from discovery.query.names import AUTHORITY, PSEUDONYM, Choice, query_for, spoken
from discovery.query.plan import Named, Plan
from discovery.text.tokens import Token, tokenise
from mappings.fields import EXACT

MOST_COUNTED = 200
"""Forms of one query that are counted; those behind them are listed without a count."""

BY_NAME = frozenset((AUTHORITY, PSEUDONYM))
COUNTED = BY_NAME | {DATE}
"""Relations whose forms the plan has counted, for they are no forms of the lexicon."""

Count = Callable[[Sequence[str]], Sequence[int]]
"""In how many documents each form stands; nothing where there is no time to count."""


def understood(plan: Plan, count: Count, refs: tuple[str, ...], request: Request) -> Understood:
    """What was looked for. Only forms that the archive's lexicon or authority file brought in are counted."""
    brought = (a.term for word in plan.words for a in _alternatives(word) if a.relation in EXPANSIONS - COUNTED)
    terms = list(islice(dict.fromkeys(brought), MOST_COUNTED))
    found = count(terms) if terms else ()
    counts = {**plan.counted, **(dict(zip(terms, found, strict=True)) if found else {})}
    words = [*_words(plan, counts), *map(_field, plan.fields)]
    choices = {choice.typed: tuple(_people(choice, request.text)) for choice in plan.choices}
    return Understood(tuple(words), plan.dropped, refs, plan.match, request.without, choices)


def suggested(found: Iterable[Suggestion], text: str) -> tuple[Suggested, ...]:
    """Concepts with what to search for instead: the query with the concept in another language."""
    words = list(tokenise(text))
    return tuple(_suggested(one, text, words) for one in found if one.end <= len(words))


def _suggested(one: Suggestion, text: str, words: Sequence[Token]) -> Suggested:
    start, end = words[one.start].start, words[one.end - 1].end
    labels: dict[str, Label] = {text[start:end].casefold(): Label("", "", "")}
    for language, label in one.labels:
        labels.setdefault(label.casefold(), Label(language, label, text[:start] + label + text[end:]))
    return Suggested(one.concept.id, text[start:end], tuple(labels.values())[1:])


def _words(plan: Plan, counts: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """Each word once, with all that stands for it."""
    together: dict[tuple[str, tuple[str, ...]], list[Scoring]] = {}
    for word in plan.words:
        together.setdefault((word.label, word.zones), []).append(word)
    for (label, zones), same in together.items():
        also: dict[str, list[dict[str, Any]]] = {}
        for relation, form in (entry for word in same for entry in _forms(word, counts)):
            entries = also.setdefault(relation, [])
            if form not in entries:
                entries.append(form)
        yield {"word": label, "zones": list(zones), "also": _also(also)}


def _forms(word: Scoring, counts: Mapping[str, int]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What a word is looked for as, by relation; another name of several words is one form."""
    if isinstance(word, InOrder) and word.words[0][0].relation in BY_NAME:
        name = spoken(word)
        yield word.words[0][0].relation, {"form": name, "language": "", "count": counts.get(name)}
        return
    lemmas = {bare(a.term) for a in _alternatives(word) if a.relation == "inflection"}
    for a in _alternatives(word):
        said = a.relation == "same stem" and bare(a.term) in lemmas
        if a.relation not in ("typed", "compound") and not said:
            shown = bare(a.term)
            counted = counts.get(shown if a.relation in COUNTED else a.term) if a.relation in EXPANSIONS else None
            yield (
                a.relation,
                {"form": shown, "language": "" if a.analysis in (EXACT, DATE) else a.analysis, "count": counted},
            )


def _field(named: Named) -> dict[str, Any]:
    also: dict[str, list[dict[str, Any]]] = {}
    for value, relation, count in named.others:
        also.setdefault(relation, []).append({"form": value, "language": "", "count": count})
    return {"word": f"{named.field}:{named.value}", "zones": [named.field], "also": _also(also)}


def _also(also: Mapping[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [
        {"relation": relation, "label": RELATIONS[relation][0], "forms": sorted(forms, key=_most_frequent_first)}
        for relation, forms in also.items()
    ]


def _people(choice: Choice, text: str) -> Iterator[Person]:
    for authority, how, form in choice.people:
        query = query_for(authority, choice.typed, text)
        yield Person(authority.id, authority.name, authority.dates, how, form, query)


def _most_frequent_first(form: Any) -> int:
    return -(form["count"] or 0)


def _alternatives(word: Scoring) -> Iterable[Alternative]:
    return word.alternatives if isinstance(word, AnyForm) else (a for part in word.words for a in part)
