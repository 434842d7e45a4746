"""Examine an engine: is it there, does it fit, can it be loaded; and say what to do about each.

examples:
  opis doctor --engine demo-index
  opis doctor --engine https://archive.example:9200/letters
exit codes: 0 nothing is wrong, 6 something is
"""

import argparse

from commands.options import engine_option
from discovery.engines.upkeep import examine
from discovery.errors import EngineUnreadable


def options(command: argparse.ArgumentParser) -> None:
    engine_option(command)


def run(chosen: argparse.Namespace) -> int:
    findings = list(examine(chosen.engine))
    for finding in findings:
        for line in finding.lines():
            print(line)
    return EngineUnreadable.exit_code if any(finding.state == "wrong" for finding in findings) else 0
