"""How archivists write that they are not sure of a name."""

import re

from discovery.records import Name

_DOUBT = {
    "en": r"attributed(?: to| name)?|ascribed to|probably|prob\.|presumably|presumed|possibly|poss\.|perhaps"
    r"|supposed(?:ly)?|apparently|conjectured?|dubious",
    "fr": r"attribuée?s?(?: à)?|probablement|prob\.|vraisemblablement|sans doute|peut-être|présumée?|supposée?",
    "de": r"zugeschrieben(?: an)?|vermutlich(?:er?)?|vermutet|verm\.|wahrscheinlich(?:er?)?|wahrsch\.|wohl|vielleicht"
    r"|möglicherweise|mutma(?:ß|ss)lich(?:er?)?",
    "nl": r"toegeschreven(?: aan)?|waarschijnlijk|vermoedelijke?|mogelijk|misschien|wellicht",
    "es": r"atribuid[oa](?: a)?|probablemente|posiblemente|quizás?|tal vez|supuest[oa]",
    "it": r"attribuit[oa](?: a)?|probabilmente|presumibilmente|presunt[oa]|forse",
    "pt": r"atribuíd[oa](?: a)?|provavelmente|possivelmente|talvez",
    "pl": r"przypisywan[aey]|prawdopodobnie|przypuszczalnie|zapewne|być może",
    "cs": r"připisován[aoy]?|pravděpodobně|zřejmě|snad",
    "ru": r"приписывается|(?:предположительно|вероятно|возможно|по-видимому),?|предполагаем\w+|предп\.",
    "uk": r"приписується|(?:[йі]мовірно|можливо),?",
}
"""Words of doubt by language, as they stand before a name or behind it."""

_BRACKETS = str.maketrans(dict.fromkeys("[]"))
_WORDS = rf"(?<!\w)(?:{'|'.join(_DOUBT.values())})(?!\w)"
_INSIDE = r"[^\[\]]|\[[^\[\]]*\]"
_MARKS = (
    (re.compile(r"(\d[\s–-]*[\[(]?\?+[\])]?)|\s*[\[(]\s*\?+\s*[\])]|\s*\?+|¿"), r"\1"),  # 1877? is the year's own
    (re.compile(rf"^\[((?:{_INSIDE})*)\]$"), r"\1"),  # supplied by the archivist
    (re.compile(rf"^{_WORDS}(?:\s*:\s*|\s+)(?=[\w\[\"'«„“])", re.IGNORECASE), ""),
    (re.compile(rf"\s*[\[(]\s*{_WORDS}\s*[\])]$|\s*,\s*{_WORDS}$", re.IGNORECASE), ""),
)
_SAID = re.compile(rf"{_WORDS}|\b(?:att|dub)\b|\bcertainty (?!high\b|certain\b)", re.IGNORECASE)
"""What a role says: the words, the relators of MARC, or a grade of certainty other than the highest."""


def written_name(text: str, role: str = "", kind: str = "", normal: str = "", said: str = "") -> Name:
    """A name without its marks of doubt, which become `Name.written`: "[Molinier?]" is Molinier.

    `normal` is its standard form, where there is one; `said` what is said of it beside the name, as "attributed name".
    """
    written = " ".join(text.split())
    name = _without_marks(written)
    doubted = written if name != written else f"{written} ({said})" if _SAID.search(said) else ""
    return Name(_without_marks(" ".join(normal.split())) or name, role, kind, doubted)


def _without_marks(written: str) -> str:
    """Marks stand inside each other: "[probably Molinier (?)]"."""
    name, before = written, ""
    while name != before:
        before = name
        for mark, kept in _MARKS:
            name = mark.sub(kept, name).strip()
    return name if name == written else name.translate(_BRACKETS)
