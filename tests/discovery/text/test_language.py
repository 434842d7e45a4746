"""Which passage is in which language: pages in one, in two, in old spelling, in scripts nobody was asked about."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.records import Passage
from discovery.text.analysis import in_passages
from discovery.text.language import likelihoods, passages
from discovery.text.prior import Prior, learnt, usual
from discovery.text.tokens import words_in
from mappings.languages import LANGUAGES
from tests.discovery.tables import rows

EVERY = usual(tuple(LANGUAGES))
MISSED = {"Lista delegatów"}
"""Short runs of the table that are taken for other languages alone, in an archive of ten."""
CANDIDATES = ("ru", "uk", "fr", "de", "en", "es", "it", "nl", "pl", "cs")
TEXTS = {
    "ru": "Редакция просит товарищей присылать письма и деньги на имя издательства до конца месяца.",
    "uk": "Редакція просить товаришів надсилати листи та гроші на ім'я видавництва до кінця місяця.",
    "fr": "La rédaction prie les camarades d'envoyer leurs lettres et l'argent avant la fin du mois.",
    "de": "Die Redaktion bittet die Genossen, ihre Briefe und das Geld bis zum Ende des Monats zu schicken.",
    "en": "The editors ask all comrades to send their letters and the money before the end of the month.",
    "es": "La redacción ruega a los camaradas que envíen sus cartas y el dinero antes de fin de mes.",
    "it": "La redazione prega i compagni di inviare le lettere e il denaro prima della fine del mese.",
    "nl": "De redactie verzoekt de kameraden hun brieven en het geld voor het einde van de maand te sturen.",
    "pl": "Redakcja prosi towarzyszy o przesłanie listów i pieniędzy przed końcem miesiąca.",
    "cs": "Redakce prosí soudruhy, aby zaslali své dopisy a peníze před koncem měsíce.",
}
OLD = "Редакція проситъ всѣхъ товарищей присылать письма и деньги на имя издательства до конца мѣсяца."


def languages(text: str, candidates: tuple[str, ...] = CANDIDATES) -> list[str]:
    return [passage.language for passage in passages(text, candidates)]


@pytest.mark.parametrize("code", TEXTS)
def test_one_language(code: str) -> None:
    assert languages(TEXTS[code]) == [code]


def test_old_spelling_is_russian_whatever_its_letters() -> None:
    assert languages(OLD) == ["ru"]
    assert languages(OLD.replace("ѣ", "е")) == ["ru"]


@pytest.mark.parametrize(("first", "second"), [("ru", "fr"), ("fr", "de"), ("en", "ru"), ("de", "en"), ("es", "nl")])
def test_two_languages_on_a_page(first: str, second: str) -> None:
    text = f"{TEXTS[first]}\n\n{TEXTS[second]}\n"
    found = passages(text, CANDIDATES)
    assert [passage.language for passage in found] == [first, second]
    assert text[found[1].start :].startswith(TEXTS[second])


def test_a_script_changes_the_language_within_a_paragraph() -> None:
    assert languages(f"{TEXTS['fr']}\n{TEXTS['ru']}\n{TEXTS['fr']}") == ["fr", "ru", "fr"]


def test_a_short_heading_follows_the_text_before_it() -> None:
    assert languages(f"{TEXTS['de']}\n\nNr. 5\n\n{TEXTS['de']}") == ["de"]


def test_one_candidate_of_a_script_needs_no_guess() -> None:
    assert languages("abc", ("ru", "fr")) == ["fr"]
    assert languages("абв", ("ru", "fr")) == ["ru"]


def test_a_script_without_candidates_has_no_language() -> None:
    assert languages("托洛茨基", ("ru", "fr")) == [""]
    assert languages(TEXTS["ru"], ("fr", "de")) == [""]


def test_nothing_to_tell() -> None:
    assert passages("", CANDIDATES) == ()
    assert languages("1931 – 1933\n\n12") == [""]


@given(st.lists(st.sampled_from([*TEXTS.values(), OLD, "\n\n", "\n", "12", "托", " "]), max_size=12).map("\n".join))
def test_passages_cover_the_text_without_overlap(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    last = 0
    for start, end, *_ in passages(text, CANDIDATES):
        assert start == last < end
        last = end
    assert last == len(text)


def test_words_have_the_language_of_their_passage() -> None:
    text = f"{TEXTS['fr']}\n\n{TEXTS['ru']}"
    found = passages(text, CANDIDATES)
    languages = {word: language for start, end, language, _ in found for word in words_in(text, start, end)}
    assert (languages["rédaction"], languages["письма"]) == ("fr", "ru")


def test_what_is_outside_all_passages_has_no_language() -> None:
    assert list(in_passages(7, (Passage(0, 2, "fr"),))) == [Passage(0, 2, "fr"), Passage(2, 7, "")]


def known(*codes: str, times: int = 20) -> Prior:
    """What an archive of long passages in these languages, and of those that opis knows, makes likely."""
    seen = [likelihoods(TEXTS[code], LANGUAGES[code].script, EVERY) for code in codes]
    return learnt(seen * times, EVERY)


@pytest.mark.parametrize(("language", "run"), rows(__file__, "short_runs.tsv"))
def test_a_short_run_may_be_in_its_language(language: str, run: str) -> None:
    (passage,) = passages(run, known(*CANDIDATES))
    assert (language in passage.languages) == (run not in MISSED)


def test_most_short_runs_are_taken_for_their_language_alone() -> None:
    found = [(language, passages(run, known(*CANDIDATES))[0]) for language, run in rows(__file__, "short_runs.tsv")]
    right = sum(passage.language == language for language, passage in found) / len(found)
    beside = sum(len(passage.languages) for _, passage in found) / len(found)
    assert right >= 0.9, right
    assert beside <= 1.6, beside


@pytest.mark.parametrize(("language", "run"), rows(__file__, "short_runs.tsv"))
def test_what_the_archive_is_in_settles_it(language: str, run: str) -> None:
    (passage,) = passages(run, known(language))
    assert passage.language == language


def test_a_neighbour_settles_what_is_short() -> None:
    alone = passages("Circular", known("en", "es"))
    beside = passages(f"{TEXTS['es']}\n\nCircular\n\n{TEXTS['es']}", known("en", "es"))
    assert len(alone[0].languages) == 2
    assert beside == (Passage(0, beside[0].end, "es"),)


def test_what_is_stated_counts_more_but_not_for_a_long_text() -> None:
    stated = known("en", "es").stating(["es"])
    assert passages("Circular", stated)[0].languages == ("es",)
    assert passages(TEXTS["en"], stated)[0].languages == ("en",)


def test_a_language_that_the_archive_hardly_has_needs_a_run_that_says_so() -> None:
    prior = known("fr", "ru", times=200)
    assert "ca" not in passages("Lettre ouverte", prior)[0].languages
    assert passages(TEXTS["it"], prior)[0].languages == ("it",)


def test_at_most_three() -> None:
    assert all(
        len(passage.languages) <= 3
        for word in ("Circular", "Protokoll", "post", "a")
        for passage in passages(word, EVERY)
    )
