"""A folded statement cut into tokens: one regular expression, then one look-up a word or phrase."""

import re

from discovery.dates import republican
from discovery.dates.phrases.fold import fold
from discovery.dates.phrases.lexicon import Lexicon, Token
from discovery.dates.phrases.parts import DECADE_ENDINGS, NUMERALS, ORDINAL_ENDINGS
from discovery.dates.phrases.points import FIRST_YEAR, LAST_YEAR
from discovery.dates.phrases.roles import Role

_ENDINGS = "|".join(sorted(DECADE_ENDINGS | ORDINAL_ENDINGS, key=len, reverse=True))

_TOKEN = re.compile(
    rf"""
    (?=\S) (?:  # or each kind would be tried at each space; the commonest come first
    (?P<year> \d{{4}}(?=[\s,;)–]|-\d{{4}}|$) )
  | (?P<quarter> (?<!\w)q[1-4](?!\w) )
  | (?P<named_year> [^\W\d_]{{3,}}-(?:3[2-9]|[4-9]\d)(?!\d) )
  | (?P<word> [^\W\d_]+(?:/[^\W\d_](?![^\W_]))?(?:['-][^\W\d_]+)* )
  | (?P<tail> (?<=\])-\d\d(?:-\d\d)?(?!\d) )
  | (?P<short> '\d\d(?!\d|'?s\b) )
  | (?P<sign> [][(),;:?~&+/=|–-] )
  | (?P<dots> \.\.+ )
  | (?P<ymd> \d{{4}}(?P<s1>[-/.])\d{{1,2}}(?P=s1)\d{{1,2}}(?!\d)(?:t[\d:.+z]*|·\d+)? )
  | (?P<basic> (?:1[5-9]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d) )
  | (?P<ym> \d{{4}}-(?:0[1-9]|1[0-2])(?![\d]|-\d) )
  | (?P<dmy> \d{{1,2}}(?:(?P<s2>[-/])\d{{1,2}}(?P=s2)|\.\s?\d{{1,2}}\.\s?)(?:\d{{4}}|\d\d)(?!\d) )
  | (?P<roman> \d{{1,2}}\s?[-/.]\s?(?:[ivx]{{2,4}}|[xⅰⅴ])\s?[-–/.\s]\s?(?:\d{{4}}|\d\d)(?!\d)
      | \d{{1,2}}(?P<s3>[-/.])[iv](?P=s3)(?:\d{{4}}|\d\d)(?!\d) )
  | (?P<named> \d{{4}}-[^\W\d_]{{3,}}-\d{{1,2}}(?!\d) | \d{{1,2}}-[^\W\d_]{{3,}}-(?:\d{{4}}|\d\d)(?!\d) )
  | (?P<dm> \d{{1,2}}\.\s?\d{{1,2}}(?:\.(?!\s?\d)|(?=\s?[-–(/])) )
  | (?P<my> \d{{1,2}}[./]\d{{4}}(?!\d) )
  | (?P<decade> (?:1\d|20)\d(?:[-–_xu*](?![^\W_])|\?) )
  | (?P<century> (?:1\d|20)(?:(?:xx|uu|__|\*\*|\?\?)(?![^\W_])|[-–]{{1,2}}(?=\??\])) )
  | (?P<number> \d+(?:['-]?(?:{_ENDINGS})(?![^\W_]))? )
  )
    """,
    re.VERBOSE,
)
_SUPPLIED = re.compile(r"(\d*)\[(\d{1,3})(\??)\](\d*)")
_NUMBERS = re.compile(r"\d+")
_LETTERS = re.compile(r"[ivxⅰⅴ]+")
_NUMBER_ENDING = re.compile(r"(\d+)['-]?(.*)")

_DASH = Token(Role.DASH)
_FIXED = {
    **{str(year): Token(Role.NUMBER, year, digits=4) for year in range(FIRST_YEAR, LAST_YEAR + 1)},
    "-": _DASH,
    "–": _DASH,
    "[": Token(Role.OPEN_SQUARE),
    "]": Token(Role.CLOSE_SQUARE),
    "(": Token(Role.OPEN_ROUND),
    "=": Token(Role.OPEN_ROUND),
    ")": Token(Role.FILLER),
    ",": Token(Role.COMMA),
    ";": Token(Role.BREAK),
    ":": Token(Role.BREAK),
    "|": Token(Role.BREAK),
    "?": Token(Role.PROBABLE, 1),
    "~": Token(Role.CIRCA, 1),
    "&": Token(Role.AND),
    "+": Token(Role.AND),
    "/": Token(Role.SLASH),
}
"""What is the same token wherever it stands."""

ROMANS = {
    numeral + ending: Token(Role.ROMAN, number, ending=ending)
    for number, numeral in enumerate(NUMERALS, 1)
    for ending in ("", "e", "eme", "er", "ste", "th")
} | {"ⅰ": Token(Role.ROMAN, 1), "ⅴ": Token(Role.ROMAN, 5)}

_PASSED_OVER = frozenset({Role.FILLER})
_UNKNOWN = Token(Role.UNKNOWN)


def tokens(text: str, known: Lexicon, day_first: bool = True) -> list[Token]:
    """The tokens of a statement. Dots and words like "the" are passed over."""
    text = republican.rewritten(fold(text))
    if "[" in text:
        text = _SUPPLIED.sub(_whole_year, text)
    found = [(match.lastgroup or "", match.group()) for match in _TOKEN.finditer(text)]
    orders = {_day_comes_first(piece) for kind, piece in found if kind == "dmy"}
    sure = True in orders or False in orders
    day_first = True in orders or (day_first and False not in orders)
    result: list[Token] = []
    index = 0
    while index < len(found):
        kind, piece = found[index]
        index += 1
        if piece in _FIXED:
            result.append(_FIXED[piece])
        elif kind == "word":
            index += _phrase(found, index, known, result)
        elif kind in ("number", "year"):
            result.append(_number(piece))
        elif kind == "dots":
            result.append(_DASH)
        elif kind == "named_year":
            result += _named_year(piece, known)
        elif kind == "named":
            result += _named(piece, known)
        elif kind == "ym" and _is_month(found, index, known):
            year, day = _digits("", piece)
            result += [year, _DASH, day]
        else:
            result += _digits(kind, piece, day_first, sure)
    return [token for token in result if token.role not in _PASSED_OVER]


def _is_month(found: list[tuple[str, str]], index: int, known: Lexicon) -> bool:
    """A month follows: "11 Jan. 1861-12 Feb. 1861" holds no December."""
    word = found[index][1] if index < len(found) else ""
    return word in ROMANS or known.words.get(word, _UNKNOWN).role is Role.MONTH


def _named(piece: str, known: Lexicon) -> list[Token]:
    """5-May-1931, 1931-mayo-5; other words have dashes about them."""
    first, word, last = piece.split("-")
    between = _word(word, known)
    middle = [between] if between.role is Role.MONTH else [_DASH, between, _DASH]
    return [_number(first), *middle, _number(last)]


def _named_year(piece: str, known: Lexicon) -> list[Token]:
    """Jul-46; other words have a dash behind them."""
    word, year = piece.split("-")
    named = _word(word, known)
    if named.role is Role.MONTH:
        return [named, Token(Role.NUMBER, 1900 + int(year), digits=4, assumed=True)]
    return [named, _DASH, _number(year)]


def _day_comes_first(piece: str) -> bool | None:
    """What the digits of one date say about the order in all of a statement."""
    first, second, _ = (int(number) for number in _NUMBERS.findall(piece))
    return None if first <= 12 and second <= 12 else first > 12


def _whole_year(match: re.Match[str]) -> str:
    """19[31] and [19]31 are [1931]."""
    before, supplied, doubt, after = match.groups()
    digits = before + supplied + after
    return f"[{digits}{doubt}]" if len(digits) == 4 and before + after else match[0]


def _phrase(found: list[tuple[str, str]], index: int, known: Lexicon, result: list[Token]) -> int:
    """Append the token of the longest phrase that begins with the word before `index`; how many more words it took."""
    word = found[index - 1][1]
    for phrase in known.phrases.get(word, ()):
        rest = found[index : index + len(phrase) - 1]
        if tuple(piece for _, piece in rest) == phrase[1:]:
            result.append(known.words[" ".join(phrase)])
            return len(rest)
    token = _word(word, known)
    if token is _UNKNOWN and ("'" in word or "-" in word or "/" in word):
        result += _compound(word, known)
    else:
        result.append(token)
    return 0


def _word(word: str, known: Lexicon) -> Token:
    return known.words.get(word) or ROMANS.get(word, _UNKNOWN)


def _compound(word: str, known: Lexicon) -> list[Token]:
    """ "mai-août", "d'avril": the parts, a hyphen being a dash."""
    return [_FIXED.get(piece) or _word(piece, known) for piece in re.split("(['/-])", word) if piece != "'"]


def _number(piece: str) -> Token:
    if piece.isdigit():
        return Token(Role.NUMBER, int(piece), digits=len(piece))
    match = _NUMBER_ENDING.fullmatch(piece)
    assert match
    return Token(Role.NUMBER, int(match[1]), digits=len(match[1]), ending=match[2])


def _digits(kind: str, piece: str, day_first: bool = True, sure: bool = False) -> list[Token]:
    numbers = [int(number) for number in _NUMBERS.findall(piece)]
    match kind, numbers:
        case "ymd", [year, month, day, *rest]:
            return [Token(Role.POINT, year * 10000 + month * 100 + day, days=rest[0] if "·" in piece else 0)]
        case "basic", [number]:
            return [Token(Role.POINT, number)]
        case "ym", [year, month]:
            # "1909-10" may be October or two years: ISO 8601 decides
            return [Token(Role.POINT, year * 10000 + month * 100, ambiguous=month > year % 100)]
        case "dmy", [first, second, year]:
            return [_day_month_year(first, second, year, day_first, sure, "." in piece)]
        case "roman", [day, year]:
            month = ROMANS.get(_LETTERS.findall(piece)[0], _UNKNOWN).value
            whole = (year + 1900 * (year < 100)) * 10000 + month * 100 + day
            return [Token(Role.POINT, whole, assumed=year < 100)]
        case "quarter", [number]:
            return [Token(Role.PART, number, 4)]
        case "dm", [day, month] if month <= 12:
            return [Token(Role.POINT, month * 100 + day)]
        case "my", [month, year] if 1 <= month <= 12:
            return [Token(Role.POINT, year * 10000 + month * 100)]
        case "tail", [month, *days]:
            return [Token(Role.TAIL, month * 100 + sum(days))]
        case "decade", [number]:
            unsure = [Token(Role.PROBABLE, 1)] if piece.endswith("?") else []
            return [Token(Role.POINT, number * 10, of=10), *unsure]
        case "century", [number]:
            return [Token(Role.POINT, number * 100, of=100)]
        case "short", [number]:
            return [Token(Role.NUMBER, 1900 + number, digits=4, assumed=True)]
    return [Token(Role.NUMBER, number, digits=len(str(number))) for number in numbers]


def _day_month_year(first: int, second: int, year: int, day_first: bool, sure: bool, dots: bool) -> Token:
    """Dots mean day.month; else the setting decides, and what only one order makes a date of is that."""
    assumed = year < 100
    year += 1900 * assumed
    swapped = not dots and (second > 12 or (not day_first and first <= 12))
    day, month = (second, first) if swapped else (first, second)
    either = first <= 12 and second <= 12 and first != second
    return Token(Role.POINT, year * 10000 + month * 100 + day, ambiguous=either and not (sure or dots), assumed=assumed)
