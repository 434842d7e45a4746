"""Greek and Hebrew letters → Latin ones, for name keys only.

Greek by sound, as it writes the names of foreigners (Μπουχάριν), and by letter, as its own are written abroad (ELOT
743: Papadopoulos, Chatzis; and what is customary beside it: Hatzis, Yannis). Hebrew letters as Yiddish reads them
(YIVO), where vowels are written; words that Yiddish spells as Hebrew does, by a table; a name in Hebrew proper is met
only as far as its vowels are written too (טרוצקי).
"""

import re
import unicodedata

from discovery.text.folding import fold


def _table(letters: str, latin: str) -> dict[str, str]:
    return dict(zip(letters.split(), latin.split(), strict=True))


_GREEK = _table(
    "εφ$ οφ$ ου αι ει οι υι α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω",
    "ev ov u e i i i a v g d e z i t i k l m n ks o p r s s t i f kh ps o",
)
_BY_SOUND = _GREEK | _table("μπ ντ γκ γγ τζ τσ αυ ευ", "b d g g dz ts av ev")
_BY_LETTER = _GREEK | _table(
    "γγ γκ γξ γχ ^μπ μπ ντ ου αι ει οι υι υ θ χ τζ τσ αυ ευ αυ$ ευ$",
    "ng gk nx nch b mp nt ou ai ei oi yi y th ch tz ts av ev af ef",
)
_CUSTOMARY = _BY_LETTER | _table("γκ μπ γι ει χ υ ^ντ ευ θ", "ng mb y i h i d ef t")
_HEBREW = {
    **_table("דזש שטש טש זש וו װ יי ײַ ײ ױ וי", "dzh shtsh tsh zh v v ei ai ei oi oi"),
    **_table("אָ אַ פֿ פּ בֿ וּ וֹ", "o a f p v u o"),
    **_table(
        "א ב ג ד ה ו ז ח ט י כ ך ל מ ם נ ן ס ע פ ף צ ץ ק ר ש ת",
        "a b g d h u z kh t i kh kh l m m n n s e p f ts ts k r sh t",
    ),
}
_AS_HEBREW_SPELLS = {
    "שלום": "sholem shalom", "עליכם": "aleichem aleykhem", "פרץ": "peretz perets", "משה": "moshe moyshe",
    "יצחק": "itskhok itzhak isaak", "אברהם": "avrom avraham abraham", "חיים": "chaim", "יעקב": "yankev jakob yakov",
    "דוד": "dovid david", "שמואל": "shmuel", "ישראל": "yisroel israel", "מרדכי": "mordkhe mordechai",
    "שרה": "sore sara",
    "רחל": "rokhl rachel", "חנה": "khane chana", "יוסף": "yosef josef", "לאה": "leye lea", "שלמה": "shloyme shlomo",
    "אליהו": "elye eliyahu", "בנימין": "binyomin benjamin", "דניאל": "doniel daniel", "רבקה": "rivke rivka",
    "יהודה": "yehude yehuda", "נתן": "nosn nathan", "פנחס": "pinkhes pinchas", "תורה": "toyre tora", "אמת": "emes emet",
}  # fmt: skip
_GREEK_LETTER = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_HEBREW_LETTER = re.compile("[\u05d0-\u05f2\ufb1d-\ufb4f]")
_POINTS = re.compile("[\u0591-\u05c7]")
_VOWEL_VAV = re.compile("(?<!ו)ו(?!ו)")
_BARE_PE = re.compile("פ(?![\u05bc\u05bf])")


def in_latin(form: str) -> tuple[str, ...]:
    """The Latin letters of a form in Greek or Hebrew; the form itself in any other script.

    >>> in_latin("μπουχάριν")[0], in_latin("γιάννης"), in_latin("טראָצקי")[0], in_latin("trotzki")
    ('bukharin', ('giannis', 'yannis'), 'trotski', ('trotzki',))
    """
    if form.isascii():
        return (form,)
    if _HEBREW_LETTER.search(form):
        return tuple(dict.fromkeys(_hebrew(unicodedata.normalize("NFC", form))))
    if not _GREEK_LETTER.search(form):
        return (form,)
    folded = fold(form)
    return tuple(dict.fromkeys(_spell(table, folded) for table in (_BY_SOUND, _BY_LETTER, _CUSTOMARY)))


def _hebrew(form: str) -> list[str]:
    """As it is pointed, and as what is not may be read: vav as u, o; pe as p, f; two yods as ei, ai."""
    if known := _AS_HEBREW_SPELLS.get(_POINTS.sub("", form)):
        return known.split()
    vowels = (_VOWEL_VAV.sub(vav, form) for vav in ("ו", "וֹ"))
    pointed = [_BARE_PE.sub(pe, read) for read in vowels for pe in ("פ", "פֿ")]
    return [_spell(_HEBREW, read.replace("יי", yods)) for read in pointed for yods in ("יי", "ײַ")]


def _spell(table: dict[str, str], form: str) -> str:
    """The longest letters of the table first, those of the beginning (^) and the end ($) before others."""
    groups = sorted(table, key=lambda letters: (-len(letters.strip("^$")), -len(letters)))
    return re.sub("|".join(groups), lambda match: _latin(table, match), form)


def _latin(table: dict[str, str], match: re.Match[str]) -> str:
    letters = match.group()
    places = (f"^{letters}" * (not match.start()), f"{letters}$" * (match.end() == len(match.string)), letters)
    return next(table[place] for place in places if place in table)
