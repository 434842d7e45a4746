"""Forenames as Russian and the Latin scripts have them: Jean Жан, John Джон and Иоанн, William Вильгельм, Лёва Лев.

The table is `forenames.tsv`, a name a row: its Russian forms, those of the languages it comes from or is translated
into, and what those who bear it are called among friends. One form may stand in several rows: jean in Жан and in Иоанн.
"""

import csv
import hashlib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import marisa_trie

from discovery.names.keys import KEYS_VERSION, name_keys
from discovery.text.folding import fold
from discovery.text.kept import opened
from discovery.text.lemmas import dictionary_version

_FILE = Path(__file__).with_suffix(".tsv")


class Forename(NamedTuple):
    """A row, in lower case."""

    cyrillic: tuple[str, ...]
    latin: tuple[str, ...]
    short: tuple[str, ...]


def same_forename(one: str, other: str) -> bool:
    """Whether two spellings, in any case and script, may be one forename; false where either is in no row.

    >>> same_forename("Žan", "Jean"), same_forename("Лёва", "Leon"), same_forename("Henryk", "Генрих")
    (True, True, True)
    >>> same_forename("Jean", "Пётр"), same_forename("Trotsky", "Троцкий")
    (False, False)
    """
    return not _rows_of(one).isdisjoint(_rows_of(other))


def forms_of(name: str) -> frozenset[str]:
    """How else a forename is written, diminutives included, in lower case; empty for what is in no row.

    >>> sorted(forms_of("Žan") & {"jean", "жан", "john"})
    ['jean', 'жан']
    """
    rows = (_rows()[number] for number in _rows_of(name))
    return frozenset(form for row in rows for forms in row for form in forms) - {name.lower()}


def beginning(letter: str) -> frozenset[str]:
    """The full forms that a capital with a point may stand for, in its own script.

    >>> "erwin" in beginning("e")
    True
    """
    forms = (form for row in _rows() for forms in row[:2] for form in forms)
    return frozenset(form for form in forms if form.startswith(letter.lower()))


def in_other_script(name: str) -> frozenset[str]:
    """The full forms of a forename in the script it is not written in, without diminutives.

    >>> sorted(in_other_script("william"))
    ['вильгельм', 'вильям', 'уильям']
    """
    folded = fold(name.lower())
    rows = [row for number in _rows_of(name) if folded not in map(fold, (row := _rows()[number]).short)]
    is_latin = any("a" <= letter <= "z" for letter in folded)
    return frozenset(form for row in rows for form in (row.cyrillic if is_latin else row.latin))


@cache
def _rows() -> tuple[Forename, ...]:
    with _FILE.open(encoding="utf-8", newline="") as lines:
        table = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(table)
        return tuple(Forename(*map(_forms, (*row, "")[:3])) for row in table)


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(", ")) if cell else ()


def _rows_of(name: str) -> frozenset[int]:
    """The rows that have a form; else those with a Russian form that it transliterates."""
    name = name.lower()
    if found := _by_form().get(fold(name)):
        return frozenset(found)
    return frozenset(int(number) for key in name_keys(name) for number in _by_key().get(key) or ())


@cache
def _by_form() -> dict[str, set[int]]:
    """The rows by their folded forms."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(_rows()):
        for form in (form for forms in row for form in forms):
            found[fold(form)].add(number)
    return found


@cache
def _by_key() -> marisa_trie.BytesTrie:
    """The rows by the keys of their Russian forms: made once, for it needs the Russian dictionary."""
    table = hashlib.blake2b(_FILE.read_bytes(), digest_size=4).hexdigest()
    return opened(f"forenames-{table}-{KEYS_VERSION}-{dictionary_version('ru')}", _compile)


def _compile() -> marisa_trie.BytesTrie:
    full = ((form, number) for number, row in enumerate(_rows()) for form in row.cyrillic)
    return marisa_trie.BytesTrie((key, str(number).encode()) for form, number in full for key in name_keys(form))
