"""The transducer: longest contexts, cheapest ways, and what it generates it also judges."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from discovery.names.transcription import FROM_LATIN, FROM_RUSSIAN, heard, russian_keys
from discovery.names.transducer import UNFORESEEN, Transducer, align, context, read_table, write_table

TABLE = {
    "a": {"а": 0, "э": 20},
    "u": {"у": 2, "а": 10, "": 30},
    "au": {"о": 1, "а": 20},
    "au$": {"о": 0},
    "uA": {"у": 1},
    "t": {"т": 0, "": 30},
    "t$": {"": 3, "т": 5},
}
WORDS = st.text("aut", min_size=1, max_size=6)


def test_a_context_is_a_letter_and_its_neighbours_nearest_first() -> None:
    assert context("jean", 0) == "je^a^n^"
    assert context("jean", 3) == "n$a$e$j"


def test_the_longest_context_that_is_known_is_read() -> None:
    reader = Transducer(TABLE)
    assert [list(outputs) for outputs in reader.choices("taut")] == [["т", ""], ["о", "а"], ["у", "а", ""], ["", "т"]]
    assert reader.choices("q") == [{"": 0}]


@given(WORDS)
def test_what_it_makes_costs_what_it_says(word: str) -> None:
    reader = Transducer(TABLE)
    made = reader.outputs(word, 50, UNFORESEEN)
    assert min(made.values()) == 0
    assert list(made.values()) == sorted(made.values())
    assert all(reader.cost(word, output) <= dearer for output, dearer in made.items())


@given(WORDS, st.text("аоутэ", max_size=6))
def test_an_alignment_is_the_output_in_pieces(word: str, output: str) -> None:
    _, pieces = align(Transducer(TABLE).choices(word), output, (70, 90, 120))
    assert not pieces or ("".join(pieces) == output and len(pieces) == len(word))


def test_an_output_that_no_letter_has_is_unforeseen() -> None:
    reader = Transducer(TABLE)
    assert reader.cost("tat", "кот") == reader.cost("t", "ттттт") == UNFORESEEN


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_table(tmp_path / "table.tsv", TABLE)
    assert read_table(tmp_path / "table.tsv") == TABLE


def test_the_tables_are_bounded() -> None:
    assert FROM_LATIN.stat().st_size + FROM_RUSSIAN.stat().st_size < 800_000


def test_what_is_no_name_has_no_transcription() -> None:
    assert russian_keys("no123") == russian_keys("") == russian_keys("a" * 30) == russian_keys("王") == {}
    assert heard("王", "кан") == UNFORESEEN
