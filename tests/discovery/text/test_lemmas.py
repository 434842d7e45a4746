"""What the Russian dictionary says of a form that may be somebody's."""

import pytest

from discovery.text.lemmas import surnames


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("молотов", ("молотов",)),
        ("жуков", ("жуков",)),  # and nobody called Жук
        ("жуком", ("жук",)),
        ("волкова", ("волков",)),
        ("седову", ("седов",)),
        ("ивановых", ("иванов",)),
        ("письмо", ()),
    ],
)
def test_the_surnames_a_form_may_be_of(form: str, expected: tuple[str, ...]) -> None:
    assert surnames(form, "ru") == expected
