"""The language of who asks changes nothing: neither hits nor their order nor counts."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_command_line_finds_the_same_in_each_locale(sample_index: Path):
    english = _asked(sample_index, "Trotsky", {"LC_ALL": "C"})
    assert english["total"]
    assert english == _asked(sample_index, "Trotsky", {"LC_ALL": "ru_RU.UTF-8", "LANGUAGE": "ru"})


def _asked(engine: Path, query: str, locale: dict[str, str]) -> dict[str, object]:
    program = [sys.executable, "-m", "opis", "search", query, "--engine", str(engine), "--json"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    done = subprocess.run(program, cwd=ROOT, env=environment | locale, capture_output=True, check=True)
    answer = json.loads(done.stdout)
    answer.pop("seconds", None)
    return answer
