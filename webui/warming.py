"""All that the first visitor would wait for, done before anybody comes: templates, dictionaries, the start page."""

from collections.abc import Iterator
from contextlib import suppress

from flask import Flask

from discovery.errors import OpisError
from webui.site import NAME, Site

BEGINNINGS = "pп"
"""A letter of each script with dictionaries of its own: the most frequent form that begins with it is sought."""


def warm(app: Flask) -> None:
    """Answer what is asked of a site first. What goes wrong is said to whoever asks for it then."""
    for template in app.jinja_env.list_templates():
        app.jinja_env.get_template(template)
    site: Site = app.extensions[NAME]
    client = app.test_client()
    client.get("/")
    with suppress(OpisError):
        for word in _frequent(site):
            client.get("/search", query_string={"q": word})


def _frequent(site: Site) -> Iterator[str]:
    snapshot = site.engine.snapshot()
    for letter in BEGINNINGS:
        yield from snapshot.completions(letter, 1)
