"""Runs in a process of its own: a PDF on standard input, its pages on standard output, a JSON object a line.

PDFium is native code that reads files of strangers: what it does there can cost nobody more than this file. Nothing of
opis is imported here.
"""

import json
import resource
import sys
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

MOST_PAGES = 5_000
MOST_CHARACTERS = 100_000
"""Pages of a file, and characters of a page, that are read."""
MEMORY = 300 * 2**20
"""Address space of this process beside the file, in bytes."""
DPI = 150
LARGEST = 4_000
"""Pixels of the longer side of a page that states no picture of its own."""
_COVERS = 0.9
"""Share of a page that a picture covers which is the scan of it."""


def main() -> None:
    data = sys.stdin.buffer.read()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + 2 * len(data),) * 2)
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        _say({"wrong": "encrypted" if "password" in str(error).lower() else "damaged"})
        return
    _say({"pages": count, "read": min(count, MOST_PAGES)})
    for number in range(min(count, MOST_PAGES)):
        try:
            _say(_page(document[number]))
        except (pypdfium2.PdfiumError, MemoryError):
            _say({"wrong": "damaged"})


def _say(value: Any) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def _page(page: pypdfium2.PdfPage) -> dict[str, Any]:
    width, height = _size(page)
    text = page.get_textpage()
    count = text.count_chars()
    lines = _lines(page, text, min(count, MOST_CHARACTERS), width, height)
    page.close()
    return {"width": width, "height": height, "lines": lines, "more": count > MOST_CHARACTERS}


def _size(page: pypdfium2.PdfPage) -> tuple[int, int]:
    """Pixels of the page: those of the scan that covers it, for boxes as in other formats; else by resolution."""
    width, height = page.get_size()
    area = width * height
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = picture.get_bounds()
        if area and (right - left) * (top - bottom) >= _COVERS * area:
            across, down = picture.get_px_size()
            if page.get_rotation() in (90, 270):
                across, down = down, across
            if across and down:
                return across, down
    scale = min(DPI / 72, LARGEST / max(width, height, 1))
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _lines(page: pypdfium2.PdfPage, text: Any, count: int, width: int, height: int) -> list[list[Any]]:
    """The lines of a page, each a list of words with their boxes."""
    lines: list[list[Any]] = [[]]
    word: list[int] = []
    box: list[float] = []

    def end_word() -> None:
        if word:
            said = b"".join(unit.to_bytes(2, "little") for unit in word).decode("utf-16-le", "replace")
            lines[-1].append([said, _pixels(page, box, width, height)])
            word.clear()
            box.clear()

    for index in range(count):
        unit = pdfium.FPDFText_GetUnicode(text, index)
        if unit in (0x02, 0xFFFE):  # how PDFium writes the hyphen of a word that goes on in the next line
            word += [ord("-")]
            end_word()
            lines.append([])
        elif unit in (0x0A, 0x0D):
            end_word()
            if lines[-1]:
                lines.append([])
        elif unit == 0 or chr(unit).isspace():
            end_word()
        else:
            word += [unit] if unit <= 0xFFFF else [0xD7C0 + (unit >> 10), 0xDC00 | (unit & 0x3FF)]
            _widen(box, text, index)
    end_word()
    return [line for line in lines if line]


def _widen(box: list[float], text: Any, index: int) -> None:
    """Take a character into the box of its word: as wide and high as its font makes it, else its ink."""
    try:
        left, bottom, right, top = text.get_charbox(index, loose=True)
        if right <= left or top <= bottom:
            left, bottom, right, top = text.get_charbox(index)
    except pypdfium2.PdfiumError:
        return
    if not box:
        box += (left, bottom, right, top)
    else:
        box[:] = min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)


def _pixels(page: pypdfium2.PdfPage, box: list[float], width: int, height: int) -> list[int] | None:
    if not box:
        return None
    corners = [_device(page, x, y, width, height) for x, y in ((box[0], box[1]), (box[2], box[3]))]
    left, right = sorted(corner[0] for corner in corners)
    top, bottom = sorted(corner[1] for corner in corners)
    left, top = max(left, 0), max(top, 0)
    return [left, top, max(right - left, 0), max(bottom - top, 0)]


def _device(page: pypdfium2.PdfPage, x: float, y: float, width: int, height: int) -> tuple[int, int]:
    across, down = pdfium.c_int(), pdfium.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
    return across.value, down.value


if __name__ == "__main__":
    main()
