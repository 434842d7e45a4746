"""The tables of `mappings` as an Elasticsearch index: analyzers and mapping, by `elasticsearch.dsl`.

Words are cut in Python, by the one tokeniser: a zone arrives as its forms with a space between, so that positions are
the same on both engines. What stands at one position beside a form is written into the token behind a bar
(`события|~события`, `стали|сталь|стать`) and split by a `pattern_capture` filter. A language in NATIVE arrives as plain
forms and is stemmed by the server; the others arrive as the terms that Python made of them.
"""

from typing import Any

from elasticsearch.dsl import Binary, Date, Integer, Keyword, Long, Mapping, Object, Text, analysis

from mappings.fields import EXACT, FACETS, KEYWORDS, NUMBERS, PAGE_GAP, ZONES, Zone, zone_fields
from mappings.languages import LANGUAGES, STEM, Language

FORMAT = 6
"""Changes with the meaning of a field, not with the tables."""

NATIVE = frozenset(["ca", "fi", "hu", "ro", "lt", "tr", "el"])
"""Languages without lemmas that the server stems with the same outcome as Python."""
_ELIDING = frozenset(["fr", "it", "ca"])

BAR = "|"
"""Between the terms of one position."""
HOLE = "_"
"""A position without a term: a word in another language. The tokeniser makes no such form."""
LONGEST_TERM = 1000
"""Code points; a longer "word" is noise, which no query can name."""
LONGEST_KEYWORD = 8000
"""Code points of a keyword that are indexed: the engine takes 32,766 bytes."""

FOLDER, ITEM = "folder_key", "item_key"
"""Keys of the folder and the item that a document lies in or is."""
SEQUENCE = "sequence"
"""Counts the documents of a load: of hits that are equal otherwise the first written comes first."""
DATES = {"earliest": "earliest_date", "latest": "latest_date"}
"""Day numbers and, beside them, the same as dates, for other programs."""
FORM, COUNT, KEYS = "lexicon_form", "lexicon_count", "lexicon_keys"
"""A row of the lexicon: a term of an exact field, in how many zones of documents it is, and the keys of its name."""
RECORD, BODY, BOXES = "record", "body", "boxes"
KNOWLEDGE = "knowledge"
"""Id of the document whose record is the authority file and the thesaurus."""
DIGEST = "digest"
"""Of everything else in a document: what a load that broke off has written already is not sent again."""

_HOLES = analysis.token_filter("opis_holes", "stop", stopwords=[HOLE])
_APART = analysis.token_filter("opis_apart", "pattern_capture", preserve_original=False, patterns=["([^|]+)"])
_STEM = analysis.token_filter("opis_stem", "pattern_replace", pattern="^", replacement=STEM, all=False)
_YO = analysis.char_filter("opis_yo", "mapping", mappings=["ё => е", "Ё => Е"])
_MARKS = analysis.token_filter("opis_marks", "pattern_replace", pattern="['ʹʺʼʿʾʻ]", replacement="")
_WORDS = analysis.tokenizer("opis_words", "whitespace", max_token_length=100_000)

TERMS = analysis.analyzer("opis_terms", tokenizer=_WORDS)
"""For queries: terms with a space between, taken as they are."""
PREPARED = analysis.analyzer("opis_prepared", tokenizer=_WORDS, filter=[_HOLES, _APART])
"""For the exact fields and for languages analysed in Python."""


def analysed(language: Language) -> bool:
    """Whether a language has a field of its own."""
    return bool(language.stemmer or language.lemmas)


def zone_analyses(zone: Zone) -> dict[str, str]:
    """Analysis → field of a zone, for the languages that have one."""
    fields = zone_fields(zone)
    return {name: field for name, field in fields.items() if name == EXACT or analysed(LANGUAGES[name])}


def language_analyzer(code: str) -> Any:
    """What the field of a language is analysed by."""
    if code not in NATIVE:
        return PREPARED
    stem = analysis.token_filter(f"opis_{code}_stem", "snowball", language=LANGUAGES[code].stemmer.capitalize())
    return analysis.analyzer(f"opis_{code}", tokenizer=_WORDS, filter=[_HOLES, stem, "asciifolding", _MARKS])


def plain_analyzer(code: str) -> Any:
    """What a `match` of somebody else's makes of words: the stems that stand beside lemmas."""
    language = LANGUAGES[code]
    before = ["elision"] if code in _ELIDING else []
    if not language.stemmer or language.stemmer.startswith("light"):
        return analysis.analyzer(f"opis_{code}_plain", tokenizer="standard", filter=["lowercase"])
    stem = analysis.token_filter(f"opis_{code}_stem", "snowball", language=language.stemmer.capitalize())
    marked = [_STEM] if language.lemmas or language.table else []
    chain = [*before, "lowercase", stem, "asciifolding", _MARKS, *marked]
    return analysis.analyzer(f"opis_{code}_plain", tokenizer="standard", char_filter=[_YO], filter=chain)


def make_mapping() -> Mapping:
    """Every field there is; a document with another is refused."""
    mapping = Mapping()
    mapping.meta("dynamic", "strict")
    streams = [field for zone in ZONES.values() for field in zone_analyses(zone).values()]
    mapping.meta("_source", excludes=streams)
    for zone in ZONES.values():
        for name, field in zone_analyses(zone).items():
            exact = name == EXACT
            chain, plain = (PREPARED, TERMS) if exact else (language_analyzer(name), plain_analyzer(name))
            mapping.field(field, Text(analyzer=chain, search_analyzer=plain, position_increment_gap=PAGE_GAP))
    for field in (*KEYWORDS, *FACETS, FOLDER, ITEM):
        mapping.field(field, Keyword(ignore_above=LONGEST_KEYWORD))
    for field in (*NUMBERS, SEQUENCE):
        mapping.field(field, Integer())
    for field in DATES.values():
        mapping.field(field, Date(format="basic_date", ignore_malformed=True))
    for field in (FORM, KEYS):
        mapping.field(field, Keyword())
    mapping.field(COUNT, Integer())
    mapping.field(DIGEST, Long())
    mapping.field(RECORD, Object(enabled=False))
    mapping.field(BODY, Keyword(index=False, doc_values=False))
    mapping.field(BOXES, Binary())
    return mapping


def index_body() -> dict[str, Any]:
    """Mapping and analysis settings as JSON values: what `opis mappings` prints and a new index is made with."""
    mapping = make_mapping()
    return {"settings": {"analysis": mapping._collect_analysis()}, "mappings": mapping.to_dict()}
