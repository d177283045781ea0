"""One record, one line: whole for people and programs, closed to strangers, silent about secrets."""

import logging
import random
import secrets
import time
from base64 import urlsafe_b64encode

import orjson
import pytest

from tarry.commands.logline import HIDDEN, LINE_MAX, Scrub, event_of, iso, json_format, looks_random, text_format
from tarry.core.identity import Keys

HOSTILE = ("a\r\nb", "a\x1b[2Jb", "a\u202eb", "a\x9bb", "a\u2028b", "a\x7fb", "a\x00b", "a\ud800b")


def record(text: str, /, *args: object, exc: BaseException | None = None, **extra: object) -> logging.LogRecord:
    """Return a record as a logger makes it."""
    made = logging.LogRecord(
        "tarry", logging.WARNING, "", 0, text, args, (type(exc), exc, exc.__traceback__) if exc else None
    )
    vars(made).update(extra)
    return made


def fault(text: str) -> Exception:
    """Return an exception that was raised, so that it has a traceback."""
    try:
        raise ValueError(text)
    except ValueError as exc:
        return exc


class TestJson:
    def test_every_part_has_its_key(self) -> None:
        """Time, level, event, sentence and the caller's own fields."""
        made = record("load level %d: the queue is %d %% full", 2, 76, event="load_level", load=2)

        line = orjson.loads(json_format(Scrub())(made))

        assert line == {
            "at": iso(made.created), "level": "WARNING", "event": "load_level",
            "text": "load level 2: the queue is 76 % full", "logger": "tarry", "load": 2,
        }  # fmt: skip

    def test_a_traceback_stays_on_the_line(self) -> None:
        """Type, text and trace of what went wrong, in one object."""
        line = json_format(Scrub())(record("a turn failed", exc=fault("of ours")))

        error = orjson.loads(line)["error"]
        assert (error["type"], error["text"]) == ("ValueError", "of ours")
        assert "in fault" in error["trace"]
        assert "\n" not in line

    def test_a_field_cannot_take_the_place_of_another(self) -> None:
        """Whatever a caller gives, the time and the level are the record's."""
        made = record("hello", at="never", level="FINE", text="bye")

        line = orjson.loads(json_format(Scrub())(made))

        assert (line["at"], line["level"], line["text"]) == (iso(made.created), "WARNING", "hello")

    @pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
    def test_nothing_breaks_the_line(self, hostile: str) -> None:
        """A stranger's control characters come out spelled, in the sentence, in a field and in a traceback."""
        line = json_format(Scrub())(record("refused %s", hostile, exc=fault(hostile), origin=hostile))

        assert line.isascii()
        assert line.isprintable()
        assert orjson.loads(line.encode().replace(b"\\ud800", b"?"))["level"] == "WARNING"


class TestText:
    def test_it_is_the_plain_sentence(self) -> None:
        """Time of day, level, and what was said, in the sentence's own words."""
        made = record("the store takes what it is given again")

        at = time.strftime("%H:%M:%S", time.localtime(made.created))

        assert text_format(Scrub())(made) == f"{at} WARNING the store takes what it is given again"

    @pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
    def test_nothing_breaks_the_line(self, hostile: str) -> None:
        """Control characters are spelled out; only a traceback has lines below, and those are indented."""
        first, *below = text_format(Scrub())(record("refused %s", hostile, exc=fault(hostile))).split("\n")

        assert first.isprintable()
        assert below
        assert all(part.isprintable() and part.startswith("    ") for part in below)


class TestEvent:
    @pytest.mark.parametrize(
        ("sentence", "name"),
        [
            ("load level %d: the commit queue is %d %% full", "load_level"),
            ("commit failed: %s", "commit_failed"),
            ("the copywriter %s failed", "copywriter_failed"),
            ("%s", "log"),
        ],
    )
    def test_unnamed_it_is_called_by_its_words(self, sentence: str, name: str) -> None:
        """The name holds no value, so that the same thing always has the same name."""
        assert event_of(record(sentence, *(1,) * sentence.replace("%%", "").count("%"))) == name


class TestScrub:
    def test_visitor_tokens_and_ids_are_hidden(self) -> None:
        """Whatever one of ours looks like, it does not come out; two thousand of each."""
        keys, scrub = Keys({"k1": secrets.token_bytes(32)}, "k1"), Scrub()

        for _ in range(2_000):
            sid = secrets.token_urlsafe(16)
            token = keys.sign("pk_test", secrets.token_urlsafe(16), "full", at_ms=1)
            told = scrub(f"page {sid} came with {token}, again {sid}")
            assert token not in told
            assert sid not in told or not looks_random(sid)

    def test_nearly_every_id_looks_like_one(self) -> None:
        """Of twenty thousand random ids about one in two thousand passes for a name."""
        ids = random.Random(1)
        missed = sum(
            not looks_random(urlsafe_b64encode(ids.randbytes(16)).rstrip(b"=").decode()) for _ in range(20_000)
        )

        assert 0 < missed < 20

    @pytest.mark.parametrize("word", ["StarletteHTTPException", "test_nothing_is_lost_a", "HTTP_NOT_FOUND_AT_ALLS"])
    def test_names_of_programmers_stay(self, word: str) -> None:
        """A traceback stays readable."""
        assert len(word) == 22
        assert Scrub()(f"raise {word}()") == f"raise {word}()"

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("GET /t/ws?key=abc HTTP/1.1", f"GET /t/ws?{HIDDEN} HTTP/1.1"),
            ("https://shop.test/a?mail=x@y.z next", f"https://shop.test/a?{HIDDEN} next"),
            ("Authorization: Bearer abc.def", f"Authorization: Bearer {HIDDEN}"),
            ("key sk-abcdefgh12345678 refused", f"key {HIDDEN} refused"),
            ("is it full? yes/no", "is it full? yes/no"),
        ],
    )
    def test_credentials_and_queries_are_hidden(self, text: str, told: str) -> None:
        """Request credentials, provider keys and query strings, and nothing else."""
        assert Scrub()(text) == told

    def test_known_secrets_are_hidden_in_every_part(self) -> None:
        """The owner's own token comes out nowhere: sentence, field, error, trace."""
        scrub = Scrub(["correct horse battery", ""])
        made = record("x %s", "correct horse battery", exc=fault("correct horse battery"), f="a correct horse battery")

        assert "horse" not in json_format(scrub)(made)
        assert "horse" not in text_format(scrub)(made)


class TestLength:
    def test_a_long_one_loses_its_middle(self) -> None:
        """Nobody fills the disk with one line; begin and end stay."""
        line = orjson.loads(json_format(Scrub())(record("a" + "é" * 5 * LINE_MAX + "z")))

        assert len(line["text"]) < LINE_MAX + 60
        assert (line["text"][0], line["text"][-1]) == ("a", "z")

    def test_deep_recursion_is_told(self) -> None:
        """A traceback of a thousand calls is one line still."""

        def down(depth: int) -> int:
            return down(depth + 1) + 1

        try:
            down(0)
        except RecursionError as exc:
            line = json_format(Scrub())(record("a turn failed", exc=exc))

        assert len(line) < 4 * LINE_MAX
        assert "RecursionError" in line
