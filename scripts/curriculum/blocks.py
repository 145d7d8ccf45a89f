"""Blocks as a writer typed them, with their lines: what is read before Markdown sees the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from .grammar import BLOCKS, Option, options_of
from .pages import Page
from .problems import Problem, nearest
from .settings import SAFE

OPENING = re.compile(r"^ {0,3}(/{3,}) *([^\s|/][^|]*?) *(?:\| *(.*?) *)?$")
CLOSING = re.compile(r"^ {0,3}/{3,} *$")
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")


@dataclass
class Source:
    """One block of a page: name, argument, raw options and body with the number of its first line."""

    name: str
    argument: str
    line: int
    lines: list[str] = field(default_factory=list)
    closed: bool = False

    @property
    def head(self) -> list[str]:
        """The option lines: those right below the opening line, indented by four spaces."""
        end = next((n for n, line in enumerate(self.lines) if not line.startswith("    ")), len(self.lines))
        return self.lines[:end]

    @property
    def body(self) -> str:
        return "\n".join(self.lines[len(self.head) :])

    @cached_property
    def options(self) -> dict[str, Any]:
        """The options as YAML reads them; empty when it cannot (`problems` says so)."""
        try:
            found = yaml.load("\n".join(self.head), SAFE)
        except yaml.YAMLError:
            return {}
        return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}

    def line_of(self, option: str) -> int:
        """The line an option stands on; the opening line when it is not there."""
        found = (n for n, line in enumerate(self.head, self.line + 1) if line.strip().startswith(f"{option}:"))
        return next(found, self.line)


def scan(page: Page) -> list[Source]:
    """The blocks of a page in order, those left open included."""
    found: list[Source] = []
    fence = ""
    for number, line in enumerate(page.body.splitlines(), page.start):
        mark = FENCE.match(line)
        if mark and (not fence or line.strip() == fence):
            fence = "" if fence else mark[1]
        inside = bool(found) and not found[-1].closed
        if not fence and inside and CLOSING.match(line):
            found[-1].closed = True
        elif not fence and (opening := OPENING.match(line)):
            found.append(Source(opening[2], opening[3] or "", number))
        elif inside:
            found[-1].lines.append(line)
    return found


def problems(page: Page) -> list[Problem]:
    """What is wrong with the blocks of a page, as far as their first lines and options show it."""
    sources = scan(page)
    found = [problem for source in sources for problem in _of_block(page, source)]
    return found + _repeated(page, sources) + _stray(page, sources)


def _of_block(page: Page, source: Source) -> Iterator[Problem]:
    if source.name not in BLOCKS:
        yield page.problem(source.line, f"there is no block “{source.name}”", nearest(source.name, BLOCKS))
        return
    block = BLOCKS[source.name]
    if not source.closed:
        yield page.problem(source.line, f"the block “{source.name}” is not closed", "Write a line /// below its last line.")
    if page.kind not in block.kinds:
        where = " or ".join(block.kinds)
        yield page.problem(
            source.line,
            f"a block “{source.name}” stands on a {page.kind} page; expected on {where}",
            "Move or remove it.",
        )
    if block.argument and not source.argument:
        cure = f"Write it on the same line: /// {source.name} | …"
        yield page.problem(
            source.line,
            f"the block “{source.name}” has no {block.argument[2:]}; expected {block.argument} after a bar",
            cure,
        )
    if source.argument and not block.argument:
        yield page.problem(source.line, f"the block “{source.name}” takes no text after its name", "Put the text into the body, below.")
    yield from _of_options(page, source)


def _of_options(page: Page, source: Source) -> Iterator[Problem]:
    given = source.options
    if not given and any(line.strip() for line in source.head):
        cure = "Write one “name: value” a line, each four spaces in."
        yield page.problem(source.line + 1, f"the options of “{source.name}” are not YAML", cure)
        return
    known = options_of(source.name, given)
    for name, option in known.items():
        if option.required and name not in given:
            cure = f"Add below the opening line, four spaces in: {name}: …"
            yield page.problem(source.line, f"{_called(source)} has no “{name}”; expected {option.expected}", cure)
    for name, value in given.items():
        yield from _of_option(page, source, name, value, known)
    low, high = given.get("from", 0), given.get("to", 10)
    if given.get("type") == "scale" and type(low) is type(high) is int and low >= high:
        cure = "Let “to” be greater than “from”."
        yield page.problem(source.line_of("to"), f"{_called(source)}: the scale runs from {low} to {high}", cure)


def _of_option(page: Page, source: Source, name: str, value: Any, known: dict[str, Option]) -> Iterator[Problem]:
    line = source.line_of(name)
    if name not in known:
        if source.name != "field" or ("type" in source.options and source.options["type"] in BLOCKS["field"].options["type"].known):
            yield page.problem(line, f"{_called(source)} has an unknown option “{name}”", nearest(name, known))
    elif not known[name].accepts(value):
        cure = nearest(str(value), known[name].known) if known[name].known else f"Correct “{name}”."
        yield page.problem(line, f"{_called(source)}: “{name}” is {value!r}; expected {known[name].expected}", cure)


def _called(source: Source) -> str:
    name = source.options.get("id") or source.argument
    return f"{source.name} “{name}”" if name else f"the block “{source.name}”"


def _repeated(page: Page, sources: list[Source]) -> list[Problem]:
    first: dict[str, int] = {}
    found = []
    for source in sources:
        name = source.options.get("id")
        if isinstance(name, str) and first.setdefault(name, source.line) != source.line:
            message = f"the id “{name}” is used twice; first in line {first[name]}"
            found.append(page.problem(source.line_of("id"), message, "Give each its own id, the same in all languages."))
    return found


def _stray(page: Page, sources: list[Source]) -> list[Problem]:
    """Lines of slashes that close nothing: the opening line above them is misspelt."""
    inside = {n for source in sources for n in range(source.line, source.line + len(source.lines) + 2 * source.closed)}
    lines = enumerate(page.body.splitlines(), page.start)
    strays = [number for number, line in lines if re.match(r"^ {0,3}/{2,} ?", line) and number not in inside]
    return [
        page.problem(number, "slashes that open and close nothing", "A block opens with /// name and closes with ///.") for number in strays
    ]
