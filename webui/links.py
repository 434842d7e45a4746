"""Addresses of records on this site."""

from flask import request, url_for

from webui.site import site
from webui.wording import Record


def record_url(record: Record, q: str = "", *, external: bool = False) -> str:
    """The page of a unit of description or of a page.

    `q` and what was left out of it go along, so that the same words are marked there, and so does the reading list that
    came with this page. An external one begins with the address that the collection states.
    """
    endpoint = "pages.page" if record.get("kind") == "page" else "pages.unit"
    if external and (address := site().about().collection.get("address")):
        return f"{address}{url_for(endpoint, record_id=record['id'])}"
    without = request.args.getlist("without") if q else None
    kept = None if external else request.args.getlist("i")
    return url_for(endpoint, record_id=record["id"], q=q or None, without=without, i=kept, _external=external)
