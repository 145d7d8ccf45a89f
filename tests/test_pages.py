"""Pages: their kind by place, their front matter with lines, and where a word stands."""

import pytest

from curriculum.pages import parse


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("index.md", "home"),
        ("programme/history.md", "programme"),
        ("modules/index.md", "curriculum"),
        ("modules/dialogue/index.md", "module"),
        ("modules/dialogue/presence/index.md", "lesson"),
        ("modules/dialogue/presence/plan.md", "plan"),
        ("modules/cases.md", "text"),
        ("worksheets/index.md", "worksheets"),
        ("worksheets/four-corners.md", "worksheet"),
        ("about/privacy.md", "text"),
    ],
)
def test_the_place_tells_the_kind(place: str, kind: str) -> None:
    assert parse("en", place, "").kind == kind


def test_front_matter_is_read_with_the_line_of_each_key() -> None:
    page = parse("da", "danger.md", "---\ntitle: Fare\n# a note\nsummary: Nu.\n---\n\nFørst.\n")
    assert page.meta == {"title": "Fare", "summary": "Nu."}
    assert page.lines == {"title": 2, "summary": 4}
    assert (page.path, page.start, page.body) == ("docs/da/danger.md", 6, "\nFørst.\n")


def test_a_word_is_found_in_the_body_and_not_in_the_front_matter() -> None:
    page = parse("en", "danger.md", "---\ntitle: Now\n---\n\nNot yet.\nNow.\n")
    assert page.line_of("Now") == 6
    assert page.line_of("never written") == page.start


def test_front_matter_that_cannot_be_read_is_a_fault_at_its_line() -> None:
    fault = parse("en", "danger.md", "---\ntitle: Now\nsummary: [one\n---\n").fault
    assert fault is not None
    assert fault.line > 2
    assert "not YAML" in fault.message
