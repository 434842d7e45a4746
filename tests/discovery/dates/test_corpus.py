"""What real finding aids write: nearly all of it is understood, and `@normal` agrees."""

import csv
from pathlib import Path

import pytest

from bench.dates import YEAR
from discovery.dates import parse, read
from discovery.dates.compare import AGREEING

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows(corpora: Path) -> list[Row]:
    with (corpora / "dates" / "unitdates_dev.tsv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_statements_with_a_year_are_understood(rows: list[Row]) -> None:
    texts = {row["text"] for row in rows if YEAR.search(row["text"])}
    unknown = [text for text in texts if parse(text) is None]
    assert len(unknown) <= 0.005 * len(texts), unknown


def test_normal_agrees_or_differs_by_convention(rows: list[Row]) -> None:
    differences = [read(row["text"], row["normal"]).difference for row in rows if row["normal"]]
    agreeing = sum(difference in AGREEING for difference in differences)
    assert agreeing >= 0.97 * len(differences)
