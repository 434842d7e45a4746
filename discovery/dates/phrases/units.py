"""What numbers, months and units do: they are, or make, the points of a statement."""

from discovery.dates.phrases.adjacent import as_century, century_of, decade_of, is_number
from discovery.dates.phrases.lexicon import Token
from discovery.dates.phrases.parts import DECADE_ENDINGS, ORDINAL_ENDINGS, TENS_ENDINGS
from discovery.dates.phrases.points import FIRST_YEAR, LAST_YEAR, TWO_ENDS, Joiner, Point
from discovery.dates.phrases.reader import Reader, Rule
from discovery.dates.phrases.roles import Role

_DECADES = frozenset({Role.DECADE, Role.DECADE_AFTER})
_COUNTED = frozenset({Role.NUMBER, Role.ROMAN})


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
    reader.add(Point(year, month, day, days=token.days, ambiguous=token.ambiguous, assumed=token.assumed))


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
    if last.roman or last.ordinal or reader.following.role is Role.ROMAN:
        _century(reader, token)
    else:
        reader.pass_over()


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


def _nothing(reader: Reader, token: Token) -> None:
    """The numbers before it have asked for it."""


RULES: dict[Role, Rule] = {
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
}
