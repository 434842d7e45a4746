"""Uncertain dates as archives write them: what is certain, what is possible, who says so."""

from discovery.dates.model import Certainty, UncertainDate
from discovery.dates.reading import Reading, is_undated, parse, parse_bound, read

__all__ = ["Certainty", "Reading", "UncertainDate", "is_undated", "parse", "parse_bound", "read"]
