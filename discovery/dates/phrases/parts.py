"""Parts of a unit ("early", "second half"), and what is written behind numbers, one row a language."""

PARTS = {
    "en": ("early, beginning, beginning of, start of, begin", "mid, middle, middle of, mid-", "late, end, end of"),
    "fr": ("début, commencement, déb", "milieu, mi", "fin, fins"),
    "de": ("anfang, anfangs, beginn, anf, frühe, frühen", "mitte, mittleren", "ende, späte, späten"),
    "ru": (
        "начало, начале, начала, нач",
        "середина, середине, середины, сер",
        "конец, конце, конца, кон",
    ),
    "nl": ("begin, vroege, aanvang", "midden, medio, mid", "eind, einde, late"),
    "es": (
        "principios, principio, comienzos, comienzo, inicios, inicio, a principios, a comienzos",
        "mediados, a mediados",
        "fines, finales, final, fin, a fines, a finales",
    ),
    "it": ("inizio, inizi, principio, agli inizi, primi", "a metà", "fine, finale, ultimi"),
    "pl": (
        "początek, początku, pocz, początki",
        "środek, środku",
        "koniec, końca, końcu, końcem, kon, schyłek",
    ),
    "cs": (
        "začátek, začátku, začátkem, zač, počátek, počátku, počátkem, poč",
        "střed, středu",
        "konec, konce, konci, koncem, kon",
    ),
}
"""Beginning, middle and end: thirds of what follows."""

ORDINALS = {
    "en": ("first", "second", "third", "fourth", "last"),
    "fr": ("premier, première", "deuxième, second, seconde", "troisième", "quatrième", "dernier, dernière"),
    "de": (
        "erste, ersten, erstes",
        "zweite, zweiten, zweites",
        "dritte, dritten, drittes",
        "vierte, vierten, viertes",
        "letzte, letzten, letztes",
    ),
    "ru": ("первая, первой, первое", "вторая, второй, второе", "третья, третьей", "четвертая", "последняя, последней"),
    "nl": ("eerste", "tweede", "derde", "vierde", "laatste"),
    "es": ("primera, primer", "segunda, segundo", "tercera, tercer", "cuarto", "última, último"),
    "it": ("prima, primo", "seconda, secondo", "terza, terzo", "quarto", "ultima, ultimo"),
    "pl": ("pierwsza, pierwszej", "druga, drugiej", "trzecia, trzeciej", "czwarta, czwartej", "ostatnia, ostatniej"),
    "cs": ("první", "druhá, druhé, druhý", "třetí", "čtvrtá, čtvrté", "poslední"),
}

FRACTIONS = {
    2: {
        "en": "half, half-year",
        "fr": "moitié, semestre",
        "de": "hälfte, halbjahr",
        "ru": "половина, половине, половины, пол, полугодие, полугодия",
        "nl": "helft, halfjaar",
        "es": "mitad, semestre",
        "it": "metà, semestre",
        "pl": "połowa, połowie, poł, półrocze, półroczu",
        "cs": "polovina, polovině, pol, pololetí",
    },
    3: {
        "en": "third",
        "fr": "tiers",
        "de": "drittel",
        "ru": "треть, трети, декада, декаде, декады",  # декада: ten days of a month
        "nl": "derde",
        "es": "tercio",
        "it": "terzo",
        "pl": "tercja",
        "cs": "třetina, třetině",
    },
    4: {
        "en": "quarter",
        "fr": "quart, trimestre",
        "de": "viertel, quartal, vierteljahr",
        "ru": "четверть, четверти, квартал, квартала, кв",
        "nl": "kwart, kwartaal",
        "es": "cuarto, trimestre",
        "it": "quarto, trimestre",
        "pl": "ćwierć, ćw, kwartał, kwartale, ćwierćwiecze",
        "cs": "čtvrtina, čtvrtině, čtvrtletí",
    },
}
"""Equal parts: "second half", "1. Quartal", "III кв."; a half without a number is the middle ("metà 1931")."""

DECADE_ENDINGS = frozenset({"s", "er", "ern", "erjahre", "erjahren", "х", "е", "ые", "ых", "x", "tych", "te", "ties"})
"""After a number that ends in 0: 1930s, 1930er, 1930-х."""

TENS_ENDINGS = DECADE_ENDINGS - {"е", "ые", "x", "te"}
"""After two digits; the others also make ordinals ("20-е")."""

_ORDINAL_ROWS = {
    "en": "th st nd rd",
    "fr": "e er re ere eme nd nde",
    "ru": "го е я и ого ая ой",
    "nl": "e ste de",
    "es": "o a",
    "it": "o a",
}
ORDINAL_ENDINGS = frozenset(" ".join(_ORDINAL_ROWS.values()).split())

NUMERALS = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split(" "))  # noqa: SIM905
"""Roman numerals, of months and centuries."""
