"""The pages of the site: start, results, a unit of description, a page, an image, help."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, jsonify, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from discovery.answering import archive
from discovery.answering.chosen_dates import CHOICES
from discovery.answering.highlight import Highlighter, Mark
from discovery.answering.offering import offer
from discovery.answering.results import Request
from discovery.answering.service import highlighter, matching, search
from discovery.answering.wording import passages_of
from discovery.records import Passage
from webui import listing, nothing, wording
from webui.changes import in_languages, typed_instead, unfiltered
from webui.citing import STYLES, cited, in_words
from webui.front import make_front
from webui.help import SECTIONS
from webui.histogram import make_chart
from webui.house import holders, letters, make_house
from webui.images import has_image, image_file
from webui.keeping import not_whole
from webui.links import record_url
from webui.overlay import boxes
from webui.reading_list import keys_in
from webui.site import site
from webui.understood import understood
from webui.urls import LISTED, parameters, read_request, url

blueprint = Blueprint("pages", __name__)
IN_FORM = ("q", "match", "from", "to", "without", "offset")
"""Parameters that the search form has fields for, or that a new search resets."""
BOXES = ("certainly", "stated", "own")
"""Choices of dates that the form has a box for."""


@blueprint.get("/")
def start() -> ResponseReturnValue:
    house = site().once(make_house)
    return render_template(
        "start.html",
        front=site().once(make_front),
        house=house,
        house_letters=letters(house),
        house_holders=holders(house),
    )


@blueprint.get("/search")
def find() -> ResponseReturnValue:
    """Results. A form sends its empty fields too: they are dropped, so that an address says only what matters."""
    given = list(request.args.items(multi=True))
    kept = [(name, value) for name, value in given if value.strip()]
    if len(kept) < len(given):
        return redirect(f"{url_for('pages.find')}?{urlencode(kept)}")
    here, settings = site(), site().settings
    asked = read_request(request.args, settings, here.dates_as)
    results = search(here.engine, asked.request)
    if not results.whole:
        not_whole()
    listed = keys_in(request.args)
    link = partial(url, path=url_for("pages.find"), listed=listed)
    return render_template(
        "search.html",
        asked=asked,
        results=results,
        q=asked.request.text,
        hidden=[
            (name, value)
            for name, value in parameters(asked.request)
            if name not in IN_FORM and not (name == "dates" and value in BOXES)
        ]
        + [(LISTED, key) for key in listed],
        date_choices=CHOICES,
        date_boxes={choice: CHOICES[choice] for choice in BOXES},
        inside=partial(listing.inside, asked.request, link),
        orders=listing.orders(asked.request, link),
        understood=understood(results, link),
        instead=lambda text: link(typed_instead(asked.request, text)),
        chart=make_chart(results.histogram, asked.request, link),
        facets=listing.facets(results, link),
        shared=listing.shared(results),
        chips=listing.chips(here.engine, asked.request, link),
        cleared=link(unfiltered(asked.request)),
        tabs=listing.tabs(results, link),
        sizes=listing.sizes(results, link),
        pager=listing.pager(results, link, settings),
        offer=offer(here.engine, results),
        across=lambda codes: link(in_languages(asked.request, tuple(codes))),
        suggestions=[] if results.total else nothing.suggestions(here.engine, asked.request, link),
        untranscribed=None if results.total else nothing.untranscribed(here.engine),
        downloads={
            "CSV": url(asked.request, url_for("exports.csv")),
            "Excel": url(asked.request, url_for("exports.xlsx")),
            **{s.label: url(asked.request, url_for("exports.references", style=n)) for n, s in STYLES.items()},
            "JSON Lines": url(asked.request, url_for("exports.json_lines")),
            "JSON": url(asked.request, url_for("api.find")),
        },
        most_exported=settings.most_exported,
    )


@blueprint.get("/unit/<record:record_id>")
def unit(record_id: str) -> ResponseReturnValue:
    """A fonds, series, folder or item: one page for all."""
    engine = site().engine
    record = archive.unit(engine, record_id).record
    if record["id"] != record_id:  # that of its own finding aid, by which addresses went before
        return redirect(record_url(record, _q()), 301)
    marker = _marker()
    return render_template(
        "unit.html",
        record=record,
        q=_q(),
        title_marks=_marks(marker, record, "title"),
        description_marks=_marks(marker, record, "description"),
        children=[stored.record for stored in archive.children(engine, record_id)],
        pages=[stored.record for stored in archive.pages(engine, record)],
        has_image=has_image,
        order_line=wording.order_line(record, site().about()),
        citation=in_words(record, site().about()),
        as_cited=cited(record, site().about()),
        beside=archive.beside(engine, record),
    )


@blueprint.get("/page/<record:record_id>")
def page(record_id: str) -> ResponseReturnValue:
    """A page: its image with the text beside it, words of the query marked on both."""
    engine = site().engine
    stored = archive.page(engine, record_id)
    record = stored.record
    if record["id"] != record_id:
        return redirect(record_url(record, _q()), 301)
    passages = tuple(Passage(*passage) for passage in record.get("passages", ()))
    marker = _marker()
    marks = marker.marks(stored.body, passages, "text") if marker else []
    snapshot = engine.snapshot()
    return render_template(
        "page.html",
        record=record,
        q=_q(),
        body=stored.body,
        passages=passages,
        marks=[(mark.start, mark.end) for mark in marks],
        boxes=boxes(stored.body, stored.boxes, marks),
        image=has_image(record),
        pages=archive.place(snapshot, record["key"], archive.page_row(snapshot, record["unit"]["id"])),
        hits=_hits(record) if marker else None,
        without=_asked().without,
        citation=in_words(record, site().about()),
        as_cited=cited(record, site().about()),
    )


def _hits(page: wording.Record) -> archive.Place:
    """The place of a page among those of its folder that the query finds."""
    engine = site().engine
    snapshot = engine.snapshot()
    row = archive.page_row(snapshot, (page["folder"] or page["unit"])["id"])
    return archive.place(snapshot, page["key"], row, matching(engine, _asked(), row))


@blueprint.get("/image/<record:record_id>")
def image(record_id: str) -> ResponseReturnValue:
    record = archive.page(site().engine, record_id).record
    file, media_type = image_file(record, site().about())
    return send_file(file, media_type, conditional=True)


@blueprint.get("/help")
def guide() -> ResponseReturnValue:
    return render_template("help.html", sections=SECTIONS)


@blueprint.get("/health")
def health() -> ResponseReturnValue:
    """For whatever watches the site: 200 while the archive can be searched."""
    about = site().about()
    return jsonify({"status": "ok", "loaded": about.loaded, "counts": dict(about.counts)})


def _q() -> str:
    return request.args.get("q", "").strip()


def _marker() -> Highlighter | None:
    return highlighter(site().engine, _asked()) if _q() else None


def _asked() -> Request:
    """The query whose words a record is read for, and what was left out of it."""
    return Request(
        text=_q(), view="pages", without=tuple(request.args.getlist("without")[: site().settings.most_values])
    )


def _marks(marker: Highlighter | None, record: Mapping[str, Any], zone: str) -> list[tuple[int, int]]:
    text = record.get(zone, "")
    found: list[Mark] = marker.marks(text, passages_of(record, zone, text), zone) if marker else []
    return [(mark.start, mark.end) for mark in found]
