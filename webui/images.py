"""Page images: files below the collection's folder, and nothing else."""

from pathlib import Path

from discovery.engines.port import About
from discovery.errors import NotFound
from discovery.packed import inside
from webui.drawn import DRAWN, LONGEST, drawn, taken_out
from webui.wording import Record

SHOWN = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp"}
"""What browsers show and what can't carry a script."""


def has_image(record: Record) -> bool:
    """Whether a page's record names an image that this site can show."""
    return _named(record)[0].suffix.lower() in DRAWN | SHOWN.keys()


def image_file(record: Record, about: About, longest: int = LONGEST) -> tuple[Path, str]:
    """The file of a page's image and its media type; NotFound where there is none, or it lies elsewhere.

    What no browser shows is drawn, with so many pixels on the longer side.
    """
    name, page = _named(record)
    if not has_image(record):
        raise NotFound("This page has no image.")
    file = file_inside(name, about)
    if file is None:
        raise NotFound(
            "The image of this page is not in the collection's folder.", "Its text can be read all the same."
        )
    suffix = name.suffix.lower()
    return (drawn(file, page, longest), "image/jpeg") if suffix in DRAWN else (file, SHOWN[suffix])


def file_inside(name: Path, about: About) -> Path | None:
    """A file below the collection's folder, taken out where it is packed; None for any other path."""
    root = about.collection.get("root")
    if not root or "\0" in str(name):
        return None
    folder = Path(root).resolve()
    file = (folder / name).resolve()
    packed = inside(file)
    if not file.is_relative_to(folder) or not (file.is_file() or packed):
        return None
    return taken_out(file, packed[0]) if packed else file


def _named(record: Record) -> tuple[Path, int]:
    """The file of an image, and which page of it: "letters.pdf#page=2"."""
    name, _, page = (record.get("image") or "").partition("#page=")
    return Path(name), int(page) if page.isdecimal() else 1
