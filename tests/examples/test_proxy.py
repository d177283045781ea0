"""The proxy recipes in front of a real server: script, socket, beacon and a browser's page pass through."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.examples.shopfront import Front, front, recipe
from tests.fakes.needs import missing
from tests.fakes.running import KEY, Running

UP_S = 10.0
"""Longest wait for a proxy to listen, in seconds."""


def find(name: str) -> str:
    """Return where a web server is; Debian keeps them where only root looks."""
    path = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if path is None and name == "caddy":
        pytest.skip("caddy is not here, and `make setup-test` does not install it: tens of megabytes for one recipe")
    return path if path is not None else missing(name)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int, output: Path, **env: str) -> Iterator[None]:
    """Run a web server until the test is over."""
    with output.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, env={**os.environ, **env})
    try:
        ends = time.monotonic() + UP_S
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                assert process.poll() is None, output.read_text()
                assert time.monotonic() < ends, output.read_text()
                time.sleep(0.02)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def nginx(folder: Path, port: int, server: Running, root: Path) -> tuple[list[str], dict[str, str]]:
    """Return the command of an nginx with the recipe in a whole configuration around it."""
    text = recipe("proxy/nginx.conf").replace("127.0.0.1:8000", f"127.0.0.1:{server.port}")
    maps, location = text.split("# -- inside server { } --")
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = folder / "nginx.conf"
    # One process, so that it stays who it is: a worker that changes its user could not read a test's own folder.
    file.write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; {places} types {{ text/html html; }}\n{maps}\n"
        f"server {{ listen 127.0.0.1:{port}; root {root}; index index.html;\n{location} }} }}\n"
    )
    return [find("nginx"), "-e", "stderr", "-c", str(file)], {}


def caddy(folder: Path, port: int, server: Running, root: Path) -> tuple[list[str], dict[str, str]]:
    """Return the command of a Caddy with the recipe's own site block."""
    text = recipe("proxy/Caddyfile").replace("127.0.0.1:8000", f"127.0.0.1:{server.port}")
    text = text.replace("shop.example {", f"http://127.0.0.1:{port} {{").replace("/var/www/shop", str(root))
    file = folder / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + text)
    home = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
    return [find("caddy"), "run", "--config", str(file), "--adapter", "caddyfile"], home


@pytest.fixture(params=[nginx, caddy], ids=["nginx", "caddy"])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Front, str]]:
    """Put a proxy before a shop's files and its Tarry; gives the shop's address."""
    build: Callable[..., tuple[list[str], dict[str, str]]] = request.param
    find(build.__name__)
    port = free_port()
    place = f"http://127.0.0.1:{port}"
    files = tmp_path / "files"
    files.mkdir()
    with front(tmp_path, address=lambda _server: f"{place}/w") as made:
        config = made.config.read_text().replace(made.page.url, place)
        made.config.write_text(config)
        made.server.stop()
        made.server.start()
        (files / "index.html").write_text(made.fitted(recipe("html/index.html")))
        command, env = build(tmp_path, port, made.server, files)
        with running(command, port, tmp_path / "proxy.output", **env):
            yield made, place


def test_everything_passes_through(shop: tuple[Front, str]) -> None:
    """A page in a browser tells its product by socket; a beacon is taken; the doctor finds nothing wrong."""
    made, place = shop

    events = made.visit(f"{place}/", lambda page: page.click("#add"), "view_item", "cart")
    posted = _beacon(f"{place}/w/b", place)
    told = made.doctor(f"{place}/")

    assert events["view_item"][0]["sku"] == "MUG-1"
    assert posted == 204
    assert told["because"] is None
    assert {"socket.open", "tag.there"} <= {finding["code"] for finding in told["findings"]}


def test_nothing_else_does(shop: tuple[Front, str]) -> None:
    """Console and metrics stay where they are."""
    _, place = shop

    for path in ("/console/", "/metrics", "/w/../console/", "/w/%2e%2e/console/"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{place}{path}", timeout=5)
        refused.value.close()
        assert refused.value.code in (400, 404)


def test_the_recipes_are_for_the_same_folder() -> None:
    """Both forward /w/, the folder their comments name."""
    assert re.search(r"location /w/ \{", recipe("proxy/nginx.conf"))
    assert "handle_path /w/* {" in recipe("proxy/Caddyfile")


def _beacon(url: str, origin: str) -> int:
    body = {
        "v": 1, "key": KEY, "sid": "b" * 22, "mono": 5, "consent": {"state": "anonymous", "src": "call"}, "s": 1,
        "e": [{"n": "page_view", "dt": 0, "v": 1, "d": {"path": "/", "kind": "other"}}],
    }  # fmt: skip
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Origin": origin, "Content-Type": "text/plain"})
    with urllib.request.urlopen(request, timeout=5) as answer:
        status: int = answer.status
        return status
