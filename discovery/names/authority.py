"""The authority file: who is who, under all the names they are written by. See docs/authority.md."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from discovery.names.tables import Fault, Row, read_rows
from discovery.records import Source
from discovery.text.folding import fold, modern_russian
from discovery.text.tokens import tokenise

KINDS = ("person", "family", "organisation", "place")
COLUMNS = ("id", "kind", "name", "dates", "variants", "pseudonyms", "link", "source", "note")
_NEEDED = ("id", "kind", "name")

How = Literal["name", "variant", "pseudonym", "surname"]
"""By what a text names somebody; the surest first."""

_MOST_BEGINNING = 200
"""Forms that are looked through for a beginning."""
_POINT = r"(?:-?[\dX]{4}(?:-[\dX]{2}){0,2}[?~%]?|\.\.)"
_EDTF = re.compile(rf"{_POINT}|{_POINT}?/{_POINT}?")
_LINK = re.compile(r"Q[1-9]\d*|https?://\S+")


_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʹ´`′"))
"""Left out before words are cut: L'vovič is one name, not an article and another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A person, family, organisation or place.

    `name` is the form that the finding aid prefers, "Surname, Forename" for a person. `pseudonyms` are names assumed
    or given in the movement, nicknames among them; `variants` are the other spellings, and names in civil life.
    """

    id: str
    kind: str  # one of KINDS
    name: str
    dates: str = ""  # EDTF: 1879-11-07/1940-08-21, /1938, 1900?/
    variants: tuple[str, ...] = ()
    pseudonyms: tuple[str, ...] = ()
    link: str = ""  # a Wikidata item (Q33391) or an address
    source: str = ""
    note: str = ""


class Form(NamedTuple):
    """One way of writing somebody, and what kind of way it is."""

    text: str
    how: How


class Match(NamedTuple):
    """Somebody that a text may name: how, and by which of the forms."""

    authority: Authority
    how: How
    form: str


class AuthorityFile:
    """Authorities by all their forms. Of two with one id the first counts."""

    def __init__(self, authorities: Iterable[Authority], faults: Iterable[Fault] = ()) -> None:
        self._by_id: dict[str, Authority] = {}
        for authority in authorities:
            self._by_id.setdefault(authority.id, authority)
        self.faults = tuple(faults)
        found: dict[str, dict[str, Match]] = {}
        for how in get_args(How):
            for authority in self:
                for form, key in _entries(authority, how):
                    found.setdefault(key, {}).setdefault(authority.id, Match(authority, how, form))
        self._found = {key: tuple(matches.values()) for key, matches in found.items()}
        self._keys = sorted(self._found)

    def __iter__(self) -> Iterator[Authority]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, id_: str) -> Authority | None:
        return self._by_id.get(id_)

    def find(self, text: str) -> tuple[Match, ...]:
        """Everybody whom this text may name, each once, the surest first. Case, accents and order are no matter.

        All who share a pseudonym or a surname are returned: who is meant, the reader knows.
        """
        return self._found.get(name_key(text), ())

    def beginning(self, text: str, most: int) -> list[Match]:
        """Those with a form that begins so, each once."""
        key = name_key(text)
        start = bisect_left(self._keys, key) if key else len(self._keys)
        keys = takewhile(lambda other: other.startswith(key), islice(self._keys, start, start + _MOST_BEGINNING))
        found = {match.authority.id: match for one in keys for match in reversed(self._found[one])}
        return list(found.values())[:most]


def other_forms(authority: Authority, typed: str = "") -> tuple[Form, ...]:
    """How else somebody is written than `typed`: name, variants, pseudonyms, no two that differ in accents alone."""
    seen = {name_key(typed)}
    forms = []
    for form in _forms(authority):
        key = name_key(form.text)
        if key not in seen:
            seen.add(key)
            forms.append(form)
    return tuple(forms)


def read_authority_csv(path: Path) -> AuthorityFile:
    """The authorities of a CSV file, and in `faults` all that was left out of it.

    A record without id, name or known kind, or with the id of an earlier one, is left out; dates and links that are
    none are left out of theirs. Raises `BadFile` for a file that is no such table.
    """
    faults: list[Fault] = []

    def report(source: Source, reason: str) -> None:
        faults.append(Fault(source, reason))

    authorities: dict[str, Authority] = {}
    lines: dict[str, int | None] = {}
    for row in read_rows(path, COLUMNS, _NEEDED, report):
        if wrong := _wrong(row, lines):
            report(row.source, f"record left out: {'; '.join(wrong)}")
            continue
        lines[row["id"]] = row.source.line
        authorities[row["id"]] = Authority(
            id=row["id"],
            kind=row["kind"],
            name=row["name"],
            dates=_fitting(row, "dates", is_edtf(row["dates"]), "no date in EDTF", faults),
            variants=row.several("variants"),
            pseudonyms=row.several("pseudonyms"),
            link=_fitting(row, "link", is_link(row["link"]), "neither a Wikidata item nor an address", faults),
            source=row["source"],
            note=row["note"],
        )
    return AuthorityFile(authorities.values(), faults)


def is_edtf(text: str) -> bool:
    """Whether this is a date or an interval of the kind the file uses: years, months, days, open ends, ? and ~."""
    return bool(_EDTF.fullmatch(text))


def is_link(text: str) -> bool:
    return bool(_LINK.fullmatch(text))


def name_key(text: str) -> str:
    """What all spellings of a name share that differ in case, accents, punctuation or old orthography.

    >>> name_key("Zinov’ev, Grigorij"), name_key("ZINOVEV (Grigorij)"), name_key("Hønefoss")
    ('zinovev grigorij', 'zinovev grigorij', 'honefoss')
    """
    whole = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    forms = (token.form for token in tokenise(whole))
    return " ".join(filter(None, (fold(modern_russian(form)) for form in forms)))


def _wrong(row: Row, lines: dict[str, int | None]) -> list[str]:
    wrong = [f"it has no {column}" for column in ("id", "name") if not name_key(row[column])]
    if row["id"] in lines:
        wrong.append(f"the id {row['id']!r} is that of line {lines[row['id']]} already")
    if row["kind"] not in KINDS:
        wrong.append(f"the kind {row['kind']!r} is none of {', '.join(KINDS)}")
    return wrong


def _fitting(row: Row, column: str, fits: bool, reason: str, faults: list[Fault]) -> str:
    value = row[column]
    if value and not fits:
        faults.append(Fault(row.source, f"{column} left out: {value!r} is {reason}"))
        return ""
    return value


def _forms(authority: Authority) -> Iterator[Form]:
    yield Form(authority.name, "name")
    yield from (Form(variant, "variant") for variant in authority.variants)
    yield from (Form(pseudonym, "pseudonym") for pseudonym in authority.pseudonyms)


def _entries(authority: Authority, how: How) -> Iterator[tuple[str, str]]:
    """The forms of one kind, and the keys each is found under."""
    personal = authority.kind == "person"
    for form in _forms(authority):
        if form.how == how:
            for key in _orders(form.text, personal):
                yield form.text, key
        surname = personal and how == ("pseudonym" if form.how == "pseudonym" else "surname")
        if surname and "," in form.text:
            yield form.text, name_key(form.text.partition(",")[0])


def _orders(text: str, personal: bool) -> Iterator[str]:
    """A name in the order it is written and, where a comma says which is which, in the other one.

    A person's forenames are found whole, the first alone, and as initials: Lev Davidovič, Lev, L. D., L.
    """
    yield name_key(text)
    surname, comma, rest = text.partition(",")
    forenames = name_key(rest).split()
    if not comma or not forenames:
        return
    initials = [forename[0] for forename in forenames]
    choices = (forenames, forenames[:1], initials, initials[:1]) if personal else (forenames,)
    for given in (" ".join(choice) for choice in choices):
        yield f"{name_key(surname)} {given}"
        yield f"{given} {name_key(surname)}"
