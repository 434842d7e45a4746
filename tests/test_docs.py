"""What the documentation says is what happens."""

import re
import shlex
from typing import NamedTuple

import pytest

import opis
from discovery import errors
from discovery.answering.requests import make_request
from discovery.answering.service import search
from discovery.engines.port import Engine, View
from mappings.fields import FACETS, FIELD_ALIASES
from tests import formats_page
from tests.conftest import ROOT
from tests.help_texts import PAGE, help_texts, kept

LANGUAGE = (ROOT / "docs" / "query-language.md").read_text(encoding="utf-8")
COMMANDS = PAGE.read_text(encoding="utf-8")
_ROW = re.compile(r"^\| `([^|]+)` \| (folders|items|pages|series) \| (\d+) \| (?:`([^`|]+)` )?\|", re.MULTILINE)


class Example(NamedTuple):
    query: str
    view: View
    total: int
    first: str


EXAMPLES = [Example(query, view, int(total), first) for query, view, total, first in _ROW.findall(LANGUAGE)]


def test_every_row_of_the_tables_is_an_example():
    tables = re.findall(r"^\| query \| view .*\n(?:\|.*\n)+", LANGUAGE, re.MULTILINE)
    assert sum(table.count("\n") - 2 for table in tables) == len(EXAMPLES) > 35


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.query} {example.view}")
def test_a_documented_query_finds_what_the_page_says(sample_engine: Engine, example: Example):
    results = search(sample_engine, make_request(example.query, example.view, limit=1))
    assert results.total == example.total
    assert not example.first or results.rows[0].record["id"] == example.first
    assert not [notice for notice in results.notices if not notice.message.startswith("Little has all")]


@pytest.mark.parametrize("field", FIELD_ALIASES)
def test_every_field_is_documented(field: str):
    assert field in ("names", "language") or f"`{field}:`" in LANGUAGE


def commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", COMMANDS, re.DOTALL)
    examples = re.findall(r"^  (opis .+)$", "".join(help_texts().values()), re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()] + examples


@pytest.mark.parametrize("line", commands())
def test_a_documented_command_can_be_typed(line: str):
    words = shlex.split(re.split(r" [|>] ", line)[0])
    assert words[0] == "opis"
    chosen = opis.make_parser().parse_args(words[1:])
    if hasattr(chosen, "filter"):
        make_request(chosen.query, chosen.view, chosen.filter, chosen.first, chosen.last, chosen.match, chosen.limit)


def test_the_help_texts_are_those_of_the_page():
    ours, theirs = help_texts(), kept()
    assert list(ours) == list(theirs), "python -m tests.help_texts writes them"
    for name, text in ours.items():
        assert text.split() == theirs[name].split(), "python -m tests.help_texts writes it"


def test_the_page_of_formats_is_that_of_the_readers():
    assert formats_page.PAGE.read_text(encoding="utf-8") == formats_page.text(), (
        "python -m tests.formats_page writes it"
    )


def test_every_exit_code_is_documented():
    said = {int(code) for code in re.findall(r"^\| (\d+) \| ", COMMANDS, re.MULTILINE)}
    classes = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.OpisError)]
    assert {c.exit_code for c in classes} | {0, errors.SOMETHING_SKIPPED, 130} == said


def test_every_facet_is_documented():
    assert ", ".join(FACETS) in COMMANDS.replace("\n", " ")


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.name)
def test_links_lead_to_pages(page):
    for target in re.findall(r"\]\(([\w./-]+\.md)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).is_file(), target
