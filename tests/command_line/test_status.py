"""opis status: what an engine holds."""

import re

from tests.command_line.conftest import Run


def test_status(run: Run):
    title, loaded, counts, languages = run("status").lines
    assert title.startswith("Trotsky and International Left Opposition papers: specimens (")
    assert re.match(r"loaded 20\d\d-", loaded)
    assert re.search(r"141 folders, 329 items, 170 pages", counts)
    assert languages == "languages: Russian, French, German, English, Spanish, Italian, Dutch, Polish, Czech"
