"""Reading page files in other processes, in order, a bounded number ahead: memory does not grow with the collection."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from multiprocessing.connection import wait
from pathlib import Path

from discovery.errors import BadFile
from discovery.records import Page, Source
from discovery.text.language import passages
from discovery.text.prior import Prior
from indexer.readers import read_page_file

CHUNK = 16
"""Page files read in one go by one process."""
AHEAD = 8
"""Chunks read ahead of the one that is waited for, per process."""
FEW = 64
"""Page files up to which starting other processes does not pay."""


@dataclass(frozen=True, slots=True)
class PageJob:
    """A page file to read; `languages` are those its passages can be in, and how likely each is."""

    path: Path
    shown: str
    languages: Prior


@dataclass(frozen=True, slots=True)
class PagesRead:
    """The pages of one file, their passages set, what was wrong with it, and the format that it was read as."""

    pages: list[Page]
    faults: list[tuple[Source, str]]
    kind: str = ""


def read_chunk(jobs: list[PageJob]) -> list[PagesRead]:
    return [_read(job) for job in jobs]


def _read(job: PageJob) -> PagesRead:
    faults: list[tuple[Source, str]] = []
    try:
        found, pages = read_page_file(job.path, job.shown, lambda source, reason: faults.append((source, reason)))
    except BadFile as error:
        return PagesRead([], [*faults, (Source(error.file, error.line), error.reason)])
    spoken = [replace(page, passages=passages(page.text, job.languages)) for page in pages]
    return PagesRead(spoken, faults, found.name)


@contextmanager
def reading(folders: Iterable[list[PageJob]]) -> Iterator[Iterator[list[PagesRead]]]:
    """The pages of each folder, in order: read here if they are few, else in as many processes as there are cores."""
    coming = iter(folders)
    first: list[list[PageJob]] = []
    files = 0
    for jobs in coming:
        first.append(jobs)
        files += len(jobs)
        if files > FEW:
            break
    else:
        yield map(read_chunk, first)
        return
    processes = os.cpu_count() or 1
    # A fork would copy a process in which tantivy runs threads.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["indexer.reader_process"])
    with ProcessPoolExecutor(processes, context, _begin) as pool:
        try:
            yield _ahead(pool, chain(first, coming), processes * AHEAD)
        finally:
            pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """In a reader: Ctrl+C reaches every process of a terminal, and it is for the main one to end the others; but a main
    process that is killed can't.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of a pipe that the main process holds: known on every system, and without asking again."""
    parent = multiprocessing.parent_process()
    assert parent
    wait([parent.sentinel])
    os._exit(1)


Chunks = list[Future[list[PagesRead]]]


def _ahead(pool: ProcessPoolExecutor, folders: Iterable[list[PageJob]], most: int) -> Iterator[list[PagesRead]]:
    """Hand out the files of folders in chunks until `most` wait, then give back the oldest folder."""
    waiting: deque[Chunks] = deque()
    ahead = 0
    for jobs in folders:
        waiting.append([pool.submit(read_chunk, jobs[at : at + CHUNK]) for at in range(0, len(jobs), CHUNK)])
        ahead += len(waiting[-1])
        while ahead > most:
            ahead -= len(waiting[0])
            yield _together(waiting.popleft())
    while waiting:
        yield _together(waiting.popleft())


def _together(chunks: Chunks) -> list[PagesRead]:
    return [read for chunk in chunks for read in chunk.result()]
