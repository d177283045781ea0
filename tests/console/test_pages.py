"""The console's pages: what they show, what they never let through, what they carry."""

import json
import threading
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient
from tests.console.fixture import NOW, SESSION, FixtureReader, client, story_lines
from tests.console.test_story import LINES

from tarry.console.reader import Line

XSS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "</code></details><iframe srcdoc=x>",
    "\u202e\x1b]8;;http://x\x07&#60;b&#62;",
)
OUT_OF = (
    "",
    '">',
    "'>",
    "</title>",
    "</script>",
    "-->",
    "]]>",
    "</textarea>",
    "`",
    "\\u003e",
    "&gt;",
    "\t\n",
    "'\"",
    "}}",
    "%3E",
)
DOES = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<a href=javascript:x()>x",
    " onfocus=alert(1) autofocus ", "<iframe srcdoc='<script>alert(1)</script>'>", "<base href=//evil.test>",
    "<style>@import'//evil.test'</style>",
)  # fmt: skip
MANY = [f"{out}{does}" for out in OUT_OF for does in DOES]
"""A hundred and twenty ways out of wherever a text stands."""
ELEMENTS = (
    "html head meta title link body header a span main h1 h2 h3 p dl div dt dd ul ol li time details summary code b i "
    "article section blockquote strong mark table thead tbody tr th td footer script form label select option button"
)
ATTRIBUTES = (
    "lang charset name content href rel type class id title data-follow data-after hidden src defer method action "
    "value selected aria-label http-equiv"
)


class _Parts(HTMLParser):
    """Collects what a browser would build from a page."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src", "action")}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def parse(html: str) -> _Parts:
    """Read a page as a browser would."""
    parts = _Parts()
    parts.feed(html)
    return parts


@pytest.fixture
def console() -> Iterator[TestClient]:
    """Serve the console over the fixture's session."""
    with client(FixtureReader()) as ready:
        yield ready


def _planted(value: object, text: str) -> object:
    """Put a text in place of every text of a line, names and ids included, but what decides how it is read."""
    if isinstance(value, dict):
        return {
            key: item if key in ("kind", "session", "n", "st") else _planted(item, text) for key, item in value.items()
        }
    if isinstance(value, list):
        return [_planted(item, text) for item in value]
    return text if isinstance(value, str) and value not in ("speak", "hold") else value


class TestList:
    def test_the_first_sentence_answers(self, console: TestClient) -> None:
        """How many sessions, since when, and in how many Tarry spoke; the sessions below."""
        page = console.get("/console/").text

        assert "<h1>5 sessions in the last 24 hours; Tarry spoke in 3.</h1>" in page
        assert f'href="/console/sessions/{SESSION}"' in page
        assert 'title="2026-11-22 16:04:22.000 UTC">38 s ago' in page

    def test_the_form_reaches_the_reader(self) -> None:
        """What is asked in the form is what the store is asked; the form remembers it."""
        reader = FixtureReader()
        with client(reader) as console:
            page = console.get("/console/?since=1h&signal=dwell&gate=gap&play=remind").text

        assert reader.asked is not None
        assert (reader.asked.since_ms, reader.asked.signal) == (NOW - 3_600_000, "dwell")
        assert (reader.asked.gate, reader.asked.play) == ("gap", "remind")
        assert "<option selected>gap</option>" in page

    def test_an_empty_list_says_what_will_appear(self) -> None:
        """A fresh install explains itself."""
        with client(FixtureReader(sessions=[])) as console:
            assert "appears here as soon as" in console.get("/console/").text
            assert "Ask for less" in console.get("/console/?gate=gap").text


class TestTimeline:
    def test_it_tells_the_story(self, console: TestClient) -> None:
        """Summary, signals, silences with their cure, drafts with facts and violations, latencies, raw lines."""
        words = " ".join(" ".join(parse(console.get(f"/console/sessions/{SESSION}").text).words).split())

        for said in (
            "The shopper ordered.",
            "dwell 30 s active on Trail mug",
            "held typing the shopper is typing reassure for price_bounce on Trail mug",
            "What would change it: The shopper leaves the field.",
            "Spoke reassure (direct, toast) because dwell on Trail mug",
            "refused draft by model small-writer-1b in 316 ms Save 20 % on the Trail mug",
            "It breaks the rule urgency.no_deadline ( urgency.no_deadline ): “Only today” in the body",
            "F3 topic care not used",
            "passed draft by house in 2 ms",
            "shown 356 ms clicked “more” 7.1 s after its moment",
            "clicked “more” 7.1 s after its moment",
            "3 min 8 s away",
            '"schema":1',
        ):
            assert said in words

    def test_an_unknown_session_is_a_friendly_404(self, console: TestClient) -> None:
        """A mistyped or erased session says so and shows the way back."""
        answer = console.get("/console/sessions/s_none")

        assert answer.status_code == 404
        assert "No such session." in answer.text
        assert 'href="/console/"' in answer.text

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(lines=LINES.filter(bool))
    def test_nothing_in_a_line_breaks_the_page(self, lines: list[Line]) -> None:
        """Any kind with any values is a page of known elements."""
        for line in lines:
            line["session"] = "s"
        with client(FixtureReader(lines=lines)) as console:
            answer = console.get("/console/sessions/s")

        assert answer.status_code == 200
        assert parse(answer.text).elements <= set(ELEMENTS.split())


class TestVisitor:
    def test_it_leads_to_the_latest_session(self, console: TestClient) -> None:
        """The shop's reference and the pseudonym both lead there."""
        for name in ("r_kestrel7", "v_kestrel7"):
            answer = console.get(f"/console/visitors/{name}")
            assert (answer.status_code, answer.headers["location"]) == (303, f"/console/sessions/{SESSION}")

    def test_one_not_heard_of_yet_waits(self, console: TestClient) -> None:
        """The page says what it waits for and looks again by itself."""
        answer = console.get("/console/visitors/r_new")

        assert answer.status_code == 404
        assert '<meta http-equiv="refresh" content="3">' in answer.text


class TestRaw:
    def test_it_is_one_json_a_line(self, console: TestClient) -> None:
        """The lines come as they were logged, newline-delimited."""
        answer = console.get(f"/console/sessions/{SESSION}.json")

        assert [json.loads(line) for line in answer.text.splitlines()] == story_lines()
        assert answer.headers["content-type"].startswith("application/x-ndjson")

    def test_after_gives_only_what_is_new(self, console: TestClient) -> None:
        """A poll with the newest number gets nothing, with an older one the rest."""
        newest = max(int(str(line["row"])) for line in story_lines())

        assert console.get(f"/console/sessions/{SESSION}.json?after={newest}").text == ""
        assert console.get(f"/console/sessions/{SESSION}.json?after={newest - 2}").text.count("\n") == 2

    @pytest.mark.parametrize("after", ["", "-1", "x", "٣", "9" * 19])
    def test_a_strange_number_is_refused(self, console: TestClient, after: str) -> None:
        """What is no number says so instead of giving everything."""
        assert console.get(f"/console/sessions/{SESSION}.json", params={"after": after}).status_code == 400


class TestHostileText:
    @pytest.mark.parametrize("text", [*XSS, *[" ".join(MANY[at::10]) for at in range(10)]])
    def test_s14_it_never_becomes_markup(self, text: str) -> None:
        """Planted in every field of every line and session, it adds no element, attribute or foreign address."""
        lines = [line for line in (_planted(line, text) for line in story_lines()) if isinstance(line, dict)]
        row = {key: value if isinstance(value, int) else text for key, value in FixtureReader().listed[0].items()}
        with client(FixtureReader(sessions=[row], lines=lines)) as console:
            pages = [
                console.get(path).text
                for path in (f"/console/sessions/{SESSION}", "/console/", "/console/visitors/%22%3E%3Cb%3E")
            ]

        for page in pages:
            parts = parse(page)
            assert parts.elements <= set(ELEMENTS.split())
            assert parts.attributes <= set(ATTRIBUTES.split())
            assert all(address == "" or address.startswith("/console/") for address in parts.addresses)
            assert not set(page) & set("\x1b\u202e\x07")

    def test_an_unknown_event_name_is_shown_as_text(self) -> None:
        """What a strange browser calls its event is text too."""
        lines: list[Line] = [{"kind": "event", "at": 1, "session": "s", "n": XSS[0], "d": {XSS[1]: XSS[2]}}]
        with client(FixtureReader(lines=lines)) as console:
            page = console.get("/console/sessions/s").text

        assert parse(page).elements <= set(ELEMENTS.split())
        assert "&lt;script&gt;alert(1)" in page


class TestThreads:
    def test_the_reader_works_beside_the_event_loop(self) -> None:
        """Reading may block on the disk, so it never happens on the thread that serves."""
        threads: set[str] = set()

        class Noting(FixtureReader):
            def lines(self, session: str) -> list[Line]:
                threads.add(threading.current_thread().name)
                return super().lines(session)

        with client(Noting()) as console:
            console.get(f"/console/sessions/{SESSION}")

        assert all("worker" in name.lower() for name in threads)
        assert threads
