"""The report of a load: each fault has a line, and a fault of a whole table has a few."""

import pytest

from discovery.errors import SOMETHING_SKIPPED
from discovery.records import Source
from indexer.report import MOST_ALIKE, Report


@pytest.fixture
def report() -> Report:
    return Report()


def test_what_is_wrong_in_each_row_is_told_by_the_first_rows_and_counted(report: Report) -> None:
    for line in range(4, 200_005):
        report.skip(Source("records.csv", line), f"the id 'r{line}' is that of line {line - 1} already")
    *_, last, more, count = report.lines()
    assert last == "skipped: records.csv:13: the id 'r13' is that of line 12 already"
    assert more == "skipped: and 199,991 more of this kind, the last at records.csv:200004"
    assert count == "200,001 skipped."
    assert report.exit_code == SOMETHING_SKIPPED


def test_faults_in_turns_and_in_several_files_stand_together_with_their_like(report: Report) -> None:
    reasons = ("it has no id", "6 cells under 5 columns")
    for line in range(2 * MOST_ALIKE):
        report.skip(Source("a.csv", line), reasons[line % 2])
    report.skip(Source("b.csv", 2), reasons[0])
    lines = list(report.skipped_lines())
    assert len(lines) == report.skipped == 2 * MOST_ALIKE + 1
    assert lines[:2] == ["a.csv:0: it has no id", "a.csv:2: it has no id"]
    assert lines[MOST_ALIKE] == "a.csv:1: 6 cells under 5 columns"
    assert lines[-1] == "b.csv:2: it has no id"


def test_nothing_skipped(report: Report) -> None:
    report.units["folder"] = 60_000
    assert list(report.lines()) == ["Loaded 60,000 folders and 0 pages.", "Nothing was skipped."]
    assert report.exit_code == 0
