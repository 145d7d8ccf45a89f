"""What a reader reads of a page, line by line, without its markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from .blocks import CLOSING, OPENING, scan
from .pages import Page
from .settings import SAFE

SPOKEN = ("low", "high", "alt", "example")  # options whose text a reader meets
MARKS = re.compile(r"^\s*(?:#{1,6} +|[-*+] +|\d+\. +|>\s?|:   )+")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")


@dataclass(frozen=True)
class Passage:
    """One line of text; `is_example` when it shows how somebody filled in a sheet."""

    line: int
    text: str
    is_example: bool = False


def passages(page: Page) -> list[Passage]:
    """Titles, sentences, labels, cells and options of a page in order, bare of Markdown."""
    options = {number: text for source in scan(page) for number, text in enumerate(source.head, source.line + 1)}
    found = [Passage(page.lines[key], str(page.meta[key])) for key in ("title", "summary", "room") if key in page.meta]
    for number, line in enumerate(page.body.splitlines(), page.start):
        if number in options:
            found += _of_option(number, line)
        elif (opening := OPENING.match(line)) and opening[3]:
            found.append(Passage(number, bare(opening[3])))
        elif line.strip() and not opening and not CLOSING.match(line) and not re.fullmatch(r"[-|: ]+", line):
            found += [Passage(number, text) for cell in _cells(line) if (text := bare(cell))]
    return found


def _of_option(number: int, line: str) -> Iterator[Passage]:
    name = line.strip().split(":", 1)[0]
    if name in SPOKEN:
        value = yaml.load(line.strip(), SAFE)[name]
        for text in _flat(value):
            yield Passage(number, text, name == "example")


def _flat(value: Any) -> list[str]:
    """All texts in a value, however deep in lists."""
    if isinstance(value, list):
        return [text for part in value for text in _flat(part)]
    return [value] if isinstance(value, str) and value.strip() else []


def _cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line.strip().strip("|")) if line.lstrip().startswith("|") else [line]


def bare(text: str) -> str:
    """Markdown of one line as plain words."""
    text = LINK.sub(r"\1", MARKS.sub("", text))
    return re.sub(r"\s*\{ *[#.][^}]*\}|[*_`\\]", "", text).strip()
