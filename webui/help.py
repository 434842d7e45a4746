"""The text of the help page: each example is a search that can be tried."""

from typing import NamedTuple

from discovery.engines.port import View


class Example(NamedTuple):
    """A query, what it finds, and among what."""

    query: str
    finds: str
    view: View = "folders"


class Section(NamedTuple):
    """A heading, a short text and examples."""

    heading: str
    text: str
    examples: tuple[Example, ...]


SECTIONS = (
    Section(
        "Words",
        "Type words in any language and script. Other forms of a word are found too, accents do not matter, and old "
        "Russian spelling finds the new. Two or three words: all must be there, if anything has them. Of more, as many "
        "as go together somewhere, and a row says which it lacks. Whole sentences work, and a word may stand in the "
        "title of the series or collection. The list beside the search box changes that.",
        (
            Example("левая оппозиция", "both words, in any case or number"),
            Example("réunion du comité", "with or without accents; “du” is left out"),
            Example("оппозиціи", "spelling before 1918: finds “оппозиции” too"),
        ),
    ),
    Section(
        "Names",
        "A name brings in its other spellings and scripts, what a machine misread, and, where the archive knows the "
        "person, other names and pseudonyms. “Understood as” above the results lists them all, counted; a × leaves one "
        "or all of a kind out. Whom a name may mean is asked, never guessed.",
        (
            Example("Троцкий", "also Троцкого, Trotsky, Trotzki, Trockij"),
            Example('"Trotsky"', "just this spelling"),
            Example("from:Sedov to:Trotsky", "letters from one to the other", "items"),
        ),
    ),
    Section(
        "Exact phrases",
        "Between quotation marks, words are found only as they stand, side by side.",
        (Example('"l\'opposition de gauche"', "this phrase and no other form of it"),),
    ),
    Section(
        "And, or, not",
        "AND, OR and NOT in capitals; + before a word that must be there, − before one that must not. "
        "Parentheses group.",
        (
            Example("circular AND (Berlin OR Paris)", "circulars that name one of the towns"),
            Example("bulletin -Berlin", "without the word Berlin"),
            Example("+Berlin congress bulletin paper money", "Berlin in any case, most of the others"),
        ),
    ),
    Section(
        "Beginnings and neighbours",
        "A star stands for the rest of a word; NEAR/5 for at most five words apart, in either order.",
        (
            Example("opposit*", "every word that begins so"),
            Example("secrétariat NEAR/5 international", "close together"),
        ),
    ),
    Section(
        "Fields",
        "title: text: name: from: to: ref: in: lang: section: level: form: genre: date: before a word or a phrase look "
        "only there.",
        (
            Example("title:minutes", "in the title of a description"),
            Example("name:Sedov", "among the names"),
            Example("section:Germany Reichsleitung", "in a country section"),
            Example("in:sections Reichsleitung", "in a collection or series, by its title or number"),
            Example("date:1932 circular", "possibly of 1932"),
        ),
    ),
    Section(
        "Inventory numbers",
        "A number finds its folder first: alone, with “inv.”, with the code of the archive, or in a citation pasted "
        "whole.",
        (Example("inv. 12", "folder 12"), Example("2.1", "an item by its number")),
    ),
)
