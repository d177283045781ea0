"""The published schema is what the code says, and real traffic and real log lines fit it."""

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.core.wire_samples import EVENTS, HELLO
from tests.fakes.running import KEY, ORIGIN, Running, serving
from tests.wire.schema import FOLDER, documents, text

from tarry.conform.case import try_all
from tarry.conform.plan import QUICK
from tarry.conform.reach import Target
from tarry.conform.spoken import WordError, check_word
from tarry.core import gates
from tarry.core.events import BODIES
from tarry.core.wire import decode_event, decode_frame
from tarry.errors import FrameError
from tarry.lab.frames import read_frame
from tarry.live.clock import SystemClock
from tarry.stores.reader import LogFile

CORPUS = Path(__file__).parents[1] / "corpus"
GATES = {
    *("consent", "bot", "paused", "rules_unreadable", "no_reason", "first_seconds", "typing", "paying", "just_added"),
    *("dialog", "cap_session", "cap_day", "cap_period", "gap", "cooldown", "quiet", "budget", "holdout", "expired"),
    *("nothing_to_say", "guardrail", "offline"),
}
Told = dict[str, Any]


@cache
def validator(name: str) -> Draft202012Validator:
    """Return the validator of one published file."""
    return Draft202012Validator(json.loads((FOLDER / name).read_text("utf-8")))


def complaints(name: str, told: object) -> list[str]:
    """Return what a published schema has against something."""
    return [error.message[:300] for error in validator(name).iter_errors(told)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run our own server."""
    with serving(tmp_path_factory.mktemp("schema")) as running:
        yield running


class TestFiles:
    @pytest.mark.parametrize("name", documents())
    def test_each_is_what_the_code_says_today(self, name: str) -> None:
        """A change of a type is a change of the committed file: `python -m tests.wire.schema` writes it."""
        assert (FOLDER / name).read_text("utf-8") == text(documents()[name])

    @pytest.mark.parametrize("name", documents())
    def test_each_is_json_schema(self, name: str) -> None:
        """Every file is a valid schema of draft 2020-12, and its patterns are in the standard's own words."""
        schema = json.loads((FOLDER / name).read_text("utf-8"))

        Draft202012Validator.check_schema(schema)

        assert "\\\\Z" not in json.dumps(schema)

    def test_no_other_file_lies_there(self) -> None:
        """What is not made from the code is not published."""
        assert {path.name for path in FOLDER.iterdir()} == set(documents())


class TestClient:
    @pytest.mark.parametrize("entry", json.loads((CORPUS / "client_frames.json").read_text()), ids=lambda e: e["name"])
    def test_the_frames_of_the_snippet_fit(self, entry: Told) -> None:
        """Everything the snippet is known to say is valid."""
        beacon = str(entry["name"]).startswith("beacon")

        assert complaints("beacon.json" if beacon else "client.json", entry["frame"]) == []

    @pytest.mark.parametrize("name", BODIES)
    def test_every_event_fits(self, name: str) -> None:
        """A full example of each event is valid, and it is no other event."""
        event = {"n": name, "dt": 0, "v": 1, "d": EVENTS[name]}

        assert complaints("event.json", event) == []
        assert complaints("event.json", {**event, "n": "no_such_event"}) != []

    @pytest.mark.parametrize(
        "change",
        [
            {"v": 2}, {"sid": "short"}, {"sid": 7}, {"mono": "1"}, {"mono": -1}, {"consent": {"state": "maybe"}},
            {"acked": -1}, {"acked": 1.5}, {"caps": "prompt"}, {"gpc": 1}, {"page": {}}, {"tok": 1},
        ],
    )  # fmt: skip
    def test_what_the_server_refuses_is_not_valid(self, change: Told) -> None:
        """A wrong type or range in a hello is refused by code and schema alike."""
        frame = {**HELLO, **change}

        with pytest.raises(FrameError):
            decode_frame(json.dumps(frame).encode())
        assert complaints("client.json", frame) != []

    @pytest.mark.parametrize("name", BODIES)
    def test_code_and_schema_agree_on_spoilt_events(self, name: str) -> None:
        """Whatever single key of an example is left out or spoilt, both say the same of it."""
        check = validator("event.json")

        for key in EVENTS[name]:
            for spoilt in (None, -1, 1.5, "", "x" * 600, [], {}, True, "Ä"):
                d = {k: v for k, v in EVENTS[name].items() if k != key} | ({} if spoilt is None else {key: spoilt})
                event = {"n": name, "dt": 0, "v": 1, "d": d}
                assert _read(event) == check.is_valid(event), (key, spoilt)


class TestServer:
    @pytest.mark.parametrize("entry", json.loads((CORPUS / "server_frames.json").read_text()), ids=lambda e: e["name"])
    def test_the_frames_of_the_corpus_fit(self, entry: Told) -> None:
        """One example of everything a server may say is valid, and the lab's pages understand it."""
        frame = entry["frame"]

        assert complaints("server.json", frame) == []
        check_word(json.dumps(frame))
        understood = read_frame(json.dumps(frame))
        assert understood is not None or frame["t"] == "dbg"

    @pytest.mark.parametrize(
        "frame",
        [
            {"t": "ack"}, {"t": "ack", "hi": -1}, {"t": "ack", "hi": 1, "bad": [{"s": 1, "code": "mood"}]},
            {"t": "nack", "need": 0}, {"t": "grant", "id": "x"}, {"t": "bye"}, {"t": "flow", "drop": ["most"]},
            {"t": "push", "id": "x", "ps": 0, "kind": "cancel", "exp": 0, "d": {}},
            {"t": "push", "id": "x", "ps": 1, "kind": "prompt", "exp": 1, "d": {"id": "x"}}, {"t": "hello"},
        ],
    )  # fmt: skip
    def test_what_no_server_may_say(self, frame: Told) -> None:
        """Schema and conformance refuse the same."""
        assert complaints("server.json", frame) != []
        with pytest.raises(WordError):
            check_word(json.dumps(frame))


class TestTraffic:
    async def test_everything_said_while_conforming_fits(self, server: Running) -> None:
        """All frames both ways of every conformance case that is meant to be understood are valid."""
        heard: list[tuple[str, Told]] = []
        target = Target(f"{server.url}/t", KEY, ORIGIN, witness=lambda who, frame: heard.append((who, frame)))
        meant = [case for case in QUICK if not case.name.startswith(("hello.", "frame.")) and "bad" not in case.name]

        outcomes = await try_all([*meant, *[case for case in QUICK if "welcome" in case.name]], target)

        files = {"server": "server.json", "page": "client.json", "beacon": "beacon.json"}
        checks = {who: validator(name) for who, name in files.items()}
        wrong = [(who, frame) for who, frame in heard if not checks[who].is_valid(frame)]
        assert wrong == []
        assert [outcome for outcome in outcomes if outcome.verdict == "fail"] == []
        spoilt = [case for case in QUICK if case.name == "frame.a_bad_event_is_acknowledged_alone"]
        await try_all(spoilt, Target(f"{server.url}/t", KEY, ORIGIN))
        counts = Counter((who, frame.get("t", "")) for who, frame in heard)
        print(f"frames held against the schema: {dict(counts)}")
        assert {t for who, t in counts if who == "server"} >= {"welcome", "ack", "nack", "push", "grant", "hb"}

    async def test_every_line_of_the_log_fits(self, server: Running) -> None:
        """All lines of all sessions that conforming leaves, and the list of them, are valid; most kinds occur."""
        await try_all(QUICK, Target(f"{server.url}/t", KEY, ORIGIN))
        await asyncio.to_thread(_assert_log_fits, server)


def _assert_log_fits(server: Running) -> None:
    rows = [json.loads(row) for row in server.log("--json", "--limit", "1000").stdout.splitlines()]
    with closing(LogFile(server.data, now_ms=SystemClock().now_ms)) as file:
        lines = [line for row in rows for line in file.lines(row["session"])]
    newest = [json.loads(line) for line in server.log(rows[0]["session"], "--json").stdout.splitlines()]
    assert newest == [line for line in lines if line["session"] == rows[0]["session"]]

    line_check, row_check = validator("log_line.json"), validator("session.json")
    assert [e.message for line in lines for e in line_check.iter_errors(line)][:3] == []
    assert [e.message for row in rows for e in row_check.iter_errors(row)][:3] == []
    kinds = Counter(line["kind"] for line in lines)
    print(f"log lines held against the schema: {dict(kinds)}")
    assert {"event", "signal", "decision", "draft", "push", "delivery", "consent", "skip", "bad"} <= set(kinds)


def _read(event: Told) -> bool:
    """Tell whether the server reads an event."""
    try:
        decode_event(json.dumps(event).encode())
    except FrameError:
        return False
    return True


class TestGates:
    def test_every_gate_is_named(self) -> None:
        """The schema knows exactly the causes of silence there are on the wire, those asked today among them."""
        schema = json.loads((FOLDER / "log_line.json").read_text("utf-8"))
        told = schema["$defs"]["DecisionLine"]["properties"]["gate"]
        (named,) = [set(choice["enum"]) - {None} for choice in (told, *told.get("anyOf", ())) if "enum" in choice]

        assert named == GATES
        assert {gate.__name__ for gate in gates.GATES} < named
