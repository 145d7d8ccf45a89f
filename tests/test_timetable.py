"""Timetables: what a meeting holds, where its pauses are, and the calendar that is made of it."""

from datetime import date, datetime
from pathlib import Path

import icalendar
import pytest

from conftest import ROOT
from curriculum import builder, settings, words
from curriculum.calendars import calendar, write
from curriculum.model import Lesson
from curriculum.timetable import Course, Meeting, Timetable, arrange, span

HALF, FULL, EVENING = Course(510, 780, 20, 0), Course(510, 990, 20, 45), Course(1050, 1200, 20, 45)
ENGLISH = words.load(ROOT / "docs", "en")


def lessons(*minutes: int, load: int = 1) -> list[Lesson]:
    return [Lesson(f"l{n}", f"Lesson {n}", "", f"m/l{n}/index.html", n, len(minutes), one, load=load) for n, one in enumerate(minutes, 1)]


def told(meetings: tuple[Meeting, ...]) -> list[str]:
    """Begin, kind and minutes of every slot, a line a meeting."""
    return [" ".join(f"{slot.begin // 60}.{slot.begin % 60:02}:{slot.name}" for slot in meeting.slots) for meeting in meetings]


@pytest.mark.parametrize(("text", "found"), {"8:30-13:00": (510, 780), "13:00-8:30": None, "8.30-13.00": None, "8:60-9:00": None}.items())
def test_a_span_is_read_or_refused(text: str, found: tuple[int, int] | None) -> None:
    assert span(text) == found


def test_a_meeting_takes_lessons_as_long_as_they_fit() -> None:
    assert told(arrange(lessons(90, 120, 120), HALF)) == [
        "8.30:lesson 10.00:pause 10.20:lesson 12.20:after",
        "8.30:lesson 10.30:after",
    ]


def test_more_than_three_lessons_are_too_much_for_one_meeting() -> None:
    assert [len(meeting.lessons) for meeting in arrange(lessons(30, 30, 30, 30), FULL)] == [3, 1]


def test_the_pause_nearest_to_noon_is_lunch() -> None:
    [meeting] = arrange(lessons(90, 90, 90), FULL)
    assert told((meeting,)) == ["8.30:lesson 10.00:pause 10.20:lesson 11.50:lunch 12.35:lesson 14.05:after"]
    assert meeting.end == 14 * 60 + 20


@pytest.mark.parametrize("course", [FULL, EVENING])
def test_who_is_gone_by_lunch_or_comes_in_the_evening_has_none(course: Course) -> None:
    assert "lunch" not in "".join(told(arrange(lessons(60, 60), course)))
    assert "lunch" not in "".join(told(arrange(lessons(120, 120), FULL)))  # until 12.50


def test_after_a_heavy_lesson_the_pause_is_longer() -> None:
    heavy, light = lessons(60, load=3)[0], lessons(60)[0]
    assert told(arrange([heavy, light], FULL)) == ["8.30:lesson 9.30:pause 10.00:lesson 11.00:after"]
    assert told(arrange([light, heavy], FULL)) == ["8.30:lesson 9.30:pause 9.50:lesson 10.50:after"]


def test_two_heavy_lessons_are_never_in_one_meeting() -> None:
    assert len(arrange(lessons(60, 60, load=3), FULL)) == 2
    assert len(arrange(lessons(60, 60, load=2), FULL)) == 1


@pytest.mark.parametrize("language", ["en", "fr", "da"])
def test_every_timetable_holds_every_lesson_once_in_order(language: str) -> None:
    known = builder.curriculum(settings.read(ROOT), language)
    every = [lesson for module in known.modules for lesson in module.lessons]
    assert {one.track for one in known.timetables} == {"core", "whole"}
    assert len(known.timetables) == 6
    for one in known.timetables:
        assert one.lessons == [lesson for lesson in every if lesson.core or one.track == "whole"]
        for meeting in one.meetings:
            assert all(slot.end == after.begin for slot, after in zip(meeting.slots, meeting.slots[1:], strict=False))
            *held, after = [slot.name for slot in meeting.slots]
            assert held[::2] == ["lesson"] * len(meeting.lessons)
            assert after == "after"
            assert meeting.end <= one.course.end


def test_a_calendar_is_read_by_another_program(tmp_path: Path) -> None:
    table = Timetable(
        "t.md", "Evenings; all", "Evening", "trainers/t.html", "core", date(2027, 1, 11), EVENING, arrange(lessons(90, 120), EVENING)
    )
    write([table], tmp_path, "Spor", ENGLISH)
    read = icalendar.Calendar.from_ical((tmp_path / "trainers/t.ics").read_bytes())
    first, second = read.walk("VEVENT")
    assert str(read["X-WR-CALNAME"]) == "Evenings; all"
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (datetime(2027, 1, 11, 17, 30), datetime(2027, 1, 11, 19, 15))
    assert second.decoded("dtstart") == datetime(2027, 1, 18, 17, 30)
    assert str(second["summary"]) == "Evening 2 of 2, mentor course: Lesson 2"
    assert str(second["description"]) == f"120\xa0min – Lesson 2\n15\xa0min – {ENGLISH['after']}"
    assert first["uid"] != second["uid"]
    assert calendar(table, "Spor", ENGLISH) == (tmp_path / "trainers/t.ics").read_bytes()
