"""A small project of three languages that a test may spoil, and the real one, built once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import translated

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests" / "site"
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
