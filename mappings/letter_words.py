"""Words by which a title says that a thing is correspondence, and of whom, as they stand in a title."""

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

BEFORE = """open copy of a an the draft circular private offener abschrift entwurf copie de d'une projet kopie van
copia открытое копия черновик личное""".split()  # noqa: SIM905
"""What may stand before that word."""
BETWEEN = "postale post postal ouverte open abierta circulaire circular".split()  # noqa: SIM905
"""What may stand behind it: carte postale, lettre ouverte."""

FROM = "from of by von vom der des de du d' par van del от".split()  # noqa: SIM905
OF = "of de du des der von van del д".split()  # noqa: SIM905
ABOUT = """on about concerning regarding re with for over über betr betreffend wegen sur concernant inzake sobre о
об по""".split()  # noqa: SIM905
"""What a letter is about."""
TO = "to an à au aux aan a al к ко для".split()  # noqa: SIM905
WITH = "with between mit zwischen avec entre met tussen con с со между".split()  # noqa: SIM905
AND = "and und et en y и".split()  # noqa: SIM905
BEHIND = """international internationale central centrale exécutif exécutive politique national nationale général
générale communiste internacional ejecutivo политический центральный""".split()  # noqa: SIM905
"""Adjectives that end the name of a body in small letters: Secrétariat international."""
PARTICLES = """de du des d' von van vom der den dem ter ten la le les l' di da del della dos of the and & et und y i и
zu zur""".split()  # noqa: SIM905
"""Small words in the names of persons and bodies."""
ARTICLES = "the das den die dem der le la les l' het de el los las all alle allen todos todas".split()  # noqa: SIM905

NO_NAMES = frozenset(
    """sources greetings homenaje oda saludo saludos gratitude objections proposals questions answers
    instructions thesis
    theses amendments additions attack attacks ways bridge stairway right visitors exceptions alternatives solutions
    obstacles threat danger damage loyalty devotion service testimony monument memorial dedication toast complaint
    complaints loan loans payment payments debts receipts orders checks rechnung rechnungen quittung aufträge
    abroad access addendum address adresse amendment amendments anfrage anlage annex answer antwoord antwort
    appeal appel appendix application applications approach april aufruf august autumn band beitrag beiträge
    bericht berichte bijdrage bitte box boxes call camino capítulo chapitre chapter chapters congress contribution
    contributions dank december deel dezember dienstag discours discurso donation donations donnerstag einführung
    einladung einleitung exil exile family farewell februar february file files folder folders freitag friday
    friends front gefängnis general gift gifts gruß grüße guide guía haft hinweis hinweise homage home hommage
    hoofdstuk index informe inleiding introducción introduction invitación invitation item items jail januar
    january journey journeys juli july june juni kapitel key letter letters llamamiento mai march may
    miscellaneous mittwoch monday montag märz nachtrag notes november number october ode oktober oproep others
    page pages part parts petition petitions preface prison prisons rapport rede redebeitrag reference references
    reis reise reply report reports resolution response responses respuesta retour return road réception réponse
    résolution samstag saturday section sections september series sonntag speech speeches spring statement
    statements summer sunday supplement teil thanks thursday tome tomo tribute trip tuesday uitnodiging
    unidentified unknown various verslag viaje visit visits volume volumes voyage way wednesday welcome widmung
    winter zusatz введение глава доклад обращение ответ поездка приглашение путеводитель путь речь ссылки том
    тюрьмы часть""".split()  # noqa: SIM905
)
"""What stands before "to" without being anybody."""
PLACES = frozenset(
    """africa aires alemania algeria allemagne alma-ata almaty alsace america amerika amsterdam amérique angleterre
    antwerp argentina armenia asia athen athens athènes australia austria autriche aviv balkans barbizon barcelona
    basel bavaria beijing belfast belgien belgique belgium belgrad belgrade berlijn berlin berlín bern bilbao
    bogotá bohemia bombay bordeaux boston brazil bremen breslau brittany bruselas brussel brussels bruxelles brünn
    brüssel bucharest budapest buenos bukarest bulgaria burma cairo calcutta california canada cape caracas
    catalonia catalunya caucasus ceylon charleroi chicago chile china city cologne congo constantinople copenhagen
    copenhague coyoacan coyoacán crimea cuba czechoslovakia danemark danzig delhi denmark deutschland domène
    dresden dublin duitsland dänemark edinburgh egypt england espagne españa estonia europe finland florence
    france francia frankfurt frankreich frankrijk galicia geneva genf genève georgia germany ginebra glasgow
    greece grenoble griechenland grèce guayaquil haifa hamburg hanoi havana hawaii helsinki holland hollande hong
    hongkong hongrie hungary india indochina ireland israel istanbul italia italie italien italië italy janeiro
    japan jersey jerusalem johannesburg kaunas kharkov kiev kong konstantinopel kopenhagen korea köln königsberg
    latvia leipzig leningrad lille lima lisboa lisbon lisbonne lithuania liverpool londen london londres lorraine
    lyon madrid mailand manchester manchuria marseille melbourne memel mexico milan minneapolis minsk montevideo
    montreal moravia morocco moscou moscow moscú moskau moskou munich mährisch-ostrau münchen naples netherlands
    new normandy norvège norway norwegen odessa ohio oostenrijk orient oslo ostrau palestine parijs paris parís
    paulo peking pennsylvania petersburg petrograd philadelphia philippines poland polen pologne porto praag prag
    praga prague pressburg prinkipo quito riga rio rom roma romania rome rotterdam royan rumania rusia rusland
    russia russie russland rußland saar saigon saint santiago saragossa saxony scandinavia schweden schweiz
    scotland seville shanghai siam siberia silesia sofia spain spanien spanje st. stockholm strasbourg stuttgart
    suisse suède sweden switzerland sydney syria são tallinn tel texas tokyo toronto toulouse town transvaal
    tunisia turin turkey turquie türkei ukraine ungarn usa valencia varsovia varsovie viena vienna vienne vilnius
    wales warsaw warschau washington wenen wien york yugoslavia zagreb zurich zwitserland zürich österreich
    алма-ата алма-аты америка америки берлин берлина варшава варшавы вена вены германии германия женева женевы
    киев киева константинополь константинополя ленинград ленинграда лондон лондона мадрид мадрида мехико москва
    москвы одесса одессы осло париж парижа париже петроград петрограда прага праги принкипо рим рима россии россия
    стамбул стамбула франции франция харьков харькова цюрих цюриха""".split()  # noqa: SIM905
)
"""Words of places that letters come from and journeys lead to."""

ENCLOSED = (
    r"\b(?:enclos\w+|with attachments?|attached|mit (?:\w+ )?(?:anlagen?|beilagen?)|anlagen?"
    r"|avec (?:\w+ )?(?:annexes?|pièces? jointes?)|annexes?|pièces? jointes?|met (?:\w+ )?bijlagen?|bijlagen?"
    r"|con (?:\w+ )?(?:anexos?|adjuntos?)|с приложени\w+|приложени\w+)\b"
)
"""How a title says that something lies in a letter."""
