"""The plan in words: what each word was looked for as, by relation, and how often the archive has what it added."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from discovery.query.alternatives import bare
from discovery.query.clauses import EXPANSIONS, RELATIONS, Alternative, AnyForm, Scoring
from discovery.query.plan import Plan
from discovery.results import Understood
from mappings.fields import EXACT

MOST_COUNTED = 200
"""Forms of one query that are counted; those behind them are listed without a count."""

Count = Callable[[Sequence[str]], Sequence[int]]
"""In how many documents each form stands."""


def understood(plan: Plan, count: Count, refs: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> Understood:
    """What was looked for. Only forms that the archive's lexicon or a file of names brought in are counted."""
    brought = (a.term for word in plan.words for a in _alternatives(word) if a.relation in EXPANSIONS)
    terms = list(islice(dict.fromkeys(brought), MOST_COUNTED))
    counts = dict(zip(terms, count(terms), strict=True)) if terms else {}
    return Understood(tuple(_word(word, counts) for word in plan.words), plan.dropped, refs, plan.match, without)


def _word(word: Scoring, counts: Mapping[str, int]) -> dict[str, Any]:
    also: dict[str, list[dict[str, Any]]] = {}
    for a in _alternatives(word):
        if a.relation != "typed":
            counted = counts.get(a.term) if a.relation in EXPANSIONS else None
            form = {"form": bare(a.term), "language": "" if a.analysis == EXACT else a.analysis, "count": counted}
            entries = also.setdefault(a.relation, [])
            if form not in entries:
                entries.append(form)
    relations = [
        {"relation": relation, "label": RELATIONS[relation][0], "forms": sorted(forms, key=_most_frequent_first)}
        for relation, forms in also.items()
    ]
    return {"word": word.label, "zones": list(word.zones), "also": relations}


def _most_frequent_first(form: Any) -> int:
    return -(form["count"] or 0)


def _alternatives(word: Scoring) -> Iterable[Alternative]:
    return word.alternatives if isinstance(word, AnyForm) else (a for part in word.words for a in part)
