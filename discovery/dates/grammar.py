"""The rules: what each token does to the points of a statement."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from discovery.dates.adjacent import as_century, century_of, decade_of, is_number
from discovery.dates.lexicon import Token
from discovery.dates.parts import DECADE_ENDINGS, ORDINAL_ENDINGS, TENS_ENDINGS
from discovery.dates.points import FIRST_YEAR, LAST_YEAR, TWO_ENDS, Joiner, Point
from discovery.dates.reader import END, Reader
from discovery.dates.roles import LOWER, UPPER, Role


class Clause(NamedTuple):
    """The points of a statement as they follow each other, and what was said beside them."""

    points: tuple[Point, ...] = ()
    undated: bool = False  # "n.d." stands in it, alone or beside dates
    remark: bool = False  # it has words that are no part of a date
    inferred: bool = False  # a point stands in [ ]
    standard: bool = False  # written in EDTF: each end has its own marks


_DECADES = frozenset({Role.DECADE, Role.DECADE_AFTER})
_COUNTED = frozenset({Role.NUMBER, Role.ROMAN})
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


# points


def _number(reader: Reader, token: Token) -> None:
    value, digits = token.value, token.digits
    following = reader.following.role
    if value % 10 == 0 and (20 <= value <= 90 or value >= 1000) and _is_decade(reader, token, following):
        reader.add(decade_of(value, token.ending))
    elif reader.centuries and value <= 21:
        reader.add(century_of(value))
    elif digits == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        reader.add(Point(year=value, assumed=token.assumed))
    elif digits <= 2 and value and not _is_count(reader, following):
        reader.add(Point(lone=value, ordinal=token.ending in ORDINAL_ENDINGS))
    else:
        reader.remark = True
        reader.broken = reader.broken or not (reader.after_unknown or following is Role.UNKNOWN)


def _is_decade(reader: Reader, token: Token, following: Role) -> bool:
    if token.ending in DECADE_ENDINGS:
        return token.value >= 1000 or token.ending in TENS_ENDINGS or following in _DECADES
    if token.ending:
        return False
    # "1931–40 гг." is no decade, "20.–30. léta" are two
    shortened = reader.joiner is Joiner.RANGE and bool(reader.points) and not reader.points[-1].lone
    return reader.decades or (token.value < 100 and following in _DECADES and not shortened)


def _is_count(reader: Reader, following: Role) -> bool:
    """A number of copies, volumes, pages: beside a word that is no part of a date."""
    if reader.joiner in TWO_ENDS:
        return False
    return following is Role.UNKNOWN or (reader.after_unknown and following is not Role.MONTH)


def _roman(reader: Reader, token: Token) -> None:
    if reader.centuries:
        reader.add(century_of(token.value))
    else:
        reader.add(Point(roman=token.value))


def _in_digits(reader: Reader, token: Token) -> None:
    if token.of:
        reader.add(Point(year=token.value, years=token.of, digits=True))
        return
    year, month_and_day = divmod(token.value, 10000)
    month, day = divmod(month_and_day, 100)
    reader.add(Point(year, month, day, ambiguous=token.ambiguous, assumed=token.assumed))


def _tail(reader: Reader, token: Token) -> None:
    """ "[between 1986 and 1988]-04-03": that day in each of the bracketed years."""
    month, day = divmod(token.value, 100)
    for index in range(reader.bracketed, len(reader.points)):
        reader.points[index] = reader.points[index]._replace(month=month, day=day)


def _month(reader: Reader, token: Token) -> None:
    reader.decades = False
    reader.add(Point(month=token.value))


def _season(reader: Reader, token: Token) -> None:
    reader.add(Point(season=token.value))


def _tens(reader: Reader, token: Token) -> None:
    reader.add(decade_of(token.value))


# units


def _decade(reader: Reader, token: Token) -> None:
    before = reader.points and reader.joiner is Joiner.ADJACENT and reader.points[-1].years == 10
    reader.decades = not before and reader.following.role is Role.NUMBER


def _century(reader: Reader, token: Token) -> None:
    """After numbers it makes centuries of them, before one it waits."""
    index = len(reader.points)
    while (
        index
        and is_number(reader.points[index - 1])
        and (index == len(reader.points) or reader.points[index].joiner not in (Joiner.ADJACENT, Joiner.BREAK))
    ):
        index -= 1
    if reader.joiner is Joiner.ADJACENT and index < len(reader.points):
        reader.points[index:] = [as_century(point) for point in reader.points[index:]]
        _century_of_decade(reader)
    elif token.role is not Role.CENTURY_AFTER:
        reader.centuries = reader.following.role in _COUNTED and reader.following.value <= 21


def _century_letter(reader: Reader, token: Token) -> None:
    """ "s. XIX", "XIXe s.", "19e s."; else it is another word."""
    last = reader.points[-1] if reader.points and reader.joiner is Joiner.ADJACENT else Point()
    beside = last.roman or last.ordinal or reader.following.role is Role.ROMAN
    (_century if beside else _unknown)(reader, token)


def _century_of_decade(reader: Reader) -> None:
    """ "40-е годы XIX века": the century belongs to the decades before it."""
    points = reader.points
    if len(points) > 1 and points[-2].short and points[-1].joiner is Joiner.ADJACENT:
        century = points.pop()
        for index, decade in enumerate(points):
            if decade.short:
                points[index] = decade._replace(year=century.year + decade.year % 100, short=False)


def _take_part(reader: Reader, token: Token) -> None:
    reader.part, reader.of = token.value, token.of


def _fraction(reader: Reader, token: Token) -> None:
    """ "1st half", "III кв."; a half without a number is the middle."""
    last = reader.points[-1] if reader.points else Point()
    which = last.lone or last.roman
    if reader.joiner is Joiner.ADJACENT and 1 <= which <= token.of and is_number(last):
        reader.points.pop()
        reader.joiner, reader.bound = last.joiner, last.bound
        reader.circa, reader.doubt = last.circa, last.doubt
        reader.part, reader.of = which, token.of
    elif token.of == 2:
        reader.part, reader.of = 2, 3
    else:
        reader.remark = True


# qualifiers


def _circa_word(reader: Reader, token: Token) -> None:
    if token.value and reader.points and reader.joiner is Joiner.ADJACENT:
        reader.points[-1] = reader.points[-1]._replace(circa=True)
    else:
        reader.circa = True


def _probable(reader: Reader, token: Token) -> None:
    if token.value and reader.points and reader.joiner is Joiner.RANGE:
        _present(reader, token)  # "1931–?"
    elif token.value and reader.points:
        reader.points[-1] = reader.points[-1]._replace(doubt=True)
    else:
        reader.doubt = True


def _bounded(reader: Reader, token: Token) -> None:
    reader.bound = token.role


def _or_before(reader: Reader, token: Token) -> None:
    if reader.points:
        reader.points[-1] = reader.points[-1]._replace(bound=Role.UNTIL)


def _or_after(reader: Reader, token: Token) -> None:
    if reader.points and is_number(reader.points[-1]):
        _unknown(reader, token)  # "12 ff." are leaves
    elif reader.points:
        reader.points[-1] = reader.points[-1]._replace(bound=Role.SINCE)


def _bulk_word(reader: Reader, token: Token) -> None:
    reader.bulk = True
    reader.clear()
    reader.joiner = Joiner.BREAK


def _bulk_before(reader: Reader) -> None:
    """ "1931-1935, 1933-1934 (bulk)": said of the last range."""
    for index in range(len(reader.points) - 1, -1, -1):
        reader.points[index] = reader.points[index]._replace(bulk=True)
        if reader.points[index].joiner not in TWO_ENDS:
            break


def _calendar(reader: Reader, token: Token) -> None:
    if reader.points and reader.joiner in (Joiner.ADJACENT, Joiner.PAREN, Joiner.COMMA):
        reader.points[-1] = reader.points[-1]._replace(style=token.role)
    else:
        reader.style = token.role


# joiners


def _dash(reader: Reader, token: Token) -> None:
    waiting = reader.bound or reader.circa
    prefix = reader.of and reader.following.role is not Role.PART  # "mid-1930s"
    if not (waiting or prefix or reader.after_unknown):
        reader.doubt = reader.doubt and bool(reader.points)  # "?–1931"
        reader.between = False
        reader.join(Joiner.RANGE)


def _to(reader: Reader, token: Token) -> None:
    if reader.after_unknown:
        return
    if (reader.points or reader.of) and reader.joiner is Joiner.ADJACENT:
        reader.between = False
        reader.join(Joiner.RANGE)
    elif reader.joiner is not Joiner.RANGE and token.role is not Role.TO_ONLY:
        reader.bound = Role.UNTIL if token.role is Role.TO else Role.BEFORE


def _and_word(reader: Reader, token: Token) -> None:
    reader.join(Joiner.RANGE if reader.between else Joiner.AND)
    reader.between = False


def _or_word(reader: Reader, token: Token) -> None:
    reader.join(Joiner.OR)


def _slash(reader: Reader, token: Token) -> None:
    if reader.points or reader.of:
        reader.join(Joiner.SLASH)


def _comma(reader: Reader, token: Token) -> None:
    reader.look_back()
    reader.join(Joiner.COMMA)


def _stop(reader: Reader, token: Token) -> None:
    reader.look_back()
    reader.join(Joiner.BREAK)


def _open_round(reader: Reader, token: Token) -> None:
    if reader.following.role is not Role.PROBABLE:
        reader.join(Joiner.PAREN)


def _open_square(reader: Reader, token: Token) -> None:
    reader.brackets += 1
    reader.bracketed = len(reader.points)


def _close_square(reader: Reader, token: Token) -> None:
    reader.brackets = max(0, reader.brackets - 1)


# the rest


def _start_between(reader: Reader, token: Token) -> None:
    reader.between = True


def _no_date(reader: Reader, token: Token) -> None:
    reader.undated = True
    if reader.joiner is Joiner.RANGE:
        _present(reader, token)


def _present(reader: Reader, token: Token) -> None:
    """ "1931–present", "1968–undated": an open end. "undated–1972": the dash goes on waiting for its year."""
    if reader.points and reader.joiner in (Joiner.RANGE, Joiner.ADJACENT):
        reader.joiner = Joiner.RANGE
        reader.close()
        reader.clear()
        reader.joiner = Joiner.BREAK


def _instead(reader: Reader, token: Token) -> None:
    """ "1931 [i.e. 1932]": the second is meant."""
    if reader.points and reader.joiner is Joiner.ADJACENT:
        reader.joiner = reader.points.pop().joiner


def _refused(reader: Reader, token: Token) -> None:
    """ "Turn of the century", "1200 BC": it changes what the date says in a way that we have no rule for."""
    reader.broken = True


def _cut(reader: Reader, token: Token) -> None:
    reader.remark = reader.cut = True


def _nothing(reader: Reader, token: Token) -> None:
    pass


def _unknown(reader: Reader, token: Token) -> None:
    reader.remark = reader.after_unknown = True
    reader.suspect = reader.suspect or reader.bound in (Role.BEFORE, Role.AFTER)
    last = reader.points[-1] if reader.points else None
    if last and last.lone and reader.joiner is Joiner.ADJACENT and is_number(last):
        reader.points.pop()
    circa, doubt = reader.circa, reader.doubt
    reader.clear()
    reader.circa, reader.doubt = circa, doubt
    if reader.points:
        reader.joiner = Joiner.BREAK


_RULES: dict[Role, Callable[[Reader, Token], None]] = {
    Role.NUMBER: _number,
    Role.ROMAN: _roman,
    Role.POINT: _in_digits,
    Role.TAIL: _tail,
    Role.MONTH: _month,
    Role.SEASON: _season,
    Role.TENS: _tens,
    Role.PART: _take_part,
    Role.FRACTION: _fraction,
    Role.DECADE: _decade,
    Role.DECADE_AFTER: _nothing,
    Role.CENTURY: _century,
    Role.CENTURY_LETTER: _century_letter,
    Role.CENTURY_AFTER: _century,
    Role.CIRCA: _circa_word,
    Role.PROBABLE: _probable,
    **dict.fromkeys(LOWER | UPPER, _bounded),
    Role.OR_BEFORE: _or_before,
    Role.OR_AFTER: _or_after,
    Role.BETWEEN: _start_between,
    Role.TO: _to,
    Role.TO_ONLY: _to,
    Role.TO_BEFORE: _to,
    Role.AND: _and_word,
    Role.OR: _or_word,
    Role.UNDATED: _no_date,
    Role.PRESENT: _present,
    Role.BULK: _bulk_word,
    Role.OLD_STYLE: _calendar,
    Role.NEW_STYLE: _calendar,
    Role.INSTEAD: _instead,
    Role.REFUSED: _refused,
    Role.CUT: _cut,
    Role.UNKNOWN: _unknown,
    Role.DASH: _dash,
    Role.SLASH: _slash,
    Role.COMMA: _comma,
    Role.BREAK: _stop,
    Role.OPEN_ROUND: _open_round,
    Role.OPEN_SQUARE: _open_square,
    Role.CLOSE_SQUARE: _close_square,
}
