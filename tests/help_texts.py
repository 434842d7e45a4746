"""The `--help` of every command, as docs/command-line.md keeps it. `python -m tests.help_texts` writes it there."""

import argparse
import os
import re
from pathlib import Path

import opis

PAGE = Path(__file__).parents[1] / "docs" / "command-line.md"
_KEPT = re.compile(r"(?<=```help )(\w+)\n(.*?)(?=```)", re.DOTALL)


def help_texts() -> dict[str, str]:
    """By command, at a width of 100."""
    before, os.environ["COLUMNS"] = os.environ.get("COLUMNS"), "100"
    try:
        actions = opis.make_parser()._subparsers
        assert actions
        (commands,) = (a for a in actions._group_actions if isinstance(a, argparse._SubParsersAction))
        return {name: command.format_help() for name, command in commands.choices.items()}
    finally:
        del os.environ["COLUMNS"]
        if before is not None:
            os.environ["COLUMNS"] = before


def kept() -> dict[str, str]:
    """What the page has."""
    return dict(_KEPT.findall(PAGE.read_text(encoding="utf-8")))


def write() -> None:
    texts = help_texts()
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_KEPT.sub(lambda found: f"{found[1]}\n{texts[found[1]]}", page), encoding="utf-8")


if __name__ == "__main__":
    write()
