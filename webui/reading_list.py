"""The reading list: what a reader keeps while searching, and what has to be ordered for it. Its address is the list.

`i` names an entry by its key ("u:" a unit, "p:" a page), `note.u:…` what the reader noted beside it. A browser with
scripts keeps the same in its own store (`static/list.js`); nothing is kept here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from discovery.answering.ordering import Order, orders, read_listed
from discovery.answering.results import Row
from webui import wording
from webui.citing import STYLES
from webui.exports import COLUMNS, references_file
from webui.links import record_url
from webui.requesting import request_address
from webui.site import site
from webui.tables import XLSX, as_csv, as_xlsx, file
from webui.urls import Arguments
from webui.wording import Record

blueprint = Blueprint("reading_list", __name__)

MOST_LISTED = 200
LONGEST_NOTE = 300


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the list; without a record it is no longer in the archive."""

    key: str
    note: str = ""
    record: Record | None = None
    order_line: str = ""

    @property
    def cells(self) -> list[str]:
        """What an export says of it."""
        if self.record is None:
            return [self.key[2:]]
        row = Row(self.record, 0.0, (), ())
        return [*(read(row) for name, read in COLUMNS.items() if name not in _OF_A_HIT), self.order_line, self.note]


_OF_A_HIT = ("why", "snippet")
HEADINGS = [*(name for name in COLUMNS if name not in _OF_A_HIT), "order", "note"]


@dataclass(frozen=True, slots=True)
class Slip:
    """What is asked for at the desk: a line, the pages wanted in it, and whatever stands in the way."""

    line: str
    titles: tuple[str, ...]
    pages: str
    access: str
    digitised: bool
    address: str
    hindrance: str  # why it is not requested, "" where it is

    @property
    def cells(self) -> list[str]:
        seen = "yes" if self.digitised else "no"
        return [self.line, "; ".join(self.titles), self.pages, self.access, seen, self.hindrance]


SLIP_HEADINGS = ["order", "titles", "pages", "access", "digitised", "not requested"]


@blueprint.get("/list")
def show() -> ResponseReturnValue:
    """The list with what is to be ordered, as a page that prints. Empty notes, which a form sends too, are dropped."""
    given = list(request.args.items(multi=True))
    kept = [(name, value) for name, value in given if value.strip()]
    if len(kept) < len(given):
        return redirect(f"{url_for('reading_list.show')}?{urlencode(kept)}")
    listed = _listed()
    slips = _slips(listed)
    return render_template(
        "list.html",
        listed=listed,
        slips=slips,
        without={one.key: address([other for other in listed if other is not one]) for one in listed},
        here=url_for("reading_list.show", _external=True) + address(listed).removeprefix(url_for("reading_list.show")),
        own="own" in request.args,
        most=MOST_LISTED,
        most_note=LONGEST_NOTE,
        downloads={
            "CSV": address(listed, "reading_list.csv"),
            "Excel": address(listed, "reading_list.xlsx"),
            **{form.label: address(listed, "reading_list.references", style=name) for name, form in STYLES.items()},
        },
    )


@blueprint.get("/list.csv")
def csv() -> Response:
    listed = _listed()
    return file(as_csv([HEADINGS, *(one.cells for one in listed)]), "text/csv; charset=utf-8", "reading-list.csv")


@blueprint.get("/list.xlsx")
def xlsx() -> Response:
    """Two sheets: the list, and what to order for it."""
    listed = _listed()
    sheets = {
        "List": [HEADINGS, *(one.cells for one in listed)],
        "To order": [SLIP_HEADINGS, *(slip.cells for slip in _slips(listed))],
    }
    return file(as_xlsx(sheets), XLSX, "reading-list.xlsx")


@blueprint.get("/list.<any(ris, bib, 'csl.json'):style>")
def references(style: str) -> Response:
    return references_file(((one.record, one.note) for one in _listed() if one.record), style, "reading-list")


def keys_in(arguments: Arguments) -> list[str]:
    """The keys of a list in an address, each once."""
    named = dict.fromkeys(key for key in arguments.getlist("i") if key[:2] in ("u:", "p:") and key[2:])
    return list(named)[:MOST_LISTED]


def address(listed: Iterable[Listed], endpoint: str = "reading_list.show", style: str | None = None) -> str:
    """The address that is a list."""
    pairs = list(_pairs(listed))
    return url_for(endpoint, style=style) + (f"?{urlencode(pairs)}" if pairs else "")


def with_one_more(key: str) -> str:
    """The address of the list that came with this page, and one entry more."""
    return address(Listed(one) for one in dict.fromkeys((*keys_in(request.args), key)))


def carried() -> dict[str, list[str]]:
    """What every page is told: the list that came with its address, for browsers without scripts."""
    return {"kept": keys_in(request.args)}


def _pairs(listed: Iterable[Listed]) -> Iterator[tuple[str, str]]:
    for one in listed:
        yield "i", one.key
        if one.note:
            yield f"note.{one.key}", one.note


def _listed() -> list[Listed]:
    here = site()
    keys = keys_in(request.args)
    records = read_listed(here.engine.snapshot(), keys)
    found = (Listed(key, request.args.get(f"note.{key}", "").strip()[:LONGEST_NOTE], records.get(key)) for key in keys)
    about = here.about()
    return [replace(one, order_line=wording.order_line(one.record, about)) if one.record else one for one in found]


def _slips(listed: Iterable[Listed]) -> list[Slip]:
    here = site()
    by_box = here.about().collection.get("order_by") == "box"
    records = [one.record for one in listed if one.record]
    notes = {one.key: one.note for one in listed if one.note}
    return [_slip(order, notes) for order in orders(here.engine.snapshot(), records, by_box)]


def _slip(order: Order, notes: dict[str, str]) -> Slip:
    about = site().about()
    first, *others = order.folders
    line = wording.shelf_line(first, about)
    if others and first.get("kept_in"):
        line = line.replace(first["kept_in"], first["kept_in"].partition(", ")[0])
    pages = ", ".join(wording.page_name(page) for page in order.pages)
    noted = "; ".join(dict.fromkeys(notes[record["key"]] for record in order.wanted if record["key"] in notes))
    return Slip(
        line,
        tuple(wording.title(folder) for folder in order.folders),
        pages,
        "; ".join(dict.fromkeys(folder["access"]["value"] for folder in order.folders if folder.get("access"))),
        all(folder.get("digitised") for folder in order.folders),
        request_address(
            "" if order.hindrance else about.collection.get("request_url", ""),
            first,
            about,
            {"line": line, "pages": pages, "note": noted, "address": record_url(first, external=True)},
        ),
        order.hindrance,
    )
