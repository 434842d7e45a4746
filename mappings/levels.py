"""Levels of description: ISAD(G)'s terms, and what finding aids call them."""

_CALLED = """
fonds: bestand, фонд, fondo, archief, zespół
subfonds: teilbestand, sous-fonds, подфонд, subfondo, deelarchief, sub-fonds
collection: sammlung, colección, collectie, коллекция, kolekcja
record group: recordgrp, recordgroup
subgroup: subgrp, sub-group
series: serie, série, серия, reeks, seria
subseries: sub-series, sub series, unterserie, sous-série, sous-serie, подсерия, subserie, deelreeks, podseria
class: klasse, classe, класс, clase, klasa
file: akte, akten, dossier, дело, единица хранения, ед. хр., expediente, unidad documental compuesta, bestanddeel,
 inventarisnummer, jednostka, jednostka archiwalna, teczka
item: einzelstück, pièce, документ, unidad documental simple, unidad documental, stuk, dokument
"""
LEVELS: dict[str, str] = {
    name.strip(): term
    for term, names in (line.split(":", 1) for line in _CALLED.replace("\n ", " ").strip().split("\n"))
    for name in (term, *names.split(","))
}
"""What is written, in small letters → the term."""


def level_term(stated: str) -> str:
    """A level as it is filed: `Box` and `box` are one, `Akte` is a file, "otherlevel" alone says nothing."""
    written = " ".join(stated.casefold().split())
    return "" if written == "otherlevel" else LEVELS.get(written, written)
