"""Addresses of records on this site."""

from flask import url_for

from webui.wording import Record


def record_url(record: Record, q: str = "", *, external: bool = False) -> str:
    """The page of a unit of description or of a page; `q` goes along, so that its words are marked there."""
    endpoint = "pages.page" if record.get("kind") == "page" else "pages.unit"
    return url_for(endpoint, record_id=record["id"], q=q or None, _external=external)
