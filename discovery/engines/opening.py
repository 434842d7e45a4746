"""Which engine a place names: a directory, or a server's address."""

from pathlib import Path

from discovery.engines.embedded import EmbeddedEngine, EmbeddedWriter
from discovery.engines.port import Engine, Writer
from discovery.errors import UsageError

DEFAULT = "./opis-index"


def open_engine(place: str) -> Engine:
    """Open an engine for searching. EngineMissing, EngineUnreadable or EngineOutdated say what is wrong with it."""
    return EmbeddedEngine(_directory(place))


def open_writer(place: str) -> Writer:
    """Begin a new generation of an engine."""
    return EmbeddedWriter(_directory(place))


def _directory(place: str) -> Path:
    if "://" in place:
        raise UsageError(f"{place} is a server's address; this version keeps its engine in a directory.")
    return Path(place)
