"""A command as it is typed, and what it says."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import opis


class Said(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Run = Callable[..., Said]


@pytest.fixture
def run(capsys, sample_index: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the sample collection, unless it names another engine. Nothing ever ends in a traceback."""
    monkeypatch.setenv("OPIS_ENGINE", str(sample_index))

    def run(*arguments: str | Path) -> Said:
        capsys.readouterr()
        try:
            code = opis.main([str(argument) for argument in arguments])
        except SystemExit as stop:  # argparse
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Said(code, out, err)

    return run
