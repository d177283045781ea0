"""How long the pure core takes: folding and noticing one event, and deciding one moment."""

import gc
import time

from tarry.core.choose import MOMENTS, choose
from tarry.core.fold import fold
from tarry.core.policy import Policy
from tarry.core.signals.watches import notice_all
from tarry.core.step import step
from tarry.core.visitor import Visitor
from tarry.lab.townsfolk import shopper
from tarry.lab.walks import walk


def measure(seed: int, shoppers: int) -> dict[str, float]:
    """Tell a town's shoppers and return times in microseconds: of the fold with all signals, and of each moment."""
    policy = Policy()
    folds: list[int] = []
    moments: list[int] = []
    gc.disable()
    try:
        for number in range(shoppers):
            _tell(seed, number, policy, folds, moments)
    finally:
        gc.enable()
    return {
        "shoppers": shoppers,
        "events": len(folds),
        "moments": len(moments),
        "fold_mean_us": sum(folds) / len(folds) / 1_000,
        "fold_p99_us": _share(folds, 0.99),
        "decide_p50_us": _share(moments, 0.50),
        "decide_p99_us": _share(moments, 0.99),
    }


def _tell(seed: int, number: int, policy: Policy, folds: list[int], moments: list[int]) -> None:
    who = shopper(seed, number)
    visitor = Visitor(id=who.id, first_at=0, consent="full")
    idle_ms = policy.rules.session_idle_s * 1000
    for event in walk(who, seed).events:
        began = time.perf_counter_ns()
        notice_all(fold(visitor, event, session_idle_ms=idle_ms), event, policy.rules)
        folds.append(time.perf_counter_ns() - began)
        visitor = step(visitor, event, policy).visitor
        if type(event.body) in MOMENTS:
            began = time.perf_counter_ns()
            choose(visitor, event, policy)
            moments.append(time.perf_counter_ns() - began)


def _share(times: list[int], share: float) -> float:
    return sorted(times)[min(int(len(times) * share), len(times) - 1)] / 1_000
