"""Forenames as Russian and the Latin scripts have them: Jean Жан, John Джон and Иоанн, William Вильгельм, Лёва Лев.

The table is `forenames.tsv`, a name a row: its Russian forms, those of the languages it comes from or is translated
into, and what those who bear it are called among friends. One form may stand in several rows: jean in Жан and in Иоанн.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from discovery.names.keys import name_keys
from discovery.text.folding import fold

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
    by_form, by_key = _index()
    name = name.lower()
    if found := by_form.get(fold(name)):
        return found
    return frozenset().union(*(by_key.get(key, frozenset()) for key in name_keys(name)))


@cache
def _index() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """The rows by their folded forms, and by the keys of their Russian forms."""
    by_form = ((fold(form), number) for number, row in enumerate(_rows()) for forms in row for form in forms)
    full = ((form, number) for number, row in enumerate(_rows()) for form in row.cyrillic)
    return _grouped(by_form), _grouped((key, number) for form, number in full for key in name_keys(form))


def _grouped(pairs: Iterator[tuple[str, int]]) -> dict[str, frozenset[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for key, number in pairs:
        found[key].add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}
