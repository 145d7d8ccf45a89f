"""The curriculum that the pages make together: modules, their lessons, and the sheets they use."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .timetable import Timetable


@dataclass(frozen=True)
class Sheet:
    """One worksheet in one language; `copies` says for whom a copy is printed where a lesson uses it."""

    slug: str
    id: str
    title: str
    summary: str
    pages: int
    holder: str
    url: str
    copies: str = ""

    @property
    def pdf(self) -> str:
        return self.url.removesuffix(".html") + ".pdf"

    @property
    def form_pdf(self) -> str:
        return self.url.removesuffix(".html") + "-form.pdf"

    @property
    def example_pdf(self) -> str:
        return self.url.removesuffix(".html") + "-example.pdf"


@dataclass(frozen=True)
class Lesson:
    """One lesson in one language: its facts, its place among `count` lessons of the module, and its sheets."""

    slug: str
    title: str
    summary: str
    url: str
    number: int
    count: int
    minutes: int = 0
    core: bool = False
    load: int = 1
    group: str = ""
    module: str = ""  # title of its module
    plan_title: str = ""
    steps: tuple[str, ...] = ()  # titles of the plan's running order
    sheets: tuple[Sheet, ...] = ()

    @property
    def plan_url(self) -> str:
        return self.url.removesuffix("index.html") + "plan.html"

    @property
    def pack_pdf(self) -> str:
        return self.url.removesuffix("index.html") + "pack.pdf"

    @property
    def trainer_pack_pdf(self) -> str:
        return self.url.removesuffix("index.html") + "pack-trainer.pdf"

    @property
    def plan_pdf(self) -> str:
        return self.url.removesuffix("index.html") + "plan.pdf"


@dataclass(frozen=True)
class Module:
    """One module in one language, with its published lessons."""

    slug: str
    title: str
    summary: str
    url: str
    number: int
    count: int
    lessons: tuple[Lesson, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    @property
    def minutes(self) -> int:
        return sum(lesson.minutes for lesson in self.lessons)

    @property
    def lesson_count(self) -> int:
        return len(self.lessons)


@dataclass
class Curriculum:
    """Everything the templates of one language ask for, in the order of the nav."""

    language: str
    modules: tuple[Module, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    timetables: "tuple[Timetable, ...]" = ()

    def module(self, place: str) -> Module | None:
        """The module a page belongs to."""
        slug = place.split("/")[1] if place.startswith("modules/") else ""
        return next((module for module in self.modules if module.slug == slug), None)

    def lesson(self, place: str) -> Lesson | None:
        """The lesson a page belongs to."""
        module, parts = self.module(place), place.split("/")
        return next((one for one in module.lessons if one.slug == parts[2]), None) if module and len(parts) > 3 else None

    def sheet(self, place: str) -> Sheet | None:
        """The sheet a page is."""
        return next((one for one in self.sheets if place == f"worksheets/{one.slug}.md"), None)

    def context(self, place: str) -> dict[str, Any]:
        """What the templates ask for on the page at `place`; see the head of each template for what it uses."""
        module, lesson = self.module(place), self.lesson(place)
        return {
            "place": {"module": module, "lesson": lesson},
            "modules": self.modules,
            "lessons": module.lessons if module else (),
            "sheets": (lesson or module or self).sheets,
            "sheet": self.sheet(place),
            "plan_pdf": lesson.plan_pdf if lesson else "",
            "timetables": self.timetables,
            "timetable": next((one for one in self.timetables if one.place == place), None),
        }
