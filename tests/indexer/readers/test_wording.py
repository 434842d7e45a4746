"""Names with and without doubt, in eleven languages: the table beside this file."""

import pytest

from indexer.readers.wording import written_name
from tests.discovery.tables import rows


@pytest.mark.parametrize(("written", "name", "attribution"), rows(__file__, "names_in_doubt.tsv"))
def test_marks_of_doubt_are_told_from_the_name(written: str, name: str, attribution: str) -> None:
    found = written_name(written)
    assert (found.text, found.conjectural) == (name, attribution == "conjectural")
    assert found.written == (written if found.conjectural else "")
