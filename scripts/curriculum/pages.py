"""A page: where it lies, what kind that makes it, its front matter and its body."""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem
from .settings import SAFE

KINDS = {  # place of a page inside its language -> kind; the first match counts
    r"index\.md": "home",
    r"programme/leaflet\.md": "leaflet",
    r"programme/.+\.md": "programme",
    r"modules/index\.md": "curriculum",
    r"modules/[^/]+/index\.md": "module",
    r"modules/[^/]+/[^/]+/index\.md": "lesson",
    r"modules/[^/]+/[^/]+/plan\.md": "plan",
    r"worksheets/index\.md": "worksheets",
    r"worksheets/[^/]+\.md": "worksheet",
    r"glossary\.md": "glossary",
    r"trainers/index\.md": "trainers",
    r"trainers/timetables/(?!index\.md)[^/]+\.md": "timetable",
    r"about/releases\.md": "releases",
    r"about/translations\.md": "translations",
    r".+\.md": "text",
}
FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*\n", re.S)


@dataclass(frozen=True)
class Page:
    """One Markdown file: `language` and `place` (its path inside the language) tell all that is not written in it."""

    language: str
    place: str
    text: str
    meta: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)  # line of each front matter key
    fault: Problem | None = None  # front matter that cannot be read

    @property
    def path(self) -> str:
        return f"docs/{self.language}/{self.place}"

    @cached_property
    def kind(self) -> str:
        return next(kind for pattern, kind in KINDS.items() if re.fullmatch(pattern, self.place))

    @cached_property
    def start(self) -> int:
        """Number of the first line of the body."""
        return self.text[: len(self.text) - len(self.body)].count("\n") + 1

    @cached_property
    def body(self) -> str:
        front = FRONT.match(self.text)
        return self.text[front.end() :] if front else self.text

    def line_of(self, needle: str) -> int:
        """The first line of the body that holds `needle`; the body's first line when none does."""
        lines = enumerate(self.body.splitlines(), self.start)
        return next((number for number, line in lines if needle in line), self.start)

    def problem(self, line: int, message: str, cure: str = "") -> Problem:
        return Problem(self.path, line, message, cure)


@lru_cache(maxsize=4096)
def parse(language: str, place: str, text: str) -> Page:
    """A page from its text; front matter that is no YAML mapping becomes its `fault`."""
    front = FRONT.match(text)
    if not front:
        fault = Problem(f"docs/{language}/{place}", 1, "the page has no front matter", "Begin it with ---, title:, summary:, ---.")
        return Page(language, place, text, fault=fault)
    try:
        node = yaml.compose(front[1] or "", SAFE)
        meta = yaml.load(front[1] or "", SAFE) or {}
    except yaml.YAMLError as error:
        return Page(language, place, text, fault=_unreadable(language, place, error))
    if not isinstance(meta, dict) or not isinstance(node, yaml.MappingNode):
        fault = Problem(f"docs/{language}/{place}", 2, "the front matter is no list of keys", "Write one “key: value” a line.")
        return Page(language, place, text, fault=fault)
    lines = {str(key.value): key.start_mark.line + 2 for key, _ in node.value}
    return Page(language, place, text, {str(key): value for key, value in meta.items()}, lines)


def _unreadable(language: str, place: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    message = f"the front matter is not YAML: {getattr(error, 'problem', None) or 'it cannot be read'}"
    cure = "Put a text that holds a colon, a # or quotation marks between double quotes."
    return Problem(f"docs/{language}/{place}", mark.line + 2 if mark else 2, message, cure)


def read(docs: Path, languages: list[str]) -> list[Page]:
    """Every Markdown page of every language, sorted by language and place."""
    return [
        parse(language, path.relative_to(docs / language).as_posix(), path.read_text("utf-8"))
        for language in languages
        for path in sorted((docs / language).rglob("*.md"))
    ]
