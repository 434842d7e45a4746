"""Words by which a title says that a thing is correspondence, and of whom: language → words, as they stand in a title."""

KINDS: dict[str, str] = {
    # en
    "letter": "letter", "letters": "letter", "telegram": "telegram", "telegrams": "telegram", "cable": "telegram",
    "cables": "telegram", "cablegram": "telegram", "postcard": "postcard", "postcards": "postcard", "note": "note",
    "memo": "memorandum", "memorandum": "memorandum", "correspondence": "correspondence", "message": "letter",
    # de
    "brief": "letter", "briefe": "letter", "schreiben": "letter", "telegramm": "telegram", "telegramme": "telegram",
    "postkarte": "postcard", "postkarten": "postcard", "karte": "postcard", "korrespondenz": "correspondence",
    "briefwechsel": "correspondence",
    # fr
    "lettre": "letter", "lettres": "letter", "télégramme": "telegram", "télégrammes": "telegram", "carte": "postcard",
    "cartes": "postcard", "billet": "note", "correspondance": "correspondence",
    # nl
    "brieven": "letter", "briefkaart": "postcard", "briefkaarten": "postcard", "ansichtkaart": "postcard",
    "correspondentie": "correspondence", "briefwisseling": "correspondence", "telegrammen": "telegram",
    # es
    "carta": "letter", "cartas": "letter", "telegrama": "telegram", "telegramas": "telegram", "tarjeta": "postcard",
    "correspondencia": "correspondence",
    # ru
    "письмо": "letter", "письма": "letter", "телеграмма": "telegram", "телеграммы": "telegram",
    "открытка": "postcard", "открытки": "postcard", "записка": "note", "переписка": "correspondence",
}  # fmt: skip
"""What a thing is called → its kind."""

BEFORE = "open copy of a an the draft circular private offener abschrift entwurf copie de d'une projet kopie van copia открытое копия черновик личное".split()
"""What may stand before that word."""
BETWEEN = "postale post postal ouverte open abierta circulaire circular".split()
"""What may stand behind it: carte postale, lettre ouverte."""

FROM = "from of by von vom des de du d' par van del от".split()
TO = "to an à au aux aan a al к ко для".split()
WITH = "with between mit zwischen avec entre met tussen con с со между".split()
AND = "and und et en y и".split()
PARTICLES = "de du des d' von van vom der den dem ter ten la le les l' di da del della dos of the and & et und y i и zu zur".split()
"""Small words in the names of persons and bodies."""
ARTICLES = "the das den die dem der le la les l' het de el los las".split()

NO_NAMES = frozenset(
    """introduction guide road way appeal address reply answer contribution contributions preface visit visits trip journey
    journeys access ode tribute supplement index key response responses invitation call notes homage hommage appendix
    addendum thanks march return welcome farewell letter letters report reports speech speeches statement statements
    amendment amendments annex approach gift gifts donation donations application applications petition petitions
    résolution resolution reference references monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december spring summer autumn winter volume volumes part
    parts chapter chapters section sections box boxes folder folders page pages number item items series file files
    réponse appel voyage contribution guide adresse discours rapport réception hommage invitation retour tome chapitre
    einführung einleitung beitrag beiträge antwort aufruf reise rede redebeitrag bericht berichte hinweis hinweise anfrage
    einladung bitte gruß grüße dank widmung anlage zusatz nachtrag kapitel band teil montag dienstag mittwoch donnerstag
    freitag samstag sonntag januar februar märz mai juni juli oktober dezember inleiding bijdrage antwoord oproep reis rede
    verslag uitnodiging deel hoofdstuk introducción guía respuesta llamamiento viaje discurso informe invitación camino tomo
    capítulo введение путеводитель ответ обращение поездка речь доклад приглашение путь том глава часть""".split()  # noqa: SIM905
)
"""What stands before "to" without being anybody."""
PLACES = frozenset(
    """paris berlin london moscow vienna prague warsaw rome madrid barcelona amsterdam rotterdam brussels antwerp geneva zurich
    basel bern copenhagen oslo stockholm helsinki istanbul constantinople prinkipo athens budapest bucharest sofia belgrade
    zagreb leningrad petrograd petersburg kiev kharkov odessa minsk riga tallinn vilnius kaunas lisbon porto new york chicago
    boston philadelphia washington minneapolis toronto montreal mexico coyoacán coyoacan havana santiago lima bogotá buenos
    aires montevideo tokyo shanghai peking beijing hongkong saigon hanoi delhi calcutta bombay cairo jerusalem haifa tel aviv
    cape town johannesburg sydney melbourne hamburg munich leipzig dresden cologne frankfurt bremen stuttgart breslau königsberg
    lyon marseille lille bordeaux toulouse strasbourg grenoble royan barbizon domène manchester liverpool glasgow edinburgh
    dublin belfast milan turin naples florence valencia seville bilbao saragossa alma-ata almaty siberia england france germany
    russia italy spain austria switzerland belgium holland netherlands poland czechoslovakia hungary rumania romania bulgaria
    greece turkey yugoslavia norway sweden denmark finland ireland scotland wales usa america canada argentina brazil chile
    cuba china japan india indochina africa europe asia australia israel palestine
    moskau wien prag warschau rom brüssel genf zürich konstantinopel athen bukarest belgrad kopenhagen mailand turin münchen
    köln frankreich deutschland russland rußland italien spanien österreich schweiz belgien polen ungarn griechenland türkei
    norwegen schweden dänemark amerika england
    moscou vienne varsovie bruxelles genève londres lisbonne athènes copenhague allemagne russie italie espagne autriche suisse
    belgique hollande pologne hongrie grèce turquie norvège suède danemark amérique angleterre
    moskou wenen praag parijs berlijn londen brussel genève duitsland frankrijk rusland italië spanje oostenrijk zwitserland
    moscú viena praga varsovia roma bruselas ginebra londres lisboa parís berlín alemania francia rusia italia españa
    париж париже парижа берлин берлина лондон лондона москва москвы вена вены прага праги варшава варшавы рим рима мадрид
    мадрида петроград петрограда ленинград ленинграда киев киева харьков харькова одесса одессы стамбул стамбула
    константинополь константинополя принкипо женева женевы цюрих цюриха осло мехико америка америки франция франции германия
    германии россия россии алма-ата алма-аты""".split()  # noqa: SIM905
)
"""Places that letters come from and journeys lead to, in small letters."""

ENCLOSED = (
    r"\b(?:enclos\w+|with attachments?|attached|mit (?:\w+ )?(?:anlagen?|beilagen?)|anlagen?|avec (?:\w+ )?(?:annexes?|pièces? jointes?)"
    r"|annexes?|pièces? jointes?|met (?:\w+ )?bijlagen?|bijlagen?|con (?:\w+ )?(?:anexos?|adjuntos?)|с приложени\w+|приложени\w+)\b"
)
"""How a title says that something lies in a letter."""
