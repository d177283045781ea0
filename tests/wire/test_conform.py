"""Conformance: our server keeps every promise, and a server that breaks one is found out by name."""

from collections import Counter
from collections.abc import Iterator

import orjson
import pytest
from tests.fakes.running import KEY, ORIGIN, Running, serving, tarry
from tests.faults.counts import conserved
from tests.wire.tiny import tiny

from tarry.conform.case import try_all
from tarry.conform.plan import QUICK, SLOW

HONEST = (
    *("stream.acks_are_cumulative", "stream.told_twice_is_kept_once", "stream.an_overlap_goes_on_where_it_is_new"),
    *("stream.a_gap_is_asked_for", "stream.a_stated_loss_is_acknowledged", "stream.a_loss_must_be_next_in_line"),
    *("stream.a_known_stream_resumes_in_full", "stream.a_store_behind_its_page_replays"),
    *("stream.the_newer_connection_wins", "frame.a_heartbeat_comes_back", "push.an_unknown_push_is_refused"),
)
"""What the tiny server promises; for the rest it is too small."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run our own server."""
    with serving(tmp_path_factory.mktemp("conform")) as running:
        yield running


class TestOurs:
    def test_it_keeps_every_promise(self, server: Running) -> None:
        """Every case passes and none is left unsure; the server tells of no fault and accounts for every event."""
        done = tarry("conform", "--url", f"{server.url}/t", "--key", KEY, "--origin", ORIGIN, "--json", timeout_s=60)

        outcomes = [orjson.loads(line) for line in done.stdout.splitlines()]
        print(f"conformance: {Counter(outcome['verdict'] for outcome in outcomes)}")
        assert [outcome for outcome in outcomes if outcome["verdict"] != "pass"] == []
        assert [outcome["name"] for outcome in outcomes] == [case.name for case in QUICK]
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in server.output()
        assert "ERROR" not in server.output()
        conserved(server)


class TestWrong:
    async def test_the_tiny_server_is_honest(self) -> None:
        """Another implementation passes what it promises."""
        async with tiny() as target:
            outcomes = await try_all([case for case in QUICK if case.name in HONEST], target)

        assert [(o.name, o.detail) for o in outcomes if o.verdict != "pass"] == []
        assert len(outcomes) == len(HONEST)

    @pytest.mark.parametrize(
        ("fault", "found"),
        [
            ("never acknowledges", "stream.acks_are_cumulative"),
            ("counts twice", "stream.told_twice_is_kept_once"),
            ("accepts a gap", "stream.a_gap_is_asked_for"),
            ("takes any loss", "stream.a_loss_must_be_next_in_line"),
            ("forgets streams", "stream.a_known_stream_resumes_in_full"),
            ("never replays", "stream.a_store_behind_its_page_replays"),
            ("lets two connections live", "stream.the_newer_connection_wins"),
            ("echoes wrongly", "frame.a_heartbeat_comes_back"),
            ("grants anything", "push.an_unknown_push_is_refused"),
        ],
    )
    async def test_a_fault_is_found(self, fault: str, found: str) -> None:
        """A server wrong in one way fails the case that is about it, and the words say what was expected."""
        async with tiny(fault) as target:
            (outcome,) = await try_all([case for case in QUICK if case.name == found], target)

        assert outcome.verdict == "fail"
        assert outcome.detail

    def test_the_command_says_so_by_its_exit_code(self, server: Running) -> None:
        """For the wrong site everything fails: exit code 1, each failure with its promise and what came."""
        asked = ("--key", "pk_wrong", "--origin", ORIGIN, "--only", "stream.a_gap")

        done = tarry("conform", "--url", f"{server.url}/t", *asked)

        assert done.returncode == 1
        assert "fail   stream.a_gap_is_asked_for" in done.stdout
        assert "closed with 4002 instead of welcome" in done.stdout

    def test_nobody_there(self) -> None:
        """An address where nobody listens is a failure told in words, not a traceback."""
        asked = ("--key", KEY, "--origin", ORIGIN, "--only", "beacon.without")

        done = tarry("conform", "--url", "http://127.0.0.1:9/t", *asked)

        assert (done.returncode, "Traceback" in done.stderr) == (1, False)
        assert "the connection failed" in done.stdout


class TestCases:
    def test_every_case_has_a_name_and_a_promise(self) -> None:
        """No two cases share a name, and each says in a sentence what is promised."""
        cases = QUICK + SLOW

        assert len({case.name for case in cases}) == len(cases)
        assert [case.name for case in cases if not case.promise.endswith(".")] == []
