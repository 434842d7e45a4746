"""What each kind of clause finds in the archive made by hand, as (view, clause) → keys."""

from datetime import date

import pytest

from discovery.engines.port import Question
from discovery.query.clauses import DATE, Alternative, AnyForm, Combined, Dated, InOrder, Keyword, Neighbours
from tests.contract.conftest import keys
from tests.contract.documents import FACET_NAMES

ALL = ("title", "description", "names", "text")


def exact(form):
    return Alternative("exact", form, "typed")


def word(*forms, zones=ALL):
    return AnyForm(forms[0], tuple(map(exact, forms)), zones)


def year(number):
    return AnyForm(number, (exact(number), Alternative(DATE, number, DATE)), ALL)


def lemma(language, term, zones=ALL):
    return AnyForm(term, (Alternative(language, term, "inflection"),), zones)


def run(forms):
    return tuple((exact(form),) for form in forms.split())


def phrase(forms, zones=ALL):
    return InOrder(forms, run(forms), zones)


def near(left, right, distance, zones=ALL):
    return Neighbours(f"{left} NEAR/{distance} {right}", (run(left), run(right)), zones, distance)


PAGES = {
    "a form": (word("journaux"), {"p:i1/0001"}),
    "a form that is not there": (word("zzz"), set()),
    "another form of it": (word("journal"), set()),
    "any of several forms": (word("journaux", "wurden"), {"p:i1/0001", "p:f2/0001"}),
    "joined over a line end": (word("reichsleitung"), {"p:f2/0001"}),
    "behind an elided article": (word("opposition"), {"p:i1/0001"}),
    "folded": (word("~evenements"), {"p:i1/0002"}),
    "a form is not its folding": (word("evenements"), set()),
    "folded sharp s": (word("~strasse"), {"p:f2/0001"}),
    "old spelling folded": (word("~москве"), {"p:i1/0002"}),
    "a stem": (lemma("fr", "journal"), {"p:i1/0001"}),
    "a German stem": (lemma("de", "sitzung"), {"p:f2/0001"}),
    "a lemma": (lemma("ru", "стать"), {"p:i1/0002"}),
    "another lemma of the same form": (lemma("ru", "сталь"), {"p:i1/0002"}),
    "the stem beside the lemmas": (lemma("ru", "#стал"), {"p:i1/0002"}),
    "only in passages of the language": (lemma("de", "journal"), set()),
    "only in the zones asked for": (word("journaux", zones=("title", "names")), set()),
    "a phrase": (phrase("deux journaux"), {"p:i1/0001"}),
    "a phrase in the other order": (phrase("journaux deux"), set()),
    "a phrase with a word between": (phrase("comité l opposition"), set()),
    "a phrase over a paragraph": (phrase("paris deux journaux"), {"p:i1/0001"}),
    "near enough": (near("comité", "opposition", 3), {"p:i1/0001"}),
    "not near enough": (near("comité", "opposition", 2), set()),
    "near in the other order": (near("opposition", "comité", 3), {"p:i1/0001"}),
    "near in the other order, too far": (near("opposition", "comité", 2), set()),
    "near by an even number of words": (near("le", "opposition", 4), {"p:i1/0001"}),
    "near itself is twice": (near("comité", "comité", 4), set()),
    "near itself, which is there twice": (near("die", "die", 6), {"p:f2/0001"}),
    "near itself, twice but too far": (near("die", "die", 5), set()),
    "near a phrase": (near("s est réuni", "comité", 4), {"p:i1/0001"}),
    "near a phrase, too far": (near("s est réuni", "comité", 3), set()),
    "two phrases near each other": (near("deux journaux", "hier à paris", 1), {"p:i1/0001"}),
    "a phrase near has its order": (near("réuni est s", "comité", 9), set()),
    "a word inside the phrase is not near it": (near("est", "s est réuni", 9), set()),
    "the same word twice": (phrase("la la"), set()),
    "all of": (Combined(must=(word("deux"), word("hier"))), {"p:i1/0001"}),
    "all of, one missing": (Combined(must=(word("deux"), word("zzz"))), set()),
    "one of": (Combined(should=(word("deux"), word("leer")), least=1), {"p:i1/0001", "p:f2/0001"}),
    "two of three": (Combined(should=(word("deux"), word("hier"), word("leer")), least=2), {"p:i1/0001"}),
    "without": (Combined(must_not=(word("deux"),)), {"p:i1/0002", "p:f2/0001"}),
    "one and, if possible, another": (Combined(must=(word("deux"),), should=(word("zzz"),)), {"p:i1/0001"}),
    "nothing asked": (Combined(), {"p:i1/0001", "p:i1/0002", "p:f2/0001"}),
    "a keyword": (Keyword("handle", ("id=i1/0002", "id=zzz")), {"p:i1/0002"}),
    "a keyword is not text": (Keyword("section", ("france",)), set()),
    "possibly in 1931": (Dated(date(1931, 1, 1), date(1931, 12, 31)), {"p:i1/0001", "p:i1/0002"}),
    "possibly before": (Dated(None, date(1930, 12, 31)), set()),
    "certainly after": (Dated(date(1931, 1, 1), None, "certainly"), {"p:i1/0001", "p:i1/0002"}),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(snapshot, name) -> None:
    clause, expected = PAGES[name]
    answer = snapshot.ask(Question(view="pages", clause=clause))
    assert set(keys(snapshot, answer.hits)) == expected
    assert answer.total == len(expected)
    assert answer.partial == ""


FOLDERS = {
    "in the text of their pages": (word("hier"), {"u:f1"}),
    "in their names": (word("molinier"), {"u:f1"}),
    "a phrase in one name": (phrase("sedov lev"), {"u:f1"}),
    "no phrase over two names": (phrase("lev molinier"), set()),
    "no phrase over two pages": (phrase("paraissent стали"), set()),
    "no near over two pages": (near("paraissent", "стали", 50), set()),
    "words on different pages": (Combined(must=(word("hier"), word("стали"))), {"u:f1"}),
    "possibly in 1933": (Dated(date(1933, 1, 1), date(1933, 12, 31)), {"u:f1", "u:f2"}),
    "dated in a year, but not by more than a decade": (year("1933"), {"u:f1"}),
    "dated in another year": (year("1934"), set()),
    "dated in a year and a word": (Combined(must=(year("1931"), word("hier"))), {"u:f1"}),
    "certainly in 1931 to 1933": (Dated(date(1931, 1, 1), date(1933, 12, 31), "certainly"), {"u:f1"}),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_folders(snapshot, name) -> None:
    clause, expected = FOLDERS[name]
    assert set(keys(snapshot, snapshot.ask(Question(view="folders", clause=clause)).hits)) == expected


def test_near_in_a_language_reaches_over_a_passage_in_another(snapshot) -> None:
    sides = tuple(((Alternative("ru", term, "inflection"),),) for term in ("оппозиция", "москва"))
    for distance, expected in ((6, ["p:i1/0002"]), (5, [])):
        clause = Neighbours("", sides, ("text",), distance)
        assert keys(snapshot, snapshot.ask(Question(view="pages", clause=clause)).hits) == expected


def test_alternatives_of_a_sequence_may_be_mixed(snapshot) -> None:
    words = ((exact("zzz"), exact("les")), (Alternative("exact", "~evenements", "folding"), exact("journal")))
    assert keys(snapshot, snapshot.ask(Question(view="pages", clause=InOrder("", words, ALL))).hits) == ["p:i1/0002"]


def test_near_itself_in_another_form_is_twice(snapshot) -> None:
    sides = (((exact("événements"),),), ((Alternative("exact", "~evenements", "folding"),),))
    assert snapshot.ask(Question(view="pages", clause=Neighbours("", sides, ALL, 4))).total == 0


def test_however_many_alternatives_all_their_combinations_are_found(snapshot) -> None:
    none = tuple(exact(f"nichts{number}{'ы' * 60}") for number in range(20))
    for left, right, distance in (("comité", "opposition", 3), ("opposition", "comité", 3), ("hier", "paris", 2)):
        sides = (((*none, exact(left)),), ((*none, exact(right)),))
        for reach, expected in ((distance, ["p:i1/0001"]), (distance - 1, [])):
            clause = Neighbours("", sides, ALL, reach)
            assert keys(snapshot, snapshot.ask(Question(view="pages", clause=clause)).hits) == expected
    phrase = InOrder("", ((*none, exact("deux")), (*none, exact("journaux"))), ALL)
    assert keys(snapshot, snapshot.ask(Question(view="pages", clause=phrase)).hits) == ["p:i1/0001"]


def test_a_view_sees_its_documents_only(snapshot) -> None:
    found = {view: keys(snapshot, snapshot.ask(Question(view=view)).hits) for view in ("series", "folders", "items")}
    assert found == {"series": ["u:s1"], "folders": ["u:f1", "u:f2"], "items": ["u:i1", "u:f2"]}


def test_without_a_clause_the_finding_aids_order_and_no_score(snapshot) -> None:
    answer = snapshot.ask(Question(view="pages", facets=FACET_NAMES))
    assert keys(snapshot, answer.hits) == ["p:i1/0001", "p:i1/0002", "p:f2/0001"]
    assert {hit.score for hit in answer.hits} == {0.0}


def test_a_match_scores(snapshot) -> None:
    [hit] = snapshot.ask(Question(view="pages", clause=word("deux"))).hits
    assert hit.score > 0
