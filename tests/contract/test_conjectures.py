"""Names given with doubt, from the table to the answer: counted, and left out, in every view of every engine."""

from collections.abc import Callable

import pytest

from discovery.answering.requests import make_request
from discovery.answering.results import Results
from discovery.answering.service import search
from discovery.engines.port import Engine, View
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from tests.contract.conftest import Place

LETTERS = """id,parent,level,title,from,to,text
f1,,file,Letters,,,
l1,f1,item,Letter on a visa,Trotsky,Sedov,visa
l2,f1,item,Letter on a printer,[Trotsky?],Sedov,printer
l3,f1,item,Letter on the rent,Sedov,Trotsky (?),rent
f2,,file,More letters,,,
l4,f2,item,Letter on paper,attributed to Trotsky,,paper
l5,f2,item,Anonymous letter,,,ink
"""


@pytest.fixture(scope="module")
def engine(new_place: Callable[[], Place], tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("letters")
    (folder / "letters.csv").write_text(LETTERS, encoding="utf-8")
    place = new_place()
    load([read_collection(folder)], place.writer(), Silent())
    return place.engine()


def ask(engine: Engine, text: str = "", view: View = "items", *filters: str, without: tuple[str, ...] = ()) -> Results:
    return search(engine, make_request(text, view, filters=filters, without=without))


def ids(results: Results) -> set[str]:
    return {row.record["id"].split("/")[0] for row in results.rows}


@pytest.mark.parametrize(
    ("view", "stated", "conjectural", "nobody"), [("folders", 1, 2, 0), ("items", 3, 3, 1), ("pages", 3, 3, 1)]
)
def test_they_are_counted(engine: Engine, view: View, stated: int, conjectural: int, nobody: int) -> None:
    counted = {value.value: value.count for value in ask(engine, "", view).facets["attribution"]}
    expected = {"stated": stated, "conjectural": conjectural, "not-stated": nobody}
    assert counted == {value: count for value, count in expected.items() if count}


@pytest.mark.parametrize("view", ["items", "pages"])
def test_they_are_kept_alone_or_left_out(engine: Engine, view: View) -> None:
    assert ids(ask(engine, "", view, "attribution=conjectural")) == {"l2", "l3", "l4"}
    assert ids(ask(engine, "", view, "attribution!=conjectural")) == {"l1", "l5"}
    assert ids(ask(engine, "attribution:conjectural", view)) == {"l2", "l3", "l4"}


def test_a_name_is_found_without_its_doubt_and_shown_with_it(engine: Engine) -> None:
    (row,) = ask(engine, "from:Trotsky printer").rows
    names = {name["text"]: (name["conjectural"], name["written"]) for name in row.record["names"]}
    assert names == {"Trotsky": (True, "[Trotsky?]"), "Sedov": (False, "")}


@pytest.mark.parametrize(
    ("query", "view", "sure", "perhaps"),
    [
        ("from:Trotsky", "items", {"l1"}, {"l2", "l4"}),
        ("from:Trotsky", "pages", {"l1"}, {"l2", "l4"}),
        ("from:Trotsky", "folders", {"f1"}, {"f2"}),
        ("to:Trotsky", "items", set(), {"l3"}),
        ("from:Sedov", "items", {"l3"}, set()),
    ],
)
def test_a_correspondent_is_sought_with_and_without(
    engine: Engine, query: str, view: View, sure: set[str], perhaps: set[str]
) -> None:
    """What is left out is the doubt about the one who is sought, whatever is said of the others."""
    assert ids(ask(engine, query, view)) == sure | perhaps
    assert ids(ask(engine, query, view, without=("conjecture",))) == sure


def test_the_answer_says_how_many_are_conjectures(engine: Engine) -> None:
    (word,) = ask(engine, "from:Trotsky").understood.words
    (also,) = word["also"]
    assert (also["relation"], also["label"]) == ("conjecture", "conjectural")
    assert also["forms"] == [{"form": "Trotsky", "language": "", "count": 2}]
