"""Looking after the engine that a place names, whichever it is."""

from collections.abc import Iterator
from pathlib import Path

from discovery.engines.embedded import upkeep as embedded
from discovery.engines.embedded import verifying
from discovery.engines.findings import Finding
from discovery.engines.opening import on_server
from discovery.errors import UsageError


def examine(place: str) -> Iterator[Finding]:
    """What is well with an engine and what is not, with what to do about it."""
    if on_server(place):
        from discovery.engines.elastic import connect, upkeep  # noqa: PLC0415

        yield from upkeep.examine(connect(place))
    else:
        yield from embedded.examine(Path(place))


def verify(place: str, ids: frozenset[str] | None = None) -> Iterator[Finding]:
    """Read everything that an engine in a directory holds. UsageError for one on a server, which does that itself.

    `ids` are those of the units that the archive's sources have, where they are to be compared.
    """
    if on_server(place):
        raise UsageError(
            "A server checks its files by itself, whenever it reads them.",
            f"Examine the archive: opis doctor --engine {place}",
        )
    return verifying.verify(Path(place), ids)


def rollback(place: str) -> str:
    """Make the generation before the current one the current; its name."""
    if on_server(place):
        from discovery.engines.elastic import connect, upkeep  # noqa: PLC0415

        return upkeep.rollback(connect(place))
    return embedded.rollback(Path(place))
