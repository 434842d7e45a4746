"""In which language a unit is described: what is stated, what the letters say, and how much each counts."""

import pytest

from discovery.records import Passage, Source, Unit
from discovery.text.prior import usual
from indexer.wording import Wording, worded
from mappings.languages import LANGUAGES
from tests.discovery.text.test_language import TEXTS

EVERY = usual(tuple(LANGUAGES))


def of(title: str, description: str = "", language: str = "", languages: tuple[str, ...] = ()) -> Wording:
    unit = Unit(
        id="u", source=Source("f"), title=title, description=description, language=language, languages=languages
    )
    return worded(unit, EVERY)


def test_what_is_stated_settles_a_short_text() -> None:
    assert of("Circular", language="es") == Wording((Passage(0, 8, "es"),), (), "es", simple=True)


def test_but_not_in_a_script_that_the_language_has_not() -> None:
    assert of("Письмо о стачке", language="en").title == (Passage(0, 15, "ru"),)
    assert of("Lettre sur la grève", language="ru").title[0].language == "fr"


def test_a_long_text_can_be_in_another_language_than_is_stated() -> None:
    found = of("Circular", TEXTS["de"], language="en")
    assert [passage.language for passage in found.description] == ["de"]
    assert found.language == "en", "as the finding aid says"
    assert set(found.said("en")) >= {"description"}


@pytest.mark.parametrize(("code", "title"), [("fr", "Circulaire"), ("es", "Circular"), ("de", "Anna Meyer")])
def test_a_short_title_is_judged_with_its_description(code: str, title: str) -> None:
    found = of(title, TEXTS[code])
    assert found.title[0].language == code
    assert found.description == (Passage(0, len(TEXTS[code]), code),)


def test_the_language_of_the_material_counts_a_little() -> None:
    assert "de" not in of("Protokoll").languages
    assert "de" in of("Protokoll", languages=("de",)).languages


def test_an_uncertain_title_is_kept_with_the_record() -> None:
    found = of("Circular")
    assert found.title[0].others
    assert found.said(found.language)["title"] == [found.title[0]]
    assert found.languages == set(found.title[0].languages)


def test_a_language_that_opis_does_not_know_is_kept_as_stated() -> None:
    assert of("Epistula", TEXTS["it"], language="la").languages == {"la"}
