"""Which engine a place names: a directory, or a server's address, whose client is imported where it is used."""

from pathlib import Path

from discovery.engines.embedded import EmbeddedEngine, EmbeddedWriter
from discovery.engines.port import Engine, Writer
from discovery.errors import UsageError

DEFAULT = "./opis-index"


def open_engine(place: str) -> Engine:
    """Open an engine for searching. EngineMissing, EngineUnreadable or EngineOutdated say what is wrong with it."""
    if on_server(place):
        from discovery.engines.elastic import ElasticEngine, connect  # noqa: PLC0415

        return ElasticEngine(connect(place))
    return EmbeddedEngine(Path(place))


def open_writer(place: str, resume: bool = False) -> Writer:
    """Begin a new generation of an engine, or go on with that of a load which broke off."""
    if on_server(place):
        from discovery.engines.elastic import ElasticWriter, connect  # noqa: PLC0415

        return ElasticWriter(connect(place), resume)
    if resume:
        raise UsageError(
            "An engine in a directory is loaded whole: there is nothing to resume.", "Load without --resume."
        )
    return EmbeddedWriter(Path(place))


def on_server(place: str) -> bool:
    """Whether a place is the address of a server."""
    return "://" in place
