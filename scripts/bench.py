"""Command: how long the site takes, as ratios to the plain stack on the same pages, in one run.

    python scripts/bench.py

Plain is MkDocs with Material, search and static-i18n as they come: no hook, no look, no PDFs. Everything runs in a copy of
the project, each build in a process of its own. Prints seconds, the ratio to plain, and the memory of the largest process.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("docs", "overrides", "scripts", ".cache/fonts")
PLAIN = """
site_name: Plain
use_directory_urls: false
theme: {name: material, font: false}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages: [{locale: en, name: English, default: true}, {locale: fr, name: Français}, {locale: da, name: Dansk}]
markdown_extensions: [attr_list, def_list, tables, toc]
"""
BUILDS = {  # what is measured: configuration, environment, and whether the PDFs are forgotten before
    "plain stack": ("plain.yml", {}, True),
    "pages alone": ("mkdocs.yml", {"PDF": "no"}, True),
    "print and form sheets": ("mkdocs.yml", {"EDITIONS": "print form"}, True),
    "every edition, pack and book": ("mkdocs.yml", {}, True),
    "nothing changed": ("mkdocs.yml", {}, False),
}


def copy(folder: Path) -> None:
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "plain.yml").write_text(PLAIN, "utf-8")


def build(folder: Path, config: str, environment: dict[str, str]) -> float:
    """Seconds of one build; ends the run when it fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config]
    begun = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return time.perf_counter() - begun


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder)
        plain = 0.0
        for what, (config, environment, is_fresh) in BUILDS.items():
            if is_fresh:
                shutil.rmtree(folder / ".cache/pdf", ignore_errors=True)
            seconds = build(folder, config, environment)
            plain = plain or seconds
            most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000
            print(f"{what:<30} {seconds:7.1f} s   {seconds / plain:5.2f} × plain   {most} MB at most", flush=True)


if __name__ == "__main__":
    main()
