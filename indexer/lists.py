"""Lists of an item's pages, METS and IIIF manifests, turned into the page files that they mean."""

import re
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from discovery.errors import BadFile
from discovery.records import PageFile

from .bare import bare_name
from .files import Tree, is_inside
from .readers import read_list
from .readers.page_lists import ListedPage, PageList

_NAMED = re.compile(r"(?:^|[/_.-])mets[^/]*\.xml(?:\.gz)?$|\.json(?:\.gz)?$", re.IGNORECASE)
_SIZES = re.compile(r"/(?:full|square|[\d,]+|pct:[^/]+)/[^/]+/[^/]+/(?:default|native|color|gray|bitonal)\.\w+$")
_IMAGES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".jp2")
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def is_named_as_list(path: str) -> bool:
    """Whether a file is called as METS and manifests are; what it is, its content says."""
    return bool(_NAMED.search(path))


def list_of(tree: Tree, path: str) -> PageList | None:
    """What a list says; None of a file that is none, or can't be read."""
    try:
        return _read(tree.root / path, path)
    except BadFile:
        return None


@lru_cache(maxsize=256)
def _read(path: Path, shown: str) -> PageList | None:
    return read_list(path, shown)


def pages_of(tree: Tree, path: str, listed: PageList) -> tuple[list[PageFile], list[str]]:
    """The page files that a list means, in its order, and a sentence on those that are not here."""
    found: list[PageFile] = []
    gone: list[ListedPage] = []
    for page in listed.pages:
        text, image = (_resolve(tree, path, addresses) for addresses in (page.texts, page.images))
        text = text or _beside(tree, image)
        if text or image:
            found.append(PageFile(text or image, len(found) + 1, image=image if text else "", listed_in=path))
        else:
            gone.append(page)
    if not gone:
        return found, []
    first = (*gone[0].texts, *gone[0].images)[0]
    count = f"{len(gone)} of its {len(listed.pages)} pages are" if len(listed.pages) > 1 else "its page is"
    return found, [f"{path}: {count} not here, the first {first}"]


def _resolve(tree: Tree, path: str, addresses: tuple[str, ...]) -> str:
    """The file of an address: beside the list, from the folder on, or the only one of its name."""
    for address in addresses:
        href = unquote(address.split("#", 1)[0].split("?", 1)[0]).replace("\\", "/").removeprefix("file://")
        if not _REMOTE.match(href):
            for place in (PurePosixPath(path).parent / href, PurePosixPath(href)):
                known = _normal(place)
                if known and tree.holds(known):
                    return known
        for name in _names(href):
            alone = tree.named(name)
            near = [each for each in alone if PurePosixPath(each).parent.is_relative_to(PurePosixPath(path).parent)]
            if len(near) == 1 or (not near and len(alone) == 1):
                return (near or alone)[0]
    return ""


def _names(href: str) -> list[str]:
    """The names that a file can have here: the last part of the address, or of what an image service is asked for."""
    said = PurePosixPath(_SIZES.sub("", href)).name
    kinds = ("", *_IMAGES) if not PurePosixPath(said).suffix else ("",)
    return [name for name in dict.fromkeys((PurePosixPath(href).name, *(said + kind for kind in kinds))) if name]


def _beside(tree: Tree, image: str) -> str:
    """The text of an image that the list gives none for: of its name, in its folder."""
    if not image:
        return ""
    folder, name = PurePosixPath(image).parent, bare_name(image)
    kinds = (".xml", ".alto.xml", ".page.xml", ".hocr", ".html", ".txt")
    places = (str(folder / f"{name}{kind}") for kind in kinds)
    return next((place for place in places if tree.holds(place)), "")


def _normal(place: PurePosixPath) -> str:
    """The path without "..", "" where it leads out."""
    parts: list[str] = []
    for part in place.parts:
        if part == ".." and parts:
            parts.pop()
        elif part != ".":
            parts.append(part)
    path = "/".join(parts)
    return path if is_inside(path) else ""
