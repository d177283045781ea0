"""Lines of a log that is told again: each is read strictly, and a damaged one is refused, never guessed at."""

import copy
import random
import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.stories import EVERYBODY, Story
from tests.core.test_replay import logged
from tests.searched import searched

from tarry.core.entry import Entry, entry_of
from tarry.core.replay import replay

STORY = Story().product().look(31_000).add().page("cart").look(5_000).say("purchase", order="A-1")
LINES: list[dict[str, Any]] = [
    msgspec.json.decode(msgspec.json.encode({"at": line.at, "kind": line.kind, "session": line.session, **line.fields}))
    for line in logged(STORY, EVERYBODY, reactions=("dismissed",))
]
JUNK: tuple[Any, ...] = (None, True, -1, 1e300, "x", "", [], {}, [1], {"a": 1}, 2**70, "\x00")


def damaged(chance: random.Random) -> list[dict[str, Any]]:
    """Return the log with one to three lines lost, doubled, moved, or with a field gone or turned into rubbish."""
    lines = copy.deepcopy(LINES)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                lines.append(lines.pop(place))
            case 1:
                lines.insert(chance.randrange(len(lines)), lines[place])
            case 2:
                chance.shuffle(lines)
            case 3:
                lines[place].pop(chance.choice(list(lines[place] or {"": 0})), None)
            case _:
                told = lines[place].get("d")
                where = told if isinstance(told, dict) and told and chance.random() < 0.5 else lines[place]
                where[chance.choice([*where, "at"])] = chance.choice(JUNK)
    return lines


class TestEntryOf:
    def test_every_line_there_is_is_read(self) -> None:
        """Its head apart, the rest as its fields."""
        assert [entry_of(line).kind for line in LINES] == [line["kind"] for line in LINES]
        assert {"event", "signal", "decision", "push", "delivery"} <= {line["kind"] for line in LINES}

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ({"at": 1}, "missing required field `kind`"),
            ({"at": "1", "kind": "event", "session": "s"}, "Expected `int`, got `str` - at `$.at`"),
            ({"at": 1, "kind": "event", "session": "s"}, "missing required field `n`"),
            ({"at": 1, "kind": "event", "session": "s", "n": "nap", "d": {}, "sid_h": "h", "seq": 1, "v": 1}, "'nap'"),
            ({"at": 1, "kind": "decision", "session": "s", "id": "d", "decision": "shout", "rules": "r"}, "shout"),
        ],
    )
    def test_what_is_wrong_is_named(self, line: dict[str, Any], words: str) -> None:
        """So that whoever brought it can look."""
        with pytest.raises(ValueError, match=re.escape(words)):
            entry_of(line)


@searched(150)
@given(st.integers(0, 2**32))
def test_a_damaged_log_is_told_or_refused(seed: int) -> None:
    """Whatever happened to it: it is replayed, with whatever differs, or a line of it is refused as no line."""
    entries: list[Entry] = []
    for line in damaged(random.Random(seed)):
        try:
            entries.append(entry_of(line))
        except ValueError:
            return

    assert all(isinstance(one.same, bool) for one in replay("v", entries, EVERYBODY))
