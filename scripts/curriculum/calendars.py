"""A timetable as an iCalendar file (RFC 5545): one entry a meeting, in the time of the place where it is imported."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from .jobs import save
from .timetable import Meeting, Slot, Timetable

Words = dict[str, str]
WEEK = timedelta(days=7)


def write(timetables: Iterable[Timetable], site: Path, name: str, words: Words) -> None:
    """Write the file of each timetable beside its page; `name` is the site's."""
    for timetable in timetables:
        save(calendar(timetable, name, words), site / timetable.ics)


def calendar(timetable: Timetable, name: str, words: Words) -> bytes:
    """The meetings of a timetable, a week from one to the next."""
    made = Calendar()
    made.add("prodid", f"-//{name}//{words['lang'].upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", timetable.title)
    for meeting in timetable.meetings:
        made.add_component(_event(timetable, meeting, name, words))
    return bytes(made.to_ical())


def text(timetable: Timetable, name: str, words: Words) -> str:
    """The same for a page: its script puts other days in."""
    return calendar(timetable, name, words).decode()


def _event(timetable: Timetable, meeting: Meeting, name: str, words: Words) -> Event:
    day = timetable.first + WEEK * (meeting.number - 1)
    midnight = datetime.combine(day, time())
    told = {"day": timetable.day, "number": meeting.number, "count": len(timetable.meetings)}
    event = Event()
    event.add("uid", f"{timetable.url.removesuffix('.html').replace('/', '-')}-{meeting.number}@{name.lower()}")
    event.add("dtstamp", datetime.combine(timetable.first, time(), UTC))  # the same from every build
    event.add("dtstart", midnight + timedelta(minutes=meeting.begin))
    event.add("dtend", midnight + timedelta(minutes=meeting.end))
    event.add("summary", words["calendar_entry"].format(lessons=" · ".join(one.title for one in meeting.lessons), **told))
    event.add("description", "\n".join(_line(slot, words) for slot in meeting.slots))
    return event


def _line(slot: Slot, words: Words) -> str:
    """Minutes, not hours: somebody may begin at another time."""
    what = slot.lesson.title if slot.lesson else words[slot.name]
    heavy = f" ({words[f'load_{slot.lesson.load}']})" if slot.lesson and slot.is_heavy else ""
    return f"{words['minutes'].format(minutes=slot.minutes)} – {what}{heavy}"
