"""Results as JSON values: one shape for the web API and the command line (docs/api.md)."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from discovery.answering.results import Histogram, Results, Row, Shown, Suggested, Value


def to_json(results: Results) -> dict[str, Any]:
    """The whole answer, ready for `json.dumps`."""
    return {
        "view": results.request.view,
        "total": results.total,
        "totals": dict(results.totals),
        "understood": _understood(results),
        "suggestions": [_suggested(suggested) for suggested in results.suggestions],
        "hits": [hit(row) for row in results.rows],
        "series": [hit(row) for row in results.series],
        "facets": {name: [_value(value) for value in values] for name, values in results.facets.items()},
        "dates": _dates(results.histogram),
        "seconds": round(results.seconds, 4),
    }


def _suggested(suggested: Suggested) -> dict[str, Any]:
    labels = [asdict(label) for label in suggested.labels]
    return {"concept": suggested.concept, "typed": suggested.typed, "labels": labels}


def hit(row: Row) -> dict[str, Any]:
    """One row: what a list needs at the top, the whole record below."""
    record = row.record
    return {
        "id": record.get("id", ""),
        "ref": record.get("ref", ""),
        "level": record.get("level") or record.get("kind", ""),
        "title": record.get("title", ""),
        "score": round(row.score, 4),
        "dates": list(record.get("dates") or ()),
        "section": section(record),
        "folder": record.get("folder"),
        "snippets": [_snippet(snippet) for snippet in row.snippets],
        "reasons": list(row.reasons),
        "missing": list(row.missing),
        "record": dict(record),
    }


def top(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The record of the fonds or collection that one lies in, or is."""
    found: Mapping[str, Any] = [*record.get("path", ()), record][0]
    return found


def section(record: Mapping[str, Any]) -> str | None:
    """The country section, whichever level says it."""
    stated = record.get("section")
    return stated["value"] if stated else None


def _understood(results: Results) -> dict[str, Any]:
    understood = results.understood
    return {
        "match": understood.match,
        "dropped": list(understood.dropped),
        "refs": list(understood.refs),
        "without": list(understood.without),
        "choices": [
            {"typed": typed, "people": [asdict(person) for person in people]}
            for typed, people in understood.choices.items()
        ],
        "notices": [{"message": notice.message, "at": notice.at} for notice in results.notices],
        "words": [dict(word) for word in understood.words],
    }


def _snippet(shown: Shown) -> dict[str, Any]:
    return {
        "text": shown.text,
        "marks": [list(mark) for mark in shown.marks],
        "relations": list(shown.relations),
        "language": shown.language,
        "zone": shown.zone,
        "page": dict(shown.page) if shown.page else None,
    }


def _value(value: Value) -> dict[str, Any]:
    return {"value": value.value, "label": value.label, "count": value.count, "state": value.state}


def _dates(histogram: Histogram) -> dict[str, Any]:
    return {
        "unit": histogram.unit,
        "certain": histogram.certain,
        "possible": histogram.possible,
        "undated": histogram.undated,
        "broad": histogram.broad,
        "buckets": [{"key": b.key, "certain": b.certain, "possible": b.possible} for b in histogram.buckets],
    }
