"""The curriculum of one language: facts from the reference pages, words from the language's own."""

from typing import Any

from . import calendars, pages, releases, structured, words
from .blocks import scan
from .model import Curriculum, Lesson, Module, Sheet
from .pages import Page
from .settings import LICENCE, Settings
from .timetable import Timetable, arrange, course


class Builder:
    """Joins the facts of the reference pages with the words of one language; pages with faults are left out."""

    def __init__(self, settings: Settings, pages: list[Page], language: str) -> None:
        mine = {page.place: page for page in pages if page.language == language}
        self.facts = {page.place: page for page in pages if page.language == settings.reference}
        self.words = self.facts | {place: page for place, page in mine.items() if not page.fault}
        self.language, self.order = language, [place for place in settings.order if place in self.words]
        self.prefix = "" if language == settings.reference else f"{language}/"

    def build(self) -> Curriculum:
        places = [place for place in self.order if self.words[place].kind == "module"]
        sheets = tuple(self.sheet(place) for place in self.order if self.words[place].kind == "worksheet")
        modules = tuple(self.module(place, number, len(places)) for number, place in enumerate(places, 1))
        lessons = [lesson for module in modules for lesson in module.lessons if lesson.plan_title]
        timetables = tuple(self.timetable(place, lessons) for place in self.order if self.words[place].kind == "timetable")
        return Curriculum(self.language, modules, sheets, timetables)

    def common(self, place: str) -> dict[str, Any]:
        meta = self.words[place].meta
        url = self.prefix + place.removesuffix(".md") + ".html"
        return {"title": str(meta.get("title", "")), "summary": str(meta.get("summary", "")), "url": url}

    def fact(self, place: str, key: str, otherwise: Any) -> Any:
        page = self.facts.get(place)
        return page.meta.get(key, otherwise) if page else otherwise

    def sheet(self, place: str, copies: str = "") -> Sheet:
        slug = place.removeprefix("worksheets/").removesuffix(".md")
        name, pages, holder = (self.fact(place, key, otherwise) for key, otherwise in (("id", slug), ("pages", 1), ("holder", "")))
        return Sheet(slug=slug, id=name, pages=pages, holder=holder, copies=copies, **self.common(place))

    def used(self, place: str) -> tuple[Sheet, ...]:
        named = self.fact(place, "sheets", {})
        copies = named if isinstance(named, dict) else dict.fromkeys(named, "")
        places = {f"worksheets/{slug}.md": unit for slug, unit in copies.items()}
        return tuple(self.sheet(sheet, unit) for sheet, unit in places.items() if sheet in self.words)

    def module(self, place: str, number: int, count: int) -> Module:
        folder = place.removesuffix("index.md")
        places = [one for one in self.order if self.words[one].kind == "lesson" and one.startswith(folder)]
        lessons = tuple(self.lesson(one, n, len(places)) for n, one in enumerate(places, 1))
        return Module(
            slug=place.split("/")[1],
            number=number,
            count=count,
            lessons=lessons,
            sheets=self.used(place),
            **self.common(place),
        )

    def lesson(self, place: str, number: int, count: int) -> Lesson:
        plan = self.words.get(place.removesuffix("index.md") + "plan.md")
        facts = {key: self.fact(place, key, otherwise) for key, otherwise in (("minutes", 0), ("core", False), ("load", 1), ("group", ""))}
        title = str(plan.meta.get("title", "")) if plan else ""
        return Lesson(
            slug=place.split("/")[2],
            number=number,
            count=count,
            module=self.common("/".join([*place.split("/")[:2], "index.md"]))["title"],
            plan_title=title,
            steps=tuple(source.argument for source in scan(plan) if source.name == "step") if plan else (),
            sheets=self.used(place),
            **facts,
            **self.common(place),
        )

    def timetable(self, place: str, lessons: list[Lesson]) -> Timetable:
        facts = self.facts[place].meta
        named = self.common(place)
        day = str(self.words[place].meta.get("day", ""))
        taught = [lesson for lesson in lessons if lesson.core or facts["track"] == "whole"]
        held = course(facts)
        return Timetable(place, named["title"], day, named["url"], facts["track"], facts["first"], held, arrange(taught, held))


def curriculum(settings: Settings, language: str) -> Curriculum:
    """The curriculum of one language, read from docs/."""
    read = pages.read(settings.docs, list({settings.reference, language}))
    return Builder(settings, read, language).build()


def speech(settings: Settings, language: str) -> dict[str, Any]:
    """What every template may say: words of its language and of all, the releases, and how a page is described."""
    every = {code: words.load(settings.docs, code) for code in settings.languages}
    known = {"w": every[language], "all_words": every, "reference": settings.reference, "licence": LICENCE}
    return known | {
        "releases": releases.read(settings.docs, language, settings.reference),
        "describe": structured.describe,
        "calendar": calendars.text,
    }
