"""A browser and a site to a reader: opens the site's pages and keeps what the browser complained of meanwhile."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, Response

from site_checks.site import Fault, Site

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

LAID_OUT = """() => new Promise((resolve) => {
  const waits = document.querySelector("script[src*='typeface']") && matchMedia("(scripting: enabled)").matches;
  const look = () => !waits || "whole" in document.documentElement.dataset ? resolve() : setTimeout(look, 10);
  look();
})"""
"""Resolves when js/typeface.js is done: until then what lies far below has neither height nor words for who asks."""


def browser_program() -> str:
    """Where this machine's Chromium or Chrome is."""
    found = [os.environ.get("KLIPING_CHROMIUM"), *map(shutil.which, NAMES), MAC]
    return next(path for path in found if path and os.access(path, os.X_OK))


def browser_arguments(sites: list[Site], port: int) -> list[str]:
    """Arguments that send the sites' own host names to the port, and every other name nowhere."""
    rules = [f"MAP {urlsplit(site.address).netloc} 127.0.0.1:{port}" for site in sites]
    return [*QUIET, f"--host-resolver-rules={', '.join([*rules, 'MAP * ~NOTFOUND'])}"]


@dataclass  # without slots: Playwright hangs its own attributes on whatever it calls back
class Reader:
    """Someone who reads the site in a window of their own."""

    site: Site
    page: Page
    faults: list[Fault] = field(default_factory=list)
    """Console errors and warnings, exceptions, requests to other hosts and failed ones, in order."""
    response: Response | None = None

    def open(self, path: str) -> Page:
        """The page of a file of the site, or of an address below it, loaded."""
        return self.visit(self.site.url(path))

    def visit(self, url: str) -> Page:
        """The page at an address, loaded and laid out."""
        self.response = self.page.goto(url, wait_until="load")
        self.page.evaluate(LAID_OUT)
        return self.page

    def complain(self, words: str) -> None:
        """Notes a fault of the page now open."""
        path = self.page.url.removeprefix(self.site.address)
        self.faults.append(Fault(path, words))

    def hear_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complain(f"console: {message.text}")

    def hear_exception(self, error: Error) -> None:
        self.complain(f"exception: {error.message}")

    def hear_request(self, request: Request) -> None:
        if not request.url.startswith((self.site.address + "/", "data:", "blob:")):
            self.complain(f"asked another host for {request.url}")

    def hear_response(self, response: Response) -> None:
        if response.status >= 400:
            self.complain(f"answer {response.status} for {response.url}")


@contextmanager
def reading(browser: Browser, site: Site, **options: Any) -> Iterator[Reader]:
    """A reader of the site; options are those of a browser context: viewport, color_scheme, java_script_enabled …"""
    context: BrowserContext = browser.new_context(**options)
    try:
        context.set_default_timeout(20_000)  # on a slow machine that does more, an answer may take longer than it should
        reader = Reader(site, context.new_page())
        reader.page.on("console", reader.hear_console)
        reader.page.on("pageerror", reader.hear_exception)
        reader.page.on("request", reader.hear_request)
        reader.page.on("response", reader.hear_response)
        yield reader
    finally:
        context.close()
