"""The Flask application: its parts, what templates can call, and the headers of every answer."""

import hashlib
from contextlib import suppress
from pathlib import Path

from flask import Flask, Response

from discovery.access import hindrance
from discovery.engines.port import Engine
from discovery.errors import OpisError
from webui import api, errors, exports, house, keeping, pages, reading_list, speaking, wording
from webui.citing import STYLES, cited, coins, meta
from webui.converters import EncodedId, RecordId
from webui.iiif import views as iiif
from webui.links import record_url
from webui.render import paragraphs, segments
from webui.settings import Settings
from webui.site import NAME, Site, frame

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; style-src 'self'; img-src 'self'; script-src 'self'; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


KEPT = 3600
"""Seconds that a browser keeps style sheet, script and images without asking again."""
STYLE = Path(__file__).parent / "static" / "opis.css"
SCRIPT = STYLE.with_name("dates.js")
COMPLETE = SCRIPT.with_name("complete.js")
LIST = SCRIPT.with_name("list.js")


def create_app(engine: Engine, *, settings: Settings | None = None) -> Flask:
    """The site of one engine."""
    app = Flask(__name__)
    app.extensions[NAME] = Site(engine, settings or Settings())
    with suppress(OpisError):  # an engine that is away may come back, and its pages say so until then
        engine.knowledge()  # or whoever comes first would wait for it to be read
    app.url_map.converters |= {"record": RecordId, "encoded": EncodedId}
    app.url_map.merge_slashes = False
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = KEPT
    app.jinja_env.globals |= {"words": wording, "record_url": record_url, "style_version": _digest(STYLE)}
    app.jinja_env.globals |= {"script_version": _digest(SCRIPT), "complete_version": _digest(COMPLETE)}
    app.jinja_env.globals |= {"list_version": _digest(LIST), "with_one_more": reading_list.with_one_more}
    app.jinja_env.globals |= {
        "citation_styles": STYLES,
        "coins": coins,
        "meta": meta,
        "cited": cited,
        "hindrance": hindrance,
    }
    app.jinja_env.filters |= {"segments": segments, "paragraphs": paragraphs}
    app.context_processor(frame)
    app.context_processor(reading_list.carried)
    app.context_processor(house.around)
    for part in (pages, api, exports, reading_list, house, iiif):
        app.register_blueprint(part.blueprint)
    speaking.register(app)
    errors.register(app)
    keeping.register(app)
    app.after_request(_with_headers)
    return app


def _digest(file: Path) -> str:
    """A short digest of a file: as part of its address, a new version is a new address."""
    return hashlib.blake2b(file.read_bytes(), digest_size=4).hexdigest()


def _with_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    return response
