"""What a command has no use for, it does not import, and a dictionary is opened when a word asks for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROGRAM = """
import sys

import opis
try:
    opis.main(sys.argv[1:])
except SystemExit:
    pass
print("imported:", *sorted(name.split(".")[0] for name in sys.modules))
from discovery.text import lemmas
print("opened:", lemmas._analyser.cache_info().currsize)
"""
LIBRARIES = {
    "PIL", "elasticsearch", "flask", "jinja2", "lxml", "marisa_trie", "numpy", "py3langid", "pymorphy3", "pypdfium2",
    "rich", "simplemma", "tantivy", "waitress", "werkzeug", "xlsxwriter",
}  # fmt: skip


def ran(*arguments: str) -> tuple[set[str], int]:
    """What is imported when a command ends, and how many dictionaries of Cyrillic are open."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=True).stdout.splitlines()
    return set(said[-2].split()), int(said[-1].split()[1])


def test_help_imports_nothing_but_the_standard_library_and_names():
    imported, opened = ran("--help")
    assert not imported & {*LIBRARIES, "commands", "indexer", "webui"}
    assert not opened


@pytest.mark.parametrize(
    ("command", "needs"),
    [
        (["formats"], {"lxml", "marisa_trie"}),
        (["date", "1932"], {"marisa_trie"}),
        (["search", "grève"], {"tantivy", "marisa_trie"}),
        (["lexicon", "grève"], {"tantivy", "marisa_trie"}),
        (["status"], {"tantivy", "marisa_trie"}),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_imports_what_it_needs(command: list[str], needs: set[str], sample_index: Path):
    at = [] if command[0] in ("formats", "date") else ["--engine", str(sample_index)]
    imported, opened = ran(*command, *at)
    assert imported & LIBRARIES <= needs
    assert not opened


def test_the_russian_dictionary_is_opened_for_a_cyrillic_word(sample_index: Path):
    imported, opened = ran("search", "троцкий", "--engine", str(sample_index))
    assert imported & LIBRARIES == {"tantivy", "marisa_trie", "pymorphy3"}
    assert opened == 1
