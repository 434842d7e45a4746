"""Uncertain dates as archives write them: what is certain, what is possible, who says so."""

from discovery.dates.columns import OPEN, Columns, columns, first_number, prefixes
from discovery.dates.model import Certainty, UncertainDate, day_number, together
from discovery.dates.phrases.points import FIRST_YEAR, LAST_YEAR
from discovery.dates.reading import CENTURY, Reading, is_undated, parse, parse_bound, read
from discovery.dates.rules import Rules, rules_of

__all__ = [
    "CENTURY",
    "FIRST_YEAR",
    "LAST_YEAR",
    "OPEN",
    "Certainty",
    "Columns",
    "Reading",
    "Rules",
    "UncertainDate",
    "columns",
    "day_number",
    "first_number",
    "is_undated",
    "parse",
    "parse_bound",
    "prefixes",
    "read",
    "rules_of",
    "together",
]
