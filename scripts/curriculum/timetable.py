"""A timetable: the lessons of a track over the meetings of a course, with their pauses, in the order of the curriculum."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .model import Lesson

SPAN = re.compile(r"(\d{1,2}):([0-5]\d)-(\d{1,2}):([0-5]\d)")
TRACKS = ("core", "whole")
NOON, LATE = 12 * 60, 13 * 60  # who began before noon and still learns after LATE has lunch, at the pause nearest to NOON
HEAVY = 3  # emotional load of a lesson that is best led by two: never two of them in one meeting
MOST = 3  # lessons that people can take in, in one meeting
REST = 10  # minutes more in the pause after a heavy lesson, to check on people
AFTER = 15  # minutes at the end of every meeting to check on people and clear the room


@dataclass(frozen=True)
class Course:
    """How a course meets; times are minutes after midnight, pauses are minutes."""

    begin: int
    end: int
    pause: int
    lunch: int

    @property
    def room(self) -> int:
        """The longest lesson that a meeting can hold, in minutes."""
        return self.end - self.begin - AFTER


@dataclass(frozen=True)
class Slot:
    """A stretch of a meeting: a lesson, a pause, lunch, or what comes after the last lesson."""

    begin: int
    end: int
    name: str  # lesson, pause, lunch, after
    lesson: Lesson | None = None

    @property
    def minutes(self) -> int:
        return self.end - self.begin

    @property
    def is_heavy(self) -> bool:
        return self.lesson is not None and self.lesson.load >= HEAVY


@dataclass(frozen=True)
class Meeting:
    """One meeting of a course."""

    number: int
    slots: tuple[Slot, ...]

    @property
    def begin(self) -> int:
        return self.slots[0].begin

    @property
    def end(self) -> int:
        return self.slots[-1].end

    @property
    def lessons(self) -> list[Lesson]:
        return [slot.lesson for slot in self.slots if slot.lesson]

    @property
    def is_heavy(self) -> bool:
        return any(slot.is_heavy for slot in self.slots)


@dataclass(frozen=True)
class Timetable:
    """The meetings of one course; `first` is the day that its calendar begins on until somebody chooses another."""

    place: str  # path of the page inside its language
    title: str
    day: str  # what a meeting is called: half-day, evening
    url: str
    track: str
    first: date
    course: Course
    meetings: tuple[Meeting, ...] = ()

    @property
    def pdf(self) -> str:
        return self.url.removesuffix(".html") + ".pdf"

    @property
    def ics(self) -> str:
        return self.url.removesuffix(".html") + ".ics"

    @property
    def lessons(self) -> list[Lesson]:
        return [lesson for meeting in self.meetings for lesson in meeting.lessons]

    @property
    def minutes(self) -> int:
        """Of all lessons together, without pauses."""
        return sum(lesson.minutes for lesson in self.lessons)


def span(text: object) -> tuple[int, int] | None:
    """Begin and end of “8:30-13:00” in minutes after midnight; None if it is no such span."""
    found = SPAN.fullmatch(str(text))
    if not found:
        return None
    hours, minutes, later, last = map(int, found.groups())
    begin, end = hours * 60 + minutes, later * 60 + last
    return (begin, end) if begin < end <= 24 * 60 else None


def course(facts: dict[str, Any]) -> Course:
    """The course that the front matter of a timetable's page describes; its facts are known to be sound."""
    begin, end = span(facts["meets"]) or (0, 0)
    return Course(begin, end, facts["pause"], facts.get("lunch", 0))


def arrange(lessons: Sequence[Lesson], course: Course) -> tuple[Meeting, ...]:
    """Meetings that hold all lessons in their order: each takes the next lesson as long as it fits."""
    held: list[list[Lesson]] = []
    for lesson in lessons:
        if held and _fits([*held[-1], lesson], course):
            held[-1].append(lesson)
        else:
            held.append([lesson])
    return tuple(Meeting(number, _slots(one, course)) for number, one in enumerate(held, 1))


def _fits(lessons: Sequence[Lesson], course: Course) -> bool:
    heavy = sum(lesson.load >= HEAVY for lesson in lessons)
    return len(lessons) <= MOST and heavy <= 1 and _slots(lessons, course)[-1].end <= course.end


def _slots(lessons: Sequence[Lesson], course: Course) -> tuple[Slot, ...]:
    """Lessons with a pause between two; if it becomes late, the pause nearest to noon is lunch."""
    plain = _laid(lessons, course, None)
    gaps = [number for number, slot in enumerate(plain) if slot.name == "pause"]
    if not gaps or not course.lunch or plain[0].begin >= NOON or plain[-2].end <= LATE:
        return plain
    return _laid(lessons, course, min(gaps, key=lambda number: abs(plain[number].begin - NOON)))


def _laid(lessons: Sequence[Lesson], course: Course, lunch: int | None) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    now = course.begin
    for lesson in lessons:
        if slots:
            rest = REST if slots[-1].is_heavy else 0
            name, minutes = ("lunch", course.lunch) if len(slots) == lunch else ("pause", course.pause + rest)
            slots.append(Slot(now, now + minutes, name))
            now += minutes
        slots.append(Slot(now, now + lesson.minutes, "lesson", lesson))
        now += lesson.minutes
    return (*slots, Slot(now, now + AFTER, "after"))
