"""The authority file: who is who, under all the names they are written by. See docs/authority.md."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Literal, NamedTuple, get_args

from discovery.text.folding import fold, modern_russian
from discovery.text.tokens import form_of, words_in

KINDS = ("person", "family", "organisation", "place")

How = Literal["name", "variant", "pseudonym", "surname"]
"""By what a text names somebody; the surest first."""

_SUREST_FIRST: dict[How, int] = {how: rank for rank, how in enumerate(get_args(How))}

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


ByKey = Mapping[str, Sequence[tuple[str, How, str]]]
"""By the key of a name (`name_key`), everybody who has it, the surest first: id, how, the form."""


class AuthorityFile:
    """Authorities by all their forms. Of two with one id the first counts."""

    def __init__(self, authorities: Iterable[Authority] = (), by_key: ByKey | None = None) -> None:
        """`by_key` is what they are found by, where that is known (`by_key`)."""
        self._by_id: dict[str, Authority] = {}
        for authority in authorities:
            self._by_id.setdefault(authority.id, authority)
        self.by_key: ByKey = _by_key(self) if by_key is None else by_key
        """The forms by their keys, to be kept beside the authorities: they take longer to make than to read."""
        self._keys = sorted(self.by_key)

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
        return self._matches(name_key(text))

    def beginning(self, text: str, most: int) -> list[Match]:
        """Those with a form that begins so, each once."""
        key = name_key(text)
        start = bisect_left(self._keys, key) if key else len(self._keys)
        keys = takewhile(lambda other: other.startswith(key), islice(self._keys, start, start + _MOST_BEGINNING))
        found = {match.authority.id: match for one in keys for match in reversed(self._matches(one))}
        return list(found.values())[:most]

    def _matches(self, key: str) -> tuple[Match, ...]:
        return tuple(Match(self._by_id[id_], how, form) for id_, how, form in self.by_key.get(key, ()))


def other_forms(authority: Authority, typed: str = "") -> tuple[Form, ...]:
    """How else somebody is written than `typed`: name, variants, pseudonyms, no two that differ in accents alone."""
    seen = {name_key(typed)}
    forms = []
    for form in every_form(authority):
        key = name_key(form.text)
        if key not in seen:
            seen.add(key)
            forms.append(form)
    return tuple(forms)


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
    return " ".join(filter(None, [fold(modern_russian(form_of(word))) for word in words_in(whole)]))


def every_form(authority: Authority) -> Iterator[Form]:
    yield Form(authority.name, "name")
    yield from (Form(variant, "variant") for variant in authority.variants)
    yield from (Form(pseudonym, "pseudonym") for pseudonym in authority.pseudonyms)


def _by_key(authorities: Iterable[Authority]) -> ByKey:
    found: dict[str, dict[str, tuple[str, How, str]]] = {}
    entries = [entry for authority in authorities for entry in _entries(authority)]
    for key, match in sorted(entries, key=lambda entry: _SUREST_FIRST[entry[1].how]):
        found.setdefault(key, {}).setdefault(match.authority.id, (match.authority.id, match.how, match.form))
    return {key: tuple(matches.values()) for key, matches in found.items()}


def _entries(authority: Authority) -> Iterator[tuple[str, Match]]:
    """The keys of all forms, with what each is a match by."""
    personal = authority.kind == "person"
    for text, how in every_form(authority):
        before, _, behind = text.partition(",")
        surname, forenames = name_key(before), name_key(behind) if behind else ""
        for key in _orders(surname, forenames, personal):
            yield key, Match(authority, how, text)
        if personal and forenames:
            yield surname, Match(authority, "pseudonym" if how == "pseudonym" else "surname", text)


def _orders(surname: str, forenames: str, personal: bool) -> Iterator[str]:
    """A name in the order it is written and, where a comma says which is which, in the other one.

    A person's forenames are found whole, the first alone, and as initials: Lev Davidovič, Lev, L. D., L.
    """
    if not forenames:
        yield surname
        return
    words = forenames.split()
    initials = [word[0] for word in words]
    choices = (words, words[:1], initials, initials[:1]) if personal else (words,)
    for given in (" ".join(choice) for choice in choices):
        yield f"{surname} {given}"
        yield f"{given} {surname}"
