"""Lists in the order of a reader's alphabet."""

from discovery.text.alphabet import alphabetical, initial


def test_accents_do_not_part_what_belongs_together():
    titles = ["Zetkin", "Ёлкин", "Abel, B.", "Ábel", "Елкин", "Яров", "abel", "Œuvres", "Odéon", "10 letters", "“Abel”"]
    expected = [
        "10 letters",
        "abel",
        "“Abel”",
        "Ábel",
        "Abel, B.",
        "Odéon",
        "Œuvres",
        "Zetkin",
        "Елкин",
        "Ёлкин",
        "Яров",
    ]
    assert sorted(titles, key=alphabetical) == sorted(expected, key=alphabetical)
    assert [alphabetical(title)[0] for title in expected] == sorted(alphabetical(title)[0] for title in expected)
    assert sorted(["Ёлкин", "Елкин", "Ábel", "Abel"], key=alphabetical) == ["Abel", "Ábel", "Елкин", "Ёлкин"]


def test_what_a_title_is_looked_for_under():
    assert [initial(title) for title in ("Émile", "«Искра»", "1905", "ёлка", "Œuvres", "")] == [
        "E",
        "И",
        "#",
        "Е",
        "O",
        "#",
    ]
