"""The site: a URL becomes a request, its results become a page, JSON, CSV or RIS."""

from webui.app import create_app
from webui.settings import Settings

__all__ = ["Settings", "create_app"]
