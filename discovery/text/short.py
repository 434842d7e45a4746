"""What the words of a short text say of its language, where its letters alone say too little."""

from collections import defaultdict
from collections.abc import Mapping

from discovery.text.lemmas import is_russian
from discovery.text.tokens import form_of, words_in
from mappings.languages import LANGUAGES

SHORT = 60
"""Code points up to which single words are asked."""
FUNCTION_WORD = 6.0
"""How much likelier a language is for each of its function words."""
DICTIONARY = 3.0
"""The same of Russian for a word that its dictionary has, and how much less likely for one that it has not."""


def _speaking() -> dict[str, list[str]]:
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for code, language in LANGUAGES.items():
        for word in language.stop_words:
            by_word[word].append(code)
    return dict(by_word)


_SPEAKING = _speaking()
"""Function words, each with the languages that it is one of."""


def by_words(text: str, fits: Mapping[str, float]) -> dict[str, float]:
    """How well a short text fits each language, the best 1, corrected by its words."""
    found = dict(fits)
    for word in words_in(text, 0, len(text)):
        form = form_of(word)
        for code in _SPEAKING.get(form, ()):
            if code in found:
                found[code] *= FUNCTION_WORD
        if "ru" in found:
            found["ru"] *= DICTIONARY if is_russian(form) else 1 / DICTIONARY
    best = max(found.values())
    return {code: fit / best for code, fit in found.items()}
