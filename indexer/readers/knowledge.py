"""Files of who is who and of concepts: a table, EAC-CPF or SKOS, told apart by what is in them."""

from collections.abc import Iterator
from pathlib import Path

from discovery.names.authority import Authority
from discovery.names.thesaurus import Concept

from . import authority_table, eac, skos, thesaurus_table
from .source import Report, head, read_bytes
from .xml import root_name


def read_authorities(path: Path, shown: str, fault: Report) -> Iterator[Authority]:
    """The persons, organisations and places of a file; those of SKOS are places.

    `fault` hears what is left out. Raises `BadFile` where nothing can be read, for some only when it is iterated.
    """
    data, root = _opened(path, shown)
    if root == "rdf":
        return skos.read_names(data, shown, fault, "place")
    return eac.read(data, shown, fault) if root else authority_table.read(data, shown, fault)


def read_concepts(path: Path, shown: str, fault: Report) -> Iterator[Concept]:
    """The concepts of a file; otherwise as `read_authorities`."""
    data, root = _opened(path, shown)
    return skos.read(data, shown, fault) if root else thesaurus_table.read(data, shown, fault)


def _opened(path: Path, shown: str) -> tuple[bytes, str]:
    """The bytes of a file, and the name of its first element, "" where it is no XML."""
    data = read_bytes(path, shown)
    return data, root_name(head(data)).lower()
