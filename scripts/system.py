"""Command: see to what the operating system has to bring, before anything else is installed.

    python3 scripts/system.py [--tests]

Needs nothing but Python. On Debian and its relatives the missing packages are installed, if that is possible without
asking for a password; else the one line to run is named, and the exit code is 1.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from ctypes.util import find_library
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

OLDEST = (3, 11)


@dataclass(frozen=True)
class Need:
    """A Debian package, and how to tell that what it brings is there."""

    package: str
    is_there: Callable[[], bool]


def library(name: str) -> Callable[[], bool]:
    return lambda: find_library(name) is not None


def program(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


def dictionary(name: str) -> Callable[[], bool]:
    return lambda: Path(f"/usr/share/hunspell/{name}.dic").exists()


def module(name: str) -> Callable[[], bool]:
    return lambda: find_spec(name) is not None


TO_BUILD = [
    Need("python3-venv", module("ensurepip")),
    Need("libpango-1.0-0", library("pango-1.0")),
    Need("libpangoft2-1.0-0", library("pangoft2-1.0")),
    Need("libharfbuzz-subset0", library("harfbuzz-subset")),  # without it no two builds of a PDF are alike
    Need("hunspell", program("hunspell")),
    *(Need(f"hunspell-{package}", dictionary(name)) for package, name in (("en-gb", "en_GB"), ("fr", "fr_FR"), ("da", "da_DK"))),
]
TO_TEST = [Need("chromium", program("chromium")), Need("poppler-utils", program("pdffonts"))]


def missing(needs: list[Need]) -> list[str]:
    return [need.package for need in needs if not need.is_there()]


def line(packages: list[str]) -> str:
    """The line that a person runs."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def rights() -> list[str] | None:
    """What to put before a command that needs an administrator; None if that is not possible without a password."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    may = shutil.which("sudo") and subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0
    return sudo if may else None


def install(packages: list[str], before: list[str]) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*before, "apt-get", "update", "--quiet=2"], env=quiet, check=False)
    command = [*before, "apt-get", "install", "--quiet=2", "--yes", "--no-install-recommends", *packages]
    return subprocess.run(command, env=quiet, check=False).returncode == 0


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        print(f"Python {'.'.join(map(str, OLDEST))} or newer is needed; this is {sys.version.split()[0]}.")
        print("Name another one: make serve PYTHON=python3.12")
        return 1
    packages = missing(TO_BUILD + (TO_TEST if "--tests" in arguments else []))
    if not packages:
        return 0
    before = rights()
    if before is not None:
        print(f"Installing what the system lacks: {', '.join(packages)}.", flush=True)
        if install(packages, before) and not missing([need for need in TO_BUILD + TO_TEST if need.package in packages]):
            return 0
    print("The system lacks something that cannot be installed from here. Run this line, then try again:")
    print(f"    {line(packages)}")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
