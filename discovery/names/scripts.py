"""Greek and Hebrew letters → Latin ones, for name keys only.

Greek as it writes the names of foreigners (Μπουχάριν). Hebrew letters as Yiddish reads them (YIVO), where vowels are
written; a name in Hebrew proper is met only as far as its vowels are written too (טרוצקי).
"""

import re
import unicodedata

from discovery.text.folding import fold


def _table(letters: str, latin: str) -> dict[str, str]:
    return dict(zip(letters.split(), latin.split(), strict=True))


_GREEK = {
    **_table("μπ ντ γκ γγ τζ τσ εφ$ οφ$ ου αι ει οι υι αυ ευ", "b d g g dz ts ev ov u e i i i av ev"),
    **_table(
        "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω", "a v g d e z i t i k l m n ks o p r s s t i f kh ps o"
    ),
}
_HEBREW = {
    **_table("דזש שטש טש זש וו װ יי ײַ ײ ױ וי", "dzh shtsh tsh zh v v ei ai ei oi oi"),
    **_table("אָ אַ פֿ בֿ וּ וֹ", "o a f v u o"),
    **_table(
        "א ב ג ד ה ו ז ח ט י כ ך ל מ ם נ ן ס ע פ ף צ ץ ק ר ש ת",
        "a b g d h u z kh t i kh kh l m m n n s e p f ts ts k r sh t",
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
    if form.isascii():
        return (form,)
    if _HEBREW_LETTER.search(form):
        pointed = unicodedata.normalize("NFC", form)
        return tuple(dict.fromkeys(_spell(_HEBREW, _VOWEL_VAV.sub(vav, pointed)) for vav in ("ו", "וֹ")))
    return (_spell(_GREEK, fold(form)),) if _GREEK_LETTER.search(form) else (form,)


def _spell(table: dict[str, str], form: str) -> str:
    groups = sorted(table, key=len, reverse=True)
    return re.sub("|".join(groups), lambda match: table.get(match.group()) or table[match.group() + "$"], form)
