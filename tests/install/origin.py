"""A small web server on loopback that answers what a test tells it to: a shop's page, a proxy in the way, a ruin."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = tuple[tuple[str, str], ...]
HTML: Headers = (("Content-Type", "text/html; charset=utf-8"),)


@dataclass
class Reply:
    """One answer."""

    body: bytes = b""
    status: int = 200
    headers: Headers = HTML


@dataclass
class Origin:
    """Answers by path; ``asked`` holds the paths that were asked for."""

    url: str = ""
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    before: Callable[[], None] = lambda: None
    """Called before an answer is written."""

    def page(self, html: str, *headers: tuple[str, str], path: str = "/") -> str:
        """Serve a page and return its address."""
        self.replies[path] = Reply(html.encode(), headers=(*HTML, *headers))
        return f"{self.url}{path}"


@contextmanager
def origin(host: str = "127.0.0.1") -> Iterator[Origin]:
    """Serve on a free port."""
    made = Origin()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made.asked.append(self.path)
            reply = made.replies.get(self.path.partition("?")[0], Reply(b"nothing here", 404))
            made.before()
            self.send_response(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    made.url = f"http://{host}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
