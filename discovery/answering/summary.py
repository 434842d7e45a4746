"""An engine's counts → facet values, histogram and "understood as", with labels and in the order they are shown."""

from collections.abc import Mapping

from discovery.answering.results import Bucket, Histogram, Request, Value
from discovery.engines.port import Buckets, Dating, Unit
from discovery.records import NOT_STATED
from discovery.text.alphabet import alphabetical
from mappings.fields import FACETS
from mappings.languages import label as language_label

_LABELS = {
    "digitised": {"yes": "Digitised", "no": "Not digitised"},
    "level": {"file": "File", "otherlevel": "Other level"},
}
MOST_SHOWN = 50


def facet_values(counts: Mapping[str, Mapping[str, int]], request: Request) -> dict[str, tuple[Value, ...]]:
    """Values by facet, the most frequent first, equals by the alphabet, "not stated" last; what is chosen always."""
    facets = {}
    for name in FACETS:
        chosen = request.filter(name)
        found = dict(counts.get(name, {}))
        for value in (*chosen.include, *chosen.exclude):
            found.setdefault(value, 0)
        order = sorted(
            found.items(), key=lambda item: (item[0] == NOT_STATED, -item[1], alphabetical(value_label(name, item[0])))
        )
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
    return label[:1].upper() + label[1:] if facet in ("level", "form", "genre", "attribution", "access") else label


def histogram(dating: Dating, asked: Buckets) -> Histogram:
    """Buckets without holes: over the years that have hits, or over all months or days asked for."""
    found = sorted({*dating.certain, *dating.possible})
    numbers = _every(asked, found[0], found[-1]) if found else []
    buckets = (Bucket(_key(n, asked.unit), dating.certain.get(n, 0), dating.possible.get(n, 0)) for n in numbers)
    hits = dating.certain_hits, dating.possible_hits, dating.undated, dating.broad
    return Histogram(asked.unit, tuple(buckets), *hits)


def _every(asked: Buckets, first: int, last: int) -> list[int]:
    match asked.unit:
        case "year":
            return list(range(first, last + 1))
        case "month":
            first, last = asked.bounds
            return [number for number in range(first, last + 1) if 1 <= number % 100 <= 12]
        case "day":
            return list(asked.days)


def _key(number: int, unit: Unit) -> str:
    digits = str(number).zfill({"year": 4, "month": 6, "day": 8}[unit])
    return "-".join(filter(None, (digits[:4], digits[4:6], digits[6:])))
