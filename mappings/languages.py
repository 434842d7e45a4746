"""The one table of languages: script, stemmer or lemmatiser, stop words.

The embedded engine and the highlighter run this table in Python (`discovery.text`); a server engine renders it
into its own analysis settings. Nothing else in opis asks which language a text is in.
"""

from dataclasses import dataclass

from mappings.stopwords import STOP_WORDS

STEM = "#"
"""Marks a stem in the field of a language that has lemmas."""
PART = "+"
"""Marks the lemma of a part of a compound."""
UNKNOWN = "?"
"""Marks it once more where the language's table has no lemma of the form."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language: `stemmer` a Snowball algorithm or one of `discovery.text.light`, `lemmas` a pymorphy3 dictionary.

    Without either, forms are sought as they are.
    With both, a form is found under its lemmas and, behind STEM, under its stem, which joins what is derived from one
    root (ru: MRR .950 with both, .944 with lemmas alone, .938 with stems alone; docs/benchmarks.md).
    """

    code: str  # ISO 639-1
    name: str
    own_name: str
    script: str  # ISO 15924
    stemmer: str = ""
    lemmas: str = ""
    table: bool = False  # lemmas by `discovery.text.dictionary`

    @property
    def stop_words(self) -> frozenset[str]:
        return STOP_WORDS.get(self.code, frozenset())


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("ru", "Russian", "русский", "Cyrl", "russian", lemmas="ru"),
        Language("uk", "Ukrainian", "українська", "Cyrl", lemmas="uk"),
        Language("bg", "Bulgarian", "български", "Cyrl", "light-bulgarian"),
        Language("sr", "Serbian", "српски", "Cyrl"),
        Language("fr", "French", "français", "Latn", "french", table=True),
        Language("de", "German", "Deutsch", "Latn", "german", table=True),
        Language("en", "English", "English", "Latn", "english", table=True),
        Language("es", "Spanish", "español", "Latn", "spanish", table=True),
        Language("it", "Italian", "italiano", "Latn", "italian", table=True),
        Language("nl", "Dutch", "Nederlands", "Latn", "dutch", table=True),
        Language("pl", "Polish", "polski", "Latn", "light-polish", table=True),
        Language("cs", "Czech", "čeština", "Latn", "light-czech", table=True),
        Language("sk", "Slovak", "slovenčina", "Latn", "light-slovak"),
        Language("pt", "Portuguese", "português", "Latn", "portuguese", table=True),
        Language("ca", "Catalan", "català", "Latn", "catalan"),
        Language("da", "Danish", "dansk", "Latn", "danish", table=True),
        Language("sv", "Swedish", "svenska", "Latn", "swedish", table=True),
        Language("no", "Norwegian", "norsk", "Latn", "norwegian", table=True),
        Language("fi", "Finnish", "suomi", "Latn", "finnish"),
        Language("hu", "Hungarian", "magyar", "Latn", "hungarian"),
        Language("ro", "Romanian", "română", "Latn", "romanian"),
        Language("hr", "Croatian", "hrvatski", "Latn"),
        Language("lt", "Lithuanian", "lietuvių", "Latn", "lithuanian"),
        Language("tr", "Turkish", "Türkçe", "Latn", "turkish"),
        Language("el", "Greek", "ελληνικά", "Grek", "greek"),
        Language("he", "Hebrew", "עברית", "Hebr"),
        Language("yi", "Yiddish", "ייִדיש", "Hebr"),
        Language("zh", "Chinese", "中文", "Hani"),
        Language("ja", "Japanese", "日本語", "Hani"),
    )
}


def label(code: str) -> str:
    """The English name of a language; the code itself where the table has none."""
    language = LANGUAGES.get(code)
    return language.name if language else code
