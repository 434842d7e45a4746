"""Dates from a finding aid to the page: read by the collection's rules, inherited, compared, shown, asked for."""

from pathlib import Path

import pytest

import opis
from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.dates import rules_of
from discovery.engines.opening import open_engine
from webui import create_app

SETTINGS = """id = "RU"
title = "Бумаги"
[dates]
old_style = ["ru"]
day_first = false
century = 1800
"""
COMPONENTS = (
    ("old", '<unitdate>1 февраля 1918</unitdate>'),
    ("both", '<unitdate>1/14 февраля 1918</unitdate>'),
    ("new", '<unitdate>14 февраля 1918</unitdate>'),
    ("slashes", '<unitdate>3/5/87</unitdate>'),
    ("bulk", '<unitdate type="inclusive">1890-1960</unitdate><unitdate type="bulk">1931</unitdate>'),
    ("alone", '<unitdate type="bulk">1932</unitdate>'),
    ("two", '<unitdate>1931</unitdate><unitdate>[1933?]</unitdate>'),
    ("against", '<unitdate normal="1940/1941">1933</unitdate>'),
    ("lost", '<unitdate>около полуночи</unitdate>'),
    ("none", '<unitdate>б.д.</unitdate>'),
    ("silent", ""),
)  # fmt: skip
FINDING_AID = """<ead><eadheader><profiledesc><langusage><language langcode="rus"/></langusage></profiledesc>
</eadheader><archdesc level="fonds"><did><unittitle>Фонд</unittitle><unitdate>1880-1889</unitdate></did>
<dsc>{}</dsc></archdesc></ead>"""


def named(row) -> str:
    """The component's own id, without that of its fonds."""
    return row.record["id"].rpartition("/")[2]


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dates")
    components = (
        f'<c id="{name}" level="file"><did><unitid>{number}</unitid><unittitle>{name}</unittitle>{dates}</did></c>'
        for number, (name, dates) in enumerate(COMPONENTS, 1)
    )
    (folder / "collection.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "finding-aid.xml").write_text(FINDING_AID.format("".join(components)), encoding="utf-8")
    assert opis.main(["index", str(folder), "--engine", str(folder / "engine")]) == 0
    return folder / "engine"


@pytest.fixture(scope="module")
def ask(place: Path):
    engine = open_engine(str(place))
    rules = rules_of(engine.about().collection)

    def ask(**parts) -> set[str]:
        return {named(row) for row in search(engine, make_request(**parts, dates_as=rules)).rows}

    return ask


@pytest.fixture(scope="module")
def get(place: Path):
    client = create_app(open_engine(str(place))).test_client()
    return lambda path, **parameters: client.get(path, query_string=parameters, follow_redirects=True).text


@pytest.fixture(scope="module")
def dates(place: Path) -> dict[str, list[dict]]:
    rows = search(open_engine(str(place)), make_request()).rows
    return {named(row): row.record["dates"] for row in rows}


def test_a_day_before_1918_is_old_style_where_the_collection_says_so(dates) -> None:
    [old], [both], [new] = dates["old"], dates["both"], dates["new"]
    assert old["earliest"] == both["earliest"] == new["earliest"] == "1918-02-14"
    assert (old["calendar"], old["old_style"]) == ("julian", "1918-02-01")
    assert (both["calendar"], new["calendar"]) == ("julian", "gregorian")


def test_both_days_are_shown_on_the_row_and_on_the_page(get) -> None:
    for page in (get("/search"), get("/unit/old")):
        assert "1 февраля 1918" in page
        assert "(1 February 1918 Old Style, 14 February 1918 New Style)" in page


def test_slashes_and_centuries_follow_the_collection_also_in_a_box(dates, ask) -> None:
    [slashes] = dates["slashes"]
    assert (slashes["old_style"], slashes["earliest"], slashes["ambiguous"]) == ("1887-03-05", "1887-03-17", True)
    assert ask(first="3/17/87", last="3/17/87", dates=["own"]) == {"slashes"}
    assert ask(text='date:"3/17/87"', dates=["own"]) == {"slashes"}
    assert ask(first="3/4/87", last="3/5/87", dates=["own"]) == set()


def test_bulk_dates_are_shown_and_count_where_there_are_no_others(dates, ask, get) -> None:
    assert [date["type"] for date in dates["bulk"]] == ["inclusive", "bulk"]
    assert "(most of it)" in get("/unit/bulk")
    assert "bulk" in ask(dates=["broad"])
    assert "bulk" not in ask(first="1931", last="1931", dates=["certainly"])
    assert "alone" in ask(first="1932", last="1932", dates=["certainly"])


def test_two_statements_are_a_list_as_sure_as_the_less_sure(ask) -> None:
    assert "two" in ask(first="1931", last="1931")
    assert "two" not in ask(first="1932", last="1932")
    assert "two" in ask(first="1931", last="1933", dates=["certainly"])
    assert "two" not in ask(dates=["stated"])


def test_the_wording_wins_and_normal_is_kept(dates, ask, get) -> None:
    [against] = dates["against"]
    assert (against["earliest"], against["normal"]) == ("1933-01-01", "1940/1941")
    assert "against" not in ask(first="1940", last="1940")
    assert "the finding aid also says 1940/1941" in get("/unit/against")


def test_what_is_not_understood_is_kept_and_is_undated(dates, ask, get) -> None:
    [lost], [none] = dates["lost"], dates["none"]
    assert (lost["text"], lost["earliest"], lost["undated"], none["undated"]) == ("около полуночи", None, False, True)
    assert ask(dates=["undated"]) == {"lost", "none"}
    assert "not understood as a date" in get("/unit/lost")
    assert "no date" in get("/unit/none")


def test_inherited_dates_are_marked_and_can_be_left_out(dates, ask, get) -> None:
    assert {date["source"] for date in dates["silent"]} == {"inherited"}
    assert "silent" in ask(first="1885", last="1885")
    assert "silent" not in ask(first="1885", last="1885", dates=["own"])
    assert "(from a higher level)" in get("/search", q="silent")


def test_the_report_counts_what_was_not_understood_and_contradictions(place: Path, capsys) -> None:
    opis.main(["index", str(place.parent), "--engine", str(place.parent / "again")])
    report = capsys.readouterr().out
    assert "date not understood, kept as written: “около полуночи”" in report
    assert "1 where @normal contradicts the wording: both are kept" in report


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("century = 1850", "dates.century: the first year of one expected, as 1900, not 1850"),
        ("century = true", "dates.century: a whole number expected, not True"),
        ('old_style = ["klingon"]', "dates.old_style: 'klingon' is no language"),
        ("old_style = 1", "dates.old_style: true, false or a list of languages expected, not 1"),
        ('day_first = "yes"', "dates.day_first: true or false expected, not 'yes'"),
        ("day_frist = true", "dates.day_frist: unknown (did you mean dates.day_first?)"),
    ],
)
def test_wrong_settings_are_said(tmp_path: Path, capsys, line: str, said: str) -> None:
    (tmp_path / "collection.toml").write_text(f"[dates]\n{line}\n", encoding="utf-8")
    (tmp_path / "finding-aid.xml").write_text(FINDING_AID.format(""), encoding="utf-8")
    assert opis.main(["index", str(tmp_path), "--engine", str(tmp_path / "engine")]) == 3
    assert said in capsys.readouterr().err
