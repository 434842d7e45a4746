"""What a table of lemmas with one lemma a form leaves out or confuses, made good by rule while it is compiled.

Each rule adds a reading that other forms of the same word in the table bear witness to, or drops one that they speak
against; none invents a word.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from mappings.spellings import AMERICAN, IRREGULAR, same_in_american

Table = Mapping[str, str]
Rule = Callable[[str, str, Table], Iterator[str]]
"""Form, its lemma by the table, the table → other lemmas of the form."""

_PARTICIPLE = re.compile("^(.{2,}é)(e?s?)$")
_IVE = re.compile("^(.{2,})ives?$")
_ERE = re.compile("^(.{3,})ères?$")
_VES = re.compile("^(.+)ves$")
_ING = re.compile("^(.{2,}?)(?:ing|ed)$")


def french(form: str, lemma: str, table: Table) -> Iterator[str]:
    """engagé is of engager too, since engagée is; armée is no armer. active is of actif, ouvrière of ouvrier.

    That demeure may be of demeurer is left out: .02 more pairs meet, and marche would be one word with marché.
    """
    if active := _IVE.match(form):
        yield from (one for one in (f"{active[1]}if",) if one in table)
    if first := _ERE.match(form):
        yield from (one for one in (f"{first[1]}er",) if table.get(one) == one)
    if participle := _PARTICIPLE.match(form):
        infinitive = f"{participle[1][:-1]}er"
        if infinitive in {table.get(participle[1] + ending) for ending in ("", "e", "s", "es")}:
            yield infinitive


def english(form: str, lemma: str, table: Table) -> Iterator[str]:
    """wives are of wife, closing is of close; British and American spellings are one word."""
    yield from IRREGULAR.get(form, ())
    if ves := _VES.match(form):
        yield from (single for single in (f"{ves[1]}f", f"{ves[1]}fe") if single in table)
    if lemma == form and (derived := _ING.match(form)):
        base = derived[1]
        bases = (base, f"{base}e", base[:-1] if base[-1:] == base[-2:-1] else "")
        yield from (one for one in bases if one and table.get(f"{one.removesuffix('e')}ed") == one != form)
    for one in (lemma, form):
        if (american := same_in_american(one)) and (american in table or one in AMERICAN):
            yield american


RULES: Mapping[str, Rule] = {"fr": french, "en": english}

GENDERED = frozenset(["it", "es", "pt"])
"""Languages in which a feminine noun may look like that of a masculine one, and be another: corsa and corso."""


def of_other_gender(form: str, lemma: str) -> bool:
    """Whether a form looks like the feminine of its lemma and no more."""
    return form[:-1] == lemma[:-1] and form[-1:] == "a" and lemma[-1:] == "o"
