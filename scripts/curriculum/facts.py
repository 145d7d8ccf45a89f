"""What the front matter of a page may say: words in every language, facts in the reference alone."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from .pages import Page
from .problems import Problem, nearest
from .stamps import KEY, is_stamp
from .timetable import TRACKS, span

UNITS = ("person", "pair", "trio", "group", "trainer")  # whom a copy of a sheet is for
HOLDERS = ("mentor", "mentee", "together", "trainer")  # who fills a sheet in and keeps it
Test = tuple[Callable[[Any], bool], str]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_span(value: Any) -> bool:
    ends = str(value).split("-")
    return len(ends) == 2 and all(end.isdigit() for end in ends) and int(ends[0]) < int(ends[1])


def _is_minutes(value: Any) -> bool:
    return type(value) is int and 5 <= value <= 480


def _is_pause(value: Any) -> bool:
    return type(value) is int and 5 <= value <= 120


def _one_of(*known: Any) -> Test:
    return (lambda value: type(value) in map(type, known) and value in known), f"one of {', '.join(map(str, known))}"


def _is_copies(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(unit in UNITS for unit in value.values())


def _is_review(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[^\W\d_].*\S, \d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", value) is not None


def _is_calendar(value: Any) -> bool:
    return isinstance(value, dict) and all(re.fullmatch(r"20\d\d\.\d+", str(name)) and isinstance(day, date) for name, day in value.items())


TEXT: Test = (_is_text, "a text")
FLAG: Test = ((lambda value: isinstance(value, bool)), "true or false")
COPIES: Test = (_is_copies, f"sheets with their copies, {{dialogue-card: person}}; a copy is for a {', '.join(UNITS)}")
NAMES: Test = ((lambda value: isinstance(value, list) and all(map(_is_text, value))), "a list of sheets, [network-map]")

WORDS: dict[str, Test] = {"title": TEXT, "summary": TEXT}
PLACE_WORDS: dict[str, dict[str, Test]] = {"plan": {"room": TEXT}, "timetable": {"day": TEXT}}
FACTS: dict[str, dict[str, Test]] = {
    "lesson": {
        "minutes": (_is_minutes, "whole minutes from 5 to 480"),
        "core": FLAG,
        "load": _one_of(1, 2, 3, 4),
        "group": (_is_span, "the smallest and the largest group, 6-14"),
        "sheets": COPIES,
    },
    "timetable": {
        "track": _one_of(*TRACKS),
        "meets": ((lambda value: span(value) is not None), "from when to when a meeting lasts, 8:30-13:00"),
        "pause": (_is_pause, "whole minutes from 5 to 120"),
        "first": ((lambda value: isinstance(value, date)), "a day, 2027-01-11"),
    },
    "releases": {"releases": (_is_calendar, "the day of each release, {2026.1: 2026-11-30}")},
    "worksheet": {"id": TEXT, "pages": _one_of(1, 2), "holder": _one_of(*HOLDERS)},
}
FREE_FACTS: dict[str, dict[str, Test]] = {  # facts that may be left out
    "module": {"sheets": NAMES},
    "timetable": {"lunch": (_is_pause, "whole minutes from 5 to 120")},
}
ANYWHERE: dict[str, Test] = {"safety": FLAG}  # a fact that every kind of page may state
OF_TRANSLATIONS: dict[str, Test] = {
    "reviewed": (_is_review, "a name and a date, First Last, 2026-11-22"),
    KEY: (is_stamp, "what `make translated` writes there"),
}


def problems(page: Page, reference: str) -> list[Problem]:
    """Front matter keys of one page that are missing, unknown, mistyped, or stand in the wrong language."""
    if page.fault:
        return [page.fault]
    words = WORDS | PLACE_WORDS.get(page.kind, {})
    needed = FACTS.get(page.kind, {})
    facts = needed | FREE_FACTS.get(page.kind, {}) | ANYWHERE
    is_reference = page.language == reference
    allowed = words | (facts if is_reference else OF_TRANSLATIONS)
    found = _missing(page, words | (needed if is_reference else {}))
    for key, value in page.meta.items():
        line = page.lines.get(key, 1)
        if key in facts and not is_reference:
            cure = f"Remove it: the fact stands in docs/{reference}/{page.place}, once for all languages."
            found.append(page.problem(line, f"“{key}” is a fact and belongs to the reference page alone", cure))
        elif key not in allowed:
            found.append(page.problem(line, f"the front matter has an unknown key “{key}”", nearest(key, allowed)))
        elif not allowed[key][0](value):
            found.append(page.problem(line, f"“{key}” is {value!r}; expected {allowed[key][1]}", f"Correct “{key}”."))
    return found


def _missing(page: Page, needed: dict[str, Test]) -> list[Problem]:
    return [
        page.problem(
            1,
            f"the front matter lacks “{key}”; expected {needed[key][1]}",
            f"Add a line “{key}: …” between the --- lines.",
        )
        for key in needed
        if key not in page.meta
    ]
