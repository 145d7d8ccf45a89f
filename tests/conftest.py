"""A small project of three languages that a test may spoil; the real one, built once; and a browser to look at it."""

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

import translated

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests" / "site"
ADDRESS = "https://example.org/spor/"  # where the real site believes it is published
NAV = """nav:
  - index.md
  - modules:
    - modules/index.md
    - dialogue:
      - modules/dialogue/index.md
      - modules/dialogue/presence/index.md
      - modules/dialogue/presence/plan.md
  - worksheets:
    - worksheets/index.md
    - worksheets/every-field.md
  - trainers/timetables/evenings.md
  - danger.md
  - sources.md

"""


def build(root: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a project with MkDocs as `make build` does; the answer holds the exit code and what was said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    return subprocess.run(command, cwd=root, env=os.environ | environment, capture_output=True, text=True, check=False)


def copy(folder: Path) -> Path:
    """The small site in `folder`, with the real configuration, look, words and machinery; its translations say what they translate."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for language in ("en", "fr", "da"):
        shutil.copy(ROOT / "docs" / language / "_words.yml", folder / "docs" / language)
    (folder / ".cache").mkdir()
    for shared in ("overrides", "scripts", ".cache/fonts"):
        (folder / shared).symlink_to(ROOT / shared)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    before, after = config.split("nav:\n", 1)
    (folder / "mkdocs.yml").write_text(before + NAV + after[after.index("theme:") :], "utf-8")
    translated.main(folder, [])
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that a test may spoil."""
    return copy(tmp_path)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with every PDF, in a folder named as its address is; the first worker builds it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, half = shared / "host/spor", shared / "half"
    with (shared / "host.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            made = build(ROOT, half, SITE_URL=ADDRESS, PDF="yes")
            if made.returncode:
                pytest.fail(f"The site cannot be built: python -m mkdocs build --strict\n{made.stdout}{made.stderr[-2000:]}", pytrace=False)
            folder.parent.mkdir()
            half.rename(folder)
    return folder


class Host(SimpleHTTPRequestHandler):
    """Serves a folder as a host of static pages does, with the site's own page for lost readers, and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory, "spor/404.html")
        if code == 404 and lost.is_file():
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(lost.read_bytes())
        else:
            super().send_error(code, message, explain)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder while it is served on a free port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def web(site: Path) -> Iterator[str]:
    """The address of the real site on a server."""
    with served(site.parent) as address:
        yield f"{address}/spor"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker: two at once would fight for its event loop."""
    with sync_playwright() as playwright:
        seen = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}  # a maker of PDFs hides all fonts
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"], env={**seen})
        yield chromium
        chromium.close()


def watch(page: Page) -> list[str]:
    """A list that fills with whatever goes wrong on a page: other hosts, failed requests, errors on its console."""
    troubles: list[str] = []

    def ask(url: str) -> None:
        if urlsplit(url).scheme not in ("file", "data", "blob", "about") and urlsplit(url).hostname != "127.0.0.1":
            troubles.append(f"asked another host: {url}")

    def fail(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader went on before it was there
            troubles.append(f"failed: {request.url} {request.failure}")

    page.on("request", lambda request: ask(request.url))
    page.on("requestfailed", fail)
    page.on("response", lambda answer: troubles.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
    page.on("console", lambda said: troubles.append(f"{said.type}: {said.text}") if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    return troubles


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh tab in which nothing may go wrong."""
    context = browser.new_context()
    tab = context.new_page()
    troubles = watch(tab)
    yield tab
    context.close()
    assert troubles == []
