"""A house of many collections: all of them by holder and letter, a search among them, and the choice of one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from discovery.answering import archive
from discovery.answering.results import Request
from discovery.answering.results_json import top
from discovery.answering.rows import COLLECTIONS
from discovery.answering.service import search
from discovery.engines.port import Engine, Filter
from discovery.text.alphabet import alphabetical, initial
from webui import wording
from webui.site import site

blueprint = Blueprint("house", __name__)

OVERVIEW = 12
"""Collections from which the start page is an overview and no tree."""
MOST_CHOICES = 60
"""Collections that are offered beside the search field; of more, one is chosen from the overview."""
MOST_SHOWN = 300
"""Collections on one page; of more, a letter or a holder has to be chosen."""
MOST_FOUND = 500
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Listed:
    """A fonds or collection as lists name it; `dates` as written."""

    id: str
    ref: str
    title: str
    holder: str
    dates: str
    extent: str


House = tuple[Listed, ...]
"""All fonds and collections, by the alphabet."""


def make_house(engine: Engine) -> House:
    """The fonds and collections of an archive, in the order of the alphabet."""
    found = (
        Listed(
            record["id"],
            record.get("ref", ""),
            wording.title(record),
            record.get("holder", ""),
            "; ".join(date.text for date in wording.dated(record)),
            record.get("extent", ""),
        )
        for record in (stored.record for stored in archive.roots(engine))
    )
    return tuple(sorted(found, key=lambda one: alphabetical(one.title)))


@dataclass(frozen=True, slots=True)
class Shelf:
    """Collections under one letter."""

    letter: str
    collections: tuple[Listed, ...]


def around() -> dict[str, Any]:
    """What every page is told of the house; nothing where the archive can't be asked, since errors have a frame too."""
    try:
        house = site().once(make_house)
    except Exception:  # whatever it is, the view met it first
        return {"choices": (), "many_collections": False}
    return {"choices": choices(house), "many_collections": len(house) >= OVERVIEW}


def choices(house: House) -> House:
    """What the search form offers to search in."""
    return house if 1 < len(house) <= MOST_CHOICES else ()


def letters(collections: Iterable[Listed]) -> dict[str, int]:
    """The letters that titles begin with, in order, each with how many."""
    counts = Counter(initial(one.title) for one in collections)
    return dict(sorted(counts.items(), key=lambda item: alphabetical(item[0])))


def holders(collections: Iterable[Listed]) -> dict[str, int]:
    counts = Counter(one.holder for one in collections if one.holder)
    return dict(sorted(counts.items(), key=lambda item: alphabetical(item[0])))


@blueprint.get("/collections")
def overview() -> ResponseReturnValue:
    """Collections by `holder`, `letter`, or those in whose descriptions, or in whose series, `q` is found."""
    q, holder, letter = (request.args.get(name, "").strip()[:LONGEST] for name in ("q", "holder", "letter"))
    every = site().once(make_house)
    chosen = [one for one in every if not holder or one.holder == holder]
    chosen = _found(q, chosen) if q else chosen
    under = [one for one in chosen if not letter or initial(one.title) == letter]
    many = len(under) > MOST_SHOWN
    return render_template(
        "collections.html",
        asked=q,
        holder=holder,
        letter=letter,
        letters=letters(chosen),
        holders=holders(every),
        total=len(under),
        many=many,
        found=under if q else None,
        shelves=() if q or many else _shelves(under),
    )


def _found(q: str, among: Sequence[Listed]) -> list[Listed]:
    """Best first; a collection is found by its series too. One that nothing is described in is listed as a folder."""
    known = {one.id: one for one in among}
    whole = (Filter("level", tuple(sorted(COLLECTIONS))),)
    asked = (Request(text=q, view="series"), Request(text=q, filters=whole))
    rows = (row for one in asked for row in search(site().engine, replace(one, limit=MOST_FOUND)).rows)
    tops = dict.fromkeys(top(row.record)["id"] for row in rows)
    return [known[id_] for id_ in tops if id_ in known]


def _shelves(collections: Iterable[Listed]) -> tuple[Shelf, ...]:
    by_letter: dict[str, list[Listed]] = {}
    for one in collections:
        by_letter.setdefault(initial(one.title), []).append(one)
    return tuple(Shelf(letter, tuple(those)) for letter, those in by_letter.items())
