"""Pages drawn as worn paper: uneven type, faint letters, carbon blur, specks; one name, one page."""

import zlib
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from data.build.layout import typed_lines

FONTS = Path("/usr/share/fonts/truetype")
WIDTH = 1240  # A4 at 150 dots an inch
SHEETS = 900, 1300, 1754
LEFT, TOP = 112, 130
PITCH = 44  # line to line; less where a page is full
LEAST_PITCH = 31
QUALITY = 38

FAINT, FADED = 0.028, 0.45  # how many letters hardly printed, and how much of their ink is left


@dataclass(frozen=True, slots=True)
class Hand:
    """How a page was written. Lengths in pixels, ink from 0 to 1."""

    font: str
    size: float
    stroke: float  # how far the ink spreads
    unsteady: float  # of the base line
    ink: float
    uneven: float  # of the ink from letter to letter
    blur: float


OLIVETTI = Hand("freefont/FreeMono.ttf", 27, 0.55, 0.8, 0.77, 0.14, 0.85)
MIGNON = Hand("cmu/cmuntt.ttf", 31, 0.2, 0.9, 0.77, 0.14, 0.85)
OLIVETTI_CARBON = Hand("freefont/FreeMono.ttf", 27, 0.75, 0.8, 0.68, 0.10, 1.3)
MIGNON_CARBON = Hand("cmu/cmuntt.ttf", 31, 0.35, 0.9, 0.68, 0.10, 1.3)
HANDS = {
    "carbon copy": (OLIVETTI_CARBON, MIGNON_CARBON),
    "printed": (Hand("fonts-oldstandard/OldStandard-Regular.ttf", 31, 0.0, 0.2, 0.74, 0.10, 0.8),),
    "manuscript": (Hand("fonts-oldstandard/OldStandard-Italic.ttf", 31, 0.1, 1.1, 0.70, 0.14, 0.8),),
}
TYPED = (OLIVETTI, MIGNON)


def draw_page(text: str, form: str, name: str, machine: str) -> Image.Image:
    """`machine` names the typewriter: pages of one folder share its quirks."""
    random = Random(name)
    lines = typed_lines(text, random)
    needed = len(lines) * PITCH + 2 * TOP
    size = WIDTH, next((height for height in SHEETS if height >= needed), SHEETS[-1])
    hand = Random(machine).choice(HANDS.get(form, TYPED))
    ink = _written(lines, hand, size, random, Random(machine))
    grain = np.random.default_rng(zlib.crc32(name.encode()))
    return _on_paper(_worn(ink, hand, grain, random), grain, random)


def _written(lines: list[str], hand: Hand, size: tuple[int, int], random: Random, machine: Random) -> Image.Image:
    ink = Image.new("L", size)
    draw = ImageDraw.Draw(ink)
    font = ImageFont.truetype(str(FONTS / hand.font), hand.size)
    pitch = min(PITCH, (size[1] - 2 * TOP) / max(len(lines), 1))
    if pitch < LEAST_PITCH:
        raise ValueError(f"{len(lines)} lines do not fit on a sheet")
    drop: dict[str, float] = {}
    for row, line in enumerate(lines):
        x, y = LEFT + random.gauss(0, 2), TOP + row * pitch
        ribbon = random.gauss(hand.ink, hand.uneven / 2)
        for letter in line:
            offset = drop.setdefault(letter, machine.gauss(0, hand.unsteady))
            strength = random.gauss(ribbon, hand.uneven) * (FADED if random.random() < FAINT else 1)
            place = x + random.gauss(0, hand.unsteady / 3), y + offset + random.gauss(0, hand.unsteady / 2)
            draw.text(place, letter, fill=_level(strength), font=font, stroke_width=hand.stroke)
            x += font.getlength(letter)
    return ink


def _level(share: float) -> int:
    return round(255 * min(max(share, 0.15), 1))


def _worn(ink: Image.Image, hand: Hand, grain: np.random.Generator, random: Random) -> np.ndarray:
    turned = ink.rotate(random.uniform(-0.7, 0.7), Image.Resampling.BICUBIC)
    sharp = np.asarray(turned.filter(ImageFilter.GaussianBlur(hand.blur)), dtype=np.float32)
    smear = np.asarray(turned.filter(ImageFilter.GaussianBlur(hand.blur * 5)), dtype=np.float32)
    ribbon = _clouds(grain, ink.size, 30, 0.12) + grain.normal(1, 0.12, sharp.shape)
    return np.clip((sharp * ribbon + smear * 0.15 * hand.blur) / 255, 0, 1)


def _on_paper(ink: np.ndarray, grain: np.random.Generator, random: Random) -> Image.Image:
    size = ink.shape[1], ink.shape[0]
    tint = random.uniform(208, 232)
    paper = tint + _clouds(grain, size, 14, 2.5) + grain.normal(0, 1.5, ink.shape)
    paper -= _fold(size, random)
    page = Image.fromarray(np.clip(paper * (1 - 0.85 * ink), 0, 255).astype(np.uint8))
    _speckle(page, random)
    return page.filter(ImageFilter.GaussianBlur(0.4))


def _clouds(grain: np.random.Generator, size: tuple[int, int], cells: int, strength: float) -> np.ndarray:
    """Slow changes of tone over the sheet."""
    coarse = Image.fromarray(grain.normal(0, strength, (cells, cells)).astype(np.float32))
    return np.asarray(coarse.resize(size, Image.Resampling.BICUBIC))


def _fold(size: tuple[int, int], random: Random) -> np.ndarray:
    """The shadow of a fold across the middle."""
    away = np.arange(size[1], dtype=np.float32) - size[1] / 2 - random.uniform(-40, 40)
    return (14 * np.exp(-(away**2) / 8) + 5 * np.exp(-(away**2) / 900))[:, None]


def _speckle(page: Image.Image, random: Random) -> None:
    draw = ImageDraw.Draw(page)
    for _ in range(random.randint(25, 60)):
        x, y, radius = random.uniform(0, page.width), random.uniform(0, page.height), random.expovariate(1.1)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=random.randint(70, 190))


def save(page: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    page.save(path, quality=QUALITY, optimize=True)
