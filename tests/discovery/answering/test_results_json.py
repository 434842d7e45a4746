"""The JSON of an answer: the keys that docs/api.md promises, at every level."""

import json
import re
from pathlib import Path

from discovery.answering.results import (
    Bucket,
    Histogram,
    Label,
    Person,
    Request,
    Results,
    Row,
    Shown,
    Suggested,
    Understood,
    Value,
)
from discovery.answering.results_json import to_json
from discovery.engines.port import Filter
from discovery.query.syntax import Notice

API = Path(__file__).parents[3] / "docs" / "api.md"
RECORD = {
    "id": "f12",
    "kind": "folder",
    "ref": "12",
    "level": "file",
    "title": "Circulars",
    "dates": [{"text": "[1932?]", "earliest": "1932-01-01", "latest": "1932-12-31"}],
    "section": {"value": "France", "from": "series"},
    "folder": {"id": "f12", "ref": "12", "title": "Circulars", "kept_in": ""},
}
RESULTS = Results(
    Request(text="opposition", filters=(Filter("section", ("France",)),)),
    total=1,
    rows=(
        Row(
            RECORD,
            7.12345678,
            (Shown("l’opposition", ((2, 12),), "fr", {"id": "f12/0003", "sequence": 3, "label": ""}),),
            ("on one page",),
            ("suisse",),
        ),
    ),
    understood=Understood(
        (
            {
                "word": "opposition",
                "zones": ["title", "text"],
                "also": [
                    {
                        "relation": "inflection",
                        "label": "another form of the word",
                        "forms": [{"form": "opposit", "language": "fr", "count": None}],
                    }
                ],
            },
        ),
        ("la",),
        choices={"Starik": (Person("trockij-lev", "Trockij, Lev", "1879/1940", "pseudonym", "Starik", "Trockij Lev"),)},
    ),
    suggestions=(Suggested("opposition", "opposition", (Label("ru", "оппозиция", "оппозиция"),)),),
    notices=(Notice("A quotation mark is not closed.", 4),),
    facets={"section": (Value("France", "France", 1, "chosen"),)},
    histogram=Histogram("year", (Bucket("1932", 0, 1),)),
    totals={"folders": 1, "items": 2, "pages": 3},
    seconds=0.00412345,
)


def documented():
    example = re.search(r"```json\n(.*?)```", API.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    return json.loads(example[1])


def shape(value, at=""):
    """Paths of all keys, lists entered at their first element."""
    if isinstance(value, list):
        return shape(value[0], at) if value else set()
    if not isinstance(value, dict):
        return set()
    paths = {f"{at}.{key}" for key in value}
    for key, inner in value.items():
        if key != "record":
            paths |= shape(inner, f"{at}.{key}")
    return paths


def test_has_the_documented_keys_and_no_other():
    ours, theirs = shape(to_json(RESULTS)), shape(documented())
    hit_dates = {path for path in theirs | ours if path.startswith(".hits.dates.")}
    assert ours - hit_dates == theirs - hit_dates


def test_is_json():
    assert json.loads(json.dumps(to_json(RESULTS))) == to_json(RESULTS)


def test_hit_says_section_and_page_plainly():
    (hit,) = to_json(RESULTS)["hits"]
    assert hit["section"] == "France"
    assert hit["missing"] == ["suisse"]
    assert hit["snippets"][0]["marks"] == [[2, 12]]
    assert hit["snippets"][0]["page"]["id"] == "f12/0003"
    assert hit["record"] == RECORD


def test_a_record_without_section_or_folder_has_null():
    results = Results(Request(), 1, (Row({"id": "s", "kind": "series", "section": None}, 0.0),))
    (hit,) = to_json(results)["hits"]
    assert (hit["section"], hit["folder"], hit["level"]) == (None, None, "series")
