"""What is to be printed: leaves of paper, the PDFs they are bound into, and the maker that names both by their content."""

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from . import editions
from .printables import Printable

WEEK = 7 * 24 * 3600  # seconds
CODE = (  # the machinery: a change in it makes every PDF anew
    "printables", "leads", "editions", "packs", "handbook", "jobs", "publish", "announce",
    "pdf", "breaks", "proof", "finish", "widgets",
)  # fmt: skip


@dataclass(frozen=True)
class Leaf:
    """A printed document to lay out; pictures are relative to `base`.

    With `numbers`, each ⟦id⟧ of the HTML becomes the page of that id in another leaf. With a `span`, only the pages count
    from the one that holds the first id to the one before the second (to the end, if that is empty).
    """

    html: str
    base: Path
    is_form: bool = False
    numbers: "Leaf | None" = None
    span: tuple[str, str] | None = None


@dataclass(frozen=True)
class Job:
    """One PDF to be: its leaves, where it goes, and the name of its content."""

    leaves: tuple[Leaf, ...]
    title: str
    targets: tuple[Path, ...]
    kept: Path
    source: str  # the Markdown page, for complaints
    pages: int | None = None  # how many it promises
    bundle: str = ""  # jobs of one bundle share their leaves

    @property
    def name(self) -> str:
        return self.targets[0].name


@dataclass(frozen=True)
class Press:
    """What all PDFs of a build share: stylesheets in their order, and the folders they may read from."""

    styles: tuple[Path, ...]
    folders: tuple[Path, ...]


@dataclass(frozen=True)
class Maker:
    """Composes leaves and jobs; `shared` is the digest of all that every PDF is made from."""

    site: Path
    cache: Path
    paper: Template
    shared: str

    def leaf(self, printable: Printable, edition: str = "print") -> Leaf:
        """One printable in one edition."""
        return self.compose(printable, edition, editions.edit(printable.html, edition))

    def compose(self, printable: Printable, edition: str, articles: str, title: str = "") -> Leaf:
        """The printed document around some articles, with the head of a printable."""
        head = "\n".join(f'<meta name="{escape(name)}" content="{escape(content)}">' for name, content in printable.head)
        own = {"language": printable.language, "direction": printable.direction}
        html = self.paper.substitute(own, title=escape(title or printable.title), head=head, edition=edition, articles=articles)
        return Leaf(html, printable.base, edition == "form")

    def job(self, leaves: Sequence[Leaf], names: Sequence[str], of: Printable, title: str = "", pages: int | None = None) -> Job:
        """The PDF of some leaves, at every name (a path below the site, without its ending)."""
        pictures = [picture.read_bytes() for picture in of.pictures if picture.is_file()]
        key = digest([self.shared.encode(), title.encode(), *(f"{leaf.span}{leaf.html}".encode() for leaf in leaves), *pictures])
        targets = tuple(self.site / f"{name}.pdf" for name in names)
        return Job(tuple(leaves), title or of.title, targets, self.cache / f"{key}.pdf", of.source, pages)


def contents(press: Press) -> Iterator[bytes]:
    """Every file that all PDFs are made from, the machinery included."""
    fonts = (font for folder in press.folders for font in sorted(folder.glob("*.ttf")))
    code = (Path(__file__).with_name(f"{name}.py") for name in CODE)
    return (file.read_bytes() for file in (*press.styles, *fonts, *code))


def digest(parts: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def note(file: Path, jobs: Iterable[Job], site: Path) -> None:
    """Keep the list of a site's PDFs: a build that asks for the same need not compose them to find them."""
    lines = [{"targets": [target.relative_to(site).as_posix() for target in job.targets], "kept": job.kept.name} for job in jobs]
    save(json.dumps(lines).encode(), file)


def recall(file: Path, site: Path) -> list[Job]:
    """The PDFs of a kept list, if it can be read and all are still there."""
    try:
        lines = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return []
    jobs = [Job((), "", tuple(site / target for target in line["targets"]), file.with_name(line["kept"]), "") for line in lines]
    return jobs if all(job.kept.is_file() for job in jobs) else []


def sweep(folder: Path, used: Iterable[Path]) -> None:
    """Note what a build used of a cache; what none has used for a week goes."""
    for file in used:
        os.utime(file)
    old = time.time() - WEEK
    for file in folder.glob("*"):
        if file.stat().st_mtime < old:
            file.unlink(missing_ok=True)


def save(data: bytes, file: Path) -> None:
    """Written beside and renamed: nobody ever meets half a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(f".{os.getpid()}")
    half.write_bytes(data)
    half.replace(file)
