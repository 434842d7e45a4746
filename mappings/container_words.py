"""What containers are called: kind → language → words. "_" is a space or a hyphen; of two kinds the first counts."""

CONTAINER_WORDS: dict[str, dict[str, str]] = {
    "map case": {
        "en": "map_case map_cases mapcase mapcases flat_file flat_files",
        "de": "kartenschrank",
        "nl": "kaartenkast",
        "es": "planero",
    },
    "drawer": {
        "en": "drawer drawers",
        "fr": "tiroir tiroirs",
        "de": "schublade schubladen",
        "nl": "lade laden",
        "es": "cajón cajones",
        "it": "cassetto cassetti",
        "ru": "ящик ящики",
        "uk": "шухляда",
    },
    "box": {
        "en": "box boxes bx shoebox",
        "fr": "boîte boîtes boite boites",
        "de": "kasten kästen schachtel schachteln archivbox archivschachtel",
        "nl": "doos dozen archiefdoos",
        "es": "caja cajas",
        "it": "scatola scatole busta buste faldone faldoni",
        "pt": "caixa caixas",
        "pl": "pudło pudła pudło_archiwalne",
        "cs": "krabice",
        "ru": "коробка коробки коробке короб кор",
        "uk": "коробка коробки",
        "sv": "låda lådor",
        "da": "æske æsker kasse",
        "fi": "kotelo kotelot laatikko",
        "hu": "doboz",
    },
    "carton": {
        "en": "carton cartons ctn",
        "fr": "carton cartons",
        "de": "karton kartons",
        "ru": "картон картоны карт",
        "sv": "kartong kartonger",
        "cs": "kartón kartóny",
    },
    "volume": {
        "en": "volume volumes vol vols",
        "fr": "tome tomes",
        "de": "band bände bd",
        "nl": "deel delen",
        "es": "volumen volúmenes tomo tomos",
        "it": "volumi",
        "pl": "tom tomy",
        "cs": "svazek svazky",
        "ru": "том тома",
    },
    "binder": {
        "en": "binder binders album albums scrapbook scrapbooks portfolio portfolios",
        "fr": "classeur classeurs",
        "de": "ordner leitzordner",
        "it": "raccoglitore",
        "es": "archivador álbum",
        "ru": "альбом классер",
    },
    "reel": {
        "en": "reel reels microfilm_reel microfilm_reels microfilm microfilms film films",
        "fr": "bobine bobines",
        "de": "rolle rollen filmrolle mikrofilmrolle",
        "nl": "spoel spoelen filmrol",
        "es": "rollo rollos carrete",
        "it": "bobina bobine",
        "pl": "rolka szpula mikrofilm",
        "cs": "cívka kotouč",
        "ru": "катушка катушки рулон плёнка пленка микрофильм",
        "uk": "котушка плівка мікрофільм",
    },
    "folder": {
        "en": "folder folders fldr fldrs file files",
        "fr": "dossier dossiers chemise chemises pochette pochettes",
        "de": "mappe mappen aktenmappe akte akten heft",
        "nl": "map mappen omslag omslagen",
        "es": "carpeta carpetas legajo legajos expediente expedientes",
        "it": "fascicolo fascicoli fasc cartella cartelle cartellina",
        "pt": "pasta pastas",
        "pl": "teczka teczki",
        "cs": "složka složky",
        "ru": "папка папки папке дело дела",
        "uk": "папка справа справи",
        "sv": "mapp mappar",
        "fi": "kansio kansiot",
        "hu": "dosszié",
    },
    "envelope": {
        "en": "envelope envelopes",
        "fr": "enveloppe enveloppes",
        "de": "umschlag umschläge",
        "nl": "envelop enveloppen",
        "es": "sobre sobres",
        "it": "buste_da_lettera",
        "pl": "koperta koperty",
        "cs": "obálka",
        "ru": "конверт конверты",
    },
    "tape": {
        "en": "tape tapes cassette cassettes cass",
        "fr": "bande bandes",
        "de": "tonband tonbänder kassette kassetten",
        "nl": "geluidsband",
        "es": "cinta cintas",
        "it": "nastro nastri",
        "pl": "taśma",
        "ru": "кассета кассеты",
    },
    "disc": {
        "en": "disc discs disk disks",
        "fr": "disque disques",
        "de": "platte platten diskette",
        "nl": "schijf",
        "es": "disco discos",
        "it": "dischi",
        "pl": "płyta",
        "ru": "диск диски",
    },
    "item": {
        "en": "item items object objects",
        "fr": "pièce pièces",
        "de": "stück",
        "nl": "stuk stukken",
        "es": "pieza piezas",
        "it": "pezzo pezzi",
    },
}
"""From the outside in. A word that two languages share stands with one of them."""

SHEET_WORDS = """page pages pag pp p folio folios fol fols fo ff f leaf leaves blatt bl лист листы листа л лл арк аркуш
strona str seite seiten s feuillet feuillets hoja hojas foglio fogli fs k"""
"""What stands before the number of a sheet: no container, but citations have it."""

COLLECTION_WORDS = """papers collection collections records nachlass nachlässe bestand sammlung teilnachlass fonds fondo
fondos fundo zespół papiers archivio archief collectie коллекция коллекции собрание бумаги фонд личный колекція papir"""
"""What stands in the title of a collection, and makes what stands around it in a citation one."""
HOLDER_WORDS = """library libraries archive archives archiv archivs stadtarchiv bundesarchiv division department center
centre institute institut university institution museum society special collections manuscript manuscripts repository
bibliothèque bibliothek biblioteca bibliotheek archivo arquivo архив архива библиотека музей институт отдел рукописей
washington new york dc usa"""
"""What stands in the names of those who hold collections."""
