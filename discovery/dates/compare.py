"""How `@normal` differs from the wording beside it: named classes, so that a report can count them."""

from datetime import date

from discovery.dates.model import Certainty, Span, UncertainDate

AGREEING = frozenset({"same", "circa", "bulk", "open", "century", "decade", "rounded", "undated"})
"""Classes in which both can be right: one says less than the other, or by another convention."""

CONFLICTS = frozenset({"wider", "narrower", "overlap", "disjoint", "reversed"})
"""Classes in which one contradicts the other."""


def difference(wording: UncertainDate | None, normal: UncertainDate, undated: bool = False) -> str:
    """The class of disagreement, "same" if there is none; what each means is in docs/dates.md."""
    if wording is None:
        return "undated" if undated else "not understood"
    ours, theirs = _span(wording), _span(normal)
    if ours == theirs:
        return "same"
    if normal.precision == "range" and normal.ambiguous:
        return "reversed"
    return _convention(wording, ours, theirs) or _contradiction(ours, theirs)


def _convention(wording: UncertainDate, ours: Span, theirs: Span) -> str:
    touching = ours[0] <= theirs[1] and theirs[0] <= ours[1]
    if wording.bulk == theirs:
        return "bulk"
    if wording.certainty is Certainty.CIRCA and touching:
        return "circa"
    if wording.precision == "open" and _within(theirs, ours):
        return "open"
    if wording.precision == "century" and _years_apart(ours, theirs) <= 1:
        return "century"
    if theirs == (ours[0], date(ours[1].year // 10 * 10, 12, 31)) and ours[1].year % 10 == 9:
        return "decade"
    if theirs == (date(ours[0].year, 1, 1), date(ours[1].year, 12, 31)):
        return "rounded"
    return ""


def _contradiction(ours: Span, theirs: Span) -> str:
    if _within(ours, theirs):
        return "wider"
    if _within(theirs, ours):
        return "narrower"
    return "overlap" if ours[0] <= theirs[1] and theirs[0] <= ours[1] else "disjoint"


def _span(dated: UncertainDate) -> Span:
    return min(first for first, _ in dated.parts), max(last for _, last in dated.parts)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _years_apart(one: Span, other: Span) -> int:
    return max(abs(one[0].year - other[0].year), abs(one[1].year - other[1].year))
