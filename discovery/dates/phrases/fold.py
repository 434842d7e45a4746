"""Writing made even before words are looked up: case, accents, dashes, quotes, spaces, look-alikes."""

import re
import unicodedata

_EVEN = str.maketrans(
    {
        **dict.fromkeys("—―−‒﹘", "–"),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("’ʼ`´‘", "'"),
        **dict.fromkeys('“”„«»"', " "),
        "ł": "l",
        "ё": "е",
        "№": " ",
    }
)
_ROMAN_LOOKALIKES = str.maketrans("хіѵѴХІV", "xivVXIV")
_CYRILLIC_ROMAN = re.compile(r"\b[IVXІХVѴ]*[ІХѴ][IVXІХVѴ]*\b")
_ONE_CAPITAL = re.compile(r"\b[IV]\b")
_BARE = {"I": "ⅰ", "V": "ⅴ"}


def fold(text: str) -> str:
    """Lower case without accents; a lone capital I or V becomes the numeral sign ⅰ or ⅴ, for "i" and "v" are words.

    Dashes become "–", hyphens "-", a double hyphen counts as a dash. Not for display: offsets change.
    """
    if not text.isascii():
        text = _CYRILLIC_ROMAN.sub(lambda found: found[0].translate(_ROMAN_LOOKALIKES), text)
        text = unicodedata.normalize("NFKD", text.translate(_EVEN))
        text = "".join(char for char in text if not unicodedata.combining(char)).translate(_EVEN)
    if "I" in text or "V" in text:
        text = _ONE_CAPITAL.sub(lambda found: _BARE[found[0]], text)
    return text.replace("--", "–").casefold() if "--" in text else text.casefold()
