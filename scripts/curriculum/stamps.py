"""What a page says, section by section, as short hashes; and the stamp of a translation, which keeps them.

`translates:` in the front matter of a translation holds the hash of every section of the reference as it was when the
translation was last compared with it, and `self`, the hash of the translation's own words at that moment.
"""

import hashlib
import os
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from markdown.extensions.toc import slugify

from .blocks import CLOSING, FENCE, OPENING
from .grammar import BLOCKS, every_option
from .pages import FRONT, Page, parse
from .shape import HEADING

KEY, SELF, START = "translates", "self", "start"  # `start` is what stands before the first heading
TARGETS = re.compile(r"\]\([^)]*\)|\{ *[#.:][^}]*\}")
MARKS = re.compile(r"[*_`\[\]]|\\(?=\W)")
RULES = re.compile(r"^[ >]*(?:[-*+]|#{1,6}|\d+\.)(?= )|\||^[ >]*:(?= )|^[\s|:-]+$|^ *>")
WORDS = ("words", "texts", "rows")  # types of options that are read
OPTION = re.compile(r"^    ([\w-]+): *(.*)$")


@dataclass(frozen=True)
class Section:
    """One part of a page: from a heading of level 2 to the next."""

    id: str
    title: str
    line: int
    hash: str


def digest(text: str) -> str:
    """Six hex digits of the words of a text; white space counts for nothing but a gap between two words."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:6]


def sections(page: Page) -> list[Section]:
    """The sections of a page in order, each with the hash of its words."""
    return list(_sections(page.language, page.place, page.text))


@lru_cache(maxsize=4096)
def _sections(language: str, place: str, text: str) -> tuple[Section, ...]:
    page = parse(language, place, text)
    heads, texts = [(START, "", page.start)], [""]
    for number, line in spoken(page):
        heading = HEADING.match(line) if line.startswith("## ") else None
        if heading:
            heads.append((heading[3] or slugify(heading[2], "-"), heading[2], number))
            texts.append("")
        texts[-1] += words(line) + "\n"
    return tuple(Section(*head, digest(text)) for head, text in zip(heads, texts, strict=True))


def spoken(page: Page) -> list[tuple[int, str]]:
    """The lines of a page that say something, numbered; of a block's first lines, what a reader will see."""
    found, fence, in_head = [], "", False
    for number, line in enumerate(page.body.splitlines(), page.start):
        mark = FENCE.match(line)
        if mark and (not fence or line.strip() == fence):
            fence = "" if fence else mark[1]
        opening = None if fence else OPENING.match(line)
        option = OPTION.match(line) if in_head else None
        in_head = bool(opening or option)
        if opening:
            found.append((number, opening[3] or ""))
        elif option:
            found.append((number, option[2] if option[1] in READ else ""))
        elif fence or not CLOSING.match(line):
            found.append((number, line if not fence else f" {line}"))
    return found


READ = {name for block in BLOCKS for name, option in every_option(block).items() if option.type in WORDS}


def words(line: str) -> str:
    """A line without the marks of Markdown and the targets of links."""
    return RULES.sub(" ", MARKS.sub("", TARGETS.sub("]", line)))


def own(page: Page) -> str:
    """The hash of all that a page says."""
    return digest(" ".join(section.hash for section in sections(page)))


def stamp(page: Page) -> dict[str, str]:
    """What a translation keeps; empty when it was never stamped."""
    kept = page.meta.get(KEY)
    return {str(name): str(value) for name, value in kept.items()} if isinstance(kept, dict) else {}


def is_stamp(value: Any) -> bool:
    """Every section's hash is six hex digits, and `self` is among them."""
    return isinstance(value, dict) and SELF in value and all(re.fullmatch("[0-9a-f]{6}", str(one)) for one in value.values())


def stamped(page: Page, reference: Page) -> str:
    """The text of a translation with a fresh stamp: nothing but the lines of `translates:` differs."""
    fresh = {section.id: section.hash for section in sections(reference)} | {SELF: own(page)}
    lines = [f"{KEY}:\n", *(f'  {name}: "{value}"\n' for name, value in fresh.items())]
    front = FRONT.match(page.text)
    if not front:
        return page.text
    kept = re.sub(rf"(?m)^{KEY}:.*\n(?:[ \t]+.*\n)*", "", front[1] or "")
    return page.text[: front.start(1)] + kept + "".join(lines) + page.text[front.end(1) :]


def write(path: Path, text: str) -> None:
    """Written beside and renamed: nobody ever meets half a page."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_text(text, "utf-8", newline="")
    half.replace(path)
