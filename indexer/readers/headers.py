"""What the columns of a table are called: here, in the exports of AtoM, and in lists as archives keep them.

One column a line: its name, then others that stand for it. Case, spaces and signs don't matter: "Inv.-Nr." is `invnr`.
"""

import difflib
import re
import unicodedata

_CALLED = """
id: legacy id, record id, Kennung, identifiant, идентификатор, identificador
ref: reference, reference code, reference number, ref no, call number, call no, shelfmark, identifier, unitid,
 inventory number, inventory no, inv no, Signatur, Archivsignatur, Bestellnummer, Bestellsignatur, Inv.-Nr., cote,
 référence, numéro d'inventaire, шифр, архивный шифр, номер дела, № дела, signatura, referencia, código de referencia,
 inventarisnummer, inventarisnr, bestelnummer
level: level of description, Stufe, Verzeichnungsstufe, niveau, niveau de description, уровень, уровень описания, nivel,
 nivel de descripción, beschrijvingsniveau
parent: parent id, übergeordnet, parent de, родитель, superior, bovenliggend
title: unittitle, Titel, titre, intitulé, заголовок, заголовок дела, название, наименование, título
description: scope and content, scope, content, contents, abstract, general note, archival history, Beschreibung,
 Inhalt, Enthält, Enthältvermerk, portée et contenu, présentation du contenu, contenu, résumé, описание, аннотация,
 содержание, descripción, alcance y contenido, contenido, beschrijving, omschrijving, inhoud, note, notes, remarks,
 Bemerkung, Bemerkungen, remarques, observations, примечание, примечания, notas, observaciones, opmerkingen
text: full text, transcript, transcription, Volltext, Transkription, texte, текст, расшифровка, texto, transcripción,
 tekst, transcriptie
language: lang, languages, Sprache, Sprachen, langue, langues, язык, языки, idioma, idiomas, lengua, taal, talen
date: dates, date expression, unitdate, event dates, Datum, Datierung, Laufzeit, Zeitraum, dates extrêmes, дата, даты,
 крайние даты, датировка, fecha, fechas, fechas extremas, datering, periode
names: persons, name access points, event actors, Personen, Namen, personnes, noms, имена, персоналии, лица, personas,
 nombres
from: sender, author, Absender, Verfasser, Autor, expéditeur, auteur, отправитель, автор, remitente, afzender
to: recipient, addressee, Empfänger, Adressat, destinataire, адресат, получатель, destinatario, geadresseerde, ontvanger
section: country section, Sektion, секция, sección, sectie
pages: files, page files, Dateien, fichiers, файлы, archivos, ficheros, bestanden
form: technique, Überlieferungsform, способ воспроизведения, técnica, uiterlijke vorm
genre: document type, genre access points, Dokumenttyp, Gattung, type de document, вид документа, tipo documental
extent: extent and medium, Umfang, importance matérielle, объем, объём, количество листов, extensión, volumen, omvang
box: boxes, box number, box no, boîte, numéro de boîte, Karton, Kartonnummer, Kasten, Schachtel, коробка, короб, картон,
 № коробки, caja, número de caja, doos, doosnummer, scatola, busta, pudło, krabice
folder: folders, folder number, folder no, file number, Mappe, Mappennummer, папка, № папки, carpeta, legajo, map,
 omslag, chemise, fascicolo, teczka, složka
container: containers, container number, physical storage, Behältnis, conditionnement, contenant, место хранения,
 единица упаковки, contenedor, verpakking
fonds: fonds number, fonds no, фонд, № фонда, номер фонда, Bestand, Bestandsnummer, fondo
inventory: опись, № описи, номер описи, опис, opis
access: access conditions, conditions of access, Zugang, Zugangsbestimmungen, conditions d'accès, доступ,
 условия доступа, acceso, condiciones de acceso, toegang, openbaarheid
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


def column_of(name: str) -> str | None:
    """The column that goes by this name; None for one that means nothing here."""
    return _COLUMN_OF.get(_key(name))


def unknown(name: str) -> str:
    """How to speak of a name that means nothing here: with the nearest that does."""
    near = difflib.get_close_matches(_key(name), COLUMNS, n=1)
    return f"{name!r}" + (f" (did you mean {near[0]!r}?)" if near else "")
