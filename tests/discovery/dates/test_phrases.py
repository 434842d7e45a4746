"""The golden table: phrases as archives write them, and what each must be taken for.

`phrases.tsv` is written by hand; its comment lines name the conventions. "undated" and "unknown" in the column for
precision are statements that say they have no date, and statements that must not be understood.
"""

import csv
from pathlib import Path

import pytest

from discovery.dates import is_undated, parse

TABLE = Path(__file__).with_name("phrases.tsv")


def _rows() -> list[dict[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['language']}: {row['text']}")
def test_phrase(row: dict[str, str]) -> None:
    date = parse(row["text"], row["language"])
    if row["precision"] in ("undated", "unknown"):
        assert date is None
        assert is_undated(row["text"], row["language"]) == (row["precision"] == "undated")
        return
    assert date is not None
    assert {
        "earliest": str(date.earliest or ""),
        "latest": str(date.latest or ""),
        "precision": date.precision,
        "certainty": date.certainty.value,
        "edtf": date.edtf() or "",
    } == {key: row[key] for key in ("earliest", "latest", "precision", "certainty", "edtf")}


def test_the_table_covers_nine_languages() -> None:
    counts = dict.fromkeys(("en", "fr", "de", "ru", "nl", "es", "it", "pl", "cs"), 0)
    for row in _rows():
        counts[row["language"]] += 1
    assert sum(counts.values()) >= 400
    assert min(counts.values()) >= 30
