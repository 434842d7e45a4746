"""What is said of the points: how sure, before or after, in which calendar; and what was not said."""

from discovery.dates.phrases.adjacent import is_number
from discovery.dates.phrases.lexicon import Token
from discovery.dates.phrases.points import Joiner
from discovery.dates.phrases.reader import Reader, Rule
from discovery.dates.phrases.roles import LOWER, UPPER, Role


def _circa_word(reader: Reader, token: Token) -> None:
    if token.value and reader.points and reader.joiner is Joiner.ADJACENT:
        reader.points[-1] = reader.points[-1]._replace(circa=True)
    else:
        reader.circa = True


def _probable(reader: Reader, token: Token) -> None:
    if token.value and reader.points and reader.joiner is Joiner.RANGE:
        reader.leave_open()  # "1931–?"
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
        reader.pass_over()  # "12 ff." are leaves
    elif reader.points:
        reader.points[-1] = reader.points[-1]._replace(bound=Role.SINCE)


def _bulk_word(reader: Reader, token: Token) -> None:
    reader.bulk = True
    reader.clear()
    reader.joiner = Joiner.BREAK


def _calendar(reader: Reader, token: Token) -> None:
    if reader.points and reader.joiner in (Joiner.ADJACENT, Joiner.PAREN, Joiner.COMMA):
        reader.points[-1] = reader.points[-1]._replace(style=token.role)
    else:
        reader.style = token.role


def _no_date(reader: Reader, token: Token) -> None:
    reader.undated = True
    if reader.joiner is Joiner.RANGE:
        reader.leave_open()


def _present(reader: Reader, token: Token) -> None:
    reader.leave_open()


def _unknown(reader: Reader, token: Token) -> None:
    reader.pass_over()


def _instead(reader: Reader, token: Token) -> None:
    """ "1931 [i.e. 1932]": the second is meant."""
    if reader.points and reader.joiner is Joiner.ADJACENT:
        reader.joiner = reader.points.pop().joiner


def _refused(reader: Reader, token: Token) -> None:
    """ "Turn of the century", "1200 BC": it changes what the date says in a way that we have no rule for."""
    reader.broken = True


def _cut(reader: Reader, token: Token) -> None:
    reader.remark = reader.cut = True


RULES: dict[Role, Rule] = {
    Role.CIRCA: _circa_word,
    Role.PROBABLE: _probable,
    **dict.fromkeys(LOWER | UPPER, _bounded),
    Role.OR_BEFORE: _or_before,
    Role.OR_AFTER: _or_after,
    Role.BULK: _bulk_word,
    Role.OLD_STYLE: _calendar,
    Role.NEW_STYLE: _calendar,
    Role.UNDATED: _no_date,
    Role.PRESENT: _present,
    Role.UNKNOWN: _unknown,
    Role.INSTEAD: _instead,
    Role.REFUSED: _refused,
    Role.CUT: _cut,
}
