"""docker-compose.yml against the code: what it runs, with what, and who gets which secret.

Its scripts, and the server with its settings, are run by tests/discovery/engines/test_security.py.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
import tomllib
from pathlib import Path

import pytest
from waitress.server import create_server

import opis
from commands import index, serve
from discovery.engines.elastic.connecting import MAJOR, connect, read_settings
from tests.composed import COMPOSE, FILES_OF_SERVER, SERVICES, server_version
from tests.conftest import ROOT
from webui import create_app

OURS = ("web", "load")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


def volumes(service: str) -> dict[str, str]:
    """Where → what, of a service."""
    found = (re.fullmatch(r"(.+?):(/[^:]+)(:ro)?", volume) for volume in SERVICES[service]["volumes"])
    return {volume[2]: volume[1] for volume in found if volume}


def test_the_server_is_of_a_version_that_the_code_supports() -> None:
    assert server_version().split(".")[0] == str(MAJOR)
    assert f"elasticsearch>={MAJOR},<{MAJOR + 1}" in PROJECT["project"]["dependencies"]


def test_the_server_is_of_the_version_that_is_tested(elasticsearch) -> None:
    with pytest.importorskip("elasticsearch").Elasticsearch(elasticsearch) as client:
        assert client.info().body["version"]["number"] == server_version()


@pytest.mark.parametrize("service", OURS)
def test_a_command_can_be_typed(service) -> None:
    entry = re.search(r'^ENTRYPOINT \["opis"\]$', DOCKERFILE, re.M)
    assert entry
    chosen = opis.make_parser().parse_args(SERVICES[service]["command"])
    assert chosen.run is {"web": serve, "load": index}[service].run


def test_the_page_is_served_where_its_port_leads() -> None:
    chosen = opis.make_parser().parse_args(SERVICES["web"]["command"])
    assert chosen.host == "0.0.0.0"
    [port] = SERVICES["web"]["ports"]
    assert port == f"${{ADDRESS:-127.0.0.1}}:${{PORT:-8000}}:{chosen.port}"


@pytest.mark.parametrize("service", OURS)
def test_every_variable_is_one_that_is_read(service, tmp_path, monkeypatch) -> None:
    given = dict(SERVICES[service]["environment"])
    for name in ("OPIS_ELASTIC_CA", "OPIS_ELASTIC_API_KEY_FILE"):
        inside = Path(given[name])
        assert str(inside.parent) in volumes(service)
        given[name] = str(tmp_path / inside.name)
        (tmp_path / inside.name).write_text("secret", "utf-8")
    settings = read_settings(given)
    assert (settings.api_key, settings.ca) == ("secret", given["OPIS_ELASTIC_CA"])
    monkeypatch.setenv("OPIS_ENGINE", given.pop("OPIS_ENGINE"))
    place = opis.make_parser().parse_args(["status"]).engine
    assert connect(place, {}).shown == "https://elasticsearch:9200/opis"
    assert set(given) == {"OPIS_ELASTIC_CA", "OPIS_ELASTIC_API_KEY_FILE"}


def test_each_has_its_own_key_and_none_the_password() -> None:
    assert {service: volumes(service)["/access"] for service in OURS} == {"web": "reader", "load": "writer"}
    assert "writer" not in volumes("web").values()
    asked = {name for name, service in SERVICES.items() if "PASSWORD" in str(service)}
    assert asked == {"elasticsearch", "access"}
    for name in OURS:
        assert "password" not in str(SERVICES[name]).lower()
    for name in ("elasticsearch", *OURS):
        assert all(volume.endswith(":ro") for volume in SERVICES[name]["volumes"] if not volume.startswith("data:"))


def test_the_keys_are_made_where_they_are_read() -> None:
    _, address, roles, *folders = SERVICES["access"]["entrypoint"]
    assert SERVICES["web"]["environment"]["OPIS_ENGINE"].startswith(address)
    assert volumes("access")[roles] == "./docs/roles"
    for folder in folders:
        assert (ROOT / "docs" / "roles" / f"opis{folder.replace('/', '_')}.json").is_file()
        assert volumes("access")[folder] == volumes("certificates")[folder] == folder.strip("/")


def test_scripts_are_there_and_can_be_run() -> None:
    commands = " ".join(word for service in ("certificates", "access") for word in SERVICES[service]["entrypoint"])
    scripts = re.findall(r"/docker/[\w-]+", commands)
    assert len(scripts) == 2
    assert all(os.access(f"{ROOT}{script}", os.X_OK) for script in scripts)


def test_what_starts_after_what() -> None:
    after = {name: service.get("depends_on", {}) for name, service in SERVICES.items()}
    ended, well = ({"condition": f"service_{state}"} for state in ("completed_successfully", "healthy"))
    assert after == {
        "certificates": {},
        "elasticsearch": {"certificates": ended},
        "access": {"elasticsearch": well},
        "web": {"access": ended},
        "load": {"access": ended},
    }
    assert SERVICES["load"]["profiles"] == ["load"], "a load is asked for"


def test_memory_and_volumes() -> None:
    server = SERVICES["elasticsearch"]
    heap = set(re.findall(r"-Xm[sx]\$\{ELASTIC_HEAP:-(\d+)g\}", server["environment"]["ES_JAVA_OPTS"]))
    memory = re.fullmatch(r"\$\{ELASTIC_MEMORY:-(\d+)g\}", server["mem_limit"])
    assert memory
    assert [2 * int(gigabytes) for gigabytes in heap] == [int(memory[1])]
    assert all("mem_limit" in SERVICES[name] for name in OURS)
    assert volumes("elasticsearch")[f"/usr/share/elasticsearch/config/{FILES_OF_SERVER}"] == FILES_OF_SERVER
    used = {what for name in SERVICES for what in volumes(name).values() if re.fullmatch(r"\w+", what)}
    assert used == set(COMPOSE["volumes"])


def test_the_page_is_well_when_it_answers_from_the_archive(sample_engine) -> None:
    kind, python, *check = SERVICES["web"]["healthcheck"]["test"]
    assert (kind, python) == ("CMD", "python")
    server = create_server(create_app(sample_engine), host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    check[-1] = check[-1].replace("127.0.0.1:8000", f"127.0.0.1:{server.effective_port}")
    assert subprocess.run([sys.executable, *check], check=False).returncode == 0
    server.close()
    assert subprocess.run([sys.executable, *check], check=False, stderr=subprocess.DEVNULL).returncode != 0


def test_the_image_is_made_of_all_that_the_wheel_needs() -> None:
    assert "pip install --no-cache-dir /source\n" in DOCKERFILE
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    sent = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {"pyproject.toml", PROJECT["project"]["readme"], *wheel} <= {line[1:] for line in sent if line[:1] == "!"}
    python = re.search(r"^FROM python:3\.(\d+)-slim$", DOCKERFILE, re.M)
    assert python
    assert f">=3.{python[1]}" >= PROJECT["project"]["requires-python"]


def test_what_has_to_be_set_is_in_the_example() -> None:
    text = (ROOT / "docker-compose.yml").read_text("utf-8")
    example = (ROOT / ".env.example").read_text("utf-8")
    must = set(re.findall(r"\$\{(\w+):\?", text))
    may = dict(re.findall(r"\$\{(\w+):-(.*?)\}", text))
    assert set(re.findall(r"^(\w+)=$", example, re.M)) == must
    assert dict(re.findall(r"^#(\w+)=(.+)$", example, re.M)) == may
    assert ".env\n" in (ROOT / ".gitignore").read_text("utf-8")


@pytest.fixture(scope="session")
def client() -> list[str]:
    """The command of a docker compose; it needs no daemon to read a file."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]):
            asked = subprocess.run([*command, "version"], capture_output=True, check=False)
            if asked.returncode == 0:
                return command
    pytest.skip("no docker compose here")


def config(client: list[str], **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*client, "config"], cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def test_docker_reads_it(client) -> None:
    read = config(client, ELASTIC_PASSWORD="sesame")
    assert read.returncode == 0, read.stderr
    assert "sesame" in read.stdout


def test_a_missing_password_is_asked_for(client) -> None:
    read = config(client, ELASTIC_PASSWORD="")
    assert read.returncode != 0
    assert "set it in .env" in read.stderr


def test_the_documented_commands_are_there() -> None:
    page = (ROOT / "docs" / "elasticsearch.md").read_text("utf-8")
    commands = [shlex.split(line) for line in re.findall(r"^docker compose (.+?)(?: +#.*)?$", page, re.M)]
    runs = [words[words.index("load") + 1 :] for words in commands if words[0] == "run"]
    assert runs
    for words in filter(None, runs):
        opis.make_parser().parse_args(words)
