"""Uncertain dates as archives write them: what is certain, what is possible, who says so."""

from discovery.dates.columns import OPEN, Columns, columns, prefixes
from discovery.dates.model import Certainty, UncertainDate, day_number, together
from discovery.dates.reading import Reading, is_undated, parse, parse_bound, read

__all__ = [
    "OPEN",
    "Certainty",
    "Columns",
    "Reading",
    "UncertainDate",
    "columns",
    "day_number",
    "is_undated",
    "parse",
    "parse_bound",
    "prefixes",
    "read",
    "together",
]
