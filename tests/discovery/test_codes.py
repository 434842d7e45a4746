"""Language codes, however an archive writes them."""

import pytest

from discovery.text.codes import language_code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *(("ru", "ru"), ("rus", "ru"), ("RUS", "ru"), ("Russian", "ru"), ("ru-RU", "ru"), ("ru_Cyrl", "ru")),
        *(("ger", "de"), ("deu", "de"), ("deu_latf", "de"), ("frk", "de"), ("fre", "fr"), ("fra", "fr")),
        *(("dut", "nl"), ("nld", "nl"), ("cze", "cs"), ("gre", "el"), ("Modern Greek", "el"), ("iw", "he")),
        *(("French.", "fr"), (" Old Church Slavonic ", "cu"), ("kpv", "kpv"), ("zh-Hant", "zh")),
        *(("Français", "fr"), ("Deutsch", "de"), ("русский", "ru"), ("Niederländisch", "nl"), ("Čeština", "cs")),
        *(
            ("und", ""),
            ("mul", ""),
            ("zxx", ""),
            ("unknown", ""),
            ("", ""),
            ("qq", ""),
            ("en français", ""),
            ("12", ""),
        ),
    ],
)
def test_codes(written: str, code: str) -> None:
    assert language_code(written) == code
