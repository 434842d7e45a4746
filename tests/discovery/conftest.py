"""What the tests of whole searches share."""

from collections.abc import Callable

import pytest

from discovery.answering.requests import make_request
from discovery.answering.results import Results
from discovery.answering.service import search
from discovery.engines.port import Engine

Ask = Callable[..., Results]


@pytest.fixture(scope="session")
def ask_sample(sample_engine: Engine) -> Ask:
    """Asks the sample collection: text, view, and what is not to be looked for."""

    def ask(text: str, view: str = "pages", *without: str) -> Results:
        return search(sample_engine, make_request(text, view, limit=500, without=without))  # type: ignore[arg-type]

    return ask


def ids(results: Results) -> list[str]:
    return [row.record["id"] for row in results.rows]
