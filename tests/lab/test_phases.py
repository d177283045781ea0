"""The page's tables: every phase is reached and left as they say, and every close code has its answer."""

from typing import get_args

import pytest

from tarry.core.wire import Close
from tarry.lab.phases import CLOSED, CONNECTED, RESPONSES, TABLE, Input, Phase, after, response

PHASES = get_args(Phase)
INPUTS = get_args(Input)


class TestTable:
    @pytest.mark.parametrize("phase", PHASES)
    def test_every_phase_can_be_reached_from_the_beginning(self, phase: Phase) -> None:
        """No phase stands apart from the others."""
        reached: set[Phase] = {"IDLE"}
        while True:
            further = {to for (of, _), to in TABLE.items() if of in reached} - reached
            if not further:
                break
            reached |= further

        assert phase in reached

    @pytest.mark.parametrize("phase", [p for p in PHASES if p != "OFF"])
    def test_every_phase_can_be_ended_for_good(self, phase: Phase) -> None:
        """Whatever it is about, a page can be told to stop."""
        assert after(phase, "stop") == "OFF"

    @pytest.mark.parametrize("what", INPUTS)
    def test_nothing_leads_out_of_off(self, what: Input) -> None:
        """A page that stopped stays so."""
        assert after("OFF", what) == "OFF"

    @pytest.mark.parametrize("phase", sorted(CONNECTED))
    def test_a_lost_socket_is_waited_out(self, phase: Phase) -> None:
        """Every open connection may be lost, and leads to a wait."""
        assert after(phase, "lost") == "BACKOFF"

    def test_a_phase_is_connected_or_closed_or_on_the_way(self) -> None:
        """The phases fall into three kinds."""
        assert set(PHASES) - CONNECTED - CLOSED == {"CONNECTING"}
        assert not CONNECTED & CLOSED


class TestResponses:
    def test_every_code_of_the_protocol_has_one(self) -> None:
        """There is no close code of a server that a page has no answer to."""
        assert {int(code) for code in Close} <= set(RESPONSES)

    @pytest.mark.parametrize("code", [1003, 4001, 4002, 4003])
    def test_refusals_that_will_not_change_stop_the_page(self, code: int) -> None:
        """A page that was refused for what it is does not ask again."""
        assert response(code) == "stop"

    def test_an_unknown_code_is_an_accident(self) -> None:
        """A code of a later server makes a page come back, not stop."""
        assert response(4999) == "again"
