"""Who wrote to whom, by the title of a description: "Letter from [R. Molinier] to L. Sedov, 3 May 1932. Typescript".

What a title doesn't say stays unsaid. Six languages, by the words in `mappings.letter_words`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from discovery.text.terms import is_known
from mappings.letter_words import (
    ABOUT,
    AND,
    ARTICLES,
    BEFORE,
    BEHIND,
    BETWEEN,
    ENCLOSED,
    FROM,
    KINDS,
    NO_NAMES,
    OF,
    PARTICLES,
    PLACES,
    TO,
    WITH,
)

MOST_WORDS = 9
"""Words of one party."""
_TOKEN = re.compile(
    r"(?P<initial>\[?[^\W\d_a-zа-яё]\.(?:[- ]?[^\W\d_a-zа-яё]\.)*)|(?P<arrow>->|[>→])"
    r"|(?P<elided>[dlDL]['’](?=\[?[^\W\d_]))|(?P<word>\[?[^\W\d_][\w'’-]*(?:\s?\?)?\]?(?:\s?\(\?\))?\]?)|(?P<number>\d\S*)|(?P<sign>[^\s\w])"
)
_ENCLOSED = re.compile(ENCLOSED, re.IGNORECASE)
_CYRILLIC = re.compile(r"[А-ЯЁ]")
_FROM_AND_TO = re.compile(
    r"^(?:to and from|from and to|von und an|an und von|de et à|à et de|aan en van|van en aan|de y a|a y de)\b",
    re.IGNORECASE,
)
_NEVER_FIRST = ("from", "von", "vom", "от", "by", "par")
"""What no name begins with: From Lenin to Stalin."""
_GENITIVE = (
    (r"ского$", "ский"),
    (r"цкого$", "цкий"),
    (r"ого$", "ый"),
    (r"([ое]в|ин)ой$", r"\1а"),
    (r"([влнйрк])а$", r"\1"),
)
_DATIVE = (
    (r"скому$", "ский"),
    (r"цкому$", "цкий"),
    (r"ому$", "ый"),
    (r"([ое]в|ин)ой$", r"\1а"),
    (r"([влнйр])у$", r"\1"),
)
_INSTRUMENTAL = ((r"ским$", "ский"), (r"цким$", "цкий"), (r"([влн])ым$", r"\1"), (r"([йр])ом$", r"\1"))
_DATIVE_END = re.compile(r"(?:ому|[влнйрм]у|ю)$")


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Senders, addressees and, where no direction is said, correspondents, as written; `kind` is that of the thing."""

    senders: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    kind: str = ""
    place: str = ""
    encloses: bool = False

    def __bool__(self) -> bool:
        return bool(self.senders or self.addressees or self.correspondents)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.casefold().strip("[]?() ").replace("’", "'")

    @property
    def is_capital(self) -> bool:
        return self.kind == "initial" or (self.kind == "word" and self.text.lstrip("[")[:1].isupper())


class _Reader:
    def __init__(self, title: str) -> None:
        self.title = title
        self.tokens = [
            _Token(match.lastgroup or "", match.group(), match.start(), match.end()) for match in _TOKEN.finditer(title)
        ]

        self.is_russian = bool(_CYRILLIC.match(title))

    @cached_property
    def first(self) -> tuple[str, int]:
        """The party that the title begins with."""
        return self.party(0)

    def at(self, number: int) -> _Token:
        return self.tokens[number] if number < len(self.tokens) else _Token("end", "", len(self.title), len(self.title))

    def is_in(self, number: int, words: Sequence[str]) -> bool:
        token = self.at(number)
        return token.kind in ("word", "elided") and token.low in words and not token.text[0].isupper()

    def party(self, first: int) -> tuple[str, int]:
        """The name that begins at a token, and the token behind it; "" where none does."""
        at = first
        while self.is_in(at, ARTICLES) or self.at(at).kind == "elided":
            at += 1
        begin, last = at, -1
        while at < len(self.tokens) and at - begin < MOST_WORDS:
            token = self.at(at)
            if token.is_capital or (last == at - 1 and last >= 0 and token.low in BEHIND):
                last = at
            elif self.is_comma(at) and at - begin == 1 and self.is_forename(at + 1):
                pass
            elif last < 0 or self.is_turn(at, begin) or not (self.is_in(at, PARTICLES) or token.kind == "elided"):
                break
            at += 1
        if last < 0 or (last == begin and self.is_qualifying(last)):
            return "", first
        text = self.title[self.at(begin).start : self.at(last).end]
        if text.startswith("[") and self.title[self.at(last).end :].lstrip().startswith("]"):
            text += "]"
        return text.strip(), last + 1

    def is_qualifying(self, number: int) -> bool:
        """Whether a capital begins what somebody is: "a Russian bookseller" names nobody."""
        behind = self.at(number + 1)
        small = behind.kind == "word" and behind.text[0].islower()
        return small and not self.is_in(number + 1, (*FROM, *TO, *WITH, *AND, *ABOUT, *KINDS, *PARTICLES))

    def people(self, first: int) -> tuple[str, int]:
        """Who is named by what they are, behind an article: "the members of the SAP"."""
        at = first + 1
        while self.is_in(at, ARTICLES):
            at += 1
        begin = at
        if begin == first + 1 and self.at(first).low not in ("aux", "au", "al"):
            return "", first + 1
        while (
            self.at(at).kind in ("word", "initial", "elided")
            and at - begin < MOST_WORDS
            and not self.is_turned(at, begin)
        ):
            at += 1
        return self.title[self.at(begin).start : self.at(at - 1).end] if at > begin else "", at

    def is_turned(self, number: int, begin: int) -> bool:
        """Whether the addressee has been said: a sender or a subject follows."""
        return number > begin and (
            self.is_in(number, ABOUT) or (self.is_in(number, FROM) and not self.is_in(number, OF))
        )

    def is_comma(self, number: int) -> bool:
        return self.at(number).text == ","

    def is_forename(self, number: int) -> bool:
        """Whether "Sedov, Lev" goes on: a capital, and then an end of the name."""
        token, behind = self.at(number), self.at(number + 1)
        return (
            token.is_capital
            and token.low not in NO_NAMES | PLACES
            and (
                behind.kind in ("end", "sign", "arrow", "number")
                or self.is_in(number + 1, (*TO, *AND))
                or token.kind == "initial"
            )
        )

    def behind_aside(self, number: int) -> int:
        """The token behind what stands in parentheses: Karl Gröhl (Karl Friedberg)."""
        if self.at(number).text != "(":
            return number
        closing = (at for at in range(number, len(self.tokens)) if self.at(at).text == ")")
        return next(closing, number - 1) + 1

    def is_turn(self, number: int, begin: int) -> bool:
        """Whether a small word leads to the other party rather than through a name: Lettre de X à Y has both."""
        return self.is_in(number, TO) and number > begin


def read_title(title: str) -> Correspondence:
    """What a title says of sender and addressee."""
    reader = _Reader(" ".join(title.split()))
    found = _named(reader) or _behind_name(reader) or _bare(reader)
    return replace(found, encloses=bool(_ENCLOSED.search(title))) if found else Correspondence()


def _kind_at(reader: _Reader) -> tuple[str, int]:
    """The word for a letter that a title begins with, and the token behind it."""
    at = 0
    while at < 3 and reader.at(at).low in BEFORE and reader.at(at).low not in KINDS:
        at += 1
    kind = KINDS.get(reader.at(at).low, "") if reader.at(at).kind == "word" else ""
    at += 1
    while kind and reader.is_in(at, BETWEEN):
        at += 1
    if kind and reader.at(at).text == "(" and reader.at(at + 2).text == ")":
        at += 3
    return kind, at


def _named(reader: _Reader) -> Correspondence | None:
    """ "Letter from X to Y", "Letters to Y from X", "Correspondence with Y", "Письмо X к Y"."""
    kind, at = _kind_at(reader)
    if not kind:
        return None
    if reader.is_in(at, WITH):
        return _together(reader, at + 1, kind)
    if _FROM_AND_TO.match(reader.title[reader.at(at).start :]):
        return _together(reader, at + 3, kind)
    sender = addressee = place = ""
    for _ in range(3):
        at = reader.behind_aside(at)
        if reader.is_in(at, TO) and not addressee:
            said, behind = reader.party(at + 1)
            said, at = (said, behind) if said else reader.people(at)
            addressee = _nominative(said, _DATIVE) if reader.is_russian else said
        elif not sender and _says_from(reader, at, kind):
            said, behind = reader.party(at + (reader.at(at).kind != "elided"))
            if _is_place(said) and not place:
                place, at = said, behind
                continue
            sender, at = (_nominative(said, _GENITIVE) if reader.is_russian else said), behind
        elif kind == "correspondence" and not reader.is_russian and not sender and reader.at(at).is_capital:
            sender, at = reader.party(at)
        elif reader.is_russian and not sender and reader.at(at).is_capital:
            sender, said, at = _russian(reader, at)
            addressee = addressee or said
        else:
            break
    senders, addressees = _parties(sender), _parties(addressee)
    if senders and not addressees and reader.is_in(at, WITH):
        others = _together(reader, at + 1, kind)
        return Correspondence((), (), (*senders, *others.correspondents), kind) if others else None
    return Correspondence(senders, addressees, (), kind, place) if senders or addressees else None


def _says_from(reader: _Reader, at: int, kind: str) -> bool:
    """Whether a sender follows; postcards of a place show it."""
    if kind == "postcard" and reader.is_in(at, OF):
        return reader.at(at).low in ("de", "van", "von", "d'")
    return reader.is_in(at, FROM) or reader.at(at).kind == "elided"


def _together(reader: _Reader, at: int, kind: str) -> Correspondence | None:
    found = []
    while at < len(reader.tokens):
        said, behind = reader.party(at)
        if not said:
            break
        found += [_nominative(one, _INSTRUMENTAL) if reader.is_russian else one for one in _parties(said)]
        if not (reader.is_in(behind, AND) or reader.is_comma(behind)):
            break
        at = behind + 1
    return Correspondence((), (), tuple(found), kind) if found else None


def _behind_name(reader: _Reader) -> Correspondence | None:
    """ "Trotsky, L.: letter to Cannon", "Sedov letters to Trotsky"."""
    sender, at = reader.first
    if not _is_somebody(sender):
        return None
    while reader.at(at).text in (":", ",", "."):
        at += 1
    kind = KINDS.get(reader.at(at).low, "") if reader.at(at).kind == "word" else ""
    if not kind or not reader.is_in(at + 1, TO):
        return None
    addressee, _ = reader.party(at + 2)
    addressees = _parties(addressee)
    return Correspondence((sender,), addressees, (), kind) if addressees else None


def _bare(reader: _Reader) -> Correspondence | None:
    """ "X to Y", "X an Y", "X > Y": both are names, nothing else stands before the date."""
    if reader.at(0).low in _NEVER_FIRST:
        return None
    sender, at = reader.first
    arrow = reader.at(at).kind == "arrow"
    if not arrow and not reader.is_in(at, TO):
        return None
    addressee, behind = reader.party(at + 1)
    if not (_is_somebody(sender) and _is_somebody(addressee)):
        return None
    if reader.at(behind).kind == "word" or (not arrow and not _is_personal(sender) and not _is_personal(addressee)):
        return None
    return Correspondence((sender,), (addressee,))


def _russian(reader: _Reader, at: int) -> tuple[str, str, int]:
    """ "Письмо Л. Троцкого Л. Седову": the addressee begins where the dative does."""
    whole, behind = reader.party(at)
    words = whole.split()
    for number in range(1, len(words)):
        last = next((word for word in words[number:] if not word.endswith(".")), "")
        before = next((word for word in reversed(words[:number]) if not word.endswith(".")), "")
        if before and _DATIVE_END.search(last.strip("[]?,")) and not _DATIVE_END.search(before.strip("[]?,")):
            sender, addressee = " ".join(words[:number]), " ".join(words[number:])
            return _nominative(sender, _GENITIVE), _nominative(addressee, _DATIVE), behind
    if reader.is_in(behind, TO):
        addressee, behind = reader.party(behind + 1)
        return _nominative(whole, _GENITIVE), _nominative(addressee, _DATIVE), behind
    if len(words) <= 3 and _DATIVE_END.search(words[-1].strip("[]?,")):
        return "", _nominative(whole, _DATIVE), behind
    return _nominative(whole, _GENITIVE), "", behind


def _nominative(name: str, endings: Sequence[tuple[str, str]]) -> str:
    words = name.split(" ")
    for number, word in enumerate(words):
        bare = word.strip("[]?,")
        for ending, nominative in endings:
            if len(bare) > 4 and re.search(ending, bare):
                words[number] = word.replace(bare, re.sub(ending, nominative, bare))
                break
    return " ".join(words)


def _parties(said: str) -> tuple[str, ...]:
    """Nobody is a place, a word of ours or a lone initial; two persons joined by "and" are two."""
    if not said or _is_place(said) or _is_nobody(said):
        return ()
    joined = re.split(rf"\s(?:{'|'.join(AND)}|&)\s", said)
    apart = not (" " not in joined[0] and " " in joined[-1]) and not re.search(r"\b(?:of|the|der|des|du)\b", said)
    return tuple(filter(None, joined)) if apart else (said,)


def _is_place(said: str) -> bool:
    words = said.casefold().strip("[]? ").split()
    return bool(words) and all(word.strip(",") in PLACES for word in words)


def _is_nobody(said: str) -> bool:
    words = [word for word in said.casefold().strip("[]? ").split() if not word.endswith(".")]
    return not words or words[0] in NO_NAMES or all(len(word) == 1 for word in words)


def _is_somebody(said: str) -> bool:
    return bool(said) and not _is_place(said) and not _is_nobody(said) and said.casefold().split()[-1] not in KINDS


def _is_personal(said: str) -> bool:
    """Whether it is written as persons are: with an initial, a bracket or a comma, or is no word otherwise."""
    if re.search(r"\b[^\W\d_a-zа-яё]\.|\[|,", said):
        return True
    words = re.findall(r"[^\W\d_]+", said.casefold())
    return any(not any(is_known(word, code) for code in ("en", "fr", "nl", "es", "de")) for word in words)
