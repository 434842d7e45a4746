"""A real Elasticsearch for tests and measurements: started from an unpacked distribution, stopped, wiped.

`tests/prepare-elasticsearch` brings the distribution. Nodes listen on loopback ports that are free, keep their data in
a folder given, and run as `nobody` where the caller is root, which Elasticsearch refuses to be.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PREPARE = Path(__file__).parent / "prepare-elasticsearch"
MISSING = "no Elasticsearch: set OPIS_TEST_ELASTICSEARCH=URL, or bring one: tests/prepare-elasticsearch"
NO_JAVA = "no JDK 21 or newer for Elasticsearch: set OPIS_TEST_JAVA_HOME"
START_SECONDS = 120
TOOLS = {
    "elasticsearch-certutil": "modules/x-pack-core,modules/x-pack-security,lib/tools/security-cli",
    "elasticsearch-keystore": "lib/tools/keystore-cli",
}
"""The server's command-line tools, and what they are made of."""
_SETTINGS = {"discovery.type": "single-node", "xpack.security.enabled": "false", "network.host": "127.0.0.1"}


class NodeError(Exception):
    """A node that did not come up, with the end of its log."""


@dataclass(slots=True)
class Node:
    """A running node. `place` holds its configuration, data and log."""

    url: str
    place: Path
    process: "subprocess.Popen[bytes]"

    def stop(self) -> None:
        """End it at once; its data is not wanted."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def home() -> Path | None:
    """The unpacked distribution, None where it was not fetched."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "opis-test"
    cache = Path(os.environ.get("OPIS_TEST_CACHE") or (Path("/var/cache/opis-test") if os.getuid() == 0 else cache))
    found = sorted(cache.glob("elasticsearch-*/lib"))
    return found[-1].parent if found else None


def missing() -> str:
    """What is not there of what a node needs, "" where it can be started."""
    return MISSING if home() is None else NO_JAVA if java_home() is None else ""


def java_home() -> Path | None:
    """A JDK that Elasticsearch 9 runs on: 21 or newer, with the debugger's module, which its entitlements ask for."""
    named = (os.environ.get(name) for name in ("OPIS_TEST_JAVA_HOME", "JAVA_HOME"))
    places = [*(Path(place) for place in named if place), *sorted(Path("/usr/lib/jvm").glob("*"), reverse=True)]
    return next((place for place in places if _is_fit(place)), None)


def _is_fit(java: Path) -> bool:
    release = java / "release"
    if not release.is_file():
        return False
    facts = dict(line.split("=", 1) for line in release.read_text("utf-8").splitlines() if "=" in line)
    version = facts.get("JAVA_VERSION", "").strip('"').split(".")[0]
    return version.isdigit() and int(version) >= 21 and "jdk.jdi" in facts.get("MODULES", "")


def write_tools(folder: Path) -> None:
    """Put the server's command-line tools into a folder: this distribution has their scripts for Windows only."""
    distribution, java = home(), java_home()
    for name, libraries in TOOLS.items():
        properties = {
            "cli.name": name.removeprefix("elasticsearch-"),
            "cli.libs": libraries,
            "es.path.home": distribution,
        }
        properties |= {"es.path.conf": folder, "es.distribution.type": "tar", "es.java.type": "ES_JAVA_HOME"}
        given = " ".join(f"-D{key}={value}" for key, value in properties.items())
        path = f"-cp '{distribution}/lib/*:{distribution}/lib/cli-launcher/*'"
        command = f"{java}/bin/java {given} -Dcli.script=$0 {path} org.elasticsearch.launcher.CliToolLauncher"
        (folder / name).write_text(f'#!/bin/sh\nexec {command} "$@"\n', "utf-8")
        (folder / name).chmod(0o755)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(place: Path, settings: Mapping[str, str] = {}, heap: str = "1g", files: Mapping[str, Path] = {}) -> Node:
    """Start a node whose configuration, data and log lie in `place`. `files` are put beside its configuration."""
    distribution, java = home(), java_home()
    if distribution is None or java is None:
        raise NodeError(missing())
    port = free_port()
    every = {"http.port": str(port), "transport.port": str(free_port()), **_SETTINGS, **settings}
    every |= {"path.data": str(place / "data"), "path.logs": str(place / "logs")}
    every["path.repo"] = str(place / "snapshots")
    configuration = place / "config"
    shutil.copytree(distribution / "config", configuration)
    for name, file in files.items():
        (configuration / name).parent.mkdir(exist_ok=True)
        shutil.copy(file, configuration / name)
    (configuration / "elasticsearch.yml").write_text("".join(f"{k}: {v}\n" for k, v in every.items() if v), "utf-8")
    options = configuration / "jvm.options.d"
    options.mkdir(exist_ok=True)
    (options / "heap.options").write_text(f"-Xms{heap}\n-Xmx{heap}\n", "utf-8")
    process = _launch(distribution, java, place)
    secure = every["xpack.security.enabled"] == "true"
    node = Node(f"{'https' if secure else 'http'}://127.0.0.1:{port}", place, process)
    _wait(node, port)
    return node


def _launch(distribution: Path, java: Path, place: Path) -> "subprocess.Popen[bytes]":
    environment = {
        "PATH": os.environ["PATH"],
        "JAVA": str(java / "bin" / "java"),
        "JAVA_TYPE": "ES_JAVA_HOME",
        "ES_JAVA_HOME": str(java),
        "ES_HOME": str(distribution),
        "ES_PATH_CONF": str(place / "config"),
        "ES_DISTRIBUTION_TYPE": "tar",
        "ES_TMPDIR": str(place / "tmp"),
    }
    for name in ("data", "logs", "tmp", "snapshots"):
        (place / name).mkdir()
    user = None
    if os.getuid() == 0:
        user = pwd.getpwnam("nobody")
        for path in (place, *place.rglob("*")):
            os.chown(path, user.pw_uid, user.pw_gid)
        for above in place.parents:  # a folder that pytest makes is closed to others
            if above.stat().st_uid == 0 and above != Path("/") and not above.stat().st_mode & 0o001:
                above.chmod(above.stat().st_mode | 0o011)
    command = [java / "bin" / "java", "-cp", "lib/*:lib/tools/server-launcher/*"]
    with (place / "logs" / "launcher.log").open("wb") as log:
        return subprocess.Popen(
            [*map(str, command), "org.elasticsearch.server.launcher.ServerLauncher"],
            cwd=distribution,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            user=user and user.pw_uid,
            group=user and user.pw_gid,
            extra_groups=[] if user else None,
        )


def _wait(node: Node, port: int) -> None:
    """Wait until it answers; with security on, a refusal is an answer."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and node.process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                pass
            if node.url.startswith("https"):
                return
            with urllib.request.urlopen(f"{node.url}/_cluster/health?wait_for_status=yellow&timeout=1s", timeout=5):
                return
        except OSError:
            time.sleep(0.3)
    node.stop()
    log = (node.place / "logs" / "launcher.log").read_text("utf-8", "replace")
    raise NodeError(f"The node did not start:\n{log[-3000:]}")
