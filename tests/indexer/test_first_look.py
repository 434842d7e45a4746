"""What languages an archive is in, before it is loaded: by its long passages, its short ones, and what is stated."""

from pathlib import Path

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.opening import open_engine, open_writer
from indexer.arrangement import arrange
from indexer.collection import read_collection
from indexer.first_look import FirstLook, first_look
from indexer.loading import load
from indexer.progress import Silent
from indexer.readers import read_units
from mappings.languages import LANGUAGES
from tests.discovery.text.test_language import TEXTS

RUSSIAN = ("Письмо о стачке", "Заметка о съезде", "Черновик статьи", "Список делегатов", "Телеграмма из Праги")
POLISH = ("Listy towarzyszy", "Notatka o strajku", "Protokół zebrania", "Odpowiedź redakcji", "Rachunki drukarni")


def look(folder: Path) -> FirstLook:
    collection = read_collection(folder)
    nothing = lambda *_: None  # noqa: E731
    units = collection.found_units() if collection.found else _units(collection)
    return first_look(collection, arrange(units, collection.folder_levels, "", nothing, nothing), tuple(LANGUAGES))


def _units(collection):
    for path, shown in collection.description_files():
        yield from read_units(path, shown, lambda *_: None, lambda *_: None)


def table(folder: Path, *titles: str, name: str = "letters.csv") -> Path:
    lines = "".join(f'{name}{number},"{title}"\n' for number, title in enumerate(titles))
    (folder / name).write_text(f"id,title\n{lines}", "utf-8")
    return folder


def test_short_titles_together_say_what_none_says_alone(tmp_path) -> None:
    weights = dict(look(table(tmp_path, *RUSSIAN, *POLISH)).languages.weights)
    assert max(["ru", "uk", "bg", "sr"], key=weights.get) == "ru"
    assert max((code for code in weights if LANGUAGES[code].script == "Latn"), key=weights.get) == "pl"
    assert weights["ru"] > 0.8


def test_it_is_said_in_shares_of_what_was_looked_at(tmp_path) -> None:
    said = str(look(table(tmp_path, *[TEXTS["ru"], TEXTS["fr"]] * 3)))
    assert said == "French 50 %, Russian 50 % of 6 passages"


def test_pages_of_a_bare_folder_are_looked_at_and_not_their_names(tmp_path) -> None:
    for number in range(20):
        (tmp_path / f"the letter to the editor {number}.txt").write_text(TEXTS["cs"], "utf-8")
    assert set(look(tmp_path).shares) >= {"cs"}
    assert look(tmp_path).shares["cs"] > 0.95


def test_nothing_to_look_at(tmp_path) -> None:
    assert str(look(table(tmp_path, "1", "2"))) == "there is nothing to look at"


def test_the_same_source_gives_the_same_answer(tmp_path) -> None:
    table(tmp_path, *RUSSIAN, *POLISH, *TEXTS.values())
    assert look(tmp_path) == look(tmp_path)


def test_descriptions_in_another_language_than_the_texts(tmp_path) -> None:
    lines = "".join(f'{number},Letter {number},"{TEXTS["fr"]}"\n' for number in range(30))
    (tmp_path / "letters.csv").write_text(f"id,title,text\n{lines}", "utf-8")
    found = look(tmp_path)
    assert dict(found.texts.weights)["fr"] > 0.8
    assert dict(found.by_file["letters.csv"].weights)["fr"] < 0.6


def test_each_finding_aid_has_its_own(tmp_path) -> None:
    table(tmp_path, *[TEXTS["fr"]] * 30)
    table(tmp_path, *[TEXTS["it"]] * 30, name="other.csv")
    by_file = {file: dict(prior.weights) for file, prior in look(tmp_path).by_file.items()}
    assert by_file["letters.csv"]["fr"] > by_file["letters.csv"]["it"]
    assert by_file["other.csv"]["it"] > by_file["other.csv"]["fr"]


@pytest.fixture
def loaded(tmp_path):
    def make(folder: Path):
        said: list[str] = []
        load([read_collection(folder)], open_writer(str(tmp_path / "engine")), Silent(), said.append)
        return open_engine(str(tmp_path / "engine")), said

    return make


def test_a_word_finds_its_other_form_in_a_bare_file(tmp_path, loaded) -> None:
    (tmp_path / "letter.txt").write_text("Письмо о стачке", "utf-8")
    engine, said = loaded(tmp_path / "letter.txt")
    assert search(engine, make_request("стачка", view="pages")).total == 1
    assert said == ["languages are likely as they are in a first look: Russian 99 % of 1 passage"]


def test_the_language_of_descriptions_counts_where_none_of_material_is_stated(tmp_path, loaded) -> None:
    (tmp_path / "source").mkdir()
    engine, _ = loaded(table(tmp_path / "source", *RUSSIAN, *POLISH))
    facets = search(engine, make_request("", view="items")).facets
    assert {value.value: value.count for value in facets["language"]} == {"ru": 5, "pl": 5}
    assert engine.about().languages == ("ru", "pl")
