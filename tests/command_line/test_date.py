"""opis date: how a statement of a date is taken."""

import io
import json
import sys

import pytest

from tests.command_line.conftest import Run


def test_a_statement_is_shown_as_it_is_taken(run: Run):
    said = run("date", "нач. 1930-х гг.", "[May 1932?]", "1931-", "s.d.", "--language", "ru")
    assert said.code == 0
    assert said.lines == [
        "1930-01-01\t1933-12-31\tdecade\tstated\t-\tgregorian",
        "1932-05-01\t1932-05-31\tmonth\tprobable\t1932-05?\tgregorian",
        "1931-01-01\t..\topen\tstated\t1931/..\tgregorian",
        "null",
    ]


def test_statements_of_standard_input_keep_their_lines(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("vers 1931\n\nillegible\n25 octobre 1917\n"))
    found = [json.loads(line) for line in run("date", "-", "--json", "--old-style").lines]
    assert [date and (date["earliest"], date["latest"], date["certainty"], date["edtf"]) for date in found] == [
        ("1929-01-01", "1933-12-31", "circa", "1931~"),
        None,
        None,
        ("1917-11-07", "1917-11-07", "stated", "1917-11-07"),
    ]
    assert (found[3]["calendar"], found[3]["old_style"]) == ("julian", "1917-10-25")


def test_the_order_of_days_and_the_century_can_be_said(run: Run):
    assert run("date", "3/5/32").lines[0].startswith("1932-05-03\t")
    assert run("date", "3/5/32", "--month-first", "--century", "1800").lines[0].startswith("1832-03-05\t")
