"""The authority file: who is found by which form, and the shipped names."""

from collections import Counter

import pytest

from discovery.engines.port import Engine
from discovery.names.authority import KINDS, Authority, AuthorityFile, Form, other_forms

SEDOV = Authority(
    id="sedov",
    kind="person",
    name="Sedov, Lev L'vovič",
    variants=("Sedow, Leo", "Седов, Лев Львович"),
    pseudonyms=("Markin, N.", "Лёва"),
)
MARKIN = Authority(id="markin", kind="person", name="Markin, Nikolaj Grigor'evič")
REISS = Authority(id="reiss", kind="person", name="Reiss, Ignace", pseudonyms=("Ludwig",))
KLEMENT = Authority(id="klement", kind="person", name="Klement, Rudolf", pseudonyms=("Ludwig", "Camille"))
VERITE = Authority(id="verite", kind="organisation", name="Vérité, La", variants=("Верите, газета",))
CHEN = Authority(id="chen", kind="person", name="Chen Duxiu", variants=("陳獨秀",))
NAMES = AuthorityFile([SEDOV, MARKIN, REISS, KLEMENT, VERITE, CHEN])


@pytest.fixture(scope="module")
def shipped(sample_engine: Engine) -> AuthorityFile:
    return sample_engine.knowledge().authorities


def ways(names: AuthorityFile, text: str) -> list[tuple[str, str]]:
    return [(match.authority.id, match.how) for match in names.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sedov, Lev L'vovič", [("sedov", "name")]),
        ("Lev L’vovic SEDOV", [("sedov", "name")]),
        ("Lev Sedov", [("sedov", "name")]),
        ("Sedov, L.L.", [("sedov", "name")]),
        ("L. Sedov", [("sedov", "name")]),
        ("[Sedow, Leo]", [("sedov", "variant")]),
        ("лев седов", [("sedov", "variant")]),
        ("Седовъ, Левъ", [("sedov", "variant")]),
        ("лева", [("sedov", "pseudonym")]),
        ("Sedov", [("sedov", "surname")]),
        ("Sedow", [("sedov", "surname")]),
        ("N. Markin", [("markin", "name"), ("sedov", "pseudonym")]),
        ("Markin", [("sedov", "pseudonym"), ("markin", "surname")]),
        ("Ludwig", [("reiss", "pseudonym"), ("klement", "pseudonym")]),
        ("La Verite", [("verite", "name")]),
        ("verite", []),
        ("陳獨秀", [("chen", "variant")]),
        ("chen", []),
        ("Sedova", []),
        ("", []),
        (" , ", []),
    ],
)
def test_who_is_found_and_how(text: str, expected: list[tuple[str, str]]) -> None:
    assert ways(NAMES, text) == expected


def test_a_match_shows_the_form_that_matched() -> None:
    assert [match.form for match in NAMES.find("leo sedow")] == ["Sedow, Leo"]


def test_other_forms_leave_out_what_was_typed() -> None:
    assert other_forms(SEDOV, "SEDOW, Leo") == (
        Form("Sedov, Lev L'vovič", "name"),
        Form("Седов, Лев Львович", "variant"),
        Form("Markin, N.", "pseudonym"),
        Form("Лёва", "pseudonym"),
    )
    accents = Authority(id="n", kind="person", name="Nin, Andrés", variants=("Nin, Andres",))
    assert [form.text for form in other_forms(accents)] == ["Nin, Andrés"]


def test_of_two_with_one_id_the_first_counts() -> None:
    names = AuthorityFile([REISS, Authority(id="reiss", kind="place", name="Reiss")])
    assert (len(names), names.get("reiss"), names.get("nobody")) == (1, REISS, None)


def test_shipped_names_are_whole(shipped: AuthorityFile) -> None:
    assert len(shipped) >= 150
    kinds = Counter(authority.kind for authority in shipped)
    assert set(kinds) == set(KINDS)
    assert min(kinds["person"], kinds["organisation"], kinds["place"]) >= 40
    for authority in shipped:
        assert authority.source, authority.id
        forms = (authority.name, *authority.variants, *authority.pseudonyms)
        assert all(forms), authority.id
        assert len(set(forms)) == len(forms), authority.id


def test_shipped_names_are_found_by_every_form(shipped: AuthorityFile) -> None:
    for authority in shipped:
        for form in (authority.name, *authority.variants, *authority.pseudonyms):
            assert authority in [match.authority for match in shipped.find(form)], form


@pytest.mark.parametrize(
    ("pseudonym", "people"),
    [
        ("Starik", {"trockij-lev", "lenin-vladimir"}),
        ("Старик", {"trockij-lev", "lenin-vladimir"}),
        ("Ludwig", {"reiss-ignace", "klement-rudolf"}),
        ("Spectator", {"nachimson-miron", "landau-kurt"}),
    ],
)
def test_people_who_share_a_pseudonym_stay_two(shipped: AuthorityFile, pseudonym: str, people: set[str]) -> None:
    assert {match.authority.id for match in shipped.find(pseudonym) if match.how == "pseudonym"} == people


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Trotsky", "trockij-lev"),
        ("Троцкий", "trockij-lev"),
        ("Leo Trotzki", "trockij-lev"),
        ("Bauer, Eugen", "ackerknecht-erwin"),
        ("Held, Walter", "epe-heinz"),
        ("Volkov, V.P.", "volkov-vsevolod"),
        ("Sonnenschein, Hugo (Sonka)", "sonnenschein-hugo"),
        ("Peng Shu-tse", "peng-shuzhi"),
        ("SIBL", "international-secretariat"),
        ("МЛО", "ilo"),
        ("Bjulleten' oppozicii", "bjulleten-oppozicii"),
        ("Prinkipo", "prinkipo"),
        ("Ta Thu Thau", "ta-thu-thau"),
    ],
)
def test_names_as_the_finding_aid_and_its_readers_write_them(shipped: AuthorityFile, text: str, who: str) -> None:
    assert shipped.find(text)[0].authority.id == who
