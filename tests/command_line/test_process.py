"""opis in a process of its own: pipes and exit codes."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def start(*arguments: str, engine: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, str(ROOT / "opis.py"), *arguments, "--engine", str(engine)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def test_a_pipe_that_is_closed_early_is_no_error(sample_index: Path):
    with start("search", "", "--view", "items", "--limit", "10000", "--json", engine=sample_index) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "{\n"
        process.stdout.close()
        assert (process.wait(30), process.stderr.read()) == (0, "")


def test_a_process_ends_with_the_code_of_its_error(tmp_path: Path):
    with start("search", "x", engine=tmp_path / "none") as process:
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (5, "")
    assert err.startswith("opis: There is no engine at ")
