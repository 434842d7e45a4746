""" "Understood as": what each word was looked for as, with a link that switches off each form, relation, or all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from discovery.answering.results import Results
from discovery.query.alternatives import ALL
from discovery.query.clauses import RELATIONS
from mappings.languages import LANGUAGES
from webui.changes import look_again, look_not
from webui.listing import Anchor, Link


@dataclass(frozen=True, slots=True)
class Form:
    """A form, the languages it stands for, how many documents have it (None: not counted), the link without it."""

    text: str
    languages: tuple[str, ...]
    count: int | None
    href: str


@dataclass(frozen=True, slots=True)
class Also:
    """The forms of one relation, and the link without any of them."""

    label: str
    forms: tuple[Form, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the query as it was taken."""

    word: str
    only: str  # the one zone it is looked for in; "" for several
    also: tuple[Also, ...]

    @property
    def more(self) -> int:
        return sum(len(also.forms) for also in self.also)


@dataclass(frozen=True, slots=True)
class Understood:
    """All words, the switch that turns everything off ("" where it is), and links that bring back what was left out."""

    words: tuple[Word, ...]
    exactly: str
    left_out: tuple[Anchor, ...]


def understood(results: Results, link: Link) -> Understood:
    request = results.request
    words = tuple(_word(word, results, link) for word in results.understood.words)
    left_out = tuple(Anchor(_named(said), link(look_again(request, said))) for said in request.without)
    more = any(word.more for word in words)
    return Understood(words, link(look_not(request, ALL)) if more else "", left_out)


def _word(word: Mapping[str, Any], results: Results, link: Link) -> Word:
    zones = word["zones"]
    also = (_also(entry, word["word"].casefold(), results, link) for entry in word["also"])
    return Word(word["word"], zones[0] if len(zones) == 1 else "", tuple(one for one in also if one.forms))


def _also(also: Mapping[str, Any], typed: str, results: Results, link: Link) -> Also:
    """Each form once: a lemma or stem that several languages share names them all. The word itself is not listed,
    unless it is counted: as a year.
    """
    forms: dict[str, Form] = {}
    for entry in also["forms"]:
        if entry["form"] != typed or entry["count"]:
            text = _shown(also["relation"], entry["form"], entry["language"])
            before = forms[text].languages if text in forms else ()
            languages = (*before, entry["language"]) if entry["language"] else before
            forms[text] = Form(text, languages, entry["count"], link(look_not(results.request, entry["form"])))
    return Also(also["label"], tuple(forms.values()), link(look_not(results.request, also["relation"])))


def _shown(relation: str, form: str, language: str) -> str:
    """A stem ends in a hyphen, so that nobody takes it for a word; a lemma of the dictionary is one."""
    known = LANGUAGES.get(language)
    is_lemma = known and (known.lemmas or known.table) and relation == "inflection"
    return f"{form}-" if known and known.stemmer and not is_lemma else form


def _named(said: str) -> str:
    """What was left out, as the page calls it."""
    return "everything but what was typed" if said == ALL else RELATIONS[said][0] if said in RELATIONS else said
