"""Imported once by the process that the readers of pages are forked from: what they share is there before."""

from discovery.text.language import prepare
from indexer import pagework

prepare()

__all__ = ["pagework"]
