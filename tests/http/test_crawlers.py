"""Who calls, by name: people, and programs that say so."""

import pytest
from starlette.datastructures import Headers

from tarry.http.crawlers import bot_rule, caller_of

PEOPLE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5"
    " Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Mozilla/5.0 (Linux; Android 15; SM-S938B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0"
    " Chrome/130.0.0.0 Mobile Safari/537.36",
)
CRAWLERS = (
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
)


class TestCaller:
    @pytest.mark.parametrize("name", PEOPLE)
    def test_people_are_people(self, name: str) -> None:
        """The browsers of the day are nobody's program."""
        assert caller_of(Headers({"user-agent": name})).bot == ""

    @pytest.mark.parametrize("name", CRAWLERS)
    def test_crawlers_are_known(self, name: str) -> None:
        """Those who say who they are are known, by a list whose version is told."""
        caller = caller_of(Headers({"user-agent": name, "sec-gpc": "1"}))

        assert (caller.bot, caller.gpc, caller.bot_rule) == ("crawler", True, bot_rule().version)
