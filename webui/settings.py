"""What a site can be set to; read once, when it starts."""

from dataclasses import dataclass

from discovery.answering.budget import SECONDS


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of one answer."""

    most_rows: int = 100
    """Rows of a page of results."""
    farthest: int = 10_000
    """Rows that can be paged through; further down a list nobody reads, a filter helps more."""
    most_exported: int = 1_000
    """Rows of a CSV or RIS file."""
    seconds: float = SECONDS
    """The time that an answer may take before counts and snippets are left out, which it says."""
    most_values: int = 60
    """Facet values of one request."""
