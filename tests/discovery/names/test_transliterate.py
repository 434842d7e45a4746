"""Romanisations against the short tests of their published tables, and by hand."""

from pathlib import Path

import pytest

from discovery.names.transliterate import romanise

SYSTEM_OF = {
    **{"alalc-rus-Cyrl-Latn-1997": "ala-lc", "alalc-rus-Cyrl-Latn-2012": "ala-lc"},
    **{"bas-rus-Cyrl-Latn-2017-bss": "bas-simple", "bas-rus-Cyrl-Latn-2017-oss": "bas"},
    **{"bgnpcgn-rus-Cyrl-Latn-1947": "bgn", "gost-rus-Cyrl-Latn-16876-71-1983": "gost-16876"},
    **{"gost-rus-Cyrl-Latn-7.79-2000-2002": "gost-7.79", "mvd-rus-Cyrl-Latn-2008": "mvd-2008"},
    **{"mvd-rus-Cyrl-Latn-2010": "mvd-2010", "odni-rus-Cyrl-Latn-2015": "odni", "un-rus-Cyrl-Latn-1987": "un"},
}
AS_WE_WRITE_IT = str.maketrans({"ǐ": "ĭ", "Ǐ": "Ĭ", "\\": ""})
"""The file has a caron where the table of ALA-LC has a breve, and a backslash before quotation marks."""
OTHERWISE: dict[tuple[str, str], str] = {}
"""System and Cyrillic → the reason why we write something else. None: every row is met."""


def test_the_published_tests(corpora: Path) -> None:
    lines = (corpora / "names" / "interscript_rus_tests.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    wrong = [
        (system, cyrillic, expected, found)
        for system, cyrillic, latin in rows
        if (expected := latin.translate(AS_WE_WRITE_IT)) != (found := romanise(cyrillic, SYSTEM_OF[system]))
    ]
    assert {row[:2] for row in wrong} == set(OTHERWISE), wrong


@pytest.mark.parametrize(
    ("cyrillic", "system", "latin"),
    [
        *(("Троцкий", "scholarly", "Trockij"), ("Троцкий", "english", "Trotsky"), ("Троцкий", "german", "Trozki")),
        *(
            ("Троцкий", "dutch", "Trotski"),
            ("Хрущёв", "german", "Chruschtschow"),
            ("Хрущёв", "french", "Khrouchtchiov"),
        ),
        *(("Зиновьев", "bgn", "Zinov’yev"), ("Зиновьев", "french", "Zinoviev"), ("Сергей", "french", "Sergueï")),
        *(("Петросян", "german", "Petrossjan"), ("ЖУКОВ", "dutch", "ZJOEKOV"), ("Юлия", "dutch", "Joelija")),
        *(("Щукин, 1931 г.", "iso9", "Ŝukin, 1931 g."), ("Trotsky", "iso9", "Trotsky"), ("", "bgn", "")),
    ],
)
def test_by_hand(cyrillic: str, system: str, latin: str) -> None:
    assert romanise(cyrillic, system) == latin


def test_an_unknown_system_is_an_error() -> None:
    with pytest.raises(KeyError):
        romanise("Троцкий", "klingon")
