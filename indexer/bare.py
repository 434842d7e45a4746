"""A folder of recognised text without any description: files become items, folders become folders."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from discovery.records import PageFile, Source, Unit

from .readers.page_lists import PageList

_ENDINGS = re.compile(
    r"(?:\.(?:xml|alto|page|hocr|html?|txt|ocr|abbyy|djvu|tei|pdf|tiff?|jp2|jpe?g|png|gif|webp|gz|bz2|xz|zip|tar|t[gx]z|tbz2?)|_(?:abbyy|djvu))+$",
    re.IGNORECASE,
)
_PACKED = frozenset({".gz", ".bz2", ".xz"})


def suffix(path: str) -> str:
    """The ending that tells what a file is: "a.xml.gz" ends in ".xml"."""
    name = PurePosixPath(path.lower())
    return PurePosixPath(name.stem).suffix if name.suffix in _PACKED else name.suffix


def bare_name(path: str) -> str:
    """The name of a file without the endings that say what it is."""
    name = PurePosixPath(path).name
    return _ENDINGS.sub("", name) or name


def images_of(texts: Iterable[str], images: Iterable[str]) -> dict[str, str]:
    """The image of each page file that has one: of its name, beside it or in a folder that stands beside its folder."""
    known: dict[tuple[str, ...], list[str]] = {}
    for image in images:
        for key in _places(image):
            known.setdefault(key, []).append(image)
    found: dict[str, str] = {}
    for text in texts:
        for key in _places(text):
            if text not in found and len(known.get(key, ())) == 1:
                found[text] = known[key][0]
    return found


def _places(path: str) -> Iterator[tuple[str, ...]]:
    """Where a page and its image both can be: the same folder, else folders that differ in one name."""
    parts, name = PurePosixPath(path).parent.parts, bare_name(path)
    yield (*parts, name)
    for at in reversed(range(len(parts))):
        yield (*parts[:at], "*", *parts[at + 1 :], name)


def units_of_files(
    id_: str,
    title: str,
    paths: Iterable[str],
    images: Mapping[str, str] | None = None,
    lists: Mapping[str, PageList] | None = None,
) -> Iterator[Unit]:
    """A unit for the whole, one for each folder below and one for each file, parents before children.

    The id of a folder or a file is its path, so that it stays the same from load to load. A file that lists pages
    is an item as well, described as the list does.
    """
    shown = images or {}
    yield Unit(id=id_, source=Source("."), level="fonds", title=title)
    known: set[str] = set()
    for path in paths:
        place = PurePosixPath(path)
        for folder in [str(above) for above in reversed(place.parents) if str(above) != "."]:
            if folder not in known:
                known.add(folder)
                yield _folder(folder, id_)
        parent = str(place.parent) if str(place.parent) != "." else id_
        listed = (lists or {}).get(path, PageList())
        yield Unit(
            id=path,
            source=Source(path),
            parent=parent,
            level="item",
            ref=listed.ref,
            title=listed.title or bare_name(path),
            dates=listed.dates,
            names=listed.names,
            languages=(listed.language,) if listed.language else (),
            pages=(PageFile(place.name, 1, image=shown.get(path, "")),),  # beside its source, as in a table
        )


def _folder(path: str, top: str) -> Unit:
    place = PurePosixPath(path)
    parent = str(place.parent) if str(place.parent) != "." else top
    return Unit(id=path, source=Source(path), parent=parent, level="file", ref=place.name, title=place.name)
