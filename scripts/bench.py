"""Command: how long the site takes, in one run and on the same pages as what else could be used; `make bench` calls it.

    .venv-bench/bin/python scripts/bench.py

The plain stack is MkDocs with Material, search and static-i18n as they come: no hook, no look, no PDFs.
mkdocs-to-pdf is the plain stack with that plugin: one PDF of the whole site for each language.
Naive WeasyPrint is the plain stack, and then each plan and worksheet of it handed to WeasyPrint, one after another in one
process. It is given plain pages and not ours, whose stylesheets and forms would take it about twice as long.

Everything runs in a copy of the project, from nothing, except the last row. "Core seconds" are those of all cores together:
only our PDFs are made side by side. "Pages" are those of the PDFs in the finished site, and "s/page" is seconds by pages:
packs and books hold pages that were laid out for the sheets. "MB" is the memory of the largest process of that build.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("docs", "overrides", "scripts", ".cache/fonts")
CACHES = (".cache/pages", ".cache/pdf")
MKDOCS = ("-m", "mkdocs", "build", "--quiet", "--site-dir", "site", "--config-file")
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
# static-i18n builds one language after another, and mkdocs-to-pdf writes them all to the same path: each is put aside.
TO_PDF = PLAIN.replace("markdown_extensions", "  - to-pdf\nhooks: [aside.py]\nmarkdown_extensions")
ASIDE = """
from pathlib import Path

def on_post_build(config):
    made = Path(config.site_dir, "pdf/document.pdf")
    made.rename(made.with_stem(config.theme["language"]))
"""
NAIVE = """
from pathlib import Path
from weasyprint import HTML

for page in sorted(Path("site").rglob("*.html")):
    if page.name == "plan.html" or page.parent.name == "worksheets" and page.name != "index.html":
        HTML(page).write_pdf(page.with_suffix(".pdf"))
"""
HEADS = f"{'':<30}{'seconds':>9}{'× plain':>9}{'core seconds':>14}{'PDFs':>6}{'pages':>7}{'s/page':>8}{'MB':>6}"


@dataclass(frozen=True)
class Build:
    """What is measured."""

    what: str
    config: str
    environment: dict[str, str] = field(default_factory=dict)
    after: str = ""  # Python that runs when MkDocs is done, in a process of its own
    is_fresh: bool = True  # nothing is left of the build before


@dataclass
class Cost:
    """What a build took."""

    seconds: float = 0
    core: float = 0
    memory: int = 0


BUILDS = (
    Build("plain stack", "plain.yml"),
    Build("mkdocs-to-pdf", "to-pdf.yml"),
    Build("naive WeasyPrint", "plain.yml", after=NAIVE),
    Build("pages alone", "mkdocs.yml", {"PDF": "no"}),
    Build("sheets and plans in print", "mkdocs.yml", {"EDITIONS": "print plan"}),
    Build("print and form sheets", "mkdocs.yml", {"EDITIONS": "print form"}),
    Build("every edition, pack and book", "mkdocs.yml"),
    Build("nothing changed", "mkdocs.yml", is_fresh=False),
)


def copy(folder: Path) -> None:
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name, text in {"plain.yml": PLAIN, "to-pdf.yml": TO_PDF, "aside.py": ASIDE}.items():
        (folder / name).write_text(text, "utf-8")


def measure(build: Build, folder: Path) -> Cost:
    """Run one build, from nothing if it asks for that."""
    if build.is_fresh:
        for name in ("site", *CACHES):
            shutil.rmtree(folder / name, ignore_errors=True)
    cost = Cost()
    for arguments in ((*MKDOCS, build.config), ("-c", build.after)) if build.after else ((*MKDOCS, build.config),):
        run(arguments, folder, os.environ | build.environment, cost)
    return cost


def run(arguments: tuple[str, ...], folder: Path, environment: dict[str, str], cost: Cost) -> None:
    """Add the cost of one run of Python, its own processes included; ends everything when it fails."""
    with tempfile.TemporaryFile("w+") as said:
        begun = time.perf_counter()
        process = subprocess.Popen([sys.executable, *arguments], cwd=folder, env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)  # of this process and those it waited for; getrusage mixes all builds
        cost.seconds += time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(said.read())
    cost.core += used.ru_utime + used.ru_stime
    cost.memory = max(cost.memory, used.ru_maxrss * 1024 // 1_000_000)


def row(what: str, cost: Cost, plain: float, site: Path) -> str:
    lengths = [len(pypdfium2.PdfDocument(file)) for file in site.rglob("*.pdf")]
    pages = sum(lengths)
    each = f"{cost.seconds / pages:.3f}" if pages else ""
    begin = f"{what:<30}{cost.seconds:9.1f}{cost.seconds / plain:9.2f}{cost.core:14.1f}"
    return f"{begin}{len(lengths):6}{pages:7}{each:>8}{cost.memory:6}"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy(folder)
        written = sum(1 for _ in (folder / "docs").rglob("*.md"))
        print(f"{written} pages of Markdown, {os.cpu_count()} cores; all of it takes about ten minutes.\n\n{HEADS}", flush=True)
        measure(BUILDS[0], folder)  # not counted: the first reads all of Python's packages from the disk
        plain = 0.0
        for build in BUILDS:
            cost = measure(build, folder)
            plain = plain or cost.seconds
            print(row(build.what, cost, plain, folder / "site"), flush=True)


if __name__ == "__main__":
    main()
