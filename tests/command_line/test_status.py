"""opis status: what an engine holds."""

import re

from discovery.dictionaries.about import about_dictionaries
from discovery.dictionaries.store import sources
from tests.command_line.conftest import Run


def test_status(run: Run):
    title, loaded, counts, languages, dictionaries, *_ = run("status").lines
    assert title.startswith("Trotsky and International Left Opposition papers: specimens (")
    assert re.match(r"loaded 20\d\d-", loaded)
    assert re.search(r"141 folders, 329 items, 170 pages", counts)
    assert languages == "languages: Russian, French, German, English, Spanish, Italian, Dutch, Polish, Czech"
    assert dictionaries.startswith("dictionaries: ")


def test_dictionaries_are_named_with_their_licence_and_where_they_lead(tmp_path):
    pairs = tmp_path / "de-ru.tsv"
    pairs.write_text("Streik\tзабастовка\nBrief\tписьмо\n", "utf-8")
    lines = list(about_dictionaries(sources([str(pairs)]), ("de", "ru", "fr")))
    assert lines[:2] == ["dictionaries: 1", "  de-ru.tsv: 2 entries"]
    assert lines[2:] == [
        "  German leads to: Russian",
        "  Russian leads to: German",
        "  French leads to: no other language of the archive",
    ]
    assert list(about_dictionaries((), ("de",))) == ["dictionaries: none (docs/across.md says how to come by them)"]
