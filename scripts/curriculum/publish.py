"""Which printables make which PDF: found in a built site, made side by side, kept until something changes."""

import gc
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from . import announce, editions, packs, printables, words
from .engine import APT, versions
from .jobs import Job, Maker, Press, contents, digest, note, recall, save, sweep
from .printables import Printable
from .problems import Problem, nearest

if TYPE_CHECKING:
    from .pdf import Made

STYLES = ("tokens", "text", "line", "parts", "dialogue", "check", "plan", "sheet", "print", "editions", "packs")
STYLESHEETS, FONTS, CACHE = Path("overrides/assets/stylesheets"), Path(".cache/fonts"), Path(".cache/pdf")
PAPER = Path("overrides/print/document.html")
PICTURES = (".png", ".svg", ".jpg")
CURES = {".cache/fonts/faces.css": "Run: python scripts/fonts.py"}
LETTER = "letter"


def publish(site: Path, root: Path) -> list[Problem]:
    """Make every PDF of a built site, and tell on its pages what was made; say all that is wrong, at once."""
    styles = (*STYLES, LETTER) if os.environ.get("PAPER") == LETTER else STYLES
    press = Press((root / FONTS / "faces.css", *(root / STYLESHEETS / f"{name}.css" for name in styles)), (site, root / FONTS))
    if problems := lacking(press, root) or unknown():
        return problems
    shared = digest([versions().encode(), *contents(press)])
    list_of = root / CACHE / f"{digest([shared.encode(), *asked_of(site, root)])}.list"
    jobs, problems = recall(list_of, site), list[Problem]()
    if not jobs:
        found = [printable for page in printables.find(site) for printable in printables.read(page, site)]
        jobs, problems = plan(found, Maker(site, root / CACHE, Template((root / PAPER).read_text()), shared), root)
        problems += clashes(jobs)
    fresh = {job.kept: job for job in jobs if not job.kept.is_file()}
    problems += run(list(fresh.values()), press)
    done = [job for job in jobs if job.kept.is_file()]
    for job in done:
        for target in job.targets:
            save(job.kept.read_bytes(), target)
    announce.announce(site, root / "docs", done)
    if not problems:
        note(list_of, jobs, site)
    sweep(root / CACHE, (job.kept.with_suffix(end) for job in done for end in announce.ENDS))
    return sorted(problems)


def asked_of(site: Path, root: Path) -> Iterator[bytes]:
    """All that decides which PDFs a site asks for: pages, pictures, words, order, paper, and the environment."""
    yield repr([os.environ.get(name) for name in ("EDITIONS", "PAPER")]).encode()
    pictures = sorted(file for file in site.rglob("*") if file.suffix in PICTURES)
    said = (*sorted((root / "docs").glob(f"*/{words.NAME}")), root / "mkdocs.yml", root / PAPER)
    for file in (*printables.find(site), *pictures, *(file for file in said if file.is_file())):
        yield (file.relative_to(site) if file.is_relative_to(site) else file.relative_to(root)).as_posix().encode()
        yield file.read_bytes()


def lacking(press: Press, root: Path) -> list[Problem]:
    """What must be there before the first PDF can be made."""
    gone = [style.relative_to(root).as_posix() for style in press.styles if not style.is_file()]
    problems = [Problem(path, 1, "is missing, and no PDF can be made without it", CURES.get(path, "")) for path in gone]
    try:
        versions()
    except OSError as error:
        problems.append(Problem("README.md", 1, f"a system library for the PDFs is missing: {error}", f"Run: {APT}"))
    return problems


def unknown() -> list[Problem]:
    """Editions asked for by EDITIONS that do not exist."""
    asked = os.environ.get("EDITIONS", "").split()
    strange = [name for name in asked if name not in editions.EVERY]
    return [Problem("Makefile", 1, f"there is no edition “{name}”", nearest(name, editions.EVERY)) for name in strange]


def plan(found: list[Printable], maker: Maker, root: Path) -> tuple[list[Job], list[Problem]]:
    """The PDFs that the printables of a site call for."""
    asked = set(os.environ.get("EDITIONS", "").split()) or set(editions.EVERY)
    bundles = packs.bundles(found)
    jobs, problems = list(singles(found, maker, asked)), list[Problem]()
    if "two" in asked:
        jobs += pairs(found, maker, problems)
    if "pack" in asked:
        jobs += packs.jobs(found, maker, root / "docs")
    return [replace(job, bundle=job.bundle or bundles.get(job.source, job.source)) for job in jobs], problems


def singles(found: list[Printable], maker: Maker, asked: set[str]) -> Iterator[Job]:
    """Each printable by itself, in every edition of its kind."""
    for printable in found:
        for edition, ending in editions.of(printable.kind).items():
            if edition in asked and (edition != "example" or editions.EXAMPLE in printable.html):
                pages = None if edition in editions.REFLOWED else printable.pages
                yield maker.job([maker.leaf(printable, edition)], [printable.name + ending], printable, pages=pages)


def pairs(found: list[Printable], maker: Maker, problems: list[Problem]) -> Iterator[Job]:
    """Each sheet in two languages: one file, beside the sheet of either."""
    own = [printable for printable in found if printable.kind == "sheet" and printable.language == printable.home]
    sheets = {(printable.place, printable.language): printable for printable in own}
    for (place, language), one in sorted(sheets.items()):
        for other in (sheets[place, code] for code in sorted({code for _, code in sheets}) if code > language and (place, code) in sheets):
            codes, title = (language, other.language), f"{one.title} / {other.title}"
            try:
                article = editions.pair(one.html, other.html, codes)
            except ValueError as error:
                problems.append(Problem(other.source, 1, f"the sheet cannot stand beside its other language: {error}", "Run: make check"))
                continue
            names = [f"{printable.name}-{'-'.join(codes)}" for printable in (one, other)]
            yield maker.job([maker.compose(one, "two", article, title)], names, one, title)


def clashes(jobs: list[Job]) -> list[Problem]:
    """Two printables that would write the same file."""
    first: dict[Path, Job] = {}
    others = [(job, target) for job in jobs for target in job.targets if first.setdefault(target, job) is not job]
    return [Problem(job.source, 1, f"two printables would make {target.name}; a page holds one") for job, target in others]


def run(jobs: list[Job], press: Press) -> list[Problem]:
    """All PDFs at once, one process a core, a bundle at a time; WeasyPrint is loaded there and not here."""
    if not jobs:
        return []
    bundles: dict[str, list[Job]] = {}
    for job in jobs:
        bundles.setdefault(job.bundle, []).append(job)
    problems, count = list[Problem](), 0
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(bundles)), mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(work, bundle, press): len(bundle) for bundle in sorted(bundles.values(), key=weight, reverse=True)}
        for done in as_completed(waiting):
            problems += done.result()
            count += waiting[done]
            tell(count, len(jobs))
    return problems


def weight(bundle: list[Job]) -> int:
    """How long a bundle takes, roughly: the books begin first, or one process would wait for the other."""
    return sum(len(leaf.html) for leaf in {leaf for job in bundle for leaf in job.leaves})


def tell(count: int, total: int) -> None:
    """A line of progress: rewritten in a terminal, written once in a log."""
    if sys.stderr.isatty() or count == total:
        print(f"\rPDFs made: {count} of {total}", end="\n" if count == total else "", file=sys.stderr, flush=True)


def work(jobs: list[Job], press: Press) -> list[Problem]:
    """In a worker: make some PDFs and keep those that there is nothing against."""
    from . import pdf

    gc.disable()  # a page is thousands of objects: looking through them all the time takes a fifth of it
    problems = []
    for job in jobs:
        made = pdf.make(job.leaves, job.title, press.styles, press.folders)
        against = list(faults(made, job))
        if not against:
            announce.keep(made.data, made.pages, job.kept)
        problems += against
    pdf.lay_out.cache_clear()
    gc.collect()
    return problems


def faults(made: "Made", job: Job) -> Iterable[Problem]:
    for complaint in made.complaints:
        yield Problem(job.source, 1, f"{job.name}: {complaint}")
    if made.data and job.pages and made.pages != job.pages:
        message = f"{job.name} makes {made.pages} pages, the sheet says {job.pages}"
        yield Problem(job.source, 1, message, "Shorten it" + (f", or set `pages: {made.pages}`." if made.pages < 3 else "."))
