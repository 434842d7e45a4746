"""Addresses of records on this site."""

from flask import request, url_for

from webui.wording import Record


def record_url(record: Record, q: str = "", *, external: bool = False) -> str:
    """The page of a unit of description or of a page.

    `q`, and what was left out of it, go along, so that the same words are marked there.
    """
    endpoint = "pages.page" if record.get("kind") == "page" else "pages.unit"
    without = request.args.getlist("without") if q else None
    return url_for(endpoint, record_id=record["id"], q=q or None, without=without, _external=external)
