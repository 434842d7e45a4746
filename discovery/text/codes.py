"""Language codes: whatever an archive writes for a language, as one code.

The table gives the ISO 639-1 code, the 639-2 code for terminology (T), after a slash the one for bibliography (B)
where it differs, and English names. Source: ISO 639-2 registration authority (Library of Congress). A second table has
what finding aids in other languages call them.
"""

import re

_TABLE = """
aa aar Afar|ab abk Abkhazian|ae ave Avestan|af afr Afrikaans|ak aka Akan|am amh Amharic|an arg Aragonese
ar ara Arabic|as asm Assamese|av ava Avaric|ay aym Aymara|az aze Azerbaijani|ba bak Bashkir
be bel Belarusian,Belorussian,Byelorussian|bg bul Bulgarian|bi bis Bislama|bm bam Bambara|bn ben Bengali
bo bod/tib Tibetan|br bre Breton|bs bos Bosnian|ca cat Catalan,Valencian|ce che Chechen|ch cha Chamorro
co cos Corsican|cr cre Cree|cs ces/cze Czech|cu chu Church Slavic,Old Church Slavonic,Church Slavonic
cv chv Chuvash|cy cym/wel Welsh|da dan Danish|de deu/ger German|dv div Divehi|dz dzo Dzongkha|ee ewe Ewe
el ell/gre Greek,Modern Greek|en eng English|eo epo Esperanto|es spa Spanish,Castilian|et est Estonian
eu eus/baq Basque|fa fas/per Persian,Farsi|ff ful Fulah|fi fin Finnish|fj fij Fijian|fo fao Faroese
fr fra/fre French|fy fry Western Frisian,Frisian|ga gle Irish|gd gla Gaelic,Scottish Gaelic
gl glg Galician|gn grn Guarani|gu guj Gujarati|gv glv Manx|ha hau Hausa|he heb Hebrew|hi hin Hindi
ho hmo Hiri Motu|hr hrv/scr Croatian|ht hat Haitian|hu hun Hungarian|hy hye/arm Armenian|hz her Herero
ia ina Interlingua|id ind Indonesian|ie ile Interlingue|ig ibo Igbo|ii iii Sichuan Yi|ik ipk Inupiaq
io ido Ido|is isl/ice Icelandic|it ita Italian|iu iku Inuktitut|ja jpn Japanese|jv jav Javanese
ka kat/geo Georgian|kg kon Kongo|ki kik Kikuyu|kj kua Kuanyama|kk kaz Kazakh
kl kal Kalaallisut,Greenlandic|km khm Khmer|kn kan Kannada|ko kor Korean|kr kau Kanuri|ks kas Kashmiri
ku kur Kurdish|kv kom Komi|kw cor Cornish|ky kir Kirghiz,Kyrgyz|la lat Latin
lb ltz Luxembourgish,Letzeburgesch|lg lug Ganda|li lim Limburgish|ln lin Lingala|lo lao Lao
lt lit Lithuanian|lu lub Luba-Katanga|lv lav Latvian|mg mlg Malagasy|mh mah Marshallese|mi mri/mao Maori
mk mkd/mac Macedonian|ml mal Malayalam|mn mon Mongolian|mr mar Marathi|ms msa/may Malay|mt mlt Maltese
my mya/bur Burmese|na nau Nauru|nb nob Norwegian Bokmål,Bokmål|nd nde North Ndebele|ne nep Nepali
ng ndo Ndonga|nl nld/dut Dutch,Flemish|nn nno Norwegian Nynorsk,Nynorsk|no nor Norwegian
nr nbl South Ndebele|nv nav Navajo|ny nya Chichewa|oc oci Occitan,Provençal|oj oji Ojibwa|om orm Oromo
or ori Oriya|os oss Ossetian|pa pan Panjabi,Punjabi|pi pli Pali|pl pol Polish|ps pus Pushto,Pashto
pt por Portuguese|qu que Quechua|rm roh Romansh|rn run Rundi|ro ron/rum Romanian,Rumanian,Moldavian
ru rus Russian|rw kin Kinyarwanda|sa san Sanskrit|sc srd Sardinian|sd snd Sindhi|se sme Northern Sami
sg sag Sango|si sin Sinhala|sk slk/slo Slovak|sl slv Slovenian,Slovene|sm smo Samoan|sn sna Shona
so som Somali|sq sqi/alb Albanian|sr srp/scc Serbian|ss ssw Swati|st sot Southern Sotho|su sun Sundanese
sv swe Swedish|sw swa Swahili|ta tam Tamil|te tel Telugu|tg tgk Tajik|th tha Thai|ti tir Tigrinya
tk tuk Turkmen|tl tgl Tagalog|tn tsn Tswana|to ton Tonga|tr tur Turkish|ts tso Tsonga|tt tat Tatar
tw twi Twi|ty tah Tahitian|ug uig Uighur|uk ukr Ukrainian|ur urd Urdu|uz uzb Uzbek|ve ven Venda
vi vie Vietnamese|vo vol Volapük|wa wln Walloon|wo wol Wolof|xh xho Xhosa|yi yid Yiddish|yo yor Yoruba
za zha Zhuang|zh zho/chi Chinese|zu zul Zulu|de frk Fraktur|he iw Hebrew|yi ji Yiddish|id in Indonesian
el grc Ancient Greek
"""
_ELSEWHERE = """
ru русский,russe,Russisch,ruso,russo,rosyjski|uk українська,украинский,ukrainien,Ukrainisch,ucraniano,Oekraïens
be беларуская,белорусский,biélorusse,Weißrussisch,bielorruso
bg български,болгарский,bulgare,Bulgarisch,búlgaro
sr српски,srpski,сербский,serbe,Serbisch,serbio|hr hrvatski,хорватский,croate,Kroatisch,croata
fr français,francais,Französisch,francés,francese,Frans,французский,francuski
de Deutsch,allemand,alemán,tedesco,Duits,немецкий,niemiecki
en anglais,Englisch,inglés,inglese,Engels,английский,angielski
it italiano,italien,Italienisch,Italiaans,итальянский,włoski
es español,espagnol,Spanisch,spagnolo,Spaans,испанский,hiszpański,castellano
pt português,portugais,Portugiesisch,portugués,Portugees,португальский|ca català,catalan,Katalanisch,catalán,Catalaans
nl Nederlands,néerlandais,flamand,Niederländisch,neerlandés,holandés,Vlaams,нидерландский,голландский
da dansk,danois,Dänisch,danés,Deens,датский|sv svenska,suédois,Schwedisch,sueco,Zweeds,шведский
no norsk,norvégien,Norwegisch,noruego,Noors,норвежский|fi suomi,finnois,Finnisch,finés,Fins,финский
hu magyar,hongrois,Ungarisch,húngaro,Hongaars,венгерский|ro română,roumain,Rumänisch,rumano,Roemeens,румынский
pl polski,polonais,Polnisch,polaco,polacco,Pools,польский|cs čeština,tchèque,Tschechisch,checo,Tsjechisch,чешский
sk slovenčina,slovaque,Slowakisch,eslovaco,Slowaaks,словацкий|sl slovenščina,slovène,Slowenisch,esloveno,словенский
et eesti,estonien,Estnisch,estonio,эстонский|lv latviešu,letton,Lettisch,letón,латышский
lt lietuvių,lituanien,Litauisch,lituano,литовский|el ελληνικά,grec,Griechisch,griego,Grieks,греческий
tr türkçe,turc,Türkisch,turco,Turks,турецкий|he hébreu,Hebräisch,hebreo,Hebreeuws,иврит
yi ייִדיש,yiddisch,Jiddisch,Jiddisj,идиш,ídish|la latin,Latein,Lateinisch,latín,latino,Latijn,латинский
hy arménien,Armenisch,armenio,армянский|ka géorgien,Georgisch,georgiano,грузинский
zh chinois,Chinesisch,chino,Chinees,китайский|ja japonais,Japanisch,japonés,Japans,японский
ar arabe,Arabisch,árabe,арабский|fa persan,Persisch,persa,Perzisch,персидский|eo espéranto,эсперанто
"""
_NOBODY_KNOWS = frozenset({"mul", "und", "zxx", "mis", "unknown", "multiple", "none", "other", "language"})
_SEPARATORS = re.compile(r"[-_.]")
_CODE = re.compile(r"[a-z]{2,3}")


def language_code(text: str) -> str:
    """ISO 639-1 code of a language written as ISO 639-1 or -2, BCP 47 tag, Tesseract model or by its name.

    A language without a two-letter code keeps its three letters. "" where nobody can tell: `und`, `mul`, an
    unknown name.
    """
    written = text.strip().strip(".;,()[]").lower()
    primary = _SEPARATORS.split(written)[0]
    if not written or primary in _NOBODY_KNOWS:
        return ""
    known = _CODES.get(written) or _CODES.get(primary if _CODE.fullmatch(primary) else "")
    return known or (primary if len(primary) == 3 and _CODE.fullmatch(primary) else "")


def _read(table: str, elsewhere: str) -> dict[str, str]:
    codes: dict[str, str] = {}
    for entry in re.split(r"[|\n]", table.strip()):
        code, longer, names = entry.split(" ", 2)
        for key in (code, *longer.split("/"), *names.lower().split(",")):
            codes.setdefault(key, code)
    for entry in re.split(r"[|\n]", elsewhere.strip()):
        code, names = entry.split(" ", 1)
        for name in names.lower().split(","):
            codes.setdefault(name, code)
    return codes


_CODES = _read(_TABLE, _ELSEWHERE)
