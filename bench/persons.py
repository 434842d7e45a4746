"""Persons asked for by their whole names: is the right one first, and is somebody else ever first without a word?

    python -m bench.persons FOLDER [SAMPLE]

FOLDER holds finding aids. Names are taken from their headings for persons; a name counts if some folder has its surname
and its first forename in title, description or names. Asked as "Surname, Forename", "Forename Surname", "F. Surname".
"""

import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from discovery.answering.requests import make_request
from discovery.answering.results import Row
from discovery.answering.service import search
from discovery.engines.opening import open_engine, open_writer
from discovery.engines.port import Engine
from discovery.text.folding import fold
from discovery.text.tokens import tokenise
from indexer.collection import Collection, read_collection
from indexer.loading import load
from indexer.progress import Silent
from indexer.readers import read_units

WAYS: dict[str, Callable[[str, str], str]] = {
    "Surname, Forename": lambda surname, forename: f"{surname}, {forename}",
    "Forename Surname": lambda surname, forename: f"{forename} {surname}",
    "F. Surname": lambda surname, forename: f"{forename[0]}. {surname}",
}


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(str(__doc__))
    collection = read_collection(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as place:
        load([collection], open_writer(place), Silent())
        engine = open_engine(place)
        asked = sorted(persons(collection))
        random.Random(1).shuffle(asked)
        known = [name for name in asked if occurs(engine, *name)][: int(sys.argv[2]) if len(sys.argv) > 2 else 200]
        print(f"{'asked as':20}{'n':>5}{'right first':>13}{'other first, flagged':>22}{'unflagged':>11}{'nothing':>9}")
        for way, write in WAYS.items():
            print(line(way, engine, known, write))


def persons(collection: Collection) -> Iterable[tuple[str, str]]:
    """Surname and first forename of each heading for a person."""
    found = set()
    for path, shown in collection.description_files():
        for unit in read_units(path, shown, lambda *_: None, lambda *_: None):
            for name in unit.names:
                surname, comma, given = name.text.partition(",")
                forename = next((token for token in given.split() if len(token) > 2 and token.isalpha()), "")
                if name.kind == "person" and comma and forename and surname.isalpha():
                    found.add((surname.strip(), forename))
    return found


def occurs(engine: Engine, surname: str, forename: str) -> bool:
    rows = search(engine, make_request(f"{surname} {forename}", match="all", limit=20)).rows
    return any(is_right(row, surname, forename) for row in rows)


def line(way: str, engine: Engine, known: list[tuple[str, str]], write: Callable[[str, str], str]) -> str:
    right = flagged = unflagged = nothing = 0
    for surname, forename in known:
        rows = search(engine, make_request(write(surname, forename), limit=1)).rows
        if not rows:
            nothing += 1
        elif is_right(rows[0], surname, forename):
            right += 1
        elif any(reason.endswith("?") for reason in rows[0].reasons) or rows[0].missing:
            flagged += 1
        else:
            unflagged += 1
    return f"{way:20}{len(known):5}{right:13}{flagged:22}{unflagged:11}{nothing:9}"


def is_right(row: Row, surname: str, forename: str) -> bool:
    """Whether a record has both names, or the surname with the initial, in what it says itself."""
    words = {fold(token.form) for token in tokenise(said(row.record))}
    given = fold(forename.lower())
    return fold(surname.lower()) in words and bool({given, given[0]} & words)


def said(record: Mapping[str, Any]) -> str:
    return "\n".join((record["title"], record["description"], *(name["text"] for name in record["names"])))


if __name__ == "__main__":
    main()
