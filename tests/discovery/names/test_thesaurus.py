"""The thesaurus: labels found in what was typed, and the shipped concepts."""

import time

import pytest

from discovery.engines.port import Engine
from discovery.names.thesaurus import MOST_SUGGESTIONS, Concept, Label, Thesaurus

NINE = ("ru", "fr", "de", "en", "es", "it", "nl", "pl", "cs")


@pytest.fixture(scope="module")
def shipped(sample_engine: Engine) -> Thesaurus:
    return sample_engine.knowledge().thesaurus


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("левой оппозиции", ["левая оппозиция"]),
        ("linken Opposition", ["linke Opposition"]),
        ("LINKSOPPOSITION", ["Linksopposition"]),
        ("l'opposition de gauche", ["opposition de gauche"]),
        ("greves generales", ["grève générale"]),
        ("general strikes in 1936", ["general strike"]),
        ("opozycji lewicowej", ["opozycja lewicowa"]),
        ("levicovou opozicí", ["levicová opozice"]),
        ("Zirkular an alle Sektionen", ["Zirkular", "Sektion"]),
        ("visa and the united front", ["united front", "visa"]),
        ("droits d'auteur", ["droits d'auteur", "droit d'auteur"]),
        ("Trotsky 1931", []),
        ("united", []),
        ("", []),
    ],
)
def test_labels_are_found_inflected_and_without_accents(shipped: Thesaurus, typed: str, expected: list[str]) -> None:
    assert [suggestion.matched.text for suggestion in shipped.suggest(typed)] == expected


def test_a_suggestion_says_where_and_gives_the_other_languages(shipped: Thesaurus) -> None:
    (suggestion,) = shipped.suggest(["письма", "левой", "оппозиции"], ("ru", "fr", "de"))[:1]
    assert suggestion.matched == Label("ru", "левая оппозиция")
    assert suggestion.labels == (Label("fr", "opposition de gauche"), Label("de", "Linksopposition"))
    assert (suggestion.start, suggestion.end) == (1, 3)


def test_labels_count_in_the_languages_of_the_archive_only(shipped: Thesaurus) -> None:
    assert shipped.suggest("staking", ("ru", "fr")) == []
    assert shipped.suggest("staking", ("nl",))[0].labels == ()


def test_never_more_than_five(shipped: Thesaurus) -> None:
    many = "strike visa exile prison congress plenum general strike passport translation"
    found = shipped.suggest(many)
    assert len(found) == MOST_SUGGESTIONS
    assert found[0].concept.id == "general-strike"


def test_the_longer_label_hides_what_is_inside_it_but_not_what_stands_apart() -> None:
    thesaurus = Thesaurus(
        [Concept("g", (Label("en", "general strike"),)), Concept("s", (Label("en", "strike"), Label("fr", "grève")))]
    )
    assert [found.concept.id for found in thesaurus.suggest("general strike")] == ["g"]
    assert [found.concept.id for found in thesaurus.suggest("general strike or strike")] == ["g", "s"]


def test_lookups_are_quick(shipped: Thesaurus) -> None:
    typed = "letters on the general strike and the united front"
    shipped.suggest(typed)
    begin = time.perf_counter()
    for _ in range(100):
        shipped.suggest(typed)
    assert (time.perf_counter() - begin) / 100 < 0.002


def test_shipped_concepts_are_whole(shipped: Thesaurus) -> None:
    assert len(shipped) >= 120
    assert set(shipped.languages) == set(NINE)
    for concept in shipped:
        assert concept.source, concept.id
        assert [label.language for label in concept.preferred(NINE)] == list(NINE), concept.id
        assert len(set(concept.labels)) == len(concept.labels), concept.id


def test_shipped_concepts_are_found_by_every_label(shipped: Thesaurus) -> None:
    for concept in shipped:
        for language, text in concept.labels:
            assert concept.id in [found.concept.id for found in shipped.suggest(text, (language,))], text
