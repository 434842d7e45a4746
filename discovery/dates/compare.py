"""How `@normal` differs from the wording beside it: named classes, so that a report can count them."""

from discovery.dates.model import Certainty, Span, UncertainDate

CONFLICTS = frozenset({"overlap", "disjoint"})
"""Classes in which one contradicts the other."""


def difference(wording: UncertainDate | None, normal: UncertainDate, undated: bool = False) -> str:
    """The class of disagreement, "same" if there is none."""
    if wording is None:
        return "undated" if undated else "not understood"
    ours, theirs = _span(wording), _span(normal)
    if ours == theirs:
        return "same"
    if wording.bulk == theirs:
        return "bulk"
    if wording.certainty is Certainty.CIRCA and _within(theirs, ours):
        return "circa"
    if wording.precision == "open" and _within(theirs, ours):
        return "open"
    if wording.precision == "century" and _years_apart(ours, theirs) <= 1:
        return "century"
    if _within(ours, theirs):
        return "wider"
    if _within(theirs, ours):
        return "narrower"
    return "overlap" if ours[0] <= theirs[1] and theirs[0] <= ours[1] else "disjoint"


def _span(date: UncertainDate) -> Span:
    return min(first for first, _ in date.parts), max(last for _, last in date.parts)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _years_apart(one: Span, other: Span) -> int:
    return max(abs(one[0].year - other[0].year), abs(one[1].year - other[1].year))
