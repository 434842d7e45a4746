"""Runs in a process of its own: one page of a PDF, TIFF or JPEG 2000 as a JPEG on standard output.

Native code that reads files of strangers: what it does there can cost nobody more than one picture. Nothing of opis is
imported here. Arguments: file, page (from 1), pixels of the longer side at most.
"""

import resource
import sys
import warnings

from PIL import Image

MEMORY = 3 * 2**30
"""Address space of this process, in bytes."""
MOST_PIXELS = 200_000_000
"""Pixels of a picture that is decoded."""


def main(file: str, page: int, longest: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("error")
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    picture = _pdf(file, page, longest) if _is_pdf(file) else _image(file, page)
    picture.thumbnail((longest, longest))
    picture.convert("RGB").save(sys.stdout.buffer, "JPEG", quality=85)


def _is_pdf(file: str) -> bool:
    with open(file, "rb") as opened:  # noqa: PTH123
        return b"%PDF-" in opened.read(1024)


def _pdf(file: str, page: int, longest: int) -> Image.Image:
    import pypdfium2  # noqa: PLC0415

    leaf = pypdfium2.PdfDocument(file)[page - 1]
    picture: Image.Image = leaf.render(scale=min(longest / max(*leaf.get_size(), 1), 4)).to_pil()
    return picture


def _image(file: str, page: int) -> Image.Image:
    picture = Image.open(file, formats=("TIFF", "JPEG2000"))
    picture.seek(page - 1)
    return picture


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
