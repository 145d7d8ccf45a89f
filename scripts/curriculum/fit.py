"""What does not fit together: minutes and steps, lessons and sheets, nav and pages, one language and another."""

from collections import Counter

from . import facts, timetable
from .blocks import scan
from .pages import Page
from .problems import Problem, nearest
from .settings import Settings

MISSING = "the page is missing in this language"


def problems(settings: Settings, pages: list[Page]) -> list[Problem]:
    """What does not fit together: minutes, sheets, plans, and the nav."""
    reference = {page.place: page for page in pages if page.language == settings.reference}
    found = _of_sheets(reference) + _of_nav(settings, reference) + _of_timetables(reference)
    for page in pages:
        if page.kind == "plan":
            found += _of_plan(page, reference)
        if (
            page.kind == "lesson"
            and page.language == settings.reference
            and page.place.removesuffix("index.md") + "plan.md" not in reference
        ):
            found.append(page.problem(1, "the lesson has no session plan", "Add plan.md beside it."))
    return found


def _of_plan(page: Page, reference: dict[str, Page]) -> list[Problem]:
    lesson = reference.get(page.place.removesuffix("plan.md") + "index.md")
    steps = [source for source in scan(page) if source.name == "step" and type(source.options.get("minutes")) is int]
    total = sum(source.options["minutes"] for source in steps)
    minutes = lesson.meta.get("minutes") if lesson else None
    if type(minutes) is not int or total == minutes or not steps:
        return []
    message = f"the steps add up to {total} minutes; the lesson has {minutes}"
    return [page.problem(steps[0].line, message, f"Change the minutes of the steps, or “minutes” in {lesson.path if lesson else ''}.")]


def _of_sheets(reference: dict[str, Page]) -> list[Problem]:
    have = {page.place.removeprefix("worksheets/").removesuffix(".md"): page for page in reference.values() if page.kind == "worksheet"}
    found: list[Problem] = []
    used: set[str] = set()
    for page in reference.values():
        named = page.meta.get("sheets") if page.kind in ("lesson", "module") else None
        for slug in named if isinstance(named, dict | list) else ():
            used.add(str(slug))
            if slug not in have:
                message = f"the {page.kind} names a sheet “{slug}” that is not there"
                found.append(page.problem(page.lines.get("sheets", 1), message, nearest(str(slug), have)))
    for slug, page in have.items():
        if slug not in used:
            found.append(
                page.problem(
                    1,
                    "no lesson and no module uses this sheet",
                    f"Add “{slug}” to the “sheets” of one, or remove the sheet.",
                )
            )
    counted = Counter(str(page.meta.get("id")) for page in have.values())
    return found + [
        page.problem(page.lines.get("id", 1), f"two sheets have the id “{page.meta['id']}”", "Give each sheet its own.")
        for page in have.values()
        if page.meta.get("id") and counted[str(page.meta["id"])] > 1
    ]


def _of_timetables(reference: dict[str, Page]) -> list[Problem]:
    """Lessons that no meeting of a course can hold."""
    tables = [page for page in reference.values() if page.kind == "timetable" and not facts.problems(page, page.language)]
    timed = [page for page in reference.values() if page.kind == "lesson" and type(page.meta.get("minutes")) is int]
    found = []
    for table in tables:
        room = timetable.course(table.meta).room
        taught = [page for page in timed if page.meta.get("core") or table.meta["track"] == "whole"]
        for page in (page for page in taught if page.meta["minutes"] > room):
            message = f"the lesson has {page.meta['minutes']} minutes; {table.path} has room for {room} ({table.meta['meets']})"
            found.append(page.problem(page.lines["minutes"], message, "Shorten or divide the lesson, or let the course meet longer."))
    return found


def _of_nav(settings: Settings, reference: dict[str, Page]) -> list[Problem]:
    missing = [
        Problem("mkdocs.yml", 1, f"the nav names “{place}”, which is not there", nearest(place, reference))
        for place in settings.order
        if place not in reference
    ]
    hidden = [
        page.problem(1, "the nav does not name this page", f"Add “{page.place}” to nav in mkdocs.yml.")
        for page in reference.values()
        if page.place not in settings.order
    ]
    return missing + hidden


def parity(settings: Settings, pages: list[Page]) -> list[Problem]:
    """Pages that one language has and another lacks. They do not stop a build: the reader gets the reference text."""
    reference = {page.place for page in pages if page.language == settings.reference}
    found = []
    for language in settings.languages:
        have = {page.place for page in pages if page.language == language}
        for place in reference - have:
            cure = f"Translate docs/{settings.reference}/{place}."
            found.append(Problem(f"docs/{language}/{place}", 1, MISSING, cure))
        for place in have - reference:
            cure = f"Add docs/{settings.reference}/{place}, or remove it."
            found.append(Problem(f"docs/{language}/{place}", 1, "the reference has no such page", cure))
    return found
