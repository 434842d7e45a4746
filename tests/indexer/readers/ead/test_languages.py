"""Languages of the material, in codes and in words."""

import pytest

from tests.indexer.readers.ead.conftest import Reads


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ("Collection material in English and German", ("en", "de")),
        ("Documents en français", ("fr",)),
        ("Überwiegend auf Deutsch, wenig Französisch", ("de", "fr")),
        ("Русский, немецкий", ("ru", "de")),
        ("In Church Slavonic, mostly", ()),
        ('Various: <language langcode="rus"/> and Polish', ("ru",)),
        ('<language langcode="mul" scriptcode="Latn">Mehrere Sprachen</language>', ()),
    ],
)
def test_languages_of_the_material(reads: Reads, stated: str, codes: tuple[str, ...]) -> None:
    assert reads(f"<did><langmaterial>{stated}</langmaterial></did>")[0].languages == codes
