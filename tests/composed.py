"""What docker-compose.yml says, as the tests read it."""

from typing import Any

import yaml

from tests.conftest import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
FILES_OF_SERVER = "certificates"
"""The folder of the server's configuration where its certificate is put."""


def server_version() -> str:
    """The version of Elasticsearch that is run."""
    return str(SERVICES["elasticsearch"]["image"]).rpartition(":")[2]


def server_settings() -> dict[str, str]:
    """The settings that the server is run with: its image takes them from variables with a dot."""
    return {name: value for name, value in SERVICES["elasticsearch"]["environment"].items() if "." in name}
