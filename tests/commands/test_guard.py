"""``tarry guard``: a verdict with rule, place and words."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tarry.cli import cli
from tarry.guardrails.version import version


def run(*args: str, stdin: str | None = None) -> tuple[int, str]:
    """Run the command; returns its exit code and everything it said."""
    answer = CliRunner().invoke(cli, ["guard", *args], input=stdin)
    return answer.exit_code, answer.output


def facts(folder: Path, *told: object) -> str:
    """Write a file of facts; returns its path."""
    path = folder / "facts.json"
    path.write_text(json.dumps(told))
    return str(path)


class TestGuard:
    def test_a_calm_text_passes(self) -> None:
        """Nothing to say against it, and by which rules it was read."""
        assert run("There is no rush at all.") == (0, f"passed (rules {version()})\n")

    def test_a_refusal_tells_rule_place_and_words(self) -> None:
        """And ends with 1."""
        exit_code, told = run("Nice to see you. Hurry up.", "--json")

        verdict = json.loads(told)
        (found,) = (one for one in verdict["violations"] if one["rule"] == "claims.urgency")
        assert exit_code == 1
        assert verdict["verdict"] == "refused"
        assert (found["rule"], found["where"], found["span"]) == ("claims.urgency", "body", [17, 22])
        assert "deadline" in found["means"]

    def test_a_text_comes_from_a_pipe(self) -> None:
        """A dash reads what is written to it, in the language told."""
        exit_code, told = run("-", "--locale", "de", stdin="Nur noch heute\n")

        assert exit_code == 1
        assert "claims.urgency" in told

    def test_a_fact_frees_the_very_number_it_states(self, tmp_path: Path) -> None:
        """Three left is three left; thirty days are no thirty per cent."""
        stock = facts(tmp_path, {"kind": "count", "value": 3, "about": "stock"})
        assert run("Only 3 left.", "--facts", stock)[0] == 0
        assert run("Only 2 left.", "--facts", stock)[0] == 1

        days = facts(tmp_path, {"kind": "duration", "value": 30, "unit": "day", "about": "returns"})
        assert run("You can return it within 30 days.", "--facts", days)[0] == 0
        assert run("Save 30% on it.", "--facts", days)[0] == 1

    @pytest.mark.parametrize(
        ("told", "cure"),
        [
            ("{", "not JSON"), ('[{"kind":"mood","value":1}]', "kind"), ('[{"kind":"count","value":"few"}]', "decimal"),
            ('[{"kind":"count","value":1,"sort":2}]', "sort"), ('[{"kind":"count","value":1e400}]', "not JSON"),
            ('[{"kind":"count","value":"1E+9999999"}]', "decimal"), ('[{"kind":"date","value":"soon"}]', "2026-11-30"),
            ('{"a":1}', "list of facts"),
        ],
    )  # fmt: skip
    def test_facts_that_cannot_be_read_are_named_with_a_cure(self, tmp_path: Path, told: str, cure: str) -> None:
        """A bad file is the caller's, and said so."""
        path = tmp_path / "facts.json"
        path.write_text(told)

        exit_code, said = run("Calm.", "--facts", str(path))

        assert exit_code == 1
        assert cure in said

    def test_a_sites_own_rules_are_held_too(self, tmp_path: Path) -> None:
        """Their file says what this shop never says, and what it vouches for."""
        config = tmp_path / "tarry.toml"
        config.write_text(
            '[[site]]\nkey = "pk_shop"\norigins = ["https://shop.example"]\n[site.rules]\nforbidden_words = ["cosy"]\n'
            '[site.rules.copy]\nclaims = ["You can send it back within 30 days."]\n'
        )

        assert "forbidden.word" in run("A cosy chair.", "--config", str(config))[1]
        assert run("You can send it back within 30 days.", "--config", str(config))[0] == 0
        assert run("You can send it back within 60 days.", "--config", str(config))[0] == 1

    def test_endless_numbers_do_no_harm(self, tmp_path: Path) -> None:
        """A number longer than any fact is no fact."""
        stock = facts(tmp_path, {"kind": "count", "value": 3, "about": "stock"})

        assert run(f"Only {'9' * 500} left.", "--facts", stock)[0] == 1

    def test_no_escape_of_a_text_reaches_the_terminal(self) -> None:
        """What it quotes is written out, not obeyed."""
        assert "\x1b" not in run("Hurry \x1b[2J up")[1]
