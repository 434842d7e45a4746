"""Levels of description by the table of their names."""

import pytest

from mappings.levels import level_term


@pytest.mark.parametrize(
    ("stated", "term"),
    [
        ("Box", "box"),
        ("box", "box"),
        ("File", "file"),
        ("Akte", "file"),
        ("дело", "file"),
        ("recordgrp", "record group"),
        ("Sous-série", "subseries"),
        ("otherlevel", ""),
        ("segment", "segment"),
        ("", ""),
    ],
)
def test_a_level_goes_by_one_term(stated: str, term: str) -> None:
    assert level_term(stated) == term
