"""The inside of a finding aid, as units."""

from collections.abc import Callable

import pytest

from discovery.records import Unit
from indexer.readers import ead
from tests.indexer.conftest import Ears

Reads = Callable[..., list[Unit]]


@pytest.fixture
def reads(ears: Ears) -> Reads:
    """Reads the inside of an `archdesc`."""

    def read(inside: str, root: str = "<ead>", attributes: str = 'level="fonds" id="top"') -> list[Unit]:
        text = f"{root}<eadheader><eadid>X1</eadid></eadheader><archdesc {attributes}>{inside}</archdesc></ead>"
        return list(ead.read(text.encode(), "x.xml", ears.fault, ears.note))

    return read
