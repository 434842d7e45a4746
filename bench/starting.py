"""How long a command takes from the shell, and a site until its first answer, beside the bare interpreter.

    python -m bench.starting [RUNS]

The sample collection; medians in milliseconds, each process new.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]

COMMANDS = {
    "--help": ["--help"],
    "formats": ["formats"],
    "search, in French": ["search", "grève"],
    "search, a name": ["search", "Trotsky"],
    "search, in Russian": ["search", "Троцкий"],
}
SITE = """
import sys, time
from discovery.engines.opening import open_engine
from webui import create_app
from webui.warming import warm
began = time.perf_counter()
app = create_app(open_engine(sys.argv[1]))
warm(app)
warmed = time.perf_counter()
client = app.test_client()
for address in ("/", "/search?q=Trotsky", "/search?q=Троцкий"):
    started = time.perf_counter()
    client.get(address)
    print(time.perf_counter() - started)
print(warmed - began)
"""


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    bare = statistics.median(_milliseconds(["-c", "pass"]) for _ in range(runs))
    print(f"bare interpreter: {bare:.0f} ms")
    with tempfile.TemporaryDirectory() as place:
        engine = str(Path(place) / "engine")
        opis = [str(ROOT / "opis.py")]
        _milliseconds([*opis, "index", str(ROOT / "data" / "sample"), "--engine", engine])
        for name, arguments in COMMANDS.items():
            place_of = ["--engine", engine] if arguments[0] == "search" else []
            taken = statistics.median(_milliseconds([*opis, *arguments, *place_of]) for _ in range(runs))
            print(f"opis {name}: {taken:.0f} ms, {taken - bare:.0f} over the bare interpreter")
        answered = [_site(engine) for _ in range(runs)]
    start, latin, russian, warming = (statistics.median(each) for each in zip(*answered, strict=True))
    print(f"site: {warming:.0f} ms to warm up; then start page {start:.0f}, first searches {latin:.0f}, {russian:.0f}")


def _milliseconds(arguments: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - started) * 1000


def _site(engine: str) -> list[float]:
    """The start page, two searches, and warming up, in milliseconds."""
    program = [sys.executable, "-c", SITE, engine]
    answered = subprocess.run(program, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
    return [float(line) * 1000 for line in answered.stdout.split()]


if __name__ == "__main__":
    main()
