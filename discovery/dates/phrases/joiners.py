"""What stands between the points."""

from discovery.dates.phrases.lexicon import Token
from discovery.dates.phrases.points import Joiner
from discovery.dates.phrases.reader import Reader, Rule
from discovery.dates.phrases.roles import Role


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


def _start_between(reader: Reader, token: Token) -> None:
    reader.between = True


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


RULES: dict[Role, Rule] = {
    Role.TO: _to,
    Role.TO_ONLY: _to,
    Role.TO_BEFORE: _to,
    Role.BETWEEN: _start_between,
    Role.AND: _and_word,
    Role.OR: _or_word,
    Role.DASH: _dash,
    Role.SLASH: _slash,
    Role.COMMA: _comma,
    Role.BREAK: _stop,
    Role.OPEN_ROUND: _open_round,
    Role.OPEN_SQUARE: _open_square,
    Role.CLOSE_SQUARE: _close_square,
}
