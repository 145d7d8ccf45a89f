"""Command: put a release onto the local branch gh-pages, beside those before it.

    python scripts/release.py 2026.1

SITE_URL says where the branch will be published. Nothing is pushed.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from mike import git_utils

BRANCH = "gh-pages"
LATEST = "latest"
NAME = re.compile(r"20\d\d\.[1-9]\d*")
LOCAL = "http://127.0.0.1:8000/"


def mike(*arguments: str) -> None:
    tools = str(Path(sys.executable).parent)  # mike looks for mkdocs on the path
    path = os.pathsep.join([tools, os.environ.get("PATH", "")])
    env = {**os.environ, "PATH": path, "STRICT": "true", "SITE_DIR": "site.new"}
    subprocess.run(["mike", *arguments], env=env, check=True)


def published(path: str) -> bytes | None:
    try:
        return bytes(git_utils.read_file(BRANCH, path))
    except git_utils.GitError:
        return None


def publish_lost_page() -> None:
    """A host shows the 404.html of its root; the latest release's leads back into that release."""
    page = published(f"{LATEST}/404.html")
    if page is None or page == published("404.html"):
        return
    with git_utils.Commit(BRANCH, "Take the page for lost readers from the latest release") as commit:
        commit.add_file(git_utils.FileInfo("404.html", page))


def main(name: str) -> int:
    if not NAME.fullmatch(name):
        print(f"“{name}” is not a release. Name it by year and number: make release VERSION=2026.1")
        return 1
    address = os.environ.get("SITE_URL") or LOCAL
    os.environ["SITE_URL"] = address.rstrip("/") + "/"
    try:
        mike("deploy", "--update-aliases", name, LATEST)
        if published("index.html") is None:
            mike("set-default", LATEST)
    except subprocess.CalledProcessError as error:
        print(f"Release {name} was not made.")
        return int(error.returncode)
    publish_lost_page()
    print(f"Release {name} is on the local branch {BRANCH}, made for {os.environ['SITE_URL']}")
    if address == LOCAL:
        print("To publish it, make it for its own address: make release VERSION=… SITE_URL=https://…/")
    print(f"Look at it with .venv/bin/mike serve, publish it with git push origin {BRANCH}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
