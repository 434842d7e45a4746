"""Which passage is in which language: pages in one, in two, in old spelling, in scripts nobody was asked about."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.records import Passage
from discovery.text.analysis import in_passages
from discovery.text.language import passages
from discovery.text.tokens import words_in

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
    for start, end, _ in passages(text, CANDIDATES):
        assert start == last < end
        last = end
    assert last == len(text)


def test_words_have_the_language_of_their_passage() -> None:
    text = f"{TEXTS['fr']}\n\n{TEXTS['ru']}"
    found = passages(text, CANDIDATES)
    languages = {word: language for start, end, language in found for word in words_in(text, start, end)}
    assert (languages["rédaction"], languages["письма"]) == ("fr", "ru")


def test_what_is_outside_all_passages_has_no_language() -> None:
    assert list(in_passages(7, (Passage(0, 2, "fr"),))) == [Passage(0, 2, "fr"), Passage(2, 7, "")]
