"""The owner's file: what is wrong is told with key, value and cure; rules that cannot be read stop prompts."""

from pathlib import Path

import pytest

from tarry.app import limits_of
from tarry.core.policy import Rules
from tarry.errors import SettingsError
from tarry.live.limits import Limits
from tarry.settings import LimitsTable, Settings, load_settings, passages_of, policy_of, rule_problems

SITE = '[[site]]\nkey = "pk_test"\norigins = ["https://shop.test"]\n'


def load(folder: Path, text: str) -> Settings:
    """Write a file and load it."""
    (folder / "tarry.toml").write_text(text)
    return load_settings(folder / "tarry.toml")


class TestLimits:
    def test_an_owner_who_sets_none_has_the_server_s_own(self) -> None:
        """What the file leaves out is what a server has by itself."""
        assert limits_of(LimitsTable()) == Limits()


class TestLoad:
    def test_what_browsers_never_send_is_refused(self, tmp_path: Path) -> None:
        """An origin that no page could have, or a key with a line end, is told at the start."""
        for bad in (SITE.replace("shop.test", "shop.test:999999"), SITE.replace("pk_test", "pk_test\\n")):
            with pytest.raises(SettingsError):
                load(tmp_path, bad)

    def test_the_least_that_works(self, tmp_path: Path) -> None:
        """A key and an origin are enough; consent is anonymous until somebody says otherwise."""
        (site,) = load(tmp_path, SITE).site

        assert (site.key, site.origins, site.consent_default, site.currency) == (
            "pk_test",
            ("https://shop.test",),
            "anonymous",
            "EUR",
        )

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("", r"site: missing; add it"),
            ("site = 3", r"site = 3: write a list"),
            ('[[site]]\nkey = "pk_test"\n', r"origins: missing in site\[0\]; add it"),
            (SITE.replace("pk_test", "p k"), r"site\[0\]\.key = 'p k': "),
            (SITE.replace('["https://shop.test"]', "[]"), r"site\[0\]\.origins = \[\]: "),
            (
                SITE.replace("shop.test", "shop.test/"),
                r"origins: 'https://shop.test/' is no origin; write scheme, host",
            ),
            (SITE.replace("https://shop.test", "*"), r"origins: '\*' is no origin"),
            (SITE.replace("shop.test", "SHOP.test"), r"origins: 'https://SHOP.test' is no origin"),
            (SITE + 'currency = "euro"\n', r"site\[0\]\.currency = 'euro': write an ISO 4217 code"),
            (SITE + 'consent_default = "yes"\n', r"site\[0\]\.consent_default = 'yes': "),
            (SITE + 'colour = "red"\n', r"colour: unknown key in site\[0\]; check its spelling, or take it out"),
            (SITE + "[model]\ndeadline_ms = 5\n", r"model\.deadline_ms = 5: "),
            (SITE + '[model]\ntoken = "x"\n', r"token: unknown key in model"),
            (SITE + SITE, r"site key 'pk_test' is used twice; every site needs its own"),
            (SITE + '[[site.passage]]\nkind = "promise"\ntext = "x"\n', r"site\[0\]\.passage\[0\]\.kind = 'promise': "),
            (SITE + '[[site.passage]]\nkind = "faq"\n', r"text: missing in site\[0\]\.passage\[0\]; add it"),
            (SITE + 'passages_file = "gone.toml"\n', r"gone\.toml: no such file"),
            ("[[site]\n", r"not TOML: "),
            (f"x = {'[' * 2_000}{']' * 2_000}\n", r"nested too deep to be read; take some levels out"),
        ],
    )
    def test_a_problem_names_key_value_and_cure(self, tmp_path: Path, text: str, problem: str) -> None:
        """Every complaint begins with the file and says which key, what stood there, what is wanted."""
        with pytest.raises(SettingsError, match=problem) as told:
            load(tmp_path, text)

        assert all(line.startswith(str(tmp_path)) for line in told.value.problems)

    def test_no_file_says_how_to_get_one(self, tmp_path: Path) -> None:
        """A missing file names the command that writes one."""
        with pytest.raises(SettingsError, match=r"nowhere\.toml: no such file; `tarry init` writes one"):
            load_settings(tmp_path / "nowhere.toml")

    def test_all_problems_are_told_at_once(self, tmp_path: Path) -> None:
        """Two wrong origins are two lines, not two attempts."""
        text = SITE.replace('["https://shop.test"]', '["shop.test", "ftp://shop.test"]')

        with pytest.raises(SettingsError) as told:
            load(tmp_path, text)

        assert len(told.value.problems) == 2


class TestRules:
    def test_good_ones_are_the_policy(self, tmp_path: Path) -> None:
        """What the owner wrote is what decisions are taken under; the rest are the defaults."""
        settings = load(tmp_path, SITE + "[site.rules]\nper_day = 4\n")

        policy = policy_of(settings.site[0], tmp_path / "tarry.toml")

        assert (policy.readable, policy.rules) == (True, Rules(per_day=4))

    @pytest.mark.parametrize(
        ("rules", "problem"),
        [
            ("per_days = 4", r"house rules of pk_test: per_days: unknown key; check its spelling"),
            ("per_day = -1", r"house rules of pk_test: per_day = -1: write a whole number, at least 0"),
            ("per_7_days = -1", r"per_7_days = -1: "),
            ("per_day = 1.5", r"per_day = 1\.5: "),
            ("holdout_percent = 101", r"holdout_percent = 101: write a number, at most 100"),
            ('paused = "no"', r"paused = 'no': write true or false"),
            ("plays = { discount = 'full' }", r"discount: unknown key in plays"),
            ("plays = { remind = 'sometimes' }", r"plays\.remind = 'sometimes': write full or observe"),
            ('goal = [{ name = "tea", kind = "money" }]', r"goal\[0\]\.kind = 'money': write finance, other or subs"),
            ('playbook = [{ name = "Trust" }]', r"playbook\[0\]\.name = 'Trust': write small letters, digits and _"),
            (
                'playbook = [{ name = "trust", reasons = [] }]',
                r"reasons = \[\]: write a list in .*, at least 1",
            ),
            ('segment = [{ name = "a" }, { name = "a" }]', r"segment\[0\] = {'name': 'a'}: a condition is one of"),
            (
                'voice = { a = { tone = "soft" }, b = { tone = "loud" } }',
                r"voice\.b\.tone = 'loud': write direct, plain or soft",
            ),
            ("voice = { a = { colour = 1 } }", r"colour: unknown key in voice\.a; check its spelling"),
            ("voice = { a = {}, Big = {} }", r"voice: 'Big' is no name; write small letters"),
            ('stand_in = "English please"', r"stand_in = 'English please': write a language tag"),
            (
                'playbook = [{ name = "trust" }, { name = "trust" }]',
                r"pk_test: playbook 'trust' is there twice",
            ),
        ],
    )
    def test_one_that_cannot_be_read_stops_prompts_only(self, tmp_path: Path, rules: str, problem: str) -> None:
        """The file still loads; the policy is unreadable, which holds every prompt; the problem is told."""
        path = tmp_path / "tarry.toml"
        settings = load(tmp_path, SITE + f"[site.rules]\n{rules}\n")

        (told,) = rule_problems(settings, path)

        assert policy_of(settings.site[0], path).readable is False
        with pytest.raises(SettingsError, match=problem):
            raise SettingsError(told)

    def test_they_may_live_in_a_file_of_their_own(self, tmp_path: Path) -> None:
        """A rules file is read beside the configuration; both at once are refused."""
        (tmp_path / "rules.toml").write_text("per_day = 2\n")
        path = tmp_path / "tarry.toml"
        settings = load(tmp_path, SITE + 'rules_file = "rules.toml"\n')
        both = load(tmp_path, SITE + 'rules_file = "rules.toml"\n[site.rules]\nper_day = 3\n')

        assert policy_of(settings.site[0], path).rules.per_day == 2
        assert rule_problems(both, path) == [f"{path}: site pk_test: give rules or rules_file, not both"]

    def test_a_rules_file_that_is_gone_stops_prompts(self, tmp_path: Path) -> None:
        """A missing rules file is no licence to speak by default."""
        settings = load(tmp_path, SITE + 'rules_file = "gone.toml"\n')

        assert policy_of(settings.site[0], tmp_path / "tarry.toml").readable is False


class TestPassages:
    def test_the_tables_own_come_first(self, tmp_path: Path) -> None:
        """Passages of the configuration, then those of the file it names."""
        (tmp_path / "more.toml").write_text('[[passage]]\nkind = "faq"\ntext = "second"\n')
        text = SITE + 'passages_file = "more.toml"\n[[site.passage]]\nkind = "quote"\ntext = "first"\n'
        settings = load(tmp_path, text)

        found = passages_of(settings.site[0], tmp_path / "tarry.toml")

        assert [passage.text for passage in found] == ["first", "second"]

    def test_every_file_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        """One missing file does not hide the next."""
        with pytest.raises(SettingsError) as told:
            load(tmp_path, SITE + 'passages_file = ["one.md", "two.csv"]\n')

        assert [problem.partition(":")[0].rpartition("/")[2] for problem in told.value.problems] == [
            "one.md",
            "two.csv",
        ]
