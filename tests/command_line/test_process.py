"""opis in a process of its own: pipes, exit codes, Ctrl+C."""

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


STOPPED = """
import os, signal, sys, opis
from commands import index
class Stopping(index.Lines):
    def advance(self, folders, pages):
        super().advance(folders, pages)
        if self._pages > 50:
            os.killpg(0, signal.SIGINT)
index.Lines = Stopping
sys.exit(opis.main(sys.argv[1:]))
"""


def test_ctrl_c_ends_a_load_and_all_that_read_for_it(tmp_path: Path):
    command = [sys.executable, "-c", STOPPED, "index", str(ROOT / "data" / "sample"), "--engine", str(tmp_path / "e")]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, start_new_session=True, check=False)
    assert ended.returncode == 130
    assert ended.stderr.splitlines()[-1] == "opis: stopped; the engine is as it was"
    assert "Traceback" not in ended.stderr
    assert not list((tmp_path / "e").glob("g*"))
