"""What each kind of clause finds in the archive made by hand, as (view, clause) → keys."""

from datetime import date

import pytest

from discovery.engines.port import Question
from discovery.query.clauses import Alternative, AnyForm, Combined, Dated, InOrder, Keyword
from tests.contract.conftest import keys
from tests.contract.documents import FACET_NAMES

ALL = ("title", "description", "names", "text")


def exact(form):
    return Alternative("exact", form, "typed")


def word(*forms, zones=ALL):
    return AnyForm(forms[0], tuple(map(exact, forms)), zones)


def lemma(language, term, zones=ALL):
    return AnyForm(term, (Alternative(language, term, "inflection"),), zones)


def phrase(*forms, slop=0, ordered=True, zones=ALL):
    return InOrder(" ".join(forms), tuple((exact(form),) for form in forms), zones, slop, ordered)


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
    "a phrase": (phrase("deux", "journaux"), {"p:i1/0001"}),
    "a phrase in the other order": (phrase("journaux", "deux"), set()),
    "a phrase with a word between": (phrase("comité", "l", "opposition"), set()),
    "a phrase over a paragraph": (phrase("paris", "deux", "journaux"), {"p:i1/0001"}),
    "near enough": (phrase("comité", "opposition", slop=2), {"p:i1/0001"}),
    "not near enough": (phrase("comité", "opposition", slop=1), set()),
    "near, ordered, the other way": (phrase("opposition", "comité", slop=2), set()),
    "near, either order": (phrase("opposition", "comité", slop=2, ordered=False), {"p:i1/0001"}),
    "near with three words": (phrase("comité", "opposition", "réuni", slop=5), {"p:i1/0001"}),
    "near with three words, too far": (phrase("comité", "opposition", "réuni", slop=3), set()),
    "the same word twice": (phrase("la", "la"), set()),
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
    "a phrase in one name": (phrase("sedov", "lev"), {"u:f1"}),
    "no phrase over two names": (phrase("lev", "molinier"), set()),
    "no phrase over two pages": (phrase("paraissent", "стали"), set()),
    "no near over two pages": (phrase("paraissent", "стали", slop=50, ordered=False), set()),
    "words on different pages": (Combined(must=(word("hier"), word("стали"))), {"u:f1"}),
    "possibly in 1933": (Dated(date(1933, 1, 1), date(1933, 12, 31)), {"u:f1", "u:f2"}),
    "certainly in 1931 to 1933": (Dated(date(1931, 1, 1), date(1933, 12, 31), "certainly"), {"u:f1"}),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_folders(snapshot, name) -> None:
    clause, expected = FOLDERS[name]
    assert set(keys(snapshot, snapshot.ask(Question(view="folders", clause=clause)).hits)) == expected


def test_near_in_a_language_reaches_over_a_passage_in_another(snapshot) -> None:
    words = tuple((Alternative("ru", term, "inflection"),) for term in ("оппозиция", "москва"))
    for slop, expected in ((5, ["p:i1/0002"]), (4, [])):
        clause = InOrder("", words, ("text",), slop)
        assert keys(snapshot, snapshot.ask(Question(view="pages", clause=clause)).hits) == expected


def test_alternatives_of_a_sequence_may_be_mixed(snapshot) -> None:
    words = ((exact("zzz"), exact("les")), (Alternative("exact", "~evenements", "folding"), exact("journal")))
    assert keys(snapshot, snapshot.ask(Question(view="pages", clause=InOrder("", words, ALL))).hits) == ["p:i1/0002"]


LOOSE = {
    "near itself is twice": phrase("comité", "comité", slop=3),
    "near itself in another form": phrase("événements", "~evenements", slop=3),
    "ordered is ordered however wide": phrase("opposition", "comité", slop=9),
    "three words, the middle one first": phrase("comité", "le", "opposition", slop=9),
}


@pytest.mark.parametrize("name", LOOSE)
def test_near_is_never_looser(request, snapshot, name) -> None:
    """The embedded engine's slop lets words change places where it is wide: so a plan never relies on it."""
    if request.node.callspec.params["new_place"] == "embedded":
        request.applymarker(pytest.mark.xfail(strict=True))
    assert snapshot.ask(Question(view="pages", clause=LOOSE[name])).total == 0


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
