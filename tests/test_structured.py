"""What programs read of a page, kind by kind."""

from curriculum.model import Lesson
from curriculum.structured import describe

WORDS = {"tagline": "Open curriculum", "use_home": "Course", "use_lesson": "Self-study"}
PAGE = {"title": "Listening", "summary": "How to.", "language": "da", "url": ""}
LESSON = Lesson("listening", "Listening", "How to.", "modules/a/listening/index.html", 1, 1, minutes=90)


def test_the_home_page_is_the_course() -> None:
    told = describe("home", PAGE, "Spor", WORDS, None)
    assert (told["@type"], told["name"], told["educationalUse"]) == ("Course", "Spor – Open curriculum", "Course")


def test_a_lesson_is_a_part_of_the_course_and_takes_its_time() -> None:
    told = describe("lesson", PAGE | {"url": "https://example.org/da/a.html"}, "Spor", WORDS, LESSON)
    assert (told["@type"], told["isPartOf"]["@type"], told["timeRequired"]) == ("LearningResource", "Course", "PT90M")
    assert (told["name"], told["inLanguage"], told["url"]) == ("Listening", "da", "https://example.org/da/a.html")


def test_without_an_address_none_is_given() -> None:
    assert "url" not in describe("lesson", PAGE, "Spor", WORDS, LESSON)


def test_a_page_that_teaches_nothing_tells_nothing() -> None:
    assert describe("text", PAGE, "Spor", WORDS, None) == {}
