"""What was typed → the tree, in a golden table; and that no text is too much for the parser."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discovery.query.alternatives import Alternatives
from discovery.query.parser import DEEPEST, LONGEST, MOST_CLAUSES, parse
from discovery.query.planning import make_plan
from discovery.query.syntax import And, Field, Group, Must, Near, Node, Not, Or
from mappings.fields import FIELD_ALIASES
from mappings.languages import LANGUAGES
from tests.discovery.tables import rows

FIELDS = frozenset(FIELD_ALIASES)
HOSTILE = {
    "parentheses": "(" * 500,
    "closing parentheses": ")" * 500,
    "both": "()" * 250,
    "nested": "(" * 240 + "a" + ")" * 240,
    "a long nested text": "(a OR " * 5000,
    "NOT": "NOT " * 20_000,
    "NOT (": "NOT (" * 100,
    "minus": "-" * 500,
    "plus and minus": "+-" * 250 + "a",
    "quotes": '"' * 501,
    "half a quote": 'a "' * 100,
    "AND": "AND " * 125,
    "a AND": "a AND " * 90,
    "OR OR": "a OR OR " * 60,
    "NEAR": "a NEAR/50 " * 50,
    "a far NEAR": "a NEAR/" + "9" * 480 + " b",
    "stars": "*" * 500,
    "prefixes": "ab* " * 125,
    "fields": "title:" * 80,
    "field values": "title:a " * 60,
    "apostrophes": "l'" * 250,
    "hyphens": "a-" * 250,
    "one long word": "ы" * 500,
    "a very long text": "слово " * 100_000,
    "NUL": "a\0b\0" * 100,
    "right to left": "\u202e\u200fאופוזיציה \u2067abc\u2069\u202c " * 20,
    "combining marks": "a" + "\u0301" * 400,
    "surrogates": "\ud800\udfff a",
    "line ends": "a\r\n\t\v\f\u2028b" * 40,
    "emoji": "👩‍👩‍👧 " * 60,
    "a script": "<script>alert(1)</script>",
    "Lucene": "a~2 b^5 [1 TO 9] /re.*/ {!x} a && b || !c \\",
}


@pytest.mark.parametrize(("typed", "tree", "notices"), rows(__file__, "parser.tsv"))
def test_golden(typed: str, tree: str, notices: str) -> None:
    parsed = parse(_plain(typed), FIELDS)
    said = " | ".join(notice.message for notice in parsed.notices).replace(", ".join(sorted(FIELDS)), "…")
    assert (str(parsed.tree) if parsed.tree else "-", said) == (_plain(tree), notices)


def _plain(text: str) -> str:
    return text.replace("\\u202e", "\u202e").replace("\\u200b", "\u200b")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile(text: str) -> None:
    started = time.perf_counter()
    _check(text)
    assert time.perf_counter() - started < 2  # a tenth of this on an idle machine; the dictionaries load once


@given(st.text(max_size=600))
def test_any_text(text: str) -> None:
    _check(text)


PIECES = ["a", "bc", "слово", '"', "“", "«", "(", ")", "AND", "OR", "NOT", "NEAR/3", "+", "-", "−", "title:", "date:"]


@given(st.lists(st.sampled_from([*PIECES, "ref:", "xx:", "ab*", "*", "l'", "1931-33", " ", "\n"]), max_size=60))
def test_any_syntax(pieces: list[str]) -> None:
    _check("".join(pieces))
    _check(" ".join(pieces))


def _check(text: str) -> None:
    parsed = parse(text, FIELDS)
    assert str(parsed) == str(parse(text, FIELDS))
    for notice in parsed.notices:
        assert notice.message
        assert notice.at is None or 0 <= notice.at <= LONGEST
    if parsed.tree:
        assert _depth(parsed.tree) <= 4 * DEEPEST
        assert _leaves(parsed.tree) <= MOST_CLAUSES
        assert not isinstance(_again(parsed.tree), Exception)
    make_plan(parsed, Alternatives(("ru", "fr", "en")), complete=lambda prefix: [prefix + "x"])


def _again(tree: Node) -> Node | None:
    """What a tree prints can be typed."""
    return parse(str(tree), FIELDS).tree


def _parts(node: Node) -> tuple[Node, ...]:
    match node:
        case And() | Or() | Group():
            return node.parts
        case Not() | Must():
            return (node.part,)
        case Field():
            return (node.value,)
        case Near():
            return (node.left, node.right)
        case _:
            return ()


def _depth(node: Node) -> int:
    return 1 + max((_depth(part) for part in _parts(node)), default=0)


def _leaves(node: Node) -> int:
    return sum(map(_leaves, _parts(node))) or 1


@pytest.mark.parametrize(
    "typed", ["a b c", '"a b" c', "a AND (b OR c)", "-a b", "+a b c", "title:(a OR b) c", "a NEAR/3 b", "opposit* b"]
)
def test_what_a_tree_prints_is_read_as_the_same_tree(typed: str) -> None:
    tree = parse(typed, FIELDS).tree
    assert tree is not None
    assert _again(tree) == tree


def test_only_so_many_words_and_characters_are_read_and_it_says_so() -> None:
    many = parse(" ".join(f"w{n}" for n in range(40)))
    assert many.tree is not None
    assert _leaves(many.tree) == MOST_CLAUSES
    assert many.notices[0].message == f"Only the first {MOST_CLAUSES} words are searched."
    long = parse("слово " * 100)
    assert long.notices[0].message == f"Only the first {LONGEST} characters are searched."


def test_a_notice_names_its_place() -> None:
    (notice,) = parse("левая foo:bar", FIELDS).notices
    assert notice.at == len("левая ")


def test_all_languages_at_once_stay_quick() -> None:
    parsed = parse(" ".join(["оппозиціи", "l'opposition", "Rundschreiben"] * 10), FIELDS)
    make_plan(parsed, Alternatives(LANGUAGES))
    started = time.perf_counter()
    make_plan(parsed, Alternatives(LANGUAGES))
    assert time.perf_counter() - started < 0.5
