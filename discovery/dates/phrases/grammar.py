"""From tokens to points: the rules applied from left to right."""

from itertools import pairwise
from typing import NamedTuple

from discovery.dates.phrases import joiners, qualifiers, units
from discovery.dates.phrases.lexicon import Token
from discovery.dates.phrases.points import TWO_ENDS, Point
from discovery.dates.phrases.reader import END, Reader
from discovery.dates.phrases.roles import Role


class Clause(NamedTuple):
    """The points of a statement as they follow each other, and what was said beside them."""

    points: tuple[Point, ...] = ()
    undated: bool = False  # "n.d." stands in it, alone or beside dates
    remark: bool = False  # it has words that are no part of a date
    inferred: bool = False  # a point stands in [ ]
    standard: bool = False  # written in EDTF: each end has its own marks


_RULES = units.RULES | qualifiers.RULES | joiners.RULES
_STILL_UNKNOWN = frozenset({Role.UNKNOWN, Role.CENTURY_LETTER, Role.OPEN_SQUARE, Role.NUMBER})
"""After an unknown word these change nothing: "Container [no.] 6"."""


def clause(tokens: list[Token]) -> Clause:
    """Read `tokens` from left to right."""
    reader = Reader()
    for token, reader.following in pairwise([*tokens, END]):
        _RULES[token.role](reader, token)
        if token.role not in _STILL_UNKNOWN:
            reader.after_unknown = False
        if reader.cut:
            break
    reader.close()
    if reader.bulk and not any(point.bulk for point in reader.points):
        _bulk_before(reader)
    points = () if reader.broken else tuple(reader.points)
    return Clause(points, reader.undated, reader.remark, reader.inferred)


def _bulk_before(reader: Reader) -> None:
    """ "1931-1935, 1933-1934 (bulk)": said of the last range."""
    for index in range(len(reader.points) - 1, -1, -1):
        reader.points[index] = reader.points[index]._replace(bulk=True)
        if reader.points[index].joiner not in TWO_ENDS:
            break
