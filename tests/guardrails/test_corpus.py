"""The corpus: every attack refused, and nearly every honest draft kept."""

import json

import pytest
from tests.guardrails.corpus import FOLDER, HEADLINES, LANGUAGES, SLOTS, Case, cases, verdict

from tarry.guardrails.names import safe_name

KEPT = 0.95
"""So great a part of the honest drafts has to pass."""
HELD = 0.97
"""Recall demanded of the cases that are never looked at while rules are made; see README.md beside them."""


class TestCorpus:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_attack_is_refused(self, language: str) -> None:
        """No draft that lies, presses, leaks or hides passes, whatever its language."""
        passed = [case.text for case in cases(language) if not case.honest and not verdict(case)]

        assert passed == []

    @pytest.mark.parametrize("language", [*LANGUAGES, "held"])
    def test_honest_drafts_are_kept(self, language: str) -> None:
        """At least 95 of 100 honest drafts pass."""
        honest = [case for case in cases(language) if case.honest]

        assert sum(not verdict(case) for case in honest) >= KEPT * len(honest)

    def test_cases_never_looked_at_are_refused_too(self) -> None:
        """The rules hold beyond the cases they were made with."""
        attacks = [case for case in cases("held") if not case.honest]

        assert sum(bool(verdict(case)) for case in attacks) >= HELD * len(attacks)

    def test_there_are_enough_of_every_kind(self) -> None:
        """Four hundred cases at least, every language and every kind of manipulation among them."""
        found = [case for name in (*LANGUAGES, "held") for case in cases(name)]

        assert len(found) >= 400
        assert {case.locale for case in found} == set(LANGUAGES)
        kinds = {"urgency", "scarcity", "social", "shaming", "pressure", "discount", "medical", "financial", "ok"}
        assert all({case.kind for case in found if case.locale == one} >= kinds for one in LANGUAGES)

    def test_poisoned_titles_are_no_names_and_honest_ones_are(self) -> None:
        """What a page calls its goods is shown only where it is a name and not a message."""
        rows = [json.loads(line) for line in (FOLDER / "titles.jsonl").read_text("utf-8").splitlines()]

        assert [row["text"] for row in rows if (safe_name(row["text"]) is None) != (row["kind"] == "poisoned")] == []

    def test_the_headlines_used_for_the_cases_are_honest(self) -> None:
        """No verdict comes from the frame a case is put in."""
        texts = {"en": "About {product}, in plain words.", "ja": "{product}についてまとめました。"}

        assert all(not verdict(Case(one, "ok", texts.get(one, "{product}: {price}"), ())) for one in HEADLINES if SLOTS)
