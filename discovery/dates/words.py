"""The words around a date, one table: what a word does, and how each language says it.

Entries are separated by commas and may be phrases; dots are left out ("n d" is "n.d."). Case and accents are folded
before a look-up. Where two languages use one word differently ("a": to, and) the language of the statement decides,
then the order of `LANGUAGES`.
"""

from enum import Enum, auto

LANGUAGES = ("en", "fr", "de", "ru", "nl", "es", "it", "pl", "cs")

UNKNOWN_LANGUAGE = {"en": "nl"}
"""Whose word it is when nobody says in which language: "1931 en 1933"; an "and" at the beginning does no harm."""


class Role(Enum):
    """What a token does in a date statement."""

    NUMBER = auto()
    ROMAN = auto()
    POINT = auto()  # a date in digits
    TAIL = auto()  # "-04-03" after a bracketed year
    MONTH = auto()
    SEASON = auto()
    TENS = auto()
    PART = auto()  # early, first half: one of so many equal parts
    FRACTION = auto()  # half, quarter: wants a number before it
    DECADE = auto()
    DECADE_AFTER = auto()
    CENTURY = auto()
    CENTURY_AFTER = auto()  # only behind its number: these are other words as well
    CIRCA = auto()
    PROBABLE = auto()
    BEFORE = auto()
    UNTIL = auto()
    SINCE = auto()
    AFTER = auto()
    OR_BEFORE = auto()
    OR_AFTER = auto()
    BETWEEN = auto()
    TO = auto()
    TO_ONLY = auto()
    TO_BEFORE = auto()
    AND = auto()
    OR = auto()
    UNDATED = auto()
    PRESENT = auto()
    BULK = auto()
    OLD_STYLE = auto()
    NEW_STYLE = auto()
    CUT = auto()  # what follows is no date of this unit: "see also", "except"
    FILLER = auto()
    UNKNOWN = auto()
    DASH = auto()
    SLASH = auto()
    COMMA = auto()
    BREAK = auto()
    OPEN_ROUND = auto()
    OPEN_SQUARE = auto()
    CLOSE_SQUARE = auto()


WORDS = {
    Role.CIRCA: {
        "en": "circa, ca, c, cca, about, around, approximately, approx, roughly",
        "fr": "vers, environ, env, aux environs de, aux alentours de, autour de",
        "de": "um, etwa, ungefähr, gegen, zirka, rund",
        "ru": "около, ок, приблизительно, прим, примерно",
        "nl": "omstreeks, omtrent, rond, ongeveer, circa",
        "es": "hacia, alrededor de, cerca de, aproximadamente, aprox",
        "it": "circa, verso, intorno a, intorno al, attorno al",
        "pl": "około, ok, circa",
        "cs": "kolem, okolo, asi, přibližně, cca",
    },
    Role.PROBABLE: {
        "en": "probably, prob, possibly, presumably, presumed, perhaps, likely, maybe, uncertain, assumed",
        "fr": "probablement, prob, sans doute, peut-être, peut etre, vraisemblablement, présumé, date incertaine",
        "de": "wohl, wahrscheinlich, vermutlich, vielleicht, mutmaßlich, wahrsch, verm, möglicherweise",
        "ru": "вероятно, предположительно, предп, возможно, видимо, по-видимому, по видимому, вер",
        "nl": "waarschijnlijk, vermoedelijk, wellicht, mogelijk, misschien",
        "es": "probablemente, posiblemente, quizá, quizás, tal vez, prob",
        "it": "probabilmente, forse, presumibilmente, prob",
        "pl": "prawdopodobnie, zapewne, przypuszczalnie, być może, prawdop, chyba",
        "cs": "pravděpodobně, patrně, zřejmě, snad, možná, pravděp",
    },
    Role.BEFORE: {
        "en": "before, prior to, pre, earlier than, ante",
        "fr": "avant, avant le, antérieur à, antérieur au",
        "de": "vor, vor dem",
        "ru": "ранее, раньше, перед",
        "nl": "voor, vóór",
        "es": "antes de, antes del, anterior a",
        "it": "prima del, prima di, prima dell, prima, anteriore al, ante",
        "pl": "przed",
        "cs": "před",
    },
    Role.UNTIL: {
        "en": "not after, not later than, no later than, by, at the latest",
        "fr": "pas après, au plus tard, au plus tard en, au plus tard le",
        "de": "nicht nach, nicht später als, spätestens",
        "ru": "не позднее, не позже, не после",
        "nl": "niet na, niet later dan, uiterlijk, ten laatste",
        "es": "no después de, no más tarde de, a más tardar",
        "it": "non dopo il, non dopo, non oltre, entro il, entro",
        "pl": "nie później niż, najpóźniej, nie po",
        "cs": "nejpozději, ne později než, ne po",
    },
    Role.SINCE: {
        "en": "since, not before, not earlier than, no earlier than, from, as of, starting, beginning in",
        "fr": "depuis, pas avant, au plus tôt, à partir de, à partir du, à compter de",
        "de": "seit, ab, nicht vor, frühestens, nicht früher als",
        "ru": "с, со, не ранее, не раньше, начиная с, не до",
        "nl": "sinds, vanaf, niet voor, niet vóór, niet eerder dan, op zijn vroegst",
        "es": "desde, no antes de, a partir de, a partir del",
        "it": "dal, dall, dalla, non prima del, non prima di, a partire dal, da",
        "pl": "od, nie wcześniej niż, najwcześniej, nie przed, począwszy od",
        "cs": "od, nejdříve, ne dříve než, ne před, počínaje",
    },
    Role.AFTER: {
        "en": "after, post, later than, following",
        "fr": "après, après le, postérieur à, postérieur au",
        "de": "nach, nach dem",
        "ru": "после, позднее, позже",
        "nl": "na",
        "es": "después de, después del, tras, posterior a",
        "it": "dopo il, dopo, successivo al, post",
        "pl": "po",
        "cs": "po",
    },
    Role.OR_BEFORE: {
        "en": "or before, and before, or earlier, and earlier",
        "fr": "ou avant, et avant, ou antérieur",
        "de": "oder früher, und früher, oder vorher, und vorher",
        "ru": "или ранее, или раньше, и ранее, и раньше",
        "nl": "of eerder, en eerder, of vroeger, en vroeger",
        "es": "o antes, y antes, o anterior",
        "it": "o prima, e prima, o anteriore",
        "pl": "lub wcześniej, albo wcześniej, i wcześniej",
        "cs": "nebo dříve, či dříve, a dříve",
    },
    Role.OR_AFTER: {
        "en": "or after, and after, or later, and later, onwards, onward, ff, et seq",
        "fr": "ou après, et après, ou plus tard, et suivantes, et ss",
        "de": "oder später, und später, ff, und danach, oder danach",
        "ru": "или позднее, или позже, и позднее, и позже, и далее",
        "nl": "of later, en later, of daarna, en daarna, e v",
        "es": "o después, y después, o posterior, en adelante, o más tarde",
        "it": "o dopo, e dopo, o successivo, e successivi, in poi",
        "pl": "lub później, albo później, i później, i następne",
        "cs": "nebo později, či později, a později, a dále",
    },
    Role.BETWEEN: {
        "en": "between",
        "fr": "entre, entre le",
        "de": "zwischen, zwischen dem",
        "ru": "между",
        "nl": "tussen",
        "es": "entre",
        "it": "tra il, tra, fra il, fra",
        "pl": "między, pomiędzy",
        "cs": "mezi",
    },
    Role.TO: {  # and "until", where nothing stands before it
        "en": "to, until, till, up to, through, thru",
        "fr": "jusque, jusqu'à, jusqu'en, jusqu'au, jusqu a, jusqu en, jusqu au",
        "de": "bis, bis zum",
        "ru": "по, вплоть до",
        "nl": "tot, t/m, tot en met",
        "es": "hasta",
        "it": "fino al, fino a, sino al",
        "pl": "do, aż do",
        "cs": "do, až, až do",
    },
    Role.TO_ONLY: {  # nothing where nothing stands before it: "a maggio 1931" is "in May"
        "fr": "à, au",
        "es": "a, al",
        "it": "a, al, all, ad",
    },
    Role.TO_BEFORE: {  # the same, but "before" where nothing stands before it
        "ru": "до",
    },
    Role.AND: {
        "en": "and, &",
        "fr": "et, et le",
        "de": "und, u, und dem, sowie",
        "ru": "и",
        "nl": "en",
        "es": "y, e",
        "it": "e, ed, e il",
        "pl": "i, oraz, a",
        "cs": "a, i",
    },
    Role.OR: {
        "en": "or",
        "fr": "ou",
        "de": "oder, bzw",
        "ru": "или, либо",
        "nl": "of",
        "es": "o, u",
        "it": "o, oppure",
        "pl": "lub, albo, czy",
        "cs": "nebo, či, anebo",
    },
    Role.UNDATED: {
        "en": "undated, n d, nd, no date, no dates, not dated, undatd, without date, date unknown, n/d, no year,"
        " unidentified dates, unknown date, dates unknown, unknown, no day or month, s a",
        "fr": "s d, sd, sans date, non daté, non datée, non datés, non datées, s/d, date inconnue",
        "de": "o j, o d, oj, ohne jahr, ohne datum, ohne datierung, undatiert, o/d, o dat, undat",
        "ru": "б д, б/д, бд, без даты, без дат, не датировано, дата не установлена, без года, б г, без указания даты",
        "nl": "z d, z j, zd, zj, zonder datum, zonder jaar, ongedateerd, niet gedateerd, s d",
        "es": "s f, s/f, sf, sin fecha, s a, sin año, sin fechar",
        "it": "s d, senza data, non datato, non datata, non datati, s a, senza anno",
        "pl": "b d, b/d, bd, bez daty, b r, bez roku, niedatowane, niedatowany, nie datowane, b dat",
        "cs": "b d, bez data, nedatováno, bez datace, b r, s d, nedatované, s a",
    },
    Role.PRESENT: {
        "en": "present, ongoing, to date, today, now, current",
        "fr": "aujourd'hui, présent, nos jours",
        "de": "heute, gegenwart, laufend",
        "ru": "настоящее время, наст время, сегодня, н в",
        "nl": "heden, nu, lopend",
        "es": "presente, actualidad, hoy",
        "it": "oggi, presente",
        "pl": "dziś, dzisiaj, chwili obecnej",
        "cs": "dnes, dosud, současnost",
    },
    Role.BULK: {
        "en": "bulk, bulk dates, bulk date, mainly, mostly, chiefly, predominantly, primarily, largely",
        "fr": "surtout, principalement, essentiellement, en majorité",
        "de": "hauptsächlich, überwiegend, vorwiegend, vor allem, meist, schwerpunkt",
        "ru": "в основном, главным образом, преимущественно, большей частью",
        "nl": "voornamelijk, hoofdzakelijk, vooral, grotendeels",
        "es": "principalmente, sobre todo, mayormente",
        "it": "principalmente, soprattutto, prevalentemente, in prevalenza",
        "pl": "głównie, przeważnie, zasadniczo",
        "cs": "převážně, hlavně, především, zejména",
    },
    Role.OLD_STYLE: {
        "en": "o s, os, old style, julian",
        "fr": "v st, ancien style, vieux style",
        "de": "a st, alten stils, alter stil, julianisch",
        "ru": "ст ст, старого стиля, старый стиль, по старому стилю, ст стиля",
        "nl": "o s, oude stijl",
        "es": "estilo antiguo",
        "it": "vecchio stile",
        "pl": "st st, starego stylu",
        "cs": "st st, starého stylu",
    },
    Role.NEW_STYLE: {
        "en": "n s, ns, new style, gregorian",
        "fr": "n st, nouveau style",
        "de": "n st, neuen stils, neuer stil, gregorianisch",
        "ru": "н ст, нового стиля, новый стиль, по новому стилю, н стиля",
        "nl": "n s, nieuwe stijl",
        "es": "estilo nuevo",
        "it": "nuovo stile",
        "pl": "n st, nowego stylu",
        "cs": "n st, nového stylu",
    },
    Role.DECADE: {
        "en": "decade",
        "fr": "années, ann, décennie",
        "nl": "jaren, decennium",
        "es": "años, década, decenio, década de, década de los, años de",
        "it": "anni, decennio",
        "pl": "lata, lat, latach, dekada, dekady",
        "cs": "léta, let, letech, desetiletí",
    },
    Role.DECADE_AFTER: {
        "de": "jahre, jahren, jahrzehnt",
        "ru": "годы, годов, годах, гг, десятилетие, десятилетия",
    },
    Role.CENTURY: {
        "en": "century, cent, centuries",
        "fr": "siècle, siècles, s",
        "de": "jahrhundert, jahrhunderts, jahrhunderte, jh, jhdt, jhd, jhs, jht",
        "ru": "век, века, веке, веков, столетие, столетия",
        "nl": "eeuw, eeuwse",
        "es": "siglo, siglos, s",
        "it": "secolo, secoli, sec",
        "pl": "wiek, wieku, wieki, stulecie, stulecia",
        "cs": "století, stol",
    },
    Role.CENTURY_AFTER: {
        "ru": "в, вв, ст",
        "pl": "w",
        "cs": "st",
    },
    Role.CUT: {
        "en": "see, see also, except, excluding, without, not, missing, lacking",
        "fr": "voir, cf, sauf, excepté, sans",
        "de": "siehe, vgl, außer, ausgenommen, ohne",
        "ru": "см, кроме, за исключением, без",
        "nl": "zie, behalve, uitgezonderd, zonder",
        "es": "véase, ver, excepto, salvo",
        "it": "vedi, cfr, eccetto, tranne",
        "pl": "zob, patrz, oprócz, bez",
        "cs": "viz, kromě, bez",
    },
    Role.FILLER: {
        "en": "the, of, in, on, at, year, years, dated, date, dates, inclusive, during, anno, sic",
        "fr": "le, la, les, de, du, des, d, l, en, an, année, l'an, daté, datée, du mois de, dates extremes",
        "de": "am, im, in, den, dem, der, des, die, das, vom, von, jahr, jahres, datum, zum, d, dat, stand",
        "ru": "г, год, года, году, на, м-ца, месяц, дата, т, рубеж, рубежа, к",
        "nl": "de, den, het, van, in, op, jaar, datum, d d, uit, t, s",
        "es": "el, la, los, las, de, del, en, año, fecha, d",
        "it": "il, lo, la, i, gli, le, di, del, dell, nel, nell, dello, della, anno, in, data, degli, dei, li, l",
        "pl": "rok, roku, r, roki, dnia, z, ze, dn, data, na",
        "cs": "rok, roku, r, dne, v, ve, z, ze, roce, lety, datum, na, rr",
    },
}

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
        "koniec, końca, końcu, kon, schyłek",
    ),
    "cs": ("začátek, začátku, zač, počátek, počátku, poč", "střed, středu", "konec, konce, konci, kon"),
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
        "ru": "треть, трети",
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
        "pl": "ćwierć, kwartał, kwartale, ćwierćwiecze",
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
