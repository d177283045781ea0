"""A real, small model behind a real server: structured answers, cancellation, and what the guardrails make of it.

``make test-model`` sets one up; ``TARRY_MODEL_URL`` names another (and ``TARRY_MODEL_NAME`` its model).
"""

import asyncio
import os
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from tests.copywriters.rendered import all_briefs
from tests.fakes.running import serving
from tests.live.hesitation import opened, settled, study

from tarry.copywriters.llm import ModelWriter
from tarry.core.brief import Brief, Draft
from tarry.errors import CopywriterError
from tarry.guardrails.inspect import inspect

DEADLINE_S = 60.0
"""A model of this size on one core writes a dozen words a second, on a busy machine fewer."""
START_S = 60.0
DRAFTS = int(os.environ.get("TARRY_MODEL_DRAFTS", "12"))
"""Drafts that are asked for and looked at."""


@pytest.fixture(scope="module")
def model_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where a model answers: the one named, else one that is started here and ended afterwards."""
    named = os.environ.get("TARRY_MODEL_URL", "")
    if named:
        yield named
        return
    python, weights = os.environ["TARRY_MODEL_PYTHON"], os.environ["TARRY_MODEL_WEIGHTS"]
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    # One thread: with as many as there are cores each waits for the slowest, and a busy machine makes that all of them.
    command = [python, "-m", "llama_cpp.server", "--model", weights, "--host", "127.0.0.1", "--port", str(port)]
    command += ["--n_ctx", "2048", "--n_threads", "1", "--n_threads_batch", "1", "--model_alias", "small"]
    output = tmp_path_factory.mktemp("model") / "output"
    with output.open("wb") as file, subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT) as process:
        try:
            _await(f"http://127.0.0.1:{port}/v1/models", process, output)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _await(url: str, process: "subprocess.Popen[bytes]", output: Path) -> None:
    ends = time.monotonic() + START_S
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urlopen(url, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the model's server did not come up:\n{output.read_text(errors='replace')}")


def writer_of(url: str) -> ModelWriter:
    """Return a writer for the model; one try, because a second one only takes the first one's core."""
    name = os.environ.get("TARRY_MODEL_NAME", "small")
    return ModelWriter(base_url=url, model=name, api_key=os.environ.get("OPENAI_API_KEY", "none"), hedge=False)


def briefs() -> list[Brief]:
    """Return English briefs of every kind a model may be asked for, as many as are to be looked at."""
    kinds = {(about.play, about.cause, about.tone): about for about in all_briefs("en") if about.play != "incentive"}
    found = list(kinds.values())
    return [found[number * len(found) // DRAFTS] for number in range(DRAFTS)]


async def test_it_answers_in_a_form_that_can_be_read(model_url: str) -> None:
    """Most answers are a headline and a body; printed: how many, in which dialect, and what each guardrail refused."""
    writer, drafts, failed, refused = writer_of(model_url), list[tuple[Brief, Draft]](), Counter[str](), Counter[str]()
    print(await writer.warm_up())
    for about in briefs():
        try:
            drafts.append((about, await writer.write(about, deadline_s=DEADLINE_S)))
        except CopywriterError as exc:
            failed[str(exc)] += 1
    await writer.aclose()
    clean = 0
    for about, draft in drafts:
        found = {violation.rule for violation in inspect(draft, about)}
        refused.update(found)
        clean += not found
        print(f"{about.play:15} {draft.headline!r} / {draft.body!r}: {', '.join(sorted(found)) or 'passes'}")
    tokens = sum(draft.usage.tokens_out for _, draft in drafts if draft.usage is not None)
    print(
        f"{len(drafts)} of {DRAFTS} could be read, {clean} of them pass; failed {dict(failed)}; {tokens} tokens written"
    )
    print(f"refused by rule: {dict(refused.most_common())}")

    assert len(drafts) >= DRAFTS / 2
    assert tokens > 0


async def test_giving_up_frees_the_model(model_url: str) -> None:
    """A call that was given up ends in time, and the next one does not wait for it to be written to its end."""
    writer, about = writer_of(model_url), briefs()[0]
    whole = time.monotonic()
    await writer.write(about, deadline_s=DEADLINE_S)
    whole = time.monotonic() - whole

    began = time.monotonic()
    with pytest.raises(CopywriterError, match="too late"):
        await writer.write(about, deadline_s=0.1)
    gave_up_after = time.monotonic() - began
    began = time.monotonic()
    await writer.write(about, deadline_s=DEADLINE_S)
    again = time.monotonic() - began
    await writer.aclose()

    print(f"a draft takes {whole:.1f} s; given up after {gave_up_after:.2f} s; the next took {again:.1f} s")
    assert gave_up_after < 0.1 + 0.25
    assert again < 2 * whole + 1


async def test_the_whole_path_shows_nothing_unchecked(model_url: str, tmp_path: Path) -> None:
    """A shopper studies a product at a real server: the model's words if they pass, else the house writer's."""
    name = os.environ.get("TARRY_MODEL_NAME", "small")
    model = (
        f'[model]\nname = "{name}"\nbase_url = "{model_url}"\ndeadline_ms = 10000\npatience_ms = 60000\nhedge = false'
    )
    with serving(tmp_path, more=model) as server:
        page = await opened(server)
        await study(page)
        push = await asyncio.wait_for(page.take("push"), 30)
        await settled(page)
        await page.leave()
        lines = [line for line in server.story(page.ref) if line["kind"] in ("draft", "violation")]
    for line in lines:
        print(
            {key: line.get(key) for key in ("kind", "writer", "text", "ms", "failed", "rule", "words", "path", "usage")}
        )

    assert lines[0]["model"] == name
    assert push["d"]["writer"] == lines[-1]["writer"]
    assert "{" not in push["d"]["headline"] + push["d"]["body"]
