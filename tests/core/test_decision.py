"""A decision as the log shows it."""

import orjson
from tests.core.stories import Story, tell


class TestFields:
    def test_they_hold_all_that_the_log_promises(self) -> None:
        """Whoever reads the log finds the reasons, the arm, the rules and the probabilities."""
        fields = tell(Story().product("A").look(30_000)).last.fields()

        assert set(fields) >= {"id", "decision", "play", "tone", "format", "arm", "candidates", "p", "rules"}
        assert fields["candidates"] == [
            {
                "playbook": "product_doubt",
                "play": "reassure",
                "signal": "dwell",
                "reason": "doubt",
                "subject": "A",
                "score": fields["scores"]["product_doubt"],  # type: ignore[index]
                "gate": None,
            }
        ]

    def test_silence_is_scored_like_any_other(self) -> None:
        """A look of half a minute makes a doubt likelier than just looking, and the log says by how much."""
        scores = tell(Story().product("A").look(30_000)).last.fields()["scores"]

        assert set(scores) == {"hold", "product_doubt"}  # type: ignore[call-overload]
        assert 0 < scores["hold"] < scores["product_doubt"] < 1  # type: ignore[index]

    def test_every_candidate_names_its_gate(self) -> None:
        """A silence shows for each play that fitted what stopped it."""
        story = Story().product("A").price("A").look(3_000).exit()

        assert [c["gate"] for c in tell(story).last.fields()["candidates"]] == ["first_seconds"]  # type: ignore[attr-defined]

    def test_they_can_be_written(self) -> None:
        """Speak or hold, it goes into the log as JSON."""
        for decision in tell(Story().page("list").look(15_000).product().look(30_000)).decisions:
            assert orjson.loads(orjson.dumps(decision.fields()))["id"] == decision.id
