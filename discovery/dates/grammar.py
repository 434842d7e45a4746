"""From tokens to points: what belongs to one point, what qualifies it, and what joins it to the one before."""

from collections.abc import Callable
from typing import NamedTuple

from discovery.dates.points import Joiner, Point
from discovery.dates.tokens import Token
from discovery.dates.words import DECADE_ENDINGS, TENS_ENDINGS, Role


class Clause(NamedTuple):
    """The points of a statement as they follow each other, and what was said beside them."""

    points: tuple[Point, ...] = ()
    undated: bool = False  # "n.d." stands in it, alone or beside dates
    remark: bool = False  # it has words that are no part of a date
    inferred: bool = False  # a point stands in [ ]


_BOUNDS = frozenset({Role.BEFORE, Role.UNTIL, Role.SINCE, Role.AFTER})
_DECADES = frozenset({Role.DECADE, Role.DECADE_AFTER})
_COUNTED = frozenset({Role.NUMBER, Role.ROMAN})
_END = Token(Role.BREAK)


def clause(tokens: list[Token]) -> Clause:
    """Read `tokens` from left to right."""
    reader = _Reader(tokens)
    reader.run()
    points = () if reader.broken else tuple(reader.points)
    return Clause(points, reader.undated, reader.remark, reader.inferred)


class _Reader:
    """The one place with state: points so far, and what waits for the next one."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.index = 0
        self.points: list[Point] = []
        self.undated = self.remark = self.inferred = False
        self.suspect = self.broken = False  # "before the flood, 1931": not 1931, and not before it
        self.brackets = 0
        self.bracketed = 0  # points before the bracket that is open
        self.after_unknown = False
        self.between = False
        self.bulk = False
        self.decades = False  # "années 20": numbers here count decades
        self.centuries = False  # "siglo XX"
        self.clear()

    def clear(self) -> None:
        """Nothing waits."""
        self.joiner = Joiner.ADJACENT
        self.bound: Role | None = None
        self.part = self.of = 0
        self.circa = self.doubt = False
        self.style: Role | None = None

    def run(self) -> None:
        for index, token in enumerate(self.tokens):
            self.index = index
            if token.role is Role.CUT:
                self.remark = True
                break
            _HANDLERS[token.role](self, token)
            self.after_unknown = token.role is Role.UNKNOWN or (
                self.after_unknown and token.role in (Role.FILLER, Role.OPEN_SQUARE, Role.NUMBER)
            )
        self.close()

    @property
    def next(self) -> Token:
        index = self.index + 1
        while index < len(self.tokens) and self.tokens[index].role is Role.FILLER:
            index += 1
        return self.tokens[index] if index < len(self.tokens) else _END

    def close(self) -> None:
        """The end of a run of points: a dash still waiting is an open end, "circa" and "?" look back."""
        if not self.points:
            return
        last = self.points[-1]
        if self.joiner is Joiner.RANGE and last.bound is None:
            self.points[-1] = last._replace(bound=Role.SINCE)
        if self.circa or self.doubt:
            self.points[-1] = self.points[-1]._replace(circa=last.circa or self.circa, doubt=last.doubt or self.doubt)
            self.circa = self.doubt = False

    # points

    def add(self, point: Point) -> None:
        """A new point, or more of the last one."""
        self.inferred = self.inferred or self.brackets > 0
        self.broken = self.broken or self.suspect
        last = self.points[-1] if self.points else None
        free = not (self.bound or self.of) and self.joiner is Joiner.ADJACENT
        merged = _merge(last, point, self.next) if last and free else None
        if merged:
            self.points[-1] = merged._replace(
                circa=merged.circa or self.circa, doubt=merged.doubt or self.doubt, style=merged.style or self.style
            )
        else:
            bound = self.bound
            if not self.points and self.joiner is Joiner.RANGE:
                bound = bound or Role.UNTIL
            self.points.append(
                point._replace(
                    joiner=self.joiner,
                    bound=bound,
                    part=self.part,
                    of=self.of,
                    circa=self.circa,
                    doubt=self.doubt,
                    bulk=self.bulk,
                    style=self.style,
                )
            )
        self.clear()

    def number(self, token: Token) -> None:
        value, digits = token.value, token.digits
        following = self.next.role
        tens = value % 10 == 0 and 20 <= value <= 90
        if (tens or value >= 1000) and value % 10 == 0 and self.is_decade(token, following):
            self.add(_decade(value, token.ending))
        elif self.centuries and value <= 21:
            self.add(_century(value))
        elif digits == 4 and 1000 <= value <= 2100:
            self.add(Point(year=value))
        elif digits <= 2 and value and not self.is_count(following):
            self.add(Point(lone=value))
        else:
            self.remark = True
            self.broken = self.broken or not (self.after_unknown or following is Role.UNKNOWN)

    def is_decade(self, token: Token, following: Role) -> bool:
        if token.ending in DECADE_ENDINGS:
            return token.value >= 1000 or token.ending in TENS_ENDINGS or following in _DECADES
        if token.ending:
            return False
        # "1931–40 гг." is no decade, "20.–30. léta" are two
        shortened = self.joiner is Joiner.RANGE and bool(self.points) and not self.points[-1].lone
        return self.decades or (token.value < 100 and following in _DECADES and not shortened)

    def is_count(self, following: Role) -> bool:
        """A number of copies, volumes, pages: beside a word that is no part of a date."""
        if self.joiner is Joiner.RANGE:
            return False
        return following is Role.UNKNOWN or (self.after_unknown and following is not Role.MONTH)

    def roman(self, token: Token) -> None:
        if self.centuries:
            self.add(_century(token.value))
        else:
            self.add(Point(roman=token.value))

    def in_digits(self, token: Token) -> None:
        if token.of:
            self.add(Point(year=token.value, years=token.of, digits=True))
            return
        year, month_and_day = divmod(token.value, 10000)
        month, day = divmod(month_and_day, 100)
        self.add(Point(year, month, day, ambiguous=token.ambiguous))

    def tail(self, token: Token) -> None:
        """ "[between 1986 and 1988]-04-03": that day in each of the bracketed years."""
        month, day = divmod(token.value, 100)
        for index in range(self.bracketed, len(self.points)):
            self.points[index] = self.points[index]._replace(month=month, day=day)

    def month(self, token: Token) -> None:
        self.decades = False
        self.add(Point(month=token.value))

    def season(self, token: Token) -> None:
        self.add(Point(season=token.value))

    def tens(self, token: Token) -> None:
        self.add(_decade(token.value))

    # units

    def decade(self, token: Token) -> None:
        before = self.points and self.joiner is Joiner.ADJACENT and self.points[-1].years == 10
        self.decades = not before and self.next.role is Role.NUMBER

    def century(self, token: Token) -> None:
        """After numbers it makes centuries of them, before one it waits."""
        index = len(self.points)
        while (
            index
            and _ordinal(self.points[index - 1])
            and (index == len(self.points) or self.points[index].joiner not in (Joiner.ADJACENT, Joiner.BREAK))
        ):
            index -= 1
        if self.joiner is Joiner.ADJACENT and index < len(self.points):
            self.points[index:] = [_as_century(point) for point in self.points[index:]]
            self.century_of_decade()
        elif token.role is Role.CENTURY:
            self.centuries = self.next.role in _COUNTED and self.next.value <= 21

    def century_of_decade(self) -> None:
        """ "40-е годы XIX века": the century belongs to the decade before it."""
        if len(self.points) > 1 and self.points[-2].short and self.points[-1].joiner is Joiner.ADJACENT:
            century = self.points.pop()
            decade = self.points[-1]
            self.points[-1] = decade._replace(year=century.year + decade.year % 100, short=False)

    def take_part(self, token: Token) -> None:
        self.part, self.of = token.value, token.of

    def fraction(self, token: Token) -> None:
        """ "1st half", "III кв."; a half without a number is the middle."""
        last = self.points[-1] if self.points else Point()
        which = last.lone or last.roman
        if self.joiner is Joiner.ADJACENT and 1 <= which <= token.of and _ordinal(last):
            self.points.pop()
            self.joiner, self.bound = last.joiner, last.bound
            self.circa, self.doubt = last.circa, last.doubt
            self.part, self.of = which, token.of
        elif token.of == 2:
            self.part, self.of = 2, 3
        else:
            self.remark = True

    def placeholder(self) -> None:
        """ "mid or late 1980s": the first part waits for the point of the second."""
        self.points.append(
            Point(
                part=self.part,
                of=self.of,
                joiner=self.joiner,
                circa=self.circa,
                doubt=self.doubt,
                bulk=self.bulk,
            )
        )
        self.clear()

    # qualifiers

    def circa_word(self, token: Token) -> None:
        if token.value and self.points and self.joiner is Joiner.ADJACENT:
            self.points[-1] = self.points[-1]._replace(circa=True)
        else:
            self.circa = True

    def probable(self, token: Token) -> None:
        if token.value and self.points:
            self.points[-1] = self.points[-1]._replace(doubt=True)
        else:
            self.doubt = True

    def bounded(self, token: Token) -> None:
        self.bound = token.role

    def or_before(self, token: Token) -> None:
        if self.points:
            self.points[-1] = self.points[-1]._replace(bound=Role.UNTIL)

    def or_after(self, token: Token) -> None:
        if self.points:
            self.points[-1] = self.points[-1]._replace(bound=Role.SINCE)

    def bulk_word(self, token: Token) -> None:
        self.bulk = True
        self.clear()
        self.joiner = Joiner.BREAK

    def calendar(self, token: Token) -> None:
        if self.points and self.joiner in (Joiner.ADJACENT, Joiner.PAREN, Joiner.COMMA):
            self.points[-1] = self.points[-1]._replace(style=token.role)
        else:
            self.style = token.role

    # joiners

    def join(self, joiner: Joiner) -> None:
        if self.of and joiner > Joiner.BREAK:
            self.placeholder()
        self.joiner = max(self.joiner, joiner)

    def dash(self, token: Token) -> None:
        waiting = self.bound or self.circa
        prefix = self.of and self.next.role is not Role.PART  # "mid-1930s"
        if not (waiting or prefix or self.after_unknown):
            self.between = False
            self.join(Joiner.RANGE)

    def to(self, token: Token) -> None:
        if self.after_unknown:
            return
        if (self.points or self.of) and self.joiner is Joiner.ADJACENT:
            self.between = False
            self.join(Joiner.RANGE)
        elif self.joiner is not Joiner.RANGE and token.role is not Role.TO_ONLY:
            self.bound = Role.UNTIL if token.role is Role.TO else Role.BEFORE

    def and_word(self, token: Token) -> None:
        self.join(Joiner.RANGE if self.between else Joiner.AND)
        self.between = False

    def or_word(self, token: Token) -> None:
        self.join(Joiner.OR)

    def slash(self, token: Token) -> None:
        if self.points or self.of:
            self.join(Joiner.SLASH)

    def comma(self, token: Token) -> None:
        self.look_back()
        self.join(Joiner.COMMA)

    def stop(self, token: Token) -> None:
        self.look_back()
        self.join(Joiner.BREAK)

    def look_back(self) -> None:
        """ "1931 circa, 1933": before a comma it was said of the point just read."""
        if self.points and self.joiner is Joiner.ADJACENT and (self.circa or self.doubt) and not self.of:
            self.close()

    def open_round(self, token: Token) -> None:
        if self.next.role is not Role.PROBABLE:
            self.join(Joiner.PAREN)

    def open_square(self, token: Token) -> None:
        self.brackets += 1
        self.bracketed = len(self.points)

    def close_square(self, token: Token) -> None:
        self.brackets = max(0, self.brackets - 1)

    # the rest

    def start_between(self, token: Token) -> None:
        self.between = True

    def no_date(self, token: Token) -> None:
        self.undated = True
        if self.joiner is Joiner.RANGE:
            self.present(token)

    def present(self, token: Token) -> None:
        """ "1931–present", "1968–undated": an open end. "undated–1972": the dash goes on waiting for its year."""
        if self.points and self.joiner is Joiner.RANGE:
            self.close()
            self.clear()
            self.joiner = Joiner.BREAK

    def filler(self, token: Token) -> None:
        pass

    def unknown(self, token: Token) -> None:
        self.remark = True
        self.suspect = self.suspect or self.bound is not None
        last = self.points[-1] if self.points else None
        if last and last.lone and self.joiner is Joiner.ADJACENT and _ordinal(last):
            self.points.pop()
        circa, doubt = self.circa, self.doubt
        self.clear()
        self.circa, self.doubt = circa, doubt
        if self.points:
            self.joiner = Joiner.BREAK


def _decade(value: int, ending: str = "") -> Point:
    if value < 100:
        return Point(year=1900 + value, years=10, short=True)
    if value % 100 == 0 and ending == "s":
        return Point(year=value, years=100, digits=True, ambiguous=True)
    return Point(year=value, years=10)


def _century(number: int) -> Point:
    return Point(year=(number - 1) * 100, years=100)


def _ordinal(point: Point) -> bool:
    """A number with nothing else said of it."""
    return bool(point.lone or point.roman) and not (point.year or point.month or point.day or point.season)


def _as_century(point: Point) -> Point:
    return point._replace(year=((point.lone or point.roman) - 1) * 100, years=100, lone=0, roman=0)


def _merge(last: Point, new: Point, following: Token) -> Point | None:
    """`new` as more of `last`; None where it begins a point of its own."""
    if last.years > 1 or new.years > 1 or (last.part and last.year):
        return None
    if new.roman and not last.month and not last.season and new.roman <= 12 and (last.lone or last.year):
        new = Point(month=new.roman)
    if last.roman and (new.year or new.lone) and not last.month and last.roman <= 12:
        last = last._replace(month=last.roman, roman=0)
    if new.lone:
        return _merge_lone(last, new, following)
    if new.month and not new.year and not new.day:
        return _merge_month(last, new)
    if new.season and last.year and not (last.month or last.season):
        return last._replace(season=new.season)
    if new.year and not new.month and not last.year and (last.month or last.day or last.season or 0 < last.lone <= 31):
        return last._replace(year=new.year, ambiguous=new.ambiguous)
    if new.year and new.month and not last.year and last.lone and not new.day:
        return last._replace(year=new.year, month=new.month, day=last.lone, lone=0)
    return None


def _merge_lone(last: Point, new: Point, following: Token) -> Point | None:
    if last.month and not last.day and not last.lone and new.lone <= 31:
        return last._replace(day=new.lone, month_first=True)
    if last.month and not last.year and new.lone > 31:
        return last._replace(year=1900 + new.lone)
    if last.day and last.month and not last.year and new.lone > 9 and following.role not in _COUNTED:
        return last._replace(year=1900 + new.lone, ambiguous=True)
    wants_month = last.year and not (last.month or last.season or last.day or last.lone)
    if wants_month and following.role in (Role.MONTH, Role.ROMAN):
        return last._replace(lone=new.lone, year_first=True)
    return None


def _merge_month(last: Point, new: Point) -> Point | None:
    if last.month or last.season:
        return None
    if last.lone:
        return last._replace(month=new.month, day=last.lone, lone=0) if last.lone <= 31 else None
    if last.year:
        return last._replace(month=new.month, year_first=True)
    return None


_HANDLERS: dict[Role, Callable[[_Reader, Token], None]] = {
    Role.NUMBER: _Reader.number,
    Role.ROMAN: _Reader.roman,
    Role.POINT: _Reader.in_digits,
    Role.TAIL: _Reader.tail,
    Role.MONTH: _Reader.month,
    Role.SEASON: _Reader.season,
    Role.TENS: _Reader.tens,
    Role.PART: _Reader.take_part,
    Role.FRACTION: _Reader.fraction,
    Role.DECADE: _Reader.decade,
    Role.DECADE_AFTER: _Reader.filler,
    Role.CENTURY: _Reader.century,
    Role.CENTURY_AFTER: _Reader.century,
    Role.CIRCA: _Reader.circa_word,
    Role.PROBABLE: _Reader.probable,
    **dict.fromkeys(_BOUNDS, _Reader.bounded),
    Role.OR_BEFORE: _Reader.or_before,
    Role.OR_AFTER: _Reader.or_after,
    Role.BETWEEN: _Reader.start_between,
    Role.TO: _Reader.to,
    Role.TO_ONLY: _Reader.to,
    Role.TO_BEFORE: _Reader.to,
    Role.AND: _Reader.and_word,
    Role.OR: _Reader.or_word,
    Role.UNDATED: _Reader.no_date,
    Role.PRESENT: _Reader.present,
    Role.BULK: _Reader.bulk_word,
    Role.OLD_STYLE: _Reader.calendar,
    Role.NEW_STYLE: _Reader.calendar,
    Role.FILLER: _Reader.filler,
    Role.UNKNOWN: _Reader.unknown,
    Role.DASH: _Reader.dash,
    Role.SLASH: _Reader.slash,
    Role.COMMA: _Reader.comma,
    Role.BREAK: _Reader.stop,
    Role.OPEN_ROUND: _Reader.open_round,
    Role.OPEN_SQUARE: _Reader.open_square,
    Role.CLOSE_SQUARE: _Reader.close_square,
}
