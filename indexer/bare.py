"""A folder of recognised text without any description: files become items, folders become folders."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from discovery.records import PageFile, Source, Unit

TEXTS = frozenset([".xml", ".alto", ".hocr", ".html", ".htm", ".txt"])
"""Names that page files go by; what is in them is asked afterwards."""
_ENDINGS = re.compile(r"(?:\.(?:xml|alto|page|hocr|html?|txt|ocr|gz))+$", re.IGNORECASE)


def suffix(path: str) -> str:
    """The ending that tells what a file is: "a.xml.gz" ends in ".xml"."""
    name = PurePosixPath(path.lower())
    return PurePosixPath(name.stem).suffix if name.suffix == ".gz" else name.suffix


def units_of_files(id_: str, title: str, paths: Iterable[str]) -> Iterator[Unit]:
    """A unit for the whole, one for each folder below and one for each file, parents before children.

    The id of a folder or a file is its path, so that it stays the same from load to load.
    """
    yield Unit(id=id_, source=Source("."), level="fonds", title=title)
    known: set[str] = set()
    for path in paths:
        place = PurePosixPath(path)
        for folder in [str(above) for above in reversed(place.parents) if str(above) != "."]:
            if folder not in known:
                known.add(folder)
                yield _folder(folder, id_)
        parent = str(place.parent) if str(place.parent) != "." else id_
        yield Unit(
            id=path,
            source=Source(path),
            parent=parent,
            level="item",
            title=_ENDINGS.sub("", place.name) or place.name,
            pages=(PageFile(place.name, 1),),  # beside its source, as in a table
        )


def _folder(path: str, top: str) -> Unit:
    place = PurePosixPath(path)
    parent = str(place.parent) if str(place.parent) != "." else top
    return Unit(id=path, source=Source(path), parent=parent, level="file", ref=place.name, title=place.name)
