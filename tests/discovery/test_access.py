"""Statements on access: 140 of six languages, among them those of real finding aids, with what they come to."""

from datetime import date
from pathlib import Path

import pytest

from discovery.access import Access, access_of, read_access

TABLE = Path(__file__).with_name("access.tsv").read_text("utf-8").splitlines()


def written(access):
    until = access.until.isoformat() if access.until else ""
    return " ".join(filter(None, (access.status, until, f"+{access.years}" if access.years else "")))


@pytest.mark.parametrize("row", TABLE)
def test_a_statement_is_read(row):
    text, expected = row.split("\t")
    assert written(read_access(text)) == expected


def test_a_term_begins_with_the_last_day_of_the_material():
    access = read_access("Closed for 75 years from the date of the last document.")
    assert access.of(date(1975, 3, 1)) == Access("closed", date(2050, 12, 31))
    assert access.of(None) == access


def test_what_was_closed_until_before_is_open():
    access = read_access("Closed until 2018.")
    assert access.on(date(2018, 12, 31)) == access
    assert access.on(date(2019, 1, 1)) == Access("open")


def test_a_record_says_what_holds_today():
    record = {"access": {"value": "Closed until 2030.", "status": "closed", "until": "2030-12-31"}}
    assert access_of(record, date(2026, 1, 1)).status == "closed"
    assert access_of(record, date(2031, 1, 1)).status == "open"
    assert access_of({"access": None}, date(2026, 1, 1)) == Access()


def test_a_statement_of_any_length_is_read_at_once():
    assert read_access("until " * 100_000).status == ""
