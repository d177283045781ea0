"""The example shops' server on this machine: their pages, and a cart behind two well-known interfaces."""

import json
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

PAGES = Path(__file__).parent / "pages"
PRICE_MINOR = {"4001": 2400, "11": 1200}
"""What the shops with a cart sell, in cents."""


class Backend:
    """One server for all shops; a shop is a host name of its own, so that carts do not meet."""

    def __init__(self, script: str, parts: Mapping[str, str]) -> None:
        self.files = {"/t.js": script.encode()} | {f"/t/{name}": code.encode() for name, code in parts.items()}
        self.carts: dict[str, dict[str, int]] = {}
        self.truths = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(PAGES.glob("*.json"))}
        backend = self

        class Answer(BaseHTTPRequestHandler):
            """Answers for whichever shop is asked."""

            def do_GET(self) -> None:
                """Give a page, the script, or a cart."""
                backend.answer(self)

            def do_POST(self) -> None:
                """Change a cart."""
                size = int(self.headers.get("content-length") or 0)
                backend.change(self, self.rfile.read(size).decode())

            def log_message(self, *_args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def address(self, shop: str) -> str:
        """Return where the page of one shop is."""
        return f"http://{shop}.localhost:{self.port}{self.truths[shop]['path']}"

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer a request that changes nothing."""
        shop = (request.headers.get("host") or "").split(".")[0]
        path = urlsplit(request.path).path
        truth = self.truths.get(shop, {})
        if path in self.files:
            _send(request, self.files[path], "text/javascript")
        elif path == "/cart.js":
            _send(request, json.dumps(self._classic(shop)).encode(), "application/json")
        elif path == "/wp-json/wc/store/v1/cart":
            _send(request, json.dumps(self._store(shop)).encode(), "application/json")
        elif truth and path == urlsplit(truth["path"]).path:
            html = (PAGES / f"{shop}.html").read_text("utf-8")
            html = html.replace("</title>", '</title>\n<script async src="/t.js"></script>', 1)
            _send(request, html.encode(), "text/html; charset=utf-8")
        else:
            _send(request, b"", "text/plain", 404)

    def change(self, request: BaseHTTPRequestHandler, body: str) -> None:
        """Change a shop's cart as its interface says."""
        shop = (request.headers.get("host") or "").split(".")[0]
        cart = self.carts.setdefault(shop, {})
        path = request.path
        if path.startswith("/cart/"):
            said = json.loads(body)
            sku, count = str(said["id"]), int(said["quantity"])
        else:
            form = parse_qs(body)
            sku, count = form["product_id"][0], int(form.get("quantity", ["0"])[0])
        if "add" in path:
            cart[sku] = cart.get(sku, 0) + count
        else:
            cart.pop(sku, None)
        _send(request, b"{}", "application/json")

    def _classic(self, shop: str) -> dict[str, Any]:
        lines = [
            {"variant_id": int(sku), "quantity": count, "product_title": "Mug", "final_price": PRICE_MINOR[sku]}
            for sku, count in self.carts.get(shop, {}).items()
        ]
        return {"token": "t", "currency": "EUR", "items": lines}

    def _store(self, shop: str) -> dict[str, Any]:
        money = {"currency_code": "EUR", "currency_minor_unit": 2}
        lines = [
            {"id": int(sku), "quantity": count, "name": "Mug", "prices": {"price": str(PRICE_MINOR[sku])} | money}
            for sku, count in self.carts.get(shop, {}).items()
        ]
        return {"items": lines, "totals": {"total_price": "0"} | money}


def _send(request: BaseHTTPRequestHandler, body: bytes, kind: str, status: int = 200) -> None:
    request.send_response(status)
    request.send_header("content-type", kind)
    request.send_header("content-length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)
