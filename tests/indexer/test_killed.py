"""What is left of a load whose main process is killed: nothing that runs."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests import loads

SECONDS = 10.0
"""How long the readers may take to end."""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are counted in /proc")
def test_the_readers_end_when_the_main_process_is_killed(tmp_path: Path):
    collection = loads.make_collection(tmp_path / "pages", folders=40, pages=50, word="strike")
    with loads.start(collection, tmp_path / "engine") as process:
        try:
            assert _until(lambda: _processes(process.pid) >= 3), "no readers were started"
            os.kill(process.pid, signal.SIGKILL)
            process.wait(SECONDS)
            assert _until(lambda: not loads.is_alive(process.pid)), "readers outlived the load"
        finally:
            loads.end_group(process.pid)


def _processes(group: int) -> int:
    """How many processes of a group there are (main, the one that forks, readers)."""
    count = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            count += os.getpgid(int(folder.name)) == group
        except ProcessLookupError:
            continue
    return count


def _until(condition) -> bool:
    end = time.monotonic() + SECONDS
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return bool(condition())
