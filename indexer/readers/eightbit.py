"""Text that declares no encoding and isn't UTF-8: read as what it can only be, or not at all."""

import re

_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_USUAL = re.compile("[оеаинтсрвл]")
"""Most of a Russian text; in a wrong encoding rare letters or capitals stand in their place."""
_RUN = re.compile(rb"[\x80-\xff]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_WESTERN = frozenset("ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŒÆÁÍÓÚÑßàâäçèéêëîïôöùûüœæáíóúñåÅøØìòãõ€£§°²·¿¡«»‹›‘’‚“”„†–—…º\xa0\xad")
_MOSTLY = 0.98
_SAMPLE = 1 << 18
"""Bytes looked at, from the first that isn't ASCII on."""


def likely_encoding(data: bytes) -> str | None:
    """The encoding of a text in Cyrillic or of the West of Europe; None where it isn't plain.

    Cyrillic words are all high bytes, and few letters are most of them. Western words have single ones among ASCII, and
    none but accented letters and typographic signs of those languages: Polish in cp1250 has others, so it is not taken.
    """
    first = _HIGH.search(data)
    data = data[first.start() : first.start() + _SAMPLE] if first else b""
    high = _HIGH.findall(data)
    if len(data.decode("utf-8", "ignore").encode()) > len(data) - len(high) / 2:
        return None  # UTF-8 with some damage
    if sum(len(run) for run in _RUN.findall(data)) * 2 > len(high):
        share, best = max((_share_of_usual(data, name, len(high)), name) for name in _CYRILLIC)
        return best if share > 1 / 3 else None
    western = sum(sign in _WESTERN for sign in b"".join(high).decode("cp1252", "replace"))
    return "cp1252" if western >= _MOSTLY * len(high) else None


def _share_of_usual(data: bytes, encoding: str, letters: int) -> float:
    return len(_USUAL.findall(data.decode(encoding, "replace"))) / letters
