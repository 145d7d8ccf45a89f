"""The curriculum of a language: facts from the reference, words from the language, the order of the nav."""

from pathlib import Path

from conftest import ROOT, build
from curriculum import settings
from curriculum.builder import curriculum


def test_facts_are_the_reference_s_and_words_the_language_s(project: Path) -> None:
    lesson = curriculum(settings.read(project), "da").modules[0].lessons[0]
    assert (lesson.title, lesson.minutes, lesson.core, lesson.group) == ("Lektion", 30, True, "6-14")
    assert (lesson.url, lesson.plan_url) == ("da/modules/dialogue/presence/index.html", "da/modules/dialogue/presence/plan.html")
    sheet = lesson.sheets[0]
    assert (sheet.title, sheet.id, sheet.copies, sheet.pages) == ("Alle felter", "W99", "person", 2)
    assert (sheet.pdf, sheet.form_pdf) == ("da/worksheets/every-field.pdf", "da/worksheets/every-field-form.pdf")


def test_a_page_that_is_not_translated_lends_the_reference_s_words(project: Path) -> None:
    (project / "docs/fr/worksheets/every-field.md").unlink()
    assert curriculum(settings.read(project), "fr").sheets[0].title == "Every field"


def test_each_page_is_told_its_place() -> None:
    known = curriculum(settings.read(ROOT), "en")
    plan = known.context("modules/dialogue/presence/plan.md")
    assert plan["place"]["lesson"].slug == "presence"
    assert plan["place"]["module"].slug == "dialogue"
    assert [sheet.slug for sheet in plan["sheets"]] == ["dialogue-card"]
    assert known.context("worksheets/four-corners.md")["sheet"].id == "W13"
    assert known.context("index.md")["place"] == {"module": None, "lesson": None}
    assert len(known.modules) == 7


def test_a_writer_builds_one_language_alone(project: Path) -> None:
    made = build(project, project / "site", ONLY="da", PDF="no")
    assert made.returncode == 0, made.stderr
    pages = [page.read_text("utf-8") for page in (project / "site").rglob("every-field.html")]
    assert ['<html lang="da"' in page for page in pages] == [True]
