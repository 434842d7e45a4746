"""The state of reading a statement: the points so far, and what waits for the next one."""

from collections.abc import Callable

from discovery.dates.phrases.adjacent import is_number, merged_with
from discovery.dates.phrases.lexicon import Token
from discovery.dates.phrases.points import Joiner, Point
from discovery.dates.phrases.roles import Role

END = Token(Role.BREAK)
"""What follows the last token."""


class Reader:
    """The one place with state: points so far, and what waits for the next one."""

    following = END
    cut = False  # what comes now is said of something else
    undated = remark = inferred = False
    suspect = broken = False  # "before the flood, 1931": not 1931, and not before it
    brackets = 0
    bracketed = 0  # points before the bracket that is open
    after_unknown = False
    between = False
    bulk = False
    decades = False  # "années 20": numbers here count decades
    centuries = False  # "siglo XX"
    joiner = Joiner.ADJACENT
    bound: Role | None = None
    part = of = 0
    circa = doubt = False
    style: Role | None = None

    def __init__(self) -> None:
        self.points: list[Point] = []

    def clear(self) -> None:
        """Nothing waits."""
        self.joiner = Joiner.ADJACENT
        self.bound = None
        self.part = self.of = 0
        self.circa = self.doubt = False
        self.style = None

    def close(self) -> None:
        """The end of a run of points: a dash still waiting is an open end, "circa" and "?" look back."""
        if not self.points:
            return
        last = self.points[-1]
        if self.joiner is Joiner.RANGE and last.bound is None:
            self.points[-1] = last._replace(bound=Role.SINCE)
        elif self.bound is Role.UNTIL and self.joiner is Joiner.ADJACENT and last.bound is None:
            self.points[-1] = last._replace(bound=self.bound)  # "1932 spätestens"
        if self.circa or self.doubt:
            self.points[-1] = self.points[-1]._replace(circa=last.circa or self.circa, doubt=last.doubt or self.doubt)
            self.circa = self.doubt = False
        if self.of and self.joiner <= Joiner.PAREN and not last.of:
            self.points[-1] = self.points[-1]._replace(part=self.part, of=self.of)  # "19. Jh., 2. Hälfte"

    def add(self, point: Point) -> None:
        """A new point, or more of the last one."""
        self.inferred = self.inferred or self.brackets > 0
        self.broken = self.broken or self.suspect
        self.after_unknown = False
        waits = self.waits()
        last = self.points[-1] if self.points else None
        free = not (self.bound or self.of or self.joiner)
        merged = merged_with(last, point, self.following) if last and free else None
        if merged:
            if self.circa or self.doubt or self.style:
                merged = merged._replace(
                    circa=merged.circa or self.circa,
                    doubt=merged.doubt or self.doubt,
                    style=merged.style or self.style,
                )
            self.points[-1] = merged
        elif waits or self.bulk:
            bound = self.bound
            if not self.points and self.joiner is Joiner.RANGE:
                bound = bound or Role.UNTIL
            self.points.append(
                point._replace(
                    joiner=self.joiner,
                    bound=bound,
                    part=self.part,
                    of=self.of,
                    bulk=self.bulk,
                    circa=self.circa,
                    doubt=self.doubt,
                    style=self.style,
                    prefixed=bool(bound or self.of or self.circa or self.doubt),
                )
            )
        else:
            self.points.append(point)
        if waits:
            self.clear()

    def waits(self) -> bool:
        """Something was read that belongs to the next point."""
        return bool(self.joiner or self.bound or self.of or self.circa or self.doubt or self.style)

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

    def join(self, joiner: Joiner) -> None:
        if self.of and joiner > Joiner.BREAK:
            if self.points and self.points[-1].years == 100 and self.joiner <= Joiner.PAREN:
                self.close()
                self.clear()
            else:
                self.placeholder()
        self.joiner = max(self.joiner, joiner)

    def look_back(self) -> None:
        """ "1931 circa, 1933": before a comma it was said of the point just read."""
        if self.points and self.joiner is Joiner.ADJACENT and (self.circa or self.doubt) and not self.of:
            self.close()

    def pass_over(self) -> None:
        """A word that is no part of a date."""
        self.remark = self.after_unknown = True
        self.suspect = self.suspect or self.bound in (Role.BEFORE, Role.AFTER)
        last = self.points[-1] if self.points else None
        if last and last.lone and self.joiner is Joiner.ADJACENT and is_number(last):
            self.points.pop()
        circa, doubt = self.circa, self.doubt
        self.clear()
        self.circa, self.doubt = circa, doubt
        if self.points:
            self.joiner = Joiner.BREAK

    def leave_open(self) -> None:
        """ "1931–present", "1968–undated": an open end. "undated–1972": the dash goes on waiting for its year."""
        if self.points and self.joiner in (Joiner.RANGE, Joiner.ADJACENT):
            self.joiner = Joiner.RANGE
            self.close()
            self.clear()
            self.joiner = Joiner.BREAK


Rule = Callable[[Reader, Token], None]
"""What a token does to the points read so far, and to what waits."""
