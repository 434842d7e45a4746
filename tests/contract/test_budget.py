"""An answer for which there is no time: the hits are there all the same, and what is left out is said."""

import pytest

from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.port import Engine
from indexer.collection import read_collection
from indexer.loading import load
from indexer.progress import Silent
from tests import loads

NO_TIME = 1e-9


@pytest.fixture(scope="module")
def archive(new_place, tmp_path_factory) -> Engine:
    """Three folders of four pages."""
    folder = loads.make_collection(tmp_path_factory.mktemp("budget") / "pages", folders=3, pages=4, word="opposition")
    place = new_place()
    load([read_collection(folder)], place.writer(), Silent())
    return place.engine()


@pytest.mark.parametrize("query", ["opposition", "opposition OR folder", "", "oppo*"])
@pytest.mark.parametrize("view", ["folders", "items", "pages"])
def test_hits_are_found_without_time(archive, query: str, view: str) -> None:
    whole = search(archive, make_request(query, view))
    late = search(archive, make_request(query, view, seconds=NO_TIME))
    assert late.total == whole.total
    assert {row.record["key"] for row in late.rows} == {row.record["key"] for row in whole.rows}
    assert not any("Left out" in notice.message for notice in whole.notices)


def test_what_is_left_out_is_said(archive) -> None:
    late = search(archive, make_request("opposition", seconds=NO_TIME))
    (said,) = (notice.message for notice in late.notices if "Left out" in notice.message)
    assert said.startswith("The time for an answer (1e-09 s) ran out.")
    assert "pages that match, and the order by them" in said
