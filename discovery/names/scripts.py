"""Greek and Hebrew letters → Latin ones, for name keys only.

Greek as it writes the names of foreigners (Μπουχάριν). Hebrew letters as Yiddish reads them (YIVO), where vowels are
written; a name in Hebrew proper is met only as far as its vowels are written too (טרוצקי).
"""

import re
import unicodedata

from discovery.text.folding import fold

_GREEK = {
    **{"μπ": "b", "ντ": "d", "γκ": "g", "γγ": "g", "τζ": "dz", "τσ": "ts", "εφ$": "ev", "οφ$": "ov"},
    **{"ου": "u", "αι": "e", "ει": "i", "οι": "i", "υι": "i", "αυ": "av", "ευ": "ev"},
    **dict(
        zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i t i k l m n ks o p r s s t i f kh ps o".split(), strict=True)
    ),
}
_HEBREW = {
    **{"דזש": "dzh", "שטש": "shtsh", "טש": "tsh", "זש": "zh", "וו": "v", "װ": "v", "יי": "ei"},
    **{"ײַ": "ai", "ײ": "ei", "ױ": "oi", "וי": "oi", "אָ": "o", "אַ": "a", "פֿ": "f", "בֿ": "v", "וּ": "u", "וֹ": "o"},
    **dict(
        zip(
            "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
            "a b g d h u z kh t i kh kh l m m n n s e p f ts ts k r sh t".split(),
            strict=True,
        )
    ),
}
_GREEK_LETTER = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_HEBREW_LETTER = re.compile("[\u05d0-\u05f2\ufb1d-\ufb4f]")
_VOWEL_VAV = re.compile("(?<!ו)ו(?!ו)")


def in_latin(form: str) -> tuple[str, ...]:
    """The Latin letters of a form in Greek or Hebrew; the form itself in any other script.

    >>> in_latin("μπουχάριν"), in_latin("טראָצקי"), in_latin("trotzki")
    (('bukharin',), ('trotski',), ('trotzki',))
    """
    if _HEBREW_LETTER.search(form):
        pointed = unicodedata.normalize("NFC", form)
        return tuple(dict.fromkeys(_spell(_HEBREW, _VOWEL_VAV.sub(vav, pointed)) for vav in ("ו", "וֹ")))
    return (_spell(_GREEK, fold(form)),) if _GREEK_LETTER.search(form) else (form,)


def _spell(table: dict[str, str], form: str) -> str:
    groups = sorted(table, key=len, reverse=True)
    return re.sub("|".join(groups), lambda match: table.get(match.group()) or table[match.group() + "$"], form)
