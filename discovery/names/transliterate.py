"""Russian in Latin letters, by published tables: for display, and to test the name keys against.

Sources: ALA-LC romanization tables 1997 and 2012; BGN/PCGN 1947; ISO 9:1995 and GOST 7.79-2000 system A (the same
letters); GOST 16876-71 in its edition of 1983 and UN resolution V/18 (1987); ICAO Doc 9303; ODNI 2015; the Bulgarian
Academy's table for Russian (2017), original (oss) and simplified (bss); Ministry of the Interior 2008 and 2010; Duden;
French, Dutch and English newspapers.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

_TIE = "\u0361"
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_OPEN = f"(?<![{_CONSONANTS}])"
"""Where е is written ye: at the beginning, after a vowel, й, ь or ъ."""


@dataclass(frozen=True)
class System:
    """`letters` as they are written anywhere; `places`: patterns over Cyrillic that are written otherwise."""

    letters: dict[str, str]
    places: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        places = (f"(?P<at{number}>{place})" for number, (place, _) in enumerate(self.places))
        return re.compile("|".join((*places, f"[{''.join(self.letters)}]")), re.IGNORECASE)

    def romanise(self, cyrillic: str) -> str:
        return unicodedata.normalize("NFC", self._pattern.sub(self._written, cyrillic))

    def _written(self, match: re.Match[str]) -> str:
        place, letters = match.lastgroup, match.group()
        latin = self.places[int(place[2:])][1] if place else self.letters[letters.lower()]
        if letters.islower():
            return latin
        beside = match.string[match.end() : match.end() + 1]
        if not beside.isalpha():
            beside = match.string[max(match.start() - 1, 0) : match.start()]
        return latin.upper() if beside.isupper() or _TIE in latin else re.sub(r"[^\W_]", _upper, latin, count=1)


def _upper(match: re.Match[str]) -> str:
    return match.group().upper()


def _alphabet(row: str) -> dict[str, str]:
    return dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюяёѣіѳѵ", row.split(), strict=True))


_SCHOLARLY = _alphabet("a b v g d e ž z i j k l m n o p r s t u f x c č š šč ʺ y ʹ ė ju ja ë ě i f i")
_ENGLISH = _SCHOLARLY | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ѣ": "e"}
_NO_SIGNS = {"ъ": "", "ь": ""}
_Y = {"й": "y", "э": "e", "ю": "yu", "я": "ya"}
_BGN = _ENGLISH | _Y | {"ъ": "”", "ь": "’"}
_GOST = _SCHOLARLY | {"х": "h", "э": "è", "ю": "û", "я": "â", "ъ": '"', "ь": "´"}
_ACADEMY = _ENGLISH | _Y | _NO_SIGNS | {"ы": "i", "ё": "e"}
_PASSPORT = _ENGLISH | {"й": "i", "э": "e", "ю": "iu", "я": "ia", "ё": "e", "ъ": "ie", "ь": ""}
_MINISTRY = _PASSPORT | _NO_SIGNS | {"ю": "ju", "я": "ja"}
_GERMAN = _alphabet("a b w g d e sch s i i k l m n o p r s t u f ch z tsch sch schtsch _ y _ e ju ja jo e i f i")
_FRENCH = _alphabet("a b v g d e j z i ï k l m n o p r s t ou f kh ts tch ch chtch _ y _ e iou ia io e i f i")
_DUTCH = _alphabet("a b v g d e zj z i j k l m n o p r s t oe f ch ts tsj sj sjtsj _ y _ e joe ja jo e i f i")

_DOTS = (
    *(("(?<=[йы])а", "·a"), ("(?<=[йы])у", "·u"), ("(?<=[аеёиоуыэюяй])ы", "·y")),
    *((f"(?<=[{_CONSONANTS}й])э", "·e"), ("(?<=т)с", "·s"), ("(?<=ш)ч", "·ch")),
)
_YE = ((f"{_OPEN}е", "ye"),)
_VOWELS = "аеёиоуыэюяѣі"
_ENDING = r"(?<=[иы])й(?!\w)"
_DOUBLE_S = (f"(?<=[{_VOWELS}])с(?=[{_VOWELS}])", "ss")

SYSTEMS: dict[str, System] = {
    "scholarly": System(_SCHOLARLY),
    "iso9": System(_GOST | {"щ": "ŝ", "ъ": "ʺ", "ь": "ʹ"}),
    "gost-7.79": System(_GOST | {"щ": "ŝ"}),
    "gost-16876": System(_GOST),
    "un": System(_GOST | {"ю": "ju", "я": "ja", "ъ": "”", "ь": "’"}),
    "ala-lc": System(_ENGLISH | {"й": "ĭ", "ц": f"t{_TIE}s", "ю": f"i{_TIE}u", "я": f"i{_TIE}a"}),
    "bgn": System(_BGN, (*_YE, (f"{_OPEN}ё", "yë"), *_DOTS)),
    "odni": System(_BGN | _NO_SIGNS, (*_YE, (f"{_OPEN}ё", "yë"))),
    "icao": System(_PASSPORT),
    "mvd-2008": System(_MINISTRY | {"ь": "\u0301"}),
    "mvd-2010": System(_MINISTRY),
    "bas-simple": System(_ACADEMY, (("ь(?=[аеиоуэ])", "y"),)),
    "bas": System(_ACADEMY | {"ё": "``e", "ы": "`i", "ъ": '"', "э": "`e"}, (("ь(?=[аеиоуэ])", "y"),)),
    "english": System(_BGN | _NO_SIGNS | {"ё": "e"}, ((r"[иы]й(?!\w)", "y"), *_YE, ("(?<=ь)ё", "yo"))),
    "german": System(_GERMAN | _NO_SIGNS, ((f"{_OPEN}е", "je"), ("(?<=[жчшщ])ё", "o"), (_ENDING, ""), _DOUBLE_S)),
    "french": System(_FRENCH | _NO_SIGNS, ((f"{_OPEN}е", "ie"), ("г(?=[еёиѣіэ])", "gu"), (_ENDING, ""), _DOUBLE_S)),
    "dutch": System(_DUTCH | _NO_SIGNS, ((f"{_OPEN}е", "je"), ("(?<=[жчшщ])ё", "o"), (_ENDING, ""))),
}


def romanise(cyrillic: str, system: str) -> str:
    """Russian text in the letters of a system; what is not Cyrillic stays. KeyError for a system not in SYSTEMS.

    >>> romanise("Троцкий", "ala-lc"), romanise("Ельцин", "bgn"), romanise("Хрущёв", "german")
    ('Trot͡skiĭ', 'Yel’tsin', 'Chruschtschow')
    """
    return SYSTEMS[system].romanise(cyrillic)
