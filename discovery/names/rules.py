"""How spelling systems write Cyrillic names in Latin letters, read backwards.

A *reading* says which sounds letters stand for, and in which systems: `ch` is French ш, English ч, German х. The
readings of one word must have a system in common, so that a form is read as a whole and not letter by letter.

Sounds are written with the Cyrillic letters а б в г д е ж з и к л м н о п р с т у ф х ц ч ш. The systems, from their
published tables: ALA-LC 1997 and 2012, BGN/PCGN 1947, ICAO 9303 and British usage; ISO 9:1995, GOST 7.79 and the
scholarly transliteration (Czech, Croatian, Finnish spellings are close to it); Duden; French press usage; Polish (PWN);
Dutch (Taalunie) and Scandinavian; Spanish (RAE).
"""

from typing import NamedTuple

ENGLISH, SCHOLARLY, GERMAN, MIXED, FRENCH, POLISH, DUTCH, SPANISH = (1 << n for n in range(8))
"""MIXED: German digraphs, but s and z as in the original (Zasulitsch): newspapers, emigrants."""

ALL = (1 << 8) - 1
Y_LIKE_J = SCHOLARLY | GERMAN | MIXED | POLISH | DUTCH
CH_IS_KH = SCHOLARLY | GERMAN | MIXED | POLISH | DUTCH
C_IS_TS = SCHOLARLY | POLISH
C_IS_K = ENGLISH | FRENCH | DUTCH | SPANISH
C_IS_S = ENGLISH | FRENCH | SPANISH
SCH_IS_SH = GERMAN | MIXED


class Reading(NamedTuple):
    """Sounds, and the systems (bits) in which the letters stand for them."""

    sounds: str
    systems: int


def _table(*rows: tuple[str, str, int]) -> dict[str, tuple[Reading, ...]]:
    found: dict[str, tuple[Reading, ...]] = {}
    for graphemes, sounds, systems in rows:
        for grapheme in graphemes.split():
            found[grapheme] = (*found.get(grapheme, ()), Reading(sounds, systems))
    return found


SOFT_C, VOICED_S, EITHER_S, INITIAL_S, INNER_ST = "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
SILENT_H, FINAL_E, BARE_C = "\ue006", "\ue007", "\ue008"
"""Letters that are read by what stands around them: put in their place before reading."""

CONTEXTS: tuple[tuple[str, str, str], ...] = (
    ("'s", r"'s$", ""),
    ("’s", r"’s$", ""),
    ("", r"['’´`ʹʺʼ\"”·\u0300-\u036f\ufe20\ufe21-]", ""),
    ("ff", r"(?<=[oe])ff$", "v"),
    ("k", r"(?<=..[scz]k)(?:iego|iemu|ego|ého|emu|ému|ago|ogo|omu|oho|im|ým|ijs|is|ys)$", "i"),
    ("c", r"c(?=[eiyéèêěëí])", SOFT_C),
    ("ic", r"(?<=..[bdgjklmnprtv]i)c$", BARE_C),
    ("st", r"(?<=[bcdfghklmnpqrtvwxzaeiouy])st(?=ein|ern|adt)", INNER_ST),
    ("s", r"(?<![a-zß-ÿ])s(?=[tp])", INITIAL_S),
    ("s", r"(?<=[aeiouyäöüéèáíó])s(?=[aeiouyäöüéèáíó])", VOICED_S),
    ("s", r"(?<!s)s(?=[aeiouybdglmnrvwäöü]|k[^iy])|(?<=[aeiouyäöü])s$", EITHER_S),
    ("ne", r"(?<=..[iy]n)e$", FINAL_E),
    ("h", r"(?<=[aeou])h(?=[lmnrtdvw])", SILENT_H),
)
"""Letters without which a pattern is not tried; patterns in the order they apply; what takes their place."""

READINGS: dict[str, tuple[Reading, ...]] = _table(
    # vowels
    ("a á à å ă", "а", ALL),
    ("e é è ê ė ě ē ẻ ë ö ø", "е", ALL),
    ("i y ý í ì î ï ĭ ǐ ı", "и", ALL),
    ("j", "и", Y_LIKE_J | ENGLISH),
    ("o ó ò ô", "о", ALL),
    ("u ú ù ů ŭ", "у", ALL),
    ("â", "иа", ALL),
    ("û ü", "иу", ALL),
    ("ä", "е", ALL),
    (FINAL_E, "е", ALL),
    (FINAL_E, "", FRENCH | ENGLISH),
    ("ó", "у", POLISH),
    ("ą", "он", ALL),
    ("ę", "ен", ALL),
    ("ou", "у", FRENCH),
    ("ou", "оу", ALL & ~FRENCH),
    ("oe", "у", DUTCH),
    ("oe", "ое", ALL & ~DUTCH),
    ("oe œ", "е", GERMAN),
    ("joe", "иу", DUTCH),  # in German ё is jo: no ö behind j
    ("joe", "иое", Y_LIKE_J & ~DUTCH),
    # one letter, one sound
    ("b", "б", ALL),
    ("d ď", "д", ALL),
    ("f ph", "ф", ALL),
    ("g ğ ģ", "г", ALL),
    ("k q qu ķ", "к", ALL),
    ("l ł ľ ĺ ļ", "л", ALL),
    ("m", "м", ALL),
    ("n ń ň ñ ņ", "н", ALL),
    ("p", "п", ALL),
    ("r ŕ", "р", ALL),
    ("t th ť", "т", ALL),
    ("th", "тх", SCHOLARLY | GERMAN),
    ("v", "в", ALL & ~POLISH),
    ("w", "в", POLISH | GERMAN | MIXED),
    ("ß ss ś", "с", ALL),
    ("ź", "з", ALL),
    # s and z
    ("s", "с", ALL),
    ("z", "з", ALL & ~GERMAN),
    ("z tz ts ț ţ", "ц", GERMAN),
    ("tz ts ț ţ", "ц", ALL & ~GERMAN),
    (VOICED_S, "с", ALL & ~GERMAN),
    (VOICED_S, "з", GERMAN),
    (EITHER_S, "с", ALL),
    (EITHER_S, "з", GERMAN),
    (INITIAL_S, "с", ALL),
    (INITIAL_S, "ш", GERMAN),
    (INNER_ST, "ст", ALL),
    (INNER_ST, "шт", ALL),
    # c
    (SOFT_C, "ц", C_IS_TS),
    (SOFT_C, "с", C_IS_S),
    ("c", "ц", C_IS_TS),
    ("c", "к", C_IS_K),
    (BARE_C, "ч", ALL),  # Rankovic: ć in print that has none
    (BARE_C, "ц", C_IS_TS),
    (BARE_C, "к", C_IS_K),
    ("ck", "цк", C_IS_TS),
    ("ck", "к", C_IS_K),
    # ж
    ("zh", "ж", ENGLISH | SPANISH),
    ("ž", "ж", SCHOLARLY),
    ("ż", "ж", POLISH),
    ("j", "ж", FRENCH),
    ("zj", "ж", DUTCH),
    ("zj", "зи", ALL & ~GERMAN),
    ("zj", "ци", GERMAN),
    ("zji", "жи", ALL),
    ("zje", "же", ALL),  # nobody writes зе so
    ("rzh", "рж", ALL),
    ("rzj", "рж", DUTCH),
    ("rzj", "рзи", ALL & ~GERMAN),
    ("rzj", "рци", GERMAN),
    ("rz", "рз", ALL & ~GERMAN),
    ("rz", "рц", GERMAN),
    ("rz", "ж", POLISH),
    ("sch", "ж", SCH_IS_SH),
    ("ř", "рж", ALL),
    # ш
    ("š", "ш", SCHOLARLY),
    ("ş ș", "ш", ALL),
    ("sh", "ш", ENGLISH | SPANISH),
    ("sh", "сх", SCHOLARLY),
    ("sz", "ш", POLISH),
    ("sz", "сз", ALL & ~POLISH),
    ("sj", "ш", DUTCH),
    ("sj", "си", ALL),
    ("sj", "зи", GERMAN),
    ("sji", "ши", ALL),
    ("sch", "ш", ALL),
    ("sch", "сх", SCHOLARLY | POLISH | DUTCH),
    # ч
    ("č tš", "ч", SCHOLARLY),
    ("tch", "ч", FRENCH),
    ("tsch", "ч", GERMAN | MIXED),
    ("ć tsh", "ч", ALL),
    ("ch", "ч", ENGLISH | SPANISH),
    ("cz", "ч", POLISH | ENGLISH),
    ("tsj", "ч", DUTCH),
    ("tsj", "ци", ALL),
    ("tj", "ч", DUTCH),
    ("tj", "ти", ALL),
    ("tsji", "чи", ALL),
    ("ç", "с", FRENCH),
    ("ç", "ч", ALL & ~FRENCH),
    # щ
    ("sch", "шч", SPANISH | ENGLISH),
    ("šč ŝ shch shtch chtch schtsch stsch schtch szcz sjtsj sjtj štš", "шч", ALL),
    # дж
    ("dž dż dzh dsch dsh đ ð", "дж", ALL),
    ("dj", "дж", ALL),  # French, and Serbian in print without đ
    ("dj", "ди", ALL),
    ("dzj", "дж", DUTCH),
    ("dzj", "дзи", ALL),
    # х and г
    ("ch", "х", CH_IS_KH),
    ("ch", "ш", FRENCH),
    ("kh", "х", ENGLISH | FRENCH | SPANISH),
    ("h", "х", ALL),
    ("h", "г", ALL),
    ("x", "х", SCHOLARLY),
    ("x", "кс", ALL),
    ("j", "х", SPANISH),
    (SILENT_H, "х", ALL),
    (SILENT_H, "г", ENGLISH | SCHOLARLY),  # Bohdan
    (SILENT_H, "", GERMAN | MIXED | FRENCH | ENGLISH),
    ("gh", "г", ALL),
    ("gue gué guè guê", "ге", FRENCH | SPANISH),
    ("gue gué guè guê", "гуе", ALL & ~FRENCH),
    ("gui guï guy", "ги", FRENCH | SPANISH),
    ("gui guy", "гуи", ALL & ~FRENCH),
)

CYRILLIC: dict[str, str] = dict(zip("абвгдежзиклмнопрстуфхцчш", "абвгдежзиклмнопрстуфхцчш", strict=True)) | {
    **{"й": "и", "ы": "и", "э": "е", "ё": "е", "ю": "иу", "я": "иа", "щ": "шч", "ъ": "", "ь": ""},
    **{"ѣ": "е", "і": "и", "ѵ": "и", "ѳ": "ф", "ѫ": "у", "ѧ": "иа"},  # before 1918; Bulgarian before 1945
    **{"ї": "и", "є": "е", "ґ": "г", "ў": "у", "'": "", "’": "", "ʼ": ""},  # Ukrainian, Belarusian
    **{
        "ј": "и",
        "љ": "ли",
        "њ": "ни",
        "ћ": "ч",
        "ђ": "дж",
        "џ": "дж",
        "ѓ": "г",
        "ќ": "к",
        "ѕ": "дз",
    },  # Serbian, Macedonian
}

SOUNDS: tuple[tuple[str, str, str], ...] = (
    ("андер", r"андер$", "андр"),
    ("андре", r"андре$", "андр"),
    ("тч", r"т+ч", "ч"),
    ("тш", r"т+ш", "ч"),
    ("тс", r"т+с", "ц"),
    ("тц", r"т+ц", "ц"),
    *((letter * 2, letter + "{2,}", letter) for letter in "бвгджзиклмнпрстфхцчш"),
    ("ие", r"ие", "е"),  # е written je, ye, ie
    ("ио", r"ио", "е"),  # ё written jo, yo, io
    ("жо", r"жо", "же"),
    ("чо", r"чо", "че"),  # Хрущёв, Khrushchov
    ("шо", r"шо", "ше"),
)
"""What no spelling keeps apart, as CONTEXTS."""

OBLIQUE = (
    *("ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ём", "ями", "ами", "ах", "ях", "ых", "их", "ыми", "ими"),
    *("у", "ю", "е", "ы", "и", "ові", "еві", "ім", "ою", "ею"),
)
"""Endings of cases in which no name is cited. Not -а, -я, -ой: Попова, Толстой."""

WOMEN: tuple[tuple[str, str], ...] = (
    *(("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"), ("ыной", "ына")),
    *(("ской", "ская"), ("цкой", "цкая"), ("ской", "ская"), ("скую", "ская"), ("цкую", "цкая")),
)
"""Women's names in other cases: the dictionary gives the man's."""
