"""What was made, told where it is offered: the pages and the size of a PDF beside its link, and a picture of its first page."""

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from . import jobs, words
from .jobs import Job

MADE = re.compile(r'<span class="made" data-file="([^"]+)">[^<]*</span>')
SEEN = re.compile(r'<span class="seen" data-file="([^"]+)" data-alt="([^"]*)">(?:<img[^>]*>)?</span>')
LANGUAGE = re.compile(r'<html lang="([\w-]+)"')
ENDS = (".pdf", ".pages", ".png")  # what is kept of a PDF: itself, how many pages, the picture of the first
WIDTH, HEIGHT = 180, 255  # pixels of a picture of A4, upright


def keep(data: bytes, pages: int, file: Path) -> None:
    """Keep a PDF with its number of pages and the picture of its first."""
    jobs.save(str(pages).encode(), file.with_suffix(".pages"))
    jobs.save(picture(data), file.with_suffix(".png"))
    jobs.save(data, file)


def picture(data: bytes) -> bytes:
    """The first page of a PDF as a small PNG in grey."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    drawn = page.render(scale=WIDTH / page.get_width(), grayscale=True).to_pil()
    document.close()
    stored = BytesIO()
    drawn.quantize(16).save(stored, "PNG", optimize=True)
    return stored.getvalue()


def announce(site: Path, docs: Path, done: Iterable[Job]) -> None:
    """Fill in what the pages of a site say of their PDFs; a page that offers none is left alone."""
    kept = {target.relative_to(site).as_posix(): job.kept for job in done for target in job.targets}
    spoken: dict[str, dict[str, str]] = {}
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        language = LANGUAGE.search(text)
        if language and (MADE.search(text) or SEEN.search(text)):
            known = spoken[language[1]] = spoken.get(language[1]) or words.load(docs, language[1])
            if (new := told(text, page, site, known, kept)) != text:
                jobs.save(new.encode(), page)


def told(text: str, page: Path, site: Path, known: dict[str, str], kept: dict[str, Path]) -> str:
    """A page with all that can be said of its PDFs."""
    up = "../" * (len(page.relative_to(site).parts) - 1)

    def made(found: re.Match[str]) -> str:
        return f'<span class="made" data-file="{found[1]}">{_count(kept[found[1]], known)}</span>' if found[1] in kept else found[0]

    def seen(found: re.Match[str]) -> str:
        if found[1] not in kept:
            return found[0]
        picture = Path(found[1]).with_suffix(".png").as_posix()
        jobs.save(kept[found[1]].with_suffix(".png").read_bytes(), site / picture)
        image = f'<img src="{up}{picture}" alt="{found[2]}" width="{WIDTH}" height="{HEIGHT}" loading="lazy">'
        return f'<span class="seen" data-file="{found[1]}" data-alt="{found[2]}">{image}</span>'

    return SEEN.sub(seen, MADE.sub(made, text))


def _count(file: Path, known: dict[str, str]) -> str:
    pages = int(file.with_suffix(".pages").read_text())
    count = known["pages_one"] if pages == 1 else known["pages_many"].format(count=pages)
    return f"{count} · {known['size'].format(size=max(1, round(file.stat().st_size / 1000)))}"
