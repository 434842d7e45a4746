"""One load at a time: a directory is locked by whoever writes to it, for as long as that process lives."""

import fcntl
import os
from pathlib import Path

from discovery.errors import EngineRefused


class Turn:
    """The right to write to a directory. The system takes it back when the process ends, however it ends."""

    def __init__(self, directory: Path) -> None:
        """EngineRefused where another load has it."""
        self._directory = os.open(directory, os.O_RDONLY)
        try:
            fcntl.flock(self._directory, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.end()
            raise EngineRefused(
                f"Another load is writing to {directory}.", "Load again when it has ended; one at a time."
            ) from None

    def end(self) -> None:
        if self._directory >= 0:
            os.close(self._directory)
        self._directory = -1

    def __del__(self) -> None:
        self.end()
