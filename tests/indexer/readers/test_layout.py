"""Words put together into a page: offsets hold, also when text is composed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from discovery.records import Passage
from indexer.readers.layout import Layout, percent, pixel, split_words

LETTERS = st.text(st.sampled_from("aеёй\u0301\u0308éo"), min_size=1, max_size=6)


@given(st.lists(st.lists(LETTERS, min_size=1, max_size=4), max_size=5))
def test_every_word_stands_where_it_says(lines: list[list[str]]) -> None:
    layout = Layout()
    given_words = []
    for line in lines:
        for word in line:
            layout.word(word, (1, 2, 3, 4), 5)
            given_words.append(unicodedata.normalize("NFC", word))
        layout.end_line()
    text, words, _ = layout.finish()
    assert [text[word.start : word.end] for word in words] == given_words
    assert unicodedata.is_normalized("NFC", text)


def test_separators_hyphens_and_passages() -> None:
    layout = Layout()
    layout.speak("ru")
    layout.word("со", (0, 0, 1, 1))
    layout.hyphen("-")
    layout.end_line()
    layout.word("юз", (0, 0, 1, 1))
    layout.word(",", None)
    layout.end_line()
    layout.end_block()
    layout.speak("fr")
    layout.word("la", None)
    layout.end_line()
    layout.end_block()
    text, words, passages = layout.finish()
    assert text == "со-\nюз ,\n\nla"
    assert [(word.start, word.end) for word in words] == [(0, 3), (4, 6)]
    assert passages == (Passage(0, 8, "ru"), Passage(10, 12, "fr"))


def test_words_of_a_line_share_its_box() -> None:
    assert split_words("ab  cd", (100, 10, 60, 20)) == [("ab", (100, 10, 20, 20)), ("cd", (140, 10, 20, 20))]
    assert split_words("ab cd", None) == [("ab", None), ("cd", None)]
    assert split_words("  ", (1, 1, 1, 1)) == []


def test_numbers_as_programs_write_them() -> None:
    assert [pixel(text) for text in ("12", "12.6", "-3", "", None, "x", "NaN", "1e99")] == [
        *(12, 13, 0, None, None, None, None),
        2**31 - 1,
    ]
    assert pixel("1200", 300 / 1200) == 300
    assert [percent(text) for text in ("81", "80.95", "", None, "-4", "nan")] == [81, 81, -1, -1, 0, -1]
