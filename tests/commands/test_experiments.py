"""``tarry experiments``, and what a page learns of an experiment: nothing."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner, Result
from tests.fakes.page import Frame, Page
from tests.fakes.running import Running, serving
from tests.live.hesitation import settled, study

from tarry.cli import cli
from tarry.commands.experiments import count
from tarry.core.met import Met

RULES = """
gap_s = 0
[[site.rules.experiment]]
name = "xylophone"
[[site.rules.experiment.arm]]
name = "zither"
[[site.rules.experiment.arm]]
name = "quartet"
playbook = [{ name = "product_doubt", tone = "plain" }]
"""


@dataclass
class Shop:
    """A server with an experiment, and what its pages were sent."""

    server: Running
    frames: list[Frame]

    def run(self, *args: str) -> Result:
        """Run a command on the shop's folder."""
        return CliRunner().invoke(cli, [*args, "--data", str(self.server.data)])


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Run a server in which six visitors were exposed."""
    with serving(tmp_path_factory.mktemp("experiments"), rules=RULES) as server:
        yield Shop(server, asyncio.run(_visits(server)))


async def _visits(server: Running) -> list[Frame]:
    frames: list[Frame] = []
    for _ in range(6):
        page = Page(server.url)
        await page.open()
        await study(page)
        push = await page.take("push")
        await page.claim(push)
        await page.send("pa", id=push["id"], st="shown", ms=20)
        await settled(page)
        await page.leave()
        frames += page.frames
    return frames


class TestPage:
    def test_it_is_sent_nothing_of_it(self, shop: Shop) -> None:
        """Neither the experiment's name nor an arm's, in any frame; the words it shows are all it has."""
        sent = orjson.dumps(shop.frames)

        assert sent.count(b'"push"') >= 6
        assert not any(word in sent for word in (b"xylophone", b"zither", b"quartet", b"experiment", b'"arm"'))


class TestExperiments:
    def test_every_visitor_is_counted_once(self, shop: Shop) -> None:
        """By the arm they met."""
        (told,) = [orjson.loads(line) for line in shop.run("experiments", "--json").stdout.splitlines()]

        assert (told["experiment"], told["phase"], told["two_arms"], told["doubtful"]) == ("xylophone", 1, 0, False)
        assert set(told["arms"]) <= {"zither", "quartet"}
        assert sum(told["arms"].values()) == 6
        assert "xylophone, phase 1" in shop.run("experiments").output

    def test_why_tells_what_each_arm_would_have_said(self, shop: Shop) -> None:
        """And which one the visitor is in."""
        sessions = [orjson.loads(line)["session"] for line in shop.run("log", "--json").stdout.splitlines()]

        told = shop.run("why", sessions[0]).output

        assert "experiment: xylophone, phase 1, arm " in told
        assert "zither would speak product_doubt direct" in told
        assert "quartet would speak product_doubt plain" in told

    def test_told_again_it_is_the_same(self, shop: Shop, tmp_path: Path) -> None:
        """Under rules without the experiment in the file: the store knows those of then."""
        (tmp_path / "tarry.toml").write_text((shop.server.data.parent / "tarry.toml").read_text().split("[[site.ru")[0])

        done = shop.run("replay", "--since", "1h", "--config", str(tmp_path / "tarry.toml"))

        assert (done.exit_code, "every one the same, to the byte" in done.output) == (0, True), done.output

    def test_who_met_two_arms_is_counted_apart(self) -> None:
        """And more than one in a hundred is told as a doubt."""
        crossed, plain = Met("one", 1, "a", 1, ("b",)), Met("one", 1, "a", 1)

        (rare,) = count([("pk", crossed), *[("pk", plain)] * 99]).values()
        (often,) = count([("pk", crossed), *[("pk", plain)] * 98]).values()

        assert (rare.arms["a"], rare.crossed, rare.doubtful) == (99, 1, False)
        assert often.doubtful

    def test_nobody_yet(self, tmp_path: Path) -> None:
        """A folder without a store is named."""
        assert "no store here" in str(CliRunner().invoke(cli, ["experiments", "--data", str(tmp_path)]).exception)
