"""What a date statement is taken for, as JSON values: for programs, and for `opis date`."""

from typing import Any

from discovery.dates.model import UncertainDate


def taken_for(date: UncertainDate) -> dict[str, Any]:
    """`earliest` and `latest` are days or null for open ends; `old_style` is the day as the archive counted it."""
    return {
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
        "precision": date.precision,
        "certainty": str(date.certainty),
        "ambiguous": date.ambiguous,
        "edtf": date.edtf(),
        "calendar": date.calendar,
        "old_style": date.old_style(),
    }


NOT_UNDERSTOOD: dict[str, Any] = {
    "earliest": None,
    "latest": None,
    "precision": "",
    "certainty": "",
    "ambiguous": False,
    "edtf": None,
    "calendar": "",
    "old_style": "",
}
"""The same keys where a statement is not understood, or says that there is no date."""
