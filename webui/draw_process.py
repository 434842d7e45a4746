"""Runs in a process of its own: a page of a PDF or an image, or a part of it, as a JPEG on standard output.

Native code that reads files of strangers: what it does there can cost nobody more than one picture. Nothing of opis is
imported here. Arguments: file, page (from 1), then pixels of the longer side at most; or six numbers, the part that is
wanted (x, y, width, height) and its size (width, height); or nothing, and its whole size is said.
"""

import resource
import sys
import warnings

from PIL import Image

MEMORY = 3 * 2**30
"""Address space of this process, in bytes."""
MOST_PIXELS = 200_000_000
"""Pixels of a picture that is decoded."""
READ = ("TIFF", "JPEG2000", "JPEG", "PNG", "GIF", "WEBP")
LARGEST_SCALE = 4
"""Of a PDF's points."""


def main(file: str, page: int, *numbers: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("error")
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    if not numbers:
        print(*_image(file, page).size)
        return
    if len(numbers) == 1:
        (longest,) = numbers
        picture = _pdf(file, page, longest) if _is_pdf(file) else _image(file, page)
        picture.thumbnail((longest, longest))
    else:
        picture = _part(_image(file, page), *numbers)
    picture.convert("RGB").save(sys.stdout.buffer, "JPEG", quality=85)


def _is_pdf(file: str) -> bool:
    with open(file, "rb") as opened:  # noqa: PTH123
        return b"%PDF-" in opened.read(1024)


def _pdf(file: str, page: int, longest: int) -> Image.Image:
    import pypdfium2  # noqa: PLC0415

    leaf = pypdfium2.PdfDocument(file)[page - 1]
    picture: Image.Image = leaf.render(scale=min(longest / max(*leaf.get_size(), 1), LARGEST_SCALE)).to_pil()
    return picture


def _image(file: str, page: int) -> Image.Image:
    picture = Image.open(file, formats=READ)
    picture.seek(page - 1)
    return picture


def _part(picture: Image.Image, x: int, y: int, width: int, height: int, wide: int, high: int) -> Image.Image:
    """A part at another size; `reducing_gap` lets a decoder leave out what nobody will see."""
    if picture.mode in ("P", "1", "LA", "PA"):
        picture = picture.convert("RGB")
    box = (x, y, x + width, y + height)
    return picture.resize((wide, high), Image.Resampling.BILINEAR, box=box, reducing_gap=2.0)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
