"""Page images: files below the collection's folder, and nothing else."""

from pathlib import Path

from discovery.engines.port import About
from discovery.errors import NotFound
from webui.wording import Record

SHOWN = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp"}
"""What browsers show and what can't carry a script."""


def has_image(record: Record) -> bool:
    """Whether a page's record names an image that this site can show."""
    return Path(record.get("image") or "").suffix.lower() in SHOWN


def image_file(record: Record, about: About) -> tuple[Path, str]:
    """The file of a page's image and its media type; NotFound where there is none, or it lies elsewhere."""
    root, name = about.collection.get("root"), record.get("image")
    media_type = SHOWN.get(Path(name or "").suffix.lower())
    if not root or not name or not media_type or "\0" in name:
        raise NotFound("This page has no image.")
    folder = Path(root).resolve()
    file = (folder / name).resolve()
    if not file.is_relative_to(folder) or not file.is_file():
        raise NotFound(
            "The image of this page is not in the collection's folder.", "Its text can be read all the same."
        )
    return file, media_type
