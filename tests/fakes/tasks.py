"""How long tasks of a browser's main thread took, out of a trace of Chromium."""

import json
from typing import Any

CATEGORIES = ["toplevel", "devtools.timeline", "v8", "disabled-by-default-v8.compile"]
"""What a trace has to hold."""
RUNS = {
    "FunctionCall",
    "EvaluateScript",
    "v8.compile",
    "v8.compileModule",
    "v8.evaluateModule",
    "FireIdleCallback",
    "TimerFire",
    "RunMicrotasks",
}


def tasks_ms(trace: list[dict[str, Any]], ours: str) -> list[float]:
    """Return how long the processor worked on each task in which a script of ours ran, whatever else ran in it.

    Args:
        trace: the trace's events.
        ours: what stands in the addresses of our scripts and in no others.

    """
    tasks = [one for one in trace if str(one.get("name")).endswith("RunTask") and "tdur" in one]
    mine = [one for one in trace if one.get("name") in RUNS and ours in json.dumps(one.get("args"))]
    return [task["tdur"] / 1000 for task in tasks if any(_within(one, task) for one in mine)]


def _within(one: dict[str, Any], task: dict[str, Any]) -> bool:
    return bool(one["tid"] == task["tid"] and one["pid"] == task["pid"] and 0 <= one["ts"] - task["ts"] <= task["dur"])
