"""The result list as files: CSV and XLSX for spreadsheets, others for reference managers. In the order of the page."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from flask import Blueprint, Response, request

from discovery.access import hindrance
from discovery.answering.results import Request, Row
from discovery.answering.results_json import hit, section, top
from discovery.answering.service import search
from webui import wording
from webui.citing import STYLES, bound, cited
from webui.links import record_url
from webui.site import site
from webui.tables import XLSX, as_csv, as_xlsx, file
from webui.urls import all_faults, read_request
from webui.wording import Record

blueprint = Blueprint("exports", __name__)
COLUMNS: dict[str, Callable[[Row], str]] = {
    "id": lambda row: str(row.record.get("id", "")),
    "reference": lambda row: str(row.record.get("ref", "")),
    "kind": lambda row: wording.kind(row.record),
    "title": lambda row: wording.title(row.record),
    "dates": lambda row: "; ".join(dated.text for dated in wording.dated(row.record)),
    "earliest": lambda row: bound(row.record, "earliest", min),
    "latest": lambda row: bound(row.record, "latest", max),
    "section": lambda row: section(row.record) or "",
    "collection": lambda row: wording.title(top(row.record)),
    "holder": lambda row: str(row.record.get("holder", "")),
    "access": lambda row: hindrance(row.record),
    "from": lambda row: "; ".join(wording.names(row.record, "from")),
    "to": lambda row: "; ".join(wording.names(row.record, "to")),
    "names": lambda row: "; ".join(wording.names(row.record, "")),
    "languages": lambda row: "; ".join(name for _, name in wording.languages(row.record)),
    "extent": lambda row: str(row.record.get("extent", "")),
    "form": lambda row: str(row.record.get("form", "")),
    "genre": lambda row: str(row.record.get("genre", "")),
    "path": lambda row: " > ".join(wording.title(step) for step in row.record.get("path", ())),
    "containers": lambda row: str(row.record.get("kept_in", "")),
    "folder": lambda row: str((row.record.get("folder") or {}).get("ref", "")),
    "why": lambda row: "; ".join(row.reasons),
    "snippet": lambda row: row.snippets[0].text if row.snippets else "",
    "address": lambda row: record_url(row.record, external=True),
}


@blueprint.get("/search.csv")
def csv() -> Response:
    return file(as_csv(_table()), "text/csv; charset=utf-8", "opis-results.csv")


@blueprint.get("/search.xlsx")
def xlsx() -> Response:
    return file(as_xlsx({"Results": _table()}), XLSX, "opis-results.xlsx")


@blueprint.get("/search.jsonl")
def json_lines() -> Response:
    """A hit a line, as the API has it."""
    lines = (json.dumps(hit(row), ensure_ascii=False) + "\n" for row in _rows())
    return file("".join(lines), "application/jsonl; charset=utf-8", "opis-results.jsonl")


@blueprint.get("/search.<any(ris, bib, 'csl.json'):style>")
def references(style: str) -> Response:
    return references_file(((row.record, "") for row in _rows()), style, "opis-results")


def references_file(records: Iterable[tuple[Record, str]], style: str, name: str) -> Response:
    """Records with a reader's notes, for reference managers."""
    about, form = site().about(), STYLES[style]
    text = form.write(cited(record, about, note) for record, note in records)
    return file(text, form.media_type, f"{name}.{style}")


def _table() -> Iterator[list[str]]:
    yield list(COLUMNS)
    yield from ([read(row) for read in COLUMNS.values()] for row in _rows())


def _rows() -> Iterator[Row]:
    """The rows of a request from its beginning, asked for as the page asks, so that their order is the page's."""
    here = site()
    asked = read_request(request.args, here.settings, here.dates_as)
    if asked.faults:
        raise all_faults(asked.faults)
    step = here.settings.most_rows
    for offset in range(0, here.settings.most_exported, step):
        found = search(here.engine, _part(asked.request, offset, step))
        yield from found.rows
        if offset + step >= found.total:
            return


def _part(request: Request, offset: int, limit: int) -> Request:
    return replace(request, offset=offset, limit=limit)
