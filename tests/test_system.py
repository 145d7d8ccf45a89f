"""What the operating system has to bring: found, missing, and named in one line."""

import subprocess
import sys
from pathlib import Path

from system import TO_BUILD, TO_TEST, Need, dictionary, library, line, missing, module, program

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "system.py"


def run(*arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as set-up does, before any package is installed; `path` is where it may look for programs."""
    env = None if path is None else {"PATH": path}
    command = [sys.executable, "-I", "-S", str(SCRIPT), *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_a_machine_that_runs_these_tests_has_everything() -> None:
    assert missing(TO_BUILD + TO_TEST) == []


def test_nothing_is_said_when_nothing_is_missing() -> None:
    done = run("--tests")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_missing_is_named_by_its_package() -> None:
    needs = [
        Need("libspor0", library("spor-is-no-library")),
        Need("spor", program("spor-is-no-program")),
        Need("python3-spor", module("spor_is_no_module")),
        Need("python3", module("json")),
    ]
    assert missing(needs) == ["libspor0", "spor", "python3-spor"]


def test_the_line_to_run_installs_what_is_missing_and_no_more() -> None:
    assert line(["chromium", "libspor0"]) == "sudo apt-get install --no-install-recommends chromium libspor0"


def test_who_may_not_install_is_told_the_one_line_to_run(tmp_path: Path) -> None:
    done = run("--tests", path=str(tmp_path))
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].strip() == line(["hunspell", "chromium", "poppler-utils"])


def test_without_the_tests_no_browser_is_asked_for(tmp_path: Path) -> None:
    assert run(path=str(tmp_path)).stdout.splitlines()[-1].strip() == line(["hunspell"])


def test_a_dictionary_is_found_by_its_file() -> None:
    assert dictionary("en_GB")()
    assert not dictionary("xx_XX")()
