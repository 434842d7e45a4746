"""`opis serve` as processes: what they share, and that none is left when the first one ends, however it ends."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote
from urllib.request import urlopen

import pytest

import opis
from tests.conftest import ROOT
from tests.loads import end_group, is_alive

SECONDS = 20.0


class Served(NamedTuple):
    process: "subprocess.Popen[str]"
    address: str

    def get(self, path: str) -> str:
        with urlopen(f"{self.address}{path}", timeout=SECONDS) as answer:
            return answer.read().decode()

    @property
    def workers(self) -> set[int]:
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return set(map(int, listed.split()))


@contextmanager
def served(engine: Path, workers: int) -> Iterator[Served]:
    command = [sys.executable, str(ROOT / "opis.py"), "serve", "--engine", str(engine), "--port", "0"]
    command += ["--workers", str(workers)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert process.stdout
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found
        yield Served(process, found[0])
    finally:
        end_group(process.pid)
        process.communicate()


def until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + SECONDS
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked up in /proc")


@pytest.mark.parametrize("workers", [1, 3])
def test_many_readers_at_once_and_a_quiet_end(sample_index: Path, workers: int) -> None:
    paths = [
        "/",
        "/health",
        "/search?q=Trotsky",
        f"/search?q={quote('левая оппозиция')}",
        "/api/v1/search?q=France",
    ] * 8
    with served(sample_index, workers) as site, ThreadPoolExecutor(16) as readers:
        assert until(lambda: len(site.workers) == (workers if workers > 1 else 0))
        for path, said in zip(paths, readers.map(site.get, paths), strict=True):
            assert said, path
        site.process.send_signal(signal.SIGTERM)
        assert site.process.wait(SECONDS) == 0
        assert until(lambda: not is_alive(site.process.pid))


def test_the_same_answer_from_one_process_and_several(sample_index: Path) -> None:
    def answer(site: Served) -> str:
        return re.sub(r'"seconds": ?[\d.e-]+', "", site.get("/api/v1/search?q=Trotsky&view=items"))

    with served(sample_index, 1) as one, served(sample_index, 2) as several:
        assert {answer(several) for _ in range(6)} == {answer(one)}


def test_a_process_that_ends_is_begun_anew(sample_index: Path) -> None:
    with served(sample_index, 2) as site:
        assert until(lambda: len(site.workers) == 2)
        before = site.workers
        os.kill(min(before), signal.SIGKILL)
        assert until(lambda: len(site.workers - before) == 1)
        assert [site.get("/health") for _ in range(6)]


def test_no_process_outlives_the_first_one(sample_index: Path) -> None:
    with served(sample_index, 2) as site:
        os.kill(site.process.pid, signal.SIGKILL)
        site.process.wait(SECONDS)
        assert until(lambda: not is_alive(site.process.pid))


def test_ctrl_c_ends_all(sample_index: Path) -> None:
    with served(sample_index, 2) as site:
        site.get("/health")
        os.killpg(site.process.pid, signal.SIGINT)
        assert site.process.wait(SECONDS) == 0
        assert until(lambda: not is_alive(site.process.pid))


def test_all_follow_a_new_generation(sample_index: Path, tmp_path: Path) -> None:
    table = tmp_path / "folders.csv"
    engine = tmp_path / "engine"
    for title in ("before", "after"):
        table.write_text(f"id,ref,level,title\nf1,1,file,{title}\n")
        if title == "before":
            assert opis.main(["index", str(table), "--engine", str(engine)]) == 0
    with served(engine, 2) as site:
        assert '"total":1' in site.get("/api/v1/search?q=before").replace(" ", "")
        assert opis.main(["index", str(table), "--engine", str(engine)]) == 0
        for _ in range(6):
            assert '"total":1' in site.get("/api/v1/search?q=after").replace(" ", "")


@pytest.mark.parametrize("said", ["0", "-1", "many"])
def test_a_number_of_processes_that_is_none(said: str, capsys) -> None:
    with pytest.raises(SystemExit):
        opis.main(["serve", "--workers", said])
    assert "is not a number from 1 up" in capsys.readouterr().err
