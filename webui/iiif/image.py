"""IIIF Image API 3, level 1: which part of an image, and at which size, a request means. Pixels throughout."""

import re
from typing import Any, NamedTuple

from discovery.errors import UsageError
from webui.drawn import SHARPEST, Region

CONTEXT = "http://iiif.io/api/image/3/context.json"
TILE = 1024
"""Width and height of a tile: a page on a screen costs one or a few."""
_NUMBER = r"(\d{1,6})"
_REGION = re.compile(rf"{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}")
_SIZE = re.compile(r"(!?)(\d{0,6}),(\d{0,6})")


class Size(NamedTuple):
    width: int
    height: int


def info(address: str, whole: Size) -> dict[str, Any]:
    """What a client asks first: how large the image is, and in which tiles to ask for it."""
    factors = [1]
    while max(whole) / factors[-1] > TILE:
        factors.append(factors[-1] * 2)
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level1",
        "width": whole.width,
        "height": whole.height,
        "maxWidth": SHARPEST,
        "maxHeight": SHARPEST,
        "tiles": [{"width": TILE, "height": TILE, "scaleFactors": factors}],
        "extraFeatures": ["sizeByConfinedWh"],
    }


def region(said: str, whole: Size) -> Region:
    """The part that is meant, cut at the image's edges. Raises `UsageError`."""
    if said == "full":
        return 0, 0, *whole
    if said == "square":
        side = min(whole)
        return (whole.width - side) // 2, (whole.height - side) // 2, side, side
    found = _REGION.fullmatch(said)
    if not found:
        raise UsageError(f"There is no region “{said[:40]}”.", "There are: full, square, and x,y,width,height.")
    x, y, width, height = map(int, found.groups())
    width, height = min(width, whole.width - x), min(height, whole.height - y)
    if width <= 0 or height <= 0:
        raise UsageError(f"The region “{said}” holds nothing of an image of {whole.width} × {whole.height}.")
    return x, y, width, height


def size(said: str, part: Region) -> Size:
    """The size that is meant for a part. Nothing is made larger than it is. Raises `UsageError`."""
    width, height = part[2:]
    if said == "max":
        return _confined(width, height, min(SHARPEST, width), min(SHARPEST, height))
    found = _SIZE.fullmatch(said)
    if not found or not any(found.group(2, 3)) or (found[1] and not all(found.group(2, 3))):
        raise UsageError(f"There is no size “{said[:40]}”.", "There are: max; w,; ,h; w,h; !w,h.")
    wide, high = (int(number) if number else 0 for number in found.group(2, 3))
    if found[1]:
        return _confined(width, height, min(wide, width), min(high, height))
    if not found[2]:
        wide = max(1, round(high * width / height)) if high else 0
    if not found[3]:
        high = max(1, round(wide * height / width)) if wide else 0
    wanted = Size(wide, high)
    if not 0 < wanted.width <= min(width, SHARPEST) or not 0 < wanted.height <= min(height, SHARPEST):
        raise UsageError(f"The size “{said}” is none, or more than there is ({width} × {height}).")
    return wanted


def _confined(width: int, height: int, wide: int, high: int) -> Size:
    scale = min(wide / width, high / height)
    if scale <= 0:
        raise UsageError("A size of nothing can't be drawn.")
    return Size(max(1, round(width * scale)), max(1, round(height * scale)))
