"""The lexicon gives back the forms that occur, each once, by its closest relation."""

import sqlite3
from pathlib import Path

import pytest

from discovery.names.lexicon import Expansion, Lexicon, LexiconWriter, Relation

FORMS = [
    "троцкий",
    "троцкого",
    "trotsky",
    "trotzki",
    "trockij",
    "trotskv",
    "tr0tsky",
    "trótsky",
    "попов",
    "попова",
    "мир",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "lexicon.sqlite"
    with LexiconWriter(path) as writer:
        writer.add(FORMS)
    return path


def _forms(found: list[Expansion]) -> dict[Relation, set[str]]:
    return {relation: {one.form for one in found if one.relation is relation} for relation in Relation}


def test_a_name_is_expanded_by_relation(path: Path) -> None:
    assert _forms(Lexicon(path).expand("trotsky")) == {
        Relation.FOLDING: {"trótsky"},
        Relation.OTHER_SCRIPT: {"троцкий", "троцкого", "trotzki", "trockij"},
        Relation.OCR_READING: {"trotskv", "tr0tsky"},
    }


def test_misreadings_of_other_forms_of_the_word_are_found(path: Path) -> None:
    with LexiconWriter(path) as writer:
        writer.add(["arbeiterin", "arbeifcrinnen"])
    lexicon = Lexicon(path)
    assert lexicon.expand("arbeiterin", [Relation.OCR_READING]) == []
    assert lexicon.expand("arbeiterin", [Relation.OCR_READING], also=["arbeiterinnen"]) == [
        Expansion("arbeifcrinnen", Relation.OCR_READING)
    ]


def test_what_occurs_often_is_a_word_and_no_misreading(path: Path) -> None:
    with LexiconWriter(path) as writer:
        writer.add(["modern", "modem"])
    lexicon, counts = Lexicon(path), {"modern": 300, "modem": 101}
    assert lexicon.expand("modern", [Relation.OCR_READING], occurrences=counts.__getitem__) == []
    counts["modem"] = 100
    assert len(lexicon.expand("modern", [Relation.OCR_READING], occurrences=counts.__getitem__)) == 1


def test_only_the_relations_asked_for(path: Path) -> None:
    found = Lexicon(path).expand("троцкий", [Relation.FOLDING, Relation.OCR_READING])
    assert Relation.OTHER_SCRIPT not in {one.relation for one in found}
    assert Lexicon(path).expand("trotsky", []) == []


def test_no_more_than_asked_for_and_the_most_similar_first(path: Path) -> None:
    found = Lexicon(path).expand("trotsky", [Relation.OTHER_SCRIPT], most=2)
    assert [one.form for one in found] == ["trockij", "trotzki"]


def test_a_genitive_is_found_by_the_man_only(path: Path) -> None:
    lexicon = Lexicon(path)
    assert Expansion("попова", Relation.OTHER_SCRIPT) in lexicon.expand("popov")
    assert {one.form for one in lexicon.expand("попова", [Relation.OTHER_SCRIPT])} == set()


def test_a_form_that_does_not_occur_finds_those_that_do(path: Path) -> None:
    assert "троцкого" in {one.form for one in Lexicon(path).expand("trotskij")}
    assert Lexicon(path).expand("zinoviev") == []
    assert Lexicon(path).expand("") == Lexicon(path).expand("王") == []


def test_it_only_grows_and_each_form_is_there_once(path: Path) -> None:
    for _ in range(2):
        with LexiconWriter(path) as writer:
            writer.add(["trotsky", "zinoviev"])
            writer.add(["zinoviev"])
    lexicon = Lexicon(path)
    assert len(lexicon) == len(FORMS) + 1
    assert "zinoviev" in lexicon
    assert "kamenev" not in lexicon


def test_what_was_not_finished_is_not_there(path: Path) -> None:
    writer = LexiconWriter(path)
    writer.add(["zinoviev"])
    writer.close()
    assert "zinoviev" not in Lexicon(path)


def test_a_reader_writes_nothing(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    Lexicon(path).expand("trotsky")
    assert path.read_bytes() == before
    with pytest.raises(sqlite3.OperationalError):
        Lexicon(tmp_path / "missing.sqlite")
