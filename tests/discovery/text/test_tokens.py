"""Where words are, and that their places hold."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.text.lookalikes import unmixed
from discovery.text.tokens import tokenise
from tests.discovery.tables import rows

ESCAPED = re.compile(r"\\(?:[nr]|u[0-9a-f]{4})")
CYRILLIC = "Всѣмъ секціямъ! Левая оппо-\nзиция, съ 1931—33 гг.; «Бюллетень» № 5. Об’єднання й їжак: ещё\u00ad\nраз."


@pytest.mark.parametrize(("text", "words"), rows(__file__, "tokens.tsv"))
def test_words(text: str, words: str) -> None:
    text = ESCAPED.sub(lambda escape: escape.group().encode().decode("unicode_escape"), text)
    assert [token.form for token in tokenise(text)] == words.split()


def bare(text: str) -> str:
    """Letters and digits of a text, lower case: what is left of a word however it was broken."""
    return unmixed("".join(c for c in text.lower() if c.isalnum()))


def test_places_in_cyrillic_are_code_points() -> None:
    tokens = list(tokenise(CYRILLIC))
    assert [bare(CYRILLIC[t.start : t.end]) for t in tokens] == [bare(t.form) for t in tokens]
    assert CYRILLIC[tokens[3].start : tokens[3].end] == "оппо-\nзиция"
    assert (tokens[0].start, tokens[0].end) == (0, 5)


@given(st.text(alphabet=st.sampled_from("абѣіъйё АБaé'’-\n\u00ad.1,—托\u0301") | st.characters(), max_size=200))
def test_places_run_forward_and_hold_the_word(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    last = 0
    for form, start, end in tokenise(text):
        assert last <= start < end <= len(text)
        assert bare(text[start:end]) == bare(form)
        assert form
        assert not re.search(r"\s", form)
        last = end


def test_a_form_is_one_word_again() -> None:
    for form, _, _ in tokenise(CYRILLIC + " aujourd’hui 12.5.1932 don't"):
        assert [token.form for token in tokenise(form)] == [form]
