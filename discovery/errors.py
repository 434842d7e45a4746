"""The one error root: what went wrong, which exit code and HTTP status say it, and what to do about it."""

from typing import ClassVar


class OpisError(Exception):
    """An error that a user can act on. `hint` says how."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class UsageError(OpisError):
    """A request that can't be understood: an unknown option, field, view or value."""

    code = "usage"
    exit_code = 2
    http_status = 400


class CollectionError(OpisError):
    """A collection folder whose `collection.toml` is wrong, or a source that holds nothing to load."""

    code = "collection"
    exit_code = 3
    http_status = 500


class BadFile(OpisError):
    """A file that can't be read as what it claims to be. `line` counts from 1."""

    code = "bad-file"
    exit_code = 4
    http_status = 500

    def __init__(self, file: str, reason: str, line: int | None = None) -> None:
        super().__init__(f"{file}{'' if line is None else f':{line}'}: {reason}")
        self.file, self.reason, self.line = file, reason, line


class EngineError(OpisError):
    """An engine that does not do what is asked of it."""


class EngineMissing(EngineError):
    """No engine at the given place."""

    code = "engine-missing"
    exit_code = 5
    http_status = 503


class EngineUnreadable(EngineError):
    """An engine that is there and can't be opened: damaged, not ours, or no permission."""

    code = "engine-unreadable"
    exit_code = 6
    http_status = 503


class EngineRefused(EngineUnreadable):
    """An engine that does not let this user in, or not do this."""

    code = "engine-refused"


class EngineOutdated(EngineError):
    """An engine whose fields, languages or dictionaries differ from this program's."""

    code = "engine-outdated"
    exit_code = 7
    http_status = 503


class EngineFull(EngineError):
    """An engine that takes no more documents, because its disk is full."""

    code = "engine-full"
    exit_code = 9
    http_status = 503


class NotFound(OpisError):
    """No record with that id."""

    code = "not-found"
    exit_code = 8
    http_status = 404


SOMETHING_SKIPPED = 10
"""Exit code of a load that finished and skipped something: the report says what."""
