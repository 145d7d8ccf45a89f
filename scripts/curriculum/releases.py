"""The releases, newest first: named and dated by the reference page, described by each language's own."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from .pages import Page, parse
from .passages import bare
from .shape import headings

PLACE = "about/releases.md"
FEEDS = ("releases.rss", "releases.atom")  # templates; one a language


@dataclass(frozen=True)
class Release:
    """One release: its name, the id of its section, its day, and what is in it, in plain words."""

    name: str
    id: str
    day: datetime
    text: str

    @property
    def rfc822(self) -> str:
        """The day as RSS 2.0 wants it."""
        return format_datetime(self.day)


def read(docs: Path, language: str, reference: str) -> list[Release]:
    """The releases as a language tells them; those that it does not describe yet stand as in the reference."""
    theirs = _page(docs, reference)
    mine = _page(docs, language) if (docs / language / PLACE).is_file() else theirs
    days = theirs.meta.get("releases", {})
    told = _sections(theirs) | _sections(mine)
    return [
        Release(str(name), told[str(name)][0], datetime(day.year, day.month, day.day, tzinfo=UTC), told[str(name)][1])
        for name, day in sorted(days.items(), key=lambda item: item[1], reverse=True)
        if str(name) in told
    ]


def _page(docs: Path, language: str) -> Page:
    path = docs / language / PLACE
    return parse(language, PLACE, path.read_text("utf-8") if path.is_file() else "")


def _sections(page: Page) -> dict[str, tuple[str, str]]:
    """Heading of each section: its id, and its words on one line."""
    lines, found = page.text.splitlines(), headings(page)
    ends = [*(number - 1 for number, _, _, _ in found), len(lines)][1:]
    return {text: (name, _plain(lines[number:end])) for (number, _, text, name), end in zip(found, ends, strict=False)}


def _plain(lines: list[str]) -> str:
    return " ".join(filter(None, map(bare, lines)))


def save(feed: str, file: Path) -> str:
    """Write a feed beside the home page of its language; nothing is left for where MkDocs would put it."""
    if feed.strip():  # without an address there is none
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(feed.strip() + "\n", "utf-8")
    return ""
