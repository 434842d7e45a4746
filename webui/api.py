"""The JSON API (docs/api.md): the same answers as the pages and the command line."""

from dataclasses import asdict

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from discovery.answering import archive
from discovery.answering.completing import complete
from discovery.answering.results_json import to_json
from discovery.answering.service import search
from discovery.records import Words
from webui.keeping import not_whole
from webui.site import site
from webui.urls import all_faults, read_request

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.get("/search")
def find() -> ResponseReturnValue:
    """A search. Unlike the page, the API refuses a request that it can't understand as a whole."""
    asked = read_request(request.args, site().settings, site().dates_as)
    if asked.faults:
        raise all_faults(asked.faults)
    results = search(site().engine, asked.request)
    if not results.whole:
        not_whole()
    return jsonify(to_json(results))


@blueprint.get("/complete")
def completions() -> ResponseReturnValue:
    """What the last word of `q` may become."""
    typed = request.args.get("q", "")
    return jsonify({"q": typed, "completions": [asdict(one) for one in complete(site().engine, typed)]})


@blueprint.get("/units/<record:record_id>")
def unit(record_id: str) -> ResponseReturnValue:
    """A unit of description, what lies directly below it, and its pages."""
    engine = site().engine
    stored = archive.unit(engine, record_id)
    children = [child.record for child in archive.children(engine, record_id)]
    pages = [found.record for found in archive.pages(engine, stored.record)]
    return jsonify({"record": stored.record, "children": children, "pages": pages})


@blueprint.get("/pages/<record:record_id>")
def page(record_id: str) -> ResponseReturnValue:
    """A page with its text and the boxes of its words: start, end, x, y, width, height, confidence."""
    stored = archive.page(site().engine, record_id)
    words = Words.from_bytes(stored.boxes) if stored.boxes else Words()
    return jsonify({"record": stored.record, "text": stored.body, "words": [list(word) for word in words]})
