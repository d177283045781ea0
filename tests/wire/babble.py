"""Endless frames that are nearly right: built by the wire's grammar, then spoilt; one seed, one babble."""

import random
from copy import deepcopy
from typing import Any

import orjson
from tests.core.wire_samples import EVENTS, HELLO

Told = dict[str, Any]
NASTY: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**53, 2**53 + 1, 2**63 - 1, -(2**63), 1e308, -0.0, 0.1, 1.5e-300, ""),
    *("x" * 64, "x" * 513, "\x00", "\u2028", "\U0001f600" * 40, "'; DROP TABLE log", "<script>", "../..", "ä\u0301"),
    *([], {}, [[]], {"": ""}, {"t": "ev"}, ["x"] * 65, {str(n): n for n in range(30)}, [None] * 300),
)  # fmt: skip
RAW = (
    *(b"NaN", b"Infinity", b"-", b"1e999", b"0x1", b"01", b'"\\ud800"', b'"\\udc00\\ud800"', b"\xff\xfe", b"\xc0\x80"),
    *(b"[" * 900, b'{"a":' * 300, b"\xed\xa0\x80", b"\0", b"9" * 400, b'"' + b"\\u0000" * 30 + b'"', b"\xf4\x90\x80"),
)  # fmt: skip
HALVES = (b'"\\ud800"', b'"x\\udfffy"')
STATES = ("got", "expired", "blocked", "shown", "dismissed", "clicked")


class Babble:
    """Frames of one page; ``heard`` are what it knows of: the next number, and the pushes it was offered."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def frame(self, *, sid: str, seq: int, pushes: tuple[str, ...]) -> bytes:
        """Return the next frame: some as they should be, some with a spoilt event, some spoilt altogether."""
        chance = self._chance
        frame = self._grammar(sid, seq, pushes)
        how = chance.random()
        if how < 0.4:
            return orjson.dumps(frame)
        if how < 0.7 and frame.get("e"):
            told = [
                self._swapped(event, HALVES) if chance.random() < 0.5 else orjson.dumps(event) for event in frame["e"]
            ]
            return orjson.dumps({**frame, "e": "@@@"}).replace(b'"@@@"', b"[" + b",".join(told) + b"]")
        if how < 0.85:
            return self._swapped(frame)
        data = bytearray(self._swapped(frame) if how > 0.95 else orjson.dumps(frame))
        for _ in range(chance.randint(1, 4)):
            self._bite(data)
        return bytes(data)

    def _grammar(self, sid: str, seq: int, pushes: tuple[str, ...]) -> Told:
        chance = self._chance
        pick = chance.random()
        if pick < 0.55:
            start = seq if chance.random() < 0.85 else max(1, seq + chance.randint(-5, 5))
            events = [self._event() for _ in range(chance.choice((0, 1, 1, 1, 2, 3, 8, 64, 65)))]
            return {"t": "ev", "s": start, "mono": chance.uniform(0, 1e6), "e": events}
        if pick < 0.65:
            first = seq + chance.choice((-1, 0, 0, 0, 1))
            return {
                "t": "skip",
                "from": first,
                "to": first + chance.choice((0, 3, 10_000, 10_001, 2**53)),
                "why": "overflow",
            }
        push = chance.choice((*pushes, "p_nobody"))
        if pick < 0.73:
            return {"t": "claim", "id": push}
        if pick < 0.83:
            told = {"t": "pa", "id": push, "st": chance.choice(STATES), "ms": chance.randint(0, 10**6)}
            return told | ({"a": "quiet"} if chance.random() < 0.2 else {})
        if pick < 0.93:
            return {"t": "hb", "n": chance.randint(-(2**53), 2**53)}
        if pick < 0.95:
            state = chance.choice(("none", "anonymous", "full"))
            return {"t": "consent", "state": state, "src": "call", "at": 0, "erase": chance.random() < 0.3}
        if pick < 0.97:
            return {**deepcopy(HELLO), "key": "pk_test", "sid": sid}
        return {"t": chance.choice(("bye", "bye", "nope", "welcome", "ack"))}

    def _event(self) -> Told:
        name = self._chance.choice(tuple(EVENTS))
        dt = self._chance.choice((0, 10, 35_000, 86_400_001, 2**60))
        return {"n": name, "dt": dt, "v": self._chance.randint(1, 4), "d": deepcopy(EVENTS[name])}

    def _swapped(self, frame: Told, raw: tuple[bytes, ...] = RAW) -> bytes:
        """Put something nasty in the place of some value, or take a key away, or add one; sometimes no JSON at all."""
        chance = self._chance
        node: Any = frame
        while True:
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            if not keys:
                return orjson.dumps(frame)
            key = chance.choice(keys)
            if not isinstance(node[key], dict | list) or not node[key] or chance.random() < 0.2:
                break
            node = node[key]
        how = chance.random()
        if how < 0.15 and isinstance(node, dict):
            del node[key]
        elif how < 0.25 and isinstance(node, dict):
            node[chance.choice(("later", "__proto__", "", "t", "d", "\x00"))] = deepcopy(chance.choice(NASTY))
        elif how < 0.75:
            node[key] = deepcopy(chance.choice(NASTY))
        else:
            node[key] = "@@@"
            return orjson.dumps(frame).replace(b'"@@@"', chance.choice(raw))
        return _dumped(frame)

    def _bite(self, data: bytearray) -> None:
        """Flip, cut, double or slip in some bytes."""
        chance = self._chance
        if not data:
            return
        at = chance.randrange(len(data))
        match chance.randint(0, 4):
            case 0:
                data[at] ^= 1 << chance.randint(0, 7)
            case 1:
                del data[at : at + chance.randint(1, 20)]
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 200)]
            case 3:
                data[at:at] = chance.choice(RAW)
            case _:
                del data[at:]


def _dumped(frame: Told) -> bytes:
    try:
        return orjson.dumps(frame)
    except TypeError:
        # A number beyond what it writes exactly.
        return orjson.dumps(str(frame))
