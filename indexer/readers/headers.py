"""What the columns of a table are called: here, in the exports of AtoM, and in lists as archives keep them.

One column a line: its name, then others that stand for it. Case, spaces and signs don't matter: "Inv.-Nr." is `invnr`.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

_CALLED = """
id: legacy id, record id, Kennung, identifiant, идентификатор, identificador
ref: reference, reference code, item number, file no, reference number, ref no, call number, call no, shelfmark,
 identifier, unitid, inventory number, inventory no, inv no, Signatur, Archivsignatur, Bestellnummer, Bestellsignatur,
 Inv.-Nr., cote, Archivaliensignatur, Aktensignatur, Aktennummer, numéro d'inventaire, numéro d'article, référence,
 шифр, архивный шифр, дело, номер дела, № дела, № д., ед. хр., единица хранения, № ед. хр., номер единицы хранения,
 signatura, sygnatura, sygnatura archiwalna, sygnatura jednostki, numer jednostki, numer teczki, referencia,
 código de referencia, inventarisnummer, inventarisnr, inv.nr., bestelnummer, archiefnummer en inventarisnummer
level: level of description, Stufe, Verzeichnungsstufe, niveau, niveau de description, уровень, уровень описания,
 nivel, nivel de descripción, beschrijvingsniveau, poziom, poziom opisu
parent: parent id, übergeordnet, parent de, родитель, superior, bovenliggend, nadrzędny
title: unittitle, Titel, Aktentitel, Betreff, titre, intitulé, analyse, заголовок, заголовок дела,
 заголовок единицы хранения, название, название дела, наименование, наименование дела, título, denominación, tytuł,
 tytuł jednostki, nazwa, titel inventarisnummer
description: scope and content, scope, content, contents, abstract, general note, archival history, Beschreibung,
 Inhalt, Enthält, Enthältvermerk, portée et contenu, présentation du contenu, contenu, résumé, описание, аннотация,
 содержание, descripción, alcance y contenido, contenido, beschrijving, omschrijving, inhoud, note, notes, remarks,
 Bemerkung, Bemerkungen, remarques, observations, примечание, примечания, notas, observaciones, opmerkingen,
 bijzonderheden, opis zawartości, zawartość, treść, uwagi, adnotacje
text: full text, transcript, transcription, Volltext, Transkription, texte, текст, расшифровка, texto, transcripción,
 tekst, transcriptie, transkrypcja
language: lang, languages, Sprache, Sprachen, langue, langues, язык, языки, idioma, idiomas, lengua, taal, talen,
 język, języki
date: dates, date expression, unitdate, event dates, Datum, Datierung, Laufzeit, Zeitraum, dates extrêmes, дата, даты,
 крайние даты, датировка, хронологические рамки, годы, fecha, fechas, fechas extremas, datering, periode, data, daty,
 daty skrajne, datowanie, années, année, Jahr, Jahre, year, years, jaar, jaren, lata, rok, año, años, год
begin: start date, date from, first date, beginning date, event start dates, Beginn, Anfang, Anfangsdatum,
 Laufzeit von, début, date de début, date initiale, начало, дата начала, начальная дата, inicio, fecha inicial,
 fecha inicio, begindatum, początek, data początkowa
end: end date, date to, last date, closing date, event end dates, Ende, Enddatum, Laufzeit bis, fin, date de fin,
 date finale, конец, окончание, дата окончания, конечная дата, final, fecha final, fecha fin, einddatum, eind, koniec,
 data końcowa
names: persons, name access points, event actors, Personen, Namen, personnes, noms, имена, персоналии, лица, personas,
 nombres, personen, nazwiska, osoby, indeks osobowy
from: sender, author, Absender, Verfasser, Autor, expéditeur, auteur, отправитель, автор, remitente, afzender, nadawca
to: recipient, addressee, Empfänger, Adressat, destinataire, адресат, получатель, destinatario, geadresseerde,
 ontvanger, odbiorca, adresat
section: country section, Sektion, секция, раздел, sección, sectie, rubriek, seria, dział
pages: files, page files, Dateien, fichiers, файлы, archivos, ficheros, bestanden, pliki
form: technique, Überlieferungsform, способ воспроизведения, técnica, uiterlijke vorm, technika wykonania
genre: document type, genre access points, Dokumenttyp, Gattung, type de document, вид документа, tipo documental,
 rodzaj dokumentu
extent: extent and medium, Umfang, importance matérielle, объем, объём, количество листов, кол-во листов,
 число листов, листы, листов, объем в листах, nombre de pièces, nombre de feuillets, Blattzahl, Anzahl Blatt,
 extensión, volumen, número de hojas, omvang, aantal stukken, liczba stron, liczba kart, objętość, rozmiar
box: boxes, box number, box no, boîte, numéro de boîte, Karton, Kartonnummer, Kasten, Schachtel, коробка, короб,
 картон, № коробки, caja, número de caja, doos, doosnummer, scatola, busta, pudło, krabice, numer pudła
folder: folders, folder number, folder no, file number, Mappe, Mappennummer, папка, № папки, carpeta, legajo, map,
 omslag, chemise, fascicolo, teczka, složka
container: containers, container number, physical storage, Behältnis, conditionnement, contenant, место хранения,
 единица упаковки, contenedor, unidad de instalación, verpakking, miejsce przechowywania
fonds: fonds number, fonds no, фонд, № фонда, номер фонда, Bestand, Bestandsnummer, fondo, toegangsnummer,
 toegang nummer, zespół, nr zespołu, numer zespołu, numéro de fonds
inventory: опись, № описи, номер описи, опис, opis, Findbuch, Findbuchnummer
holder: repository, archive, institution, holding institution, Archiv, Archivname, Aufbewahrungsort, dépôt,
 institution de conservation, хранилище, архив, институция, repositorio, archivo, institución,
 archiefinstelling, archiwum
subject: subjects, subject access points, keywords, Schlagwort, Schlagwörter, Stichwörter, mots-clés, sujets, matières,
 ключевые слова, предметные рубрики, тематика, materias, palabras clave, trefwoorden,
 onderwerpen, słowa kluczowe, hasła
place: places, place access points, geographic names, Ort, Orte, Ortsnamen, lieux, lieu,
 места, место, географические названия, lugares, lugar, plaats, plaatsen, miejsca, miejscowość
creator: creators, provenance, Bestandsbildner, Provenienz, producteur, фондообразователь, productor, archiefvormer,
 aktotwórca
access: access conditions, conditions of access, Zugang, Zugangsbestimmungen, conditions d'accès, доступ,
 условия доступа, acceso, condiciones de acceso, toegang, openbaarheid, dostęp, warunki dostępu
"""
_SIGNS = re.compile(r"[\W_]+")


def _key(name: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFC", name).casefold())


def _read(table: str) -> dict[str, str]:
    lines = (line.split(":", 1) for line in table.replace("\n ", " ").strip().split("\n"))
    return {_key(name): column for column, others in lines for name in (column, *others.split(","))}


_COLUMN_OF = _read(_CALLED)
COLUMNS = tuple(dict.fromkeys(_COLUMN_OF.values()))
"""The columns that a table can have, by the names they have here."""


Named = Mapping[str, str]
"""What a collection calls its columns, as `named` makes it of [columns] in collection.toml."""
OWN: Named = {}
"""That of a collection that says nothing."""


def named(stated: Mapping[str, Iterable[str]]) -> Named:
    """Column by name, of the names of each column."""
    return {_key(name): column for column, names in stated.items() for name in names}


def called() -> dict[str, tuple[str, ...]]:
    """The names of each column as people write them."""
    lines = (line.split(":", 1) for line in _CALLED.replace("\n ", " ").strip().split("\n"))
    return {column: tuple(name.strip() for name in others.split(",")) for column, others in lines}


def column_of(name: str, own: Named = OWN) -> str | None:
    """The column that goes by this name, in the collection's own words or in any; None for one that means nothing."""
    key = _key(name)
    return own.get(key) or _COLUMN_OF.get(key)


def is_own(name: str, own: Named) -> bool:
    """Whether the collection itself states what this column is."""
    return _key(name) in own


def unknown(name: str) -> str:
    """How to speak of a name that means nothing here: with the nearest that does."""
    near = difflib.get_close_matches(_key(name), COLUMNS, n=1)
    return f"{name!r}" + (f" (did you mean {near[0]!r}?)" if near else "")
