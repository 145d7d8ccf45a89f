"""Which printables make which PDF: found in a built site, made side by side, kept until something changes."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from html import escape
from multiprocessing import get_context
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from . import printables
from .engine import APT, versions
from .printables import Printable
from .problems import Problem

if TYPE_CHECKING:
    from .pdf import Made

# Of each kind of printable: its editions, and what their file names end in.
EDITIONS = {"sheet": {"print": "", "form": "-form", "example": "-example"}, "plan": {"print": ""}, "pocket": {"print": ""}}
EXAMPLE = 'class="example"'  # what a sheet with a filled-in example holds
STYLES = ("tokens", "text", "line", "parts", "dialogue", "check", "plan", "sheet", "print")
STYLESHEETS, FONTS, CACHE = Path("overrides/assets/stylesheets"), Path(".cache/fonts"), Path(".cache/pdf")
CODE = ("printables", "pdf", "finish", "widgets", "breaks", "publish")
PAPER = Path("overrides/print/document.html")
CURES = {".cache/fonts/faces.css": "Run: python scripts/fonts.py"}


@dataclass(frozen=True)
class Job:
    """One PDF to be: the document, where it goes, and the name of its content."""

    printable: Printable
    is_form: bool
    html: str
    target: Path
    kept: Path


@dataclass(frozen=True)
class Press:
    """What all PDFs of a build share: stylesheets in their order, and the folders they may read from."""

    styles: tuple[Path, ...]
    folders: tuple[Path, ...]


def publish(site: Path, root: Path) -> list[Problem]:
    """Make every PDF of a built site; say all that is wrong, at once."""
    press = Press((root / FONTS / "faces.css", *(root / STYLESHEETS / f"{name}.css" for name in STYLES)), (site, root / FONTS))
    if problems := lacking(press, root):
        return problems
    jobs = list(plan(site, root, press))
    problems = clashes(jobs)
    fresh = {job.kept: job for job in jobs if not job.kept.is_file()}
    problems += run(list(fresh.values()), press)
    for job in jobs:
        if job.kept.is_file():
            save(job.kept.read_bytes(), job.target)
    return sorted(problems)


def lacking(press: Press, root: Path) -> list[Problem]:
    """What must be there before the first PDF can be made."""
    gone = [style.relative_to(root).as_posix() for style in press.styles if not style.is_file()]
    problems = [Problem(path, 1, "is missing, and no PDF can be made without it", CURES.get(path, "")) for path in gone]
    try:
        versions()
    except OSError as error:
        problems.append(Problem("README.md", 1, f"a system library for the PDFs is missing: {error}", f"Run: {APT}"))
    return problems


def plan(site: Path, root: Path, press: Press) -> Iterator[Job]:
    """The PDFs that the pages of a site call for."""
    shared = digest([versions().encode(), *contents(press, root)])
    paper = Template((root / PAPER).read_text())
    for page in printables.find(site):
        for printable in printables.read(page, site):
            for edition, ending in EDITIONS.get(printable.kind, EDITIONS["plan"]).items():
                if edition == "example" and EXAMPLE not in printable.html:
                    continue
                html = compose(printable, edition, paper)
                pictures = [picture.read_bytes() for picture in printable.pictures if picture.is_file()]
                key = digest([shared.encode(), edition.encode(), html.encode(), *pictures])
                yield Job(printable, edition == "form", html, site / f"{printable.name}{ending}.pdf", root / CACHE / f"{key}.pdf")


def contents(press: Press, root: Path) -> Iterator[bytes]:
    """Every file that all PDFs are made from, the machinery included."""
    fonts, code = sorted((root / FONTS).glob("*.ttf")), (Path(__file__).with_name(f"{name}.py") for name in CODE)
    return (file.read_bytes() for file in (*press.styles, *fonts, *code))


def digest(parts: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def compose(printable: Printable, edition: str, paper: Template) -> str:
    """The printed document around one printable."""
    head = "\n".join(f'<meta name="{escape(name)}" content="{escape(content)}">' for name, content in printable.head)
    own = {"language": printable.language, "direction": printable.direction}
    return paper.substitute(own, title=escape(printable.title), head=head, edition=edition, articles=printable.html)


def clashes(jobs: list[Job]) -> list[Problem]:
    """Two printables that would write the same file."""
    first: dict[Path, Job] = {}
    others = [job for job in jobs if first.setdefault(job.target, job) is not job]
    return [Problem(job.printable.source, 1, f"two printables would make {job.target.name}; a page holds one") for job in others]


def run(jobs: list[Job], press: Press) -> list[Problem]:
    """All PDFs at once, one process a core; WeasyPrint is loaded there and not here."""
    if not jobs:
        return []
    problems: list[Problem] = []
    workers = min(os.cpu_count() or 1, len(jobs))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(work, job, press) for job in jobs]
        for count, done in enumerate(as_completed(waiting), 1):
            problems += done.result()
            tell(count, len(jobs))
    return problems


def tell(count: int, total: int) -> None:
    """A line of progress: rewritten in a terminal, written once in a log."""
    if sys.stderr.isatty() or count == total:
        print(f"\rPDFs made: {count} of {total}", end="\n" if count == total else "", file=sys.stderr, flush=True)


def work(job: Job, press: Press) -> list[Problem]:
    """In a worker: make one PDF and keep it, if there is nothing against it."""
    from . import pdf

    made = pdf.make(job.html, job.printable.base, press.styles, press.folders, job.is_form)
    problems = list(faults(made, job))
    if not problems:
        save(made.data, job.kept)
    return problems


def faults(made: "Made", job: Job) -> Iterator[Problem]:
    source, promised = job.printable.source, None if "paper--example" in job.html else job.printable.pages
    for complaint in made.complaints:
        yield Problem(source, 1, f"{job.target.name}: {complaint}")
    if made.data and promised and made.pages != promised:
        message = f"{job.target.name} makes {made.pages} pages, the sheet says {promised}"
        yield Problem(source, 1, message, "Shorten it" + (f", or set `pages: {made.pages}`." if made.pages < 3 else "."))


def save(data: bytes, file: Path) -> None:
    """Written beside and renamed: nobody ever meets half a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(f".{os.getpid()}")
    half.write_bytes(data)
    half.replace(file)
