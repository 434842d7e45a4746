"""PDF: the words of its text layer with their boxes, read by PDFium in a process of its own."""

import json
import os
import selectors
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from discovery.errors import BadFile
from discovery.records import Page, Source

from .layout import Layout
from .source import Report

READS = (
    ("text layer", "words, lines"),
    ("boxes of characters", "box of the word"),
    ("picture that covers the page, else 150 dots an inch", "size of the page"),
    ("page without text", "page without text: its image alone"),
)
LONGEST = 4.0
"""Seconds that one page may take."""
_PROCESS = Path(__file__).with_name("pdf_process.py")
_WRONG = {
    "encrypted": "an encrypted PDF, which asks for a password",
    "damaged": "a damaged PDF: PDFium can't open it",
}


def read(data: bytes, shown: str, fault: Report) -> list[Page]:
    """The pages of a PDF, numbered from 1; their image is their place in this file ("#page=2"), drawn when asked for.

    A page that can't be read, or takes too long, is reported. Raises `BadFile` for an encrypted or damaged file.
    """
    answers = _answers(data)
    first: dict[str, Any] = next(answers, {"wrong": "damaged"})
    if "wrong" in first:
        raise BadFile(shown, _WRONG[first["wrong"]])
    pages: list[Page] = []
    for number in range(1, first["read"] + 1):
        answer = next(answers, None)
        if answer is None:
            reason = f"page {number} is too much for PDFium, which gave up or took {LONGEST:.0f} seconds"
            fault(Source(shown), f"{reason}: left out with all behind it")
            break
        if "wrong" in answer:
            fault(Source(shown), f"page {number} is damaged")
            continue
        if answer["more"]:
            fault(Source(shown), f"page {number} has more characters than a page can have: the first are read")
        pages.append(_page(answer, number, shown))
    if first["pages"] > first["read"]:
        fault(Source(shown), f"{first['pages']:,} pages: those behind the first {first['read']:,} are left out")
    return pages


def _page(answer: dict[str, Any], number: int, shown: str) -> Page:
    layout = Layout()
    for line in answer["lines"]:
        for word, box in line:
            layout.word(word, tuple(box) if box else None)
        layout.end_line()
    text, words, passages = layout.finish()
    return Page(
        sequence=number,
        text=text,
        source=Source(shown),
        words=words,
        width=answer["width"],
        height=answer["height"],
        image=f"#page={number}",
        passages=passages,
    )


def _answers(data: bytes) -> Iterator[dict[str, Any]]:
    """What the process says of a PDF, line by line, until it ends or is silent for too long."""
    process = subprocess.Popen(
        [sys.executable, str(_PROCESS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdin
    assert process.stdout
    feeding = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
    feeding.start()
    try:
        with selectors.DefaultSelector() as ready:
            ready.register(process.stdout, selectors.EVENT_READ)
            waiting = b""
            while ready.select(LONGEST) and (read := os.read(process.stdout.fileno(), 1 << 16)):
                *lines, waiting = (waiting + read).split(b"\n")
                yield from map(json.loads, lines)
    finally:
        process.kill()
        feeding.join()
        process.stdout.close()
        process.wait()


def _feed(pipe: Any, data: bytes) -> None:
    try:
        with pipe:
            pipe.write(data)
    except BrokenPipeError:
        pass
