"""The lexicon of an archive: the word forms that occur in it, found again by their keys.

One SQLite file. It only grows: how often a form occurs is asked of the engine, so nothing here can go stale.
A writer adds forms while an archive is loaded; readers open the file without being able to change it.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import NamedTuple, Self

from discovery.names.counterparts import counterpart_keys, counterparts
from discovery.names.keys import genitive_keys, name_keys
from discovery.names.ocr import LEAST_LETTERS, UNLIKE, near_keys, ocr_key, reading_edits
from discovery.text.folding import fold

Occurrences = Callable[[str], int]
"""In how many documents of an archive a form stands."""

FILE_NAME = "lexicon.sqlite"
LONGEST = 60
"""Letters of a form that has keys: what is longer is no word, and its keys would take seconds."""
MOST_EXPANSIONS = 20
MOST_LOOKED_AT = 400
MOST_SHARE = 1 / 3
"""A form that occurs more often than this share of a word's occurrences is no misreading of it, but a word."""
RARE = 6
"""Occurrences, counted in pages, items and folders, up to which any form may be a misreading."""
_MOST_REMEMBERED = 500_000
_AT_ONCE = 20_000
_SCHEMA = """
    PRAGMA cache_size = -65536;
    PRAGMA synchronous = OFF;
    CREATE TABLE IF NOT EXISTS form (form TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS key (kind INT, key TEXT, form TEXT, PRIMARY KEY (kind, key, form)) WITHOUT ROWID;
"""


class Relation(StrEnum):
    """How a form of the archive came to be looked for; the value is what the page says. Closest first."""

    FOLDING = "folding"
    OTHER_SCRIPT = "other script"
    OCR_READING = "OCR reading"


_KIND = {relation: number for number, relation in enumerate(Relation)}


class Expansion(NamedTuple):
    """A form that occurs in the archive, and how it relates to the form that was typed."""

    form: str
    relation: Relation


Found = tuple[str, str]
"""A form of the archive, and a key by which it was found."""


def sought_keys(form: str, relation: Relation) -> Iterable[str]:
    """The keys under which other forms are looked for."""
    if len(form) > LONGEST:
        return ()
    match relation:
        case Relation.FOLDING:
            return (fold(form),)
        case Relation.OTHER_SCRIPT:
            return (*name_keys(form), *counterpart_keys(form))
        case Relation.OCR_READING:
            return (ocr_key(form), *near_keys(form)) if len(form) >= LEAST_LETTERS else ()


def stored_keys(form: str) -> Iterator[tuple[Relation, str]]:
    """The keys by which a form is found. That it is found by itself goes without saying, but among misreadings."""
    if (folded := fold(form)) != form:
        yield Relation.FOLDING, folded
    if len(form) > LONGEST:
        return
    for key in name_keys(form) | genitive_keys(form):
        if key != form:
            yield Relation.OTHER_SCRIPT, key
    if key := ocr_key(form):
        yield Relation.OCR_READING, key


def closest(
    form: str,
    found: Mapping[Relation, Iterable[Found]],
    also: Sequence[str] = (),
    occurrences: Occurrences = lambda form: 0,
    most: int = MOST_EXPANSIONS,
) -> list[Expansion]:
    """Forms found by their keys, each once by its closest relation; at most `most` by a relation.

    Those of most similar length come first, then those that are the name only as another language hears it; of
    misreadings, which may be of the other forms `also`, those of fewest edits.
    """
    chosen: dict[str, Expansion] = {}
    for relation in Relation:
        keys = _keys_of(found.get(relation, ()), {form, *chosen})
        if relation is Relation.OCR_READING:
            near = _misread((form, *also), keys.keys() - also, occurrences)
        else:
            near = _spelt(form, keys, relation)
        chosen |= {other: Expansion(other, relation) for other in near[:most]}
    return list(chosen.values())


def _keys_of(found: Iterable[Found], without: Collection[str]) -> dict[str, set[str]]:
    """The forms found, each with the keys by which."""
    keys: dict[str, set[str]] = {}
    for other, key in found:
        if other not in without:
            keys.setdefault(other, set()).add(key)
    return keys


def _spelt(form: str, keys: Mapping[str, set[str]], relation: Relation) -> list[str]:
    own = name_keys(form)
    same = {other for other, theirs in keys.items() if relation is Relation.FOLDING or not own.isdisjoint(theirs)}
    further = counterparts(form, keys, same) if len(same) < len(keys) else []
    return [*sorted(same, key=lambda other: (abs(len(form) - len(other)), other)), *further]


def _misread(forms: Sequence[str], others: Iterable[str], occurrences: Occurrences) -> list[str]:
    """Those of the others that may be read for one of the forms, and are too rare to be words of their own."""
    rare = max(RARE, sum(map(occurrences, forms)) * MOST_SHARE)
    edits = {other: min(reading_edits(form, other) for form in forms) for other in others}
    likely = (other for other, number in edits.items() if number < UNLIKE and occurrences(other) <= rare)
    return sorted(likely, key=lambda other: (edits[other], other))


class LexiconWriter:
    """Adds forms. What was added is there for readers after `commit`, or at the end of the `with` block."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path)
        self._file.executescript(_SCHEMA)
        self._seen: set[str] = set()
        self._may_know = self._file.execute("SELECT 1 FROM form").fetchone() is not None
        self._waiting: list[str] = []

    def add(self, forms: Iterable[str]) -> None:
        """Lower-case forms, as often as they occur: each is worked on once."""
        new = set(forms) - self._seen
        self._seen |= new
        self._waiting += new
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def commit(self) -> None:
        self._write()
        self._file.commit()

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.commit()
        self.close()

    def _write(self) -> None:
        """In the order of the file, which is written several times faster so."""
        new = sorted(form for form in self._waiting if not (self._may_know and self._knows(form)))
        self._file.executemany("INSERT OR IGNORE INTO form VALUES (?)", ((form,) for form in new))
        rows = sorted((_KIND[kind], key, form) for form in new for kind, key in stored_keys(form))
        self._file.executemany("INSERT OR IGNORE INTO key VALUES (?, ?, ?)", rows)
        self._waiting.clear()
        if len(self._seen) > _MOST_REMEMBERED:
            self._seen.clear()
            self._may_know = True

    def _knows(self, form: str) -> bool:
        return self._file.execute("SELECT 1 FROM form WHERE form = ?", (form,)).fetchone() is not None


def faults(path: Path) -> tuple[int, Iterator[str]]:
    """The number of forms of a file, and what is wrong in it: the file itself, or forms whose keys are not theirs."""
    file = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    (forms,) = file.execute("SELECT count(*) FROM form").fetchone()
    return forms, _faults(file)


def _faults(file: sqlite3.Connection) -> Iterator[str]:
    for (said,) in file.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield said
    keyless = "SELECT DISTINCT form FROM key WHERE form NOT IN (SELECT form FROM form)"
    yield from (f"{form} (only as a key's)" for (form,) in file.execute(keyless))
    for (form,) in file.execute("SELECT form FROM form"):
        for kind, key in stored_keys(form):
            row = (_KIND[kind], key, form)
            if not file.execute("SELECT 1 FROM key WHERE kind = ? AND key = ? AND form = ?", row).fetchone():
                yield form
                break
    file.close()


class Lexicon:
    """Reads the forms of an archive. One may serve several threads."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        self._turn = Lock()

    def close(self) -> None:
        self._file.close()

    def __contains__(self, form: object) -> bool:
        return bool(self._rows("SELECT 1 FROM form WHERE form = ?", (form,)))

    def __len__(self) -> int:
        return int(self._rows("SELECT count(*) FROM form", ())[0][0])

    def expand(
        self,
        form: str,
        relations: Collection[Relation] = tuple(Relation),
        also: Sequence[str] = (),
        occurrences: Occurrences = lambda form: 0,
        most: int = MOST_EXPANSIONS,
    ) -> list[Expansion]:
        """The forms of the archive that a lower-case form is related to, without itself (`closest`)."""
        found = {relation: self._found(form, relation) for relation in relations}
        if Relation.OCR_READING in found:
            found[Relation.OCR_READING].update(*(self._found(other, Relation.OCR_READING) for other in also))
        return closest(form, found, also, occurrences, most)

    def _found(self, form: str, relation: Relation) -> set[Found]:
        keys = list(sought_keys(form, relation))
        marks = ", ".join("?" * len(keys))
        by_key = f"SELECT form, key FROM key WHERE kind = ? AND key IN ({marks}) LIMIT ?"
        itself = f"SELECT form, form FROM form WHERE form IN ({marks})"
        rows = self._rows(by_key, (_KIND[relation], *keys, MOST_LOOKED_AT))
        if relation is not Relation.OCR_READING:
            rows += self._rows(itself, tuple(keys))
        return {(other, key) for other, key in rows}

    def _rows(self, sql: str, values: tuple[object, ...]) -> list[tuple[str, ...]]:
        with self._turn:
            return self._file.execute(sql, values).fetchall()
