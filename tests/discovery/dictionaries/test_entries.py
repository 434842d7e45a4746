"""Dictionaries as they are packaged → pairs of words."""

import gzip

import pytest

from discovery.dictionaries.entries import Pair, about_dictd, read_dictd, read_tabs, read_tei
from discovery.dictionaries.store import SYSTEM, dictionaries, sources
from discovery.dictionaries.translating import Translator
from discovery.errors import BadFile

ENTRIES = {
    "00databaseinfo": "A dictionary\n\n    Licensed under the Creative Commons\n  license\n",
    "streik": "Streik /ʃtʁaɪ̯k/ <n, masc>\nзабастовка, стачка\neine kollektive Arbeitsniederlegung, mit Ziel\n",
    "lettre": "lettre /lɛtʁ/ <n, fem>\n1. письмо\nMessage écrit\n2. буква 2.\nSymbole typographique\n",
    "adjust": "adjust /ɐdʒˈʌst/ <v>\nanpassen, etw. einpassen <v, trans>\n see: {adjusting}, {adjusted}\n",
    "a b c d": "a b c d\nno word\n",
}
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def number(value: int) -> str:
    return (number(value // 64) if value >= 64 else "") + _DIGITS[value % 64]


@pytest.fixture
def index(tmp_path):
    body, lines = b"", []
    for word, entry in ENTRIES.items():
        lines.append(f"{word}\t{number(len(body))}\t{number(len(entry.encode()))}\n")
        body += entry.encode()
    (tmp_path / "freedict-deu-rus.dict.dz").write_bytes(gzip.compress(body))
    path = tmp_path / "freedict-deu-rus.index"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_translations_and_no_definitions(index) -> None:
    assert list(read_dictd(index)) == [
        Pair("Streik", "забастовка"),
        Pair("Streik", "стачка"),
        Pair("lettre", "письмо"),
        Pair("lettre", "буква"),
        Pair("adjust", "anpassen"),
        Pair("adjust", "einpassen"),
    ]


def test_the_licence_is_told(index) -> None:
    assert about_dictd(index) == "Licensed under the Creative Commons"


@pytest.mark.parametrize("damage", ["gone", "cut", "no number"])
def test_a_damaged_one_is_named(index, damage: str) -> None:
    body = index.with_suffix(".dict.dz")
    if damage == "gone":
        body.unlink()
    elif damage == "cut":
        body.write_bytes(body.read_bytes()[:40])
    else:
        index.write_text("word\t!\t?\n")
    with pytest.raises(BadFile, match=r"freedict-deu-rus\.index"):
        list(read_dictd(index))


def test_a_damaged_one_is_left_out(index) -> None:
    index.write_text("word\t!\t?\n")
    assert Translator(dictionaries(sources([str(index)]))).of("streik", ["de"], "ru") == []


def test_pairs_with_a_tab(tmp_path) -> None:
    (tmp_path / "en-fr.tsv").write_text("# a comment\nstrike\tgrève; arrêt de travail\nno tab\n", encoding="utf-8")
    assert list(read_tabs(tmp_path / "en-fr.tsv")) == [Pair("strike", "grève"), Pair("strike", "arrêt de travail")]


def test_languages_by_the_name_and_both_directions(index) -> None:
    found = sources([str(index), str(index.with_name("notes.tsv"))])
    assert [(source.language, source.target) for source in found] == [("de", "ru")]
    translator = Translator(dictionaries(found))
    assert [one.text for one in translator.of("streiks", ["de"], "ru")] == ["забастовка", "стачка"]
    assert [one.text for one in translator.of("забастовки", ["ru"], "de")] == ["streik"]
    assert translator.languages(["streik"]) == ("de",)
    assert not dictionaries(sources("none")).pairs


def test_those_of_the_system() -> None:
    if not (SYSTEM / "freedict-deu-rus.index").exists():
        pytest.skip("no dictionaries of the system: apt-get install dict-freedict-deu-rus")
    assert ("de", "ru") in {(source.language, source.target) for source in sources()}


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
<entry><form><orth>Streik</orth><pron>ʃ</pron></form><sense><cit type="trans"><quote>забастовка</quote></cit>
<cit type="trans"><quote>стачка</quote></cit><cit type="example"><quote>ein langer Streik</quote></cit></sense></entry>
<entry><form><orth>Brief</orth></form><sense><cit type="trans"><quote>письмо</quote></cit></sense></entry>
</body></text></TEI>"""


def test_the_sources_of_freedict(tmp_path) -> None:
    file = tmp_path / "deu-rus.tei"
    file.write_text(TEI, "utf-8")
    assert list(read_tei(file)) == [Pair("Streik", "забастовка"), Pair("Streik", "стачка"), Pair("Brief", "письмо")]
    assert [(source.language, source.target) for source in sources([str(file)])] == [("de", "ru")]
    file.write_text(TEI[:200], "utf-8")
    with pytest.raises(BadFile, match="TEI"):
        list(read_tei(file))
