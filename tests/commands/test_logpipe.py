"""Log lines leave by a pipe that nobody waits for, and what is lost is counted."""

import logging
import os
import threading
import time
from collections.abc import Iterator

import orjson
import pytest

from tarry.commands.logline import Scrub, json_format
from tarry.commands.logpipe import LINES_MAX, LogPipe, log_lines


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """Make a real pipe: the end we read, the end lines are written to."""
    read, write = os.pipe()
    yield read, write
    for end in (read, write):
        try:
            os.close(end)
        except OSError:
            continue


def logger_to(pipe: LogPipe) -> logging.Logger:
    """Return a logger that nothing else listens to."""
    logger = logging.Logger("tarry.test")
    logger.addHandler(pipe)
    return logger


def read_all(end: int) -> list[dict[str, object]]:
    """Read lines until the other end is closed."""
    data = b""
    while chunk := os.read(end, 65_536):
        data += chunk
    return [orjson.loads(line) for line in data.splitlines()]


class TestPipe:
    def test_lines_leave_in_order_and_before_the_end(self, ends: tuple[int, int]) -> None:
        """Closing waits for what is still on its way."""
        pipe = LogPipe(ends[1], json_format(Scrub()))
        logger = logger_to(pipe)
        for n in range(500):
            logger.warning("line", extra={"n": n})

        pipe.close()
        os.close(ends[1])

        assert [line["n"] for line in read_all(ends[0])] == list(range(500))

    def test_a_reader_that_does_not_read_holds_up_nobody(self, ends: tuple[int, int]) -> None:
        """Lines beyond the bound are dropped at once, counted, and told when somebody reads again."""
        pipe = LogPipe(ends[1], json_format(Scrub()))
        logger = logger_to(pipe)
        slowest_s = 0.0
        for n in range(2 * LINES_MAX):
            began = time.monotonic()
            logger.warning("%s", "x" * 1_000, extra={"n": n})
            slowest_s = max(slowest_s, time.monotonic() - began)
        dropped = pipe.dropped
        found: list[dict[str, object]] = []
        reader = threading.Thread(target=lambda: found.extend(read_all(ends[0])))
        reader.start()

        pipe.close()
        os.close(ends[1])
        reader.join(10)

        assert slowest_s < 1.0
        assert dropped > 0
        told = [line for line in found if line["event"] == "log_dropped"]
        assert sum(int(str(line["lines"])) for line in told) == dropped
        assert len(found) - len(told) + dropped == 2 * LINES_MAX

    def test_the_end_does_not_wait_for_ever(self, ends: tuple[int, int]) -> None:
        """With a reader that never reads, the process can still end."""
        pipe = LogPipe(ends[1], json_format(Scrub()))
        logger = logger_to(pipe)
        for _ in range(2 * LINES_MAX):
            logger.warning("%s", "x" * 1_000)
        began = time.monotonic()

        pipe.close()

        assert time.monotonic() - began < 6.0

    def test_a_reader_that_went_away_is_survived(self, ends: tuple[int, int]) -> None:
        """Lines are counted as dropped and nothing is raised."""
        pipe = LogPipe(ends[1], json_format(Scrub()))
        os.close(ends[0])

        logger_to(pipe).warning("anybody?")
        pipe.close()

        assert pipe.dropped == 1

    def test_a_line_with_a_mistake_of_ours_is_told(self, ends: tuple[int, int]) -> None:
        """Wrong arguments for a sentence are reported in its place; the caller goes on."""
        pipe = LogPipe(ends[1], json_format(Scrub()))

        logger_to(pipe).warning("%d things", "many")
        pipe.close()
        os.close(ends[1])

        (line,) = read_all(ends[0])
        assert (line["level"], line["event"]) == ("ERROR", "log_line_could_not_be")


class TestLogLines:
    def test_all_loggers_go_through_it(self, ends: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
        """Tarry's, the web server's and everybody else's warnings; afterwards things are as they were."""
        # A web server that another test ran in this process may have kept its lines to itself.
        monkeypatch.setattr(logging.getLogger("uvicorn"), "propagate", True)
        before = logging.getLogger().handlers[:]
        with log_lines(ends[1], json_format(Scrub()), level=logging.INFO):
            logging.getLogger("tarry").info("up")
            logging.getLogger("uvicorn.error").error("exception")
            logging.getLogger("httpx").info("GET https://api.test/?key=1")
        os.close(ends[1])

        assert [line["logger"] for line in read_all(ends[0])] == ["tarry", "uvicorn.error"]
        assert logging.getLogger().handlers == before
