"""Which language the site speaks: its sentences go through `_`, written in English; catalogues have the others."""

from flask import Flask
from flask_babel import Babel

DEFAULT = "en"


def register(app: Flask) -> None:
    """Give a site its `_`."""
    Babel(app, default_locale=DEFAULT, locale_selector=language)


def language() -> str:
    """The language of the answer that is being made."""
    return DEFAULT
