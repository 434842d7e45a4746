"""What is typed wrong: all of it is said at once, and what to do."""

import pytest

from tests.command_line.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["search", "x", "--view", "folder"], 2, "invalid choice: 'folder'"),
        (["search"], 2, "required: QUERY"),
        ([], 2, "required: COMMAND"),
        (["serch", "x"], 2, "invalid choice: 'serch'"),
        (["search", "x", "--filter", "sectoin=France"], 2, "did you mean section?"),
        (["search", "x", "--filter", "section"], 2, "is not FIELD=VALUE"),
        (["search", "x", "--from", "someday"], 2, "“someday” is not understood as a date (try 1932,"),
        (["search", "x", "--from", "1933", "--to", "1931"], 2, "from (1933) lies after to (1931)"),
        (["search", "x", "--limit", "-1"], 2, "it goes from 0 to"),
        (["search", "x", "--limit", "many"], 2, "invalid int value: 'many'"),
        (["search", "x", "--offset", "-1"], 2, "it begins at 0"),
        (["batch", "nowhere.csv"], 2, "There is no file nowhere.csv"),
        (["index", "nowhere"], 3, "nowhere: no such file or folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_errors_say_what_to_do(run: Run, arguments: list[str], code: int, says: str):
    said = run(*arguments)
    assert (said.code, said.out) == (code, "")
    assert says in said.err


def test_all_faults_are_said_at_once(run: Run):
    said = run("search", "x", "--filter", "bad", "--from", "someday", "--limit", "-1")
    for part in ("“bad”", "“someday”", "limit is -1"):
        assert part in said.err
