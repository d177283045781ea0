"""The way of log lines out of the process: a bounded queue and a thread, so that a slow reader holds up nobody."""

import contextlib
import logging
import os
import queue
import threading
from collections.abc import Iterator

from tarry.commands.logline import Format

LINES_MAX = 1024
"""Most lines waiting for whoever reads them; one more is dropped and counted."""
CLOSE_S = 1.0
"""How long lines waiting at the end may take to be queued, and again to leave, in seconds."""


class LogPipe(logging.Handler):
    """Writes every record as one line to a file descriptor; ``emit`` never waits, whoever calls it.

    What was dropped is counted in ``dropped``, and told in a line of its own once lines leave again.
    """

    def __init__(self, to: int, form: Format) -> None:
        super().__init__()
        self.dropped = 0
        self._told = 0
        # Our own handle: the number of a closed one may soon be somebody else's file.
        self._to = os.dup(to)
        self._form = form
        self._lines: queue.Queue[str | None] = queue.Queue(LINES_MAX)
        # A daemon: a reader that never reads must not keep the process from ending.
        self._thread = threading.Thread(target=self._write_all, name="tarry-log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Queue one record; what cannot be formatted is told as far as it can be."""
        try:
            line = self._form(record)
        except (TypeError, ValueError) as exc:
            line = self._form(_own(logging.ERROR, f"a log line could not be written: {exc}", where=record.module))
        try:
            self._lines.put_nowait(line)
        except queue.Full:
            self.dropped += 1

    def close(self) -> None:
        """Let what is waiting leave, for two seconds at most; lines after that are not taken."""
        super().close()
        if self._thread.is_alive():
            try:
                self._lines.put(None, timeout=CLOSE_S)
            except queue.Full:
                self._give_up()
            self._thread.join(CLOSE_S)

    def _give_up(self) -> None:
        """Drop what nobody takes, so that the thread ends when its last write does."""
        with contextlib.suppress(queue.Empty):
            while True:
                self._lines.get_nowait()
                self.dropped += 1
        with contextlib.suppress(queue.Full):
            self._lines.put_nowait(None)

    def _write_all(self) -> None:
        try:
            self._write_waiting()
        finally:
            os.close(self._to)

    def _write_waiting(self) -> None:
        while (line := self._lines.get()) is not None:
            self._write(line)
            lost = self.dropped - self._told
            if lost:
                self._told += lost
                text = f"{lost} log lines were dropped: nobody took them in time"
                self._write(self._form(_own(logging.WARNING, text, event="log_dropped", lines=lost)))

    def _write(self, line: str) -> None:
        data = f"{line}\n".encode("utf-8", "backslashreplace")
        try:
            while data:
                data = data[os.write(self._to, data) :]
        except OSError:
            # The reader is gone, or its disk is full; there is nobody left to tell.
            self.dropped += 1
            self._told += 1


@contextlib.contextmanager
def log_lines(to: int, form: Format, *, level: int = logging.WARNING) -> Iterator[LogPipe]:
    """Send everything logged in this process through one pipe meanwhile; Tarry's own lines from ``level`` on."""
    pipe, root, own = LogPipe(to, form), logging.getLogger(), logging.getLogger("tarry")
    before = own.level
    root.addHandler(pipe)
    own.setLevel(level)
    logging.captureWarnings(True)
    try:
        yield pipe
    finally:
        logging.captureWarnings(False)
        own.setLevel(before)
        root.removeHandler(pipe)
        pipe.close()


def _own(level: int, text: str, **fields: object) -> logging.LogRecord:
    return logging.makeLogRecord(
        {"name": "tarry", "levelno": level, "levelname": logging.getLevelName(level), "msg": text, **fields}
    )
