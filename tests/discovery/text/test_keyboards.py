"""Words typed with the other keyboard layout on."""

import pytest

from discovery.text.keyboards import other_keyboard


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cnfxrf", "стачка"),
        ("nhjwrbq", "троцкий"),
        ("екщеылн", "trotsky"),
        (",jhm,f", "борьба"),
        ("1931", ""),
        ("", ""),
    ],
)
def test_the_same_keys(typed: str, meant: str) -> None:
    assert other_keyboard(typed) == meant
