"""The directory of an embedded engine: its generations, the pointer to the current one, what can be wrong with it."""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from discovery.engines.embedded import digests
from discovery.engines.embedded.schema import fingerprint
from discovery.engines.embedded.turns import Turn
from discovery.engines.port import About
from discovery.errors import EngineError, EngineMissing, EngineOutdated, EngineUnreadable, UsageError
from discovery.knowledge import Knowledge

POINTER, ABOUT, KNOWLEDGE = "opis.json", "about.json", "knowledge.json"
KEPT = 2
"""Generations that stay: the current one and the one before."""


def current(directory: Path) -> Path:
    """The folder of the current generation; EngineMissing, EngineUnreadable otherwise."""
    if not directory.exists():
        raise EngineMissing(f"There is no engine at {directory}.", f"Make one: opis index SOURCE --engine {directory}")
    generation = directory / str(read_pointer(directory).get("current", ""))
    if not is_whole(generation):
        raise EngineUnreadable(
            f"The engine at {directory} names a generation that is not there or not whole.",
            f"Load again: opis index SOURCE --engine {directory}",
        )
    return generation


def read_pointer(directory: Path) -> dict[str, Any]:
    """Which generation is current, and the digest of its `about.json`."""
    return _read_json(directory / POINTER, directory)


def read_about(generation: Path) -> About:
    """What a generation holds; EngineOutdated where this program can't use it."""
    facts = _read_json(generation / ABOUT, generation.parent)
    facts.pop("files", None)
    if facts.pop("fingerprint", None) != fingerprint():
        raise EngineOutdated(
            f"The engine at {generation.parent} was made by another version of opis or of its dictionaries.",
            f"Load again: opis index SOURCE --engine {generation.parent}",
        )
    try:
        facts |= {"languages": tuple(facts["languages"]), "generation": generation.name}
        return About(**facts)
    except (KeyError, TypeError) as error:
        raise _not_ours(generation.parent, ABOUT) from error


def read_knowledge(generation: Path) -> Knowledge:
    """Who is who and which concepts there are, as a generation keeps it."""
    kept = _read_json(generation / KNOWLEDGE, generation.parent)
    try:
        return Knowledge.from_json(kept)
    except (KeyError, TypeError) as error:
        raise _not_ours(generation.parent, KNOWLEDGE) from error


def is_whole(generation: Path) -> bool:
    """Whether a load finished it: what it holds is written last (`publish`)."""
    return all((generation / name).is_file() for name in (ABOUT, KNOWLEDGE))


def before(generation: Path) -> list[Path]:
    """The whole generations before one, the last first."""
    older = [folder for folder in _generations(generation.parent) if folder.name < generation.name]
    return [folder for folder in reversed(older) if is_whole(folder)]


def half_built(directory: Path) -> list[Path]:
    """What loads that were killed left behind, or one that is running has made so far."""
    return [folder for folder in _generations(directory) if not is_whole(folder)]


def new_generation(directory: Path) -> tuple[Path, Turn]:
    """An empty folder for the next generation, and the turn to fill it. A directory with anything else is refused.

    What can't be gone back to is swept first: half-built generations, and those that a rollback left behind.
    """
    if directory.exists() and not directory.is_dir():
        raise UsageError(f"{directory} is a file.", "--engine takes a directory.")
    if (
        directory.exists()
        and any(directory.iterdir())
        and not (directory / POINTER).exists()
        and not _generations(directory)
    ):
        raise UsageError(f"{directory} holds something that is not an engine.", "Give --engine a new directory.")
    try:
        directory.mkdir(parents=True, exist_ok=True)
        turn = Turn(directory)
        numbers = [int(folder.name[1:]) for folder in _generations(directory)]
        _sweep(directory)
        generation = directory / f"g{max(numbers, default=0) + 1:04d}"
        generation.mkdir()
    except OSError as error:
        raise EngineUnreadable(f"Can't write to {directory}: {error.strerror}.", "Check its permissions.") from error
    return generation, turn


def _sweep(directory: Path) -> None:
    try:
        now = current(directory).name
    except EngineError:  # nothing is current: what is whole may be what somebody wants to save
        now = ""
    for folder in _generations(directory):
        if not is_whole(folder) or (now and folder.name > now):
            shutil.rmtree(folder, ignore_errors=True)


def publish(generation: Path, about: About, knowledge: Knowledge) -> None:
    """Make a finished generation the current one, and drop those before the last.

    What it holds is written when all else is on the disk, the pointer when that is: whenever this is broken off, the
    generation is either not whole or complete, and the pointer names a whole one.
    """
    _write_json(generation / KNOWLEDGE, knowledge.to_json())
    for file in generation.iterdir():
        _to_disk(file)
    _write_json(generation / digests.NAME, digests.listed(generation))
    facts = asdict(about) | {"fingerprint": fingerprint(), "files": digests.digest(generation / digests.NAME)}
    _write_json(generation / ABOUT, facts)
    point(generation)
    for folder in before(generation)[KEPT - 1 :]:
        shutil.rmtree(folder, ignore_errors=True)


def point(generation: Path) -> None:
    """Make a whole generation the current one."""
    facts = {"current": generation.name, "about": digests.digest(generation / ABOUT)}
    _write_json(generation.parent / POINTER, facts)


def _generations(directory: Path) -> list[Path]:
    return sorted(folder for folder in directory.glob("g[0-9]*") if folder.is_dir() and folder.name[1:].isdigit())


def _read_json(path: Path, directory: Path) -> dict[str, Any]:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise EngineMissing(
            f"There is no engine at {directory}.", f"Make one: opis index SOURCE --engine {directory}"
        ) from None
    except (OSError, ValueError) as error:
        raise EngineUnreadable(
            f"The engine at {directory} can't be read: {path.name}: {error}.",
            f"Load again: opis index SOURCE --engine {directory}",
        ) from error
    if not isinstance(facts, dict):
        raise _not_ours(directory, path.name)
    return facts


def _not_ours(directory: Path, name: str) -> EngineUnreadable:
    return EngineUnreadable(
        f"The engine at {directory} can't be read: {name} is not what opis writes.",
        f"Load again: opis index SOURCE --engine {directory}",
    )


def _write_json(path: Path, facts: Mapping[str, Any]) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")
    _to_disk(beside)
    beside.replace(path)
    _to_disk(path.parent)


def _to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, would survive a power cut."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
