"""How far a load has come: a bar on a terminal, a line now and then elsewhere."""

import time
from types import TracebackType
from typing import Protocol, Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

EVERY = 5.0
"""Seconds between two lines."""


class Progress(Protocol):
    """Counts folders of one load up to a total, and the pages in them."""

    def total(self, count: int) -> None: ...

    def advance(self, folders: int, pages: int) -> None: ...


class Silent:
    """Says nothing."""

    def total(self, count: int) -> None: ...

    def advance(self, folders: int, pages: int) -> None: ...


class Lines:
    """A line every EVERY seconds."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._total, self._folders, self._pages = stream, 0, 0, 0
        self._last = time.monotonic()

    def total(self, count: int) -> None:
        self._total += count

    def advance(self, folders: int, pages: int) -> None:
        self._folders += folders
        self._pages += pages
        if time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            done = f"{self._folders} of {self._total} folders and series, {self._pages} pages"
            print(done, file=self._stream, flush=True)


class Terminal:
    """A bar; a context manager, since it owns the bottom line while it runs."""

    def __init__(self, console: Console) -> None:
        pages = TextColumn("folders and series, {task.fields[pages]} pages")
        columns = (TextColumn("Loading"), BarColumn(), MofNCompleteColumn(), pages)
        self._bar = Bar(*columns, TimeRemainingColumn(), console=console, transient=True)
        self._task = self._bar.add_task("load", total=0, pages=0)
        self._pages = 0

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bar.stop()

    def total(self, count: int) -> None:
        self._bar.update(self._task, total=(self._bar.tasks[0].total or 0) + count)

    def advance(self, folders: int, pages: int) -> None:
        self._pages += pages
        self._bar.update(self._task, advance=folders, pages=self._pages)
