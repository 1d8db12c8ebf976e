"""Built sites to a server on this machine that behaves as a static host does."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from site_checks.site import Site

TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonl": "application/octet-stream",
    ".opml": "application/octet-stream",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


@contextmanager
def serving(*sites: Site) -> Iterator[int]:
    """The port on the loopback address where the sites are served, each under its own host name and path."""

    class Handler(_Handler):
        homes: ClassVar[dict[str, Site]] = {urlsplit(site.address).netloc: site for site in sites}

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    """GitHub Pages in small: a folder is its index, a folder without its slash is redirected, 404.html answers the rest."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # headers and body leave together, or the second waits for the first one's receipt
    homes: ClassVar[dict[str, Site]] = {}

    def do_GET(self) -> None:
        site = self.homes.get(self.headers.get("Host", ""))
        home = urlsplit(site.address).path + "/" if site else "/"
        path = unquote(urlsplit(self.path).path)
        if site is None or not path.startswith(home) or ".." in path.split("/"):
            self._answer(404, b"no site here", ".txt")
            return
        file = site.root / path.removeprefix(home)
        if file.is_dir() and not path.endswith("/"):
            self._redirect(self.path + "/")
        else:
            self._send(site, file / "index.html" if path.endswith("/") else file)

    def _send(self, site: Site, file: Path) -> None:
        missing = site.root / "404.html"
        if file.is_file():
            self._answer(200, file.read_bytes(), file.suffix)
        elif missing.is_file():
            self._answer(404, missing.read_bytes(), ".html")
        else:
            self._answer(404, b"not found", ".txt")

    def _redirect(self, target: str) -> None:
        self.send_response(301)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, body: bytes, suffix: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(suffix) or guess_type("a" + suffix)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests report what matters."""
