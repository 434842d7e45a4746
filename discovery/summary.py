"""An engine's counts → facet values, histogram and "understood as", with labels and in the order they are shown."""

from collections.abc import Mapping
from typing import Any

from discovery.engines.port import Dating
from discovery.query.clauses import RELATIONS, AnyForm, Scoring
from discovery.query.plan import Plan
from discovery.records import NOT_STATED
from discovery.results import Bucket, Histogram, Request, Understood, Value
from mappings.fields import FACETS, FOLDED
from mappings.languages import STEM
from mappings.languages import label as language_label

_LABELS = {
    "digitised": {"yes": "Digitised", "no": "Not digitised"},
    "level": {"file": "File", "otherlevel": "Other level"},
}
MOST_SHOWN = 50


def facet_values(counts: Mapping[str, Mapping[str, int]], request: Request) -> dict[str, tuple[Value, ...]]:
    """Values by facet, the most frequent first, "not stated" last; a chosen value is there even with no hits."""
    facets = {}
    for name in FACETS:
        chosen = request.filter(name)
        found = dict(counts.get(name, {}))
        for value in (*chosen.include, *chosen.exclude):
            found.setdefault(value, 0)
        order = sorted(found.items(), key=lambda item: (item[0] == NOT_STATED, -item[1], item[0]))
        selected = {*chosen.include, *chosen.exclude}
        kept = [item for number, item in enumerate(order) if number < MOST_SHOWN or item[0] in selected]
        facets[name] = tuple(
            Value(
                value,
                value_label(name, value),
                count,
                "chosen" if value in chosen.include else "excluded" if value in chosen.exclude else "",
            )
            for value, count in kept
        )
    return facets


def value_label(facet: str, value: str) -> str:
    """How a facet value is written for a reader."""
    if value == NOT_STATED:
        return "Not stated"
    if facet == "language":
        return language_label(value)
    label = _LABELS.get(facet, {}).get(value, value)
    return label[:1].upper() + label[1:] if facet in ("level", "form", "genre") else label


def histogram(dating: Dating, request: Request, unit: str) -> Histogram:
    """Buckets without holes over the years (or months) that have hits, inside the dates asked for."""
    numbers = sorted({*dating.certain, *dating.possible})
    low, high = _bound(request.first, unit, 0), _bound(request.last, unit, 999999)
    numbers = [number for number in numbers if low <= number <= high]
    if numbers:
        numbers = _every(numbers[0], numbers[-1], unit)
    buckets = tuple(Bucket(_key(n, unit), dating.certain.get(n, 0), dating.possible.get(n, 0)) for n in numbers)
    return Histogram("month" if unit == "month" else "year", buckets, dating.undated, dating.broad)


def _bound(day: Any, unit: str, otherwise: int) -> int:
    if day is None:
        return otherwise
    return int(day.year * 100 + day.month) if unit == "month" else int(day.year)


def _every(first: int, last: int, unit: str) -> list[int]:
    if unit == "year":
        return list(range(first, last + 1))
    return [n for n in range(first, last + 1) if 1 <= n % 100 <= 12]


def _key(number: int, unit: str) -> str:
    return f"{number:04d}" if unit == "year" else f"{number // 100:04d}-{number % 100:02d}"


def understood(plan: Plan, refs: tuple[str, ...] = ()) -> Understood:
    """The plan in words: what each word was looked for as, by relation."""
    return Understood(tuple(_word(word) for word in plan.words), plan.dropped, refs, plan.match)


def _word(word: Scoring) -> dict[str, Any]:
    parts = (word.alternatives,) if isinstance(word, AnyForm) else word.words
    also: dict[str, list[dict[str, str]]] = {}
    for alternatives in parts:
        for a in alternatives:
            if a.relation != "typed":
                language = "" if a.analysis == "exact" else a.analysis
                form = {"form": a.term.removeprefix(FOLDED).removeprefix(STEM), "language": language}
                entries = also.setdefault(a.relation, [])
                if form not in entries:
                    entries.append(form)
    relations = [
        {"relation": relation, "label": RELATIONS[relation][0], "forms": forms} for relation, forms in also.items()
    ]
    return {"word": word.label, "zones": list(word.zones), "also": relations}
