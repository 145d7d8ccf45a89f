"""Whether a translation still says what its reference says: hashes, stamps, lags, and what each costs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import check
import test_complaints
import translated
from conftest import ROOT
from curriculum import audit, fit, language, pages, settings, stamps, translations
from curriculum.notices import Notices
from curriculum.problems import report

CASES: dict[str, dict[str, Any]] = {
    f"{file.stem}: {name}": case
    for file in sorted((ROOT / "tests/data/translations").glob("*.yml"))
    for name, case in yaml.safe_load(file.read_text("utf-8")).items()
}
STAMP = re.compile(r"(?m)^translates:.*\n(?:[ \t]+.*\n)*")
DANGER, LESSON = "docs/da/danger.md", "docs/da/modules/dialogue/presence/index.md"
WORD = st.from_regex(r"[a-zæøåéè]{2,9}", fullmatch=True)


def spoil(root: Path, case: dict[str, Any]) -> None:
    if case.get("unstamp"):
        path = root / case["file"]
        path.write_text(STAMP.sub("", path.read_text("utf-8")), "utf-8")
    else:
        test_complaints.spoil(root, case)


def change(root: Path, path: str, old: str, new: str) -> None:
    test_complaints.spoil(root, {"file": path, "replace": [{"old": old, "new": new}]})


def hashes(text: str) -> dict[str, str]:
    return {section.id: section.hash for section in stamps.sections(pages.parse("en", "a.md", f"---\ntitle: A\n---\n\n{text}"))}


@pytest.fixture
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page gets wrong as language is told elsewhere."""
    monkeypatch.setattr(language, "problems", lambda *_: [])


@pytest.mark.usefixtures("no_language")
@pytest.mark.parametrize("name", CASES)
def test_a_difference_is_told(name: str, project: Path) -> None:
    spoil(project, CASES[name])
    assert report(audit.full(settings.read(project))) + "\n" == CASES[name]["says"]


@pytest.mark.usefixtures("no_language")
def test_an_editor_gets_the_same_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, DANGER, "Lidt tekst.", "Lidt tekst.\n\nOg mere.")
    capsys.readouterr()
    assert check.main(project, as_json=True) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "path": DANGER,
            "line": 11,
            "message": "the paragraph “Og mere.” has no counterpart in docs/en/danger.md",
            "cure": "Remove it, or add it to docs/en/danger.md.",
        }
    ]


@given(st.lists(WORD, min_size=1), st.lists(st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", "\n\n"]), min_size=1))
def test_white_space_does_not_change_a_hash(words: list[str], gaps: list[str]) -> None:
    spaced = "".join(word + gaps[number % len(gaps)] for number, word in enumerate(words))
    assert hashes(f"## Head\n\n{spaced}\n") == hashes(f"## Head\n\n{' '.join(words)}\n")


@given(st.lists(WORD, min_size=1), st.data())
def test_any_word_changes_the_hash_of_its_section_alone(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(WORD.filter(lambda word: word != words[place]))
    changed = [*words[:place], other, *words[place + 1 :]]
    before, after = (hashes(f"Start.\n\n## One\n\n{' '.join(some)}\n\n## Two\n\nEnd.\n") for some in (words, changed))
    assert {name for name in before if before[name] != after[name]} == {"one"}


def test_targets_ids_and_marks_are_no_words() -> None:
    plain = "## Head { #head }\n\nA [word](a.md) and **more**.\n\n- one\n\n/// field | Label\n    id: a\n    type: line\n///\n"
    other = "## Head { #head }\n\nA [word](b.md) and *more*.\n\n* one\n\n/// field | Label\n    id: b\n    type: lines\n    rows: 4\n///\n"
    assert hashes(plain) == hashes(other)
    assert hashes(plain) != hashes(plain.replace("Label", "Other"))
    assert hashes("/// field | Label\n    low: no\n///\n") != hashes("/// field | Label\n    low: yes\n///\n")


def test_a_heading_inside_code_begins_no_section() -> None:
    assert list(hashes("```\n## Not one\n```\n\n## One\n")) == ["start", "one"]


def test_a_stamp_touches_nothing_but_its_own_lines(project: Path) -> None:
    path = project / LESSON
    before = STAMP.sub("", path.read_text("utf-8"))
    for text in (before, before.replace("summary:", 'translates:\n  start: "000000"\n  self: "000000"\nsummary:')):
        path.write_text(text, "utf-8")
        assert translated.main(project, [LESSON], True) == 0
        after = path.read_text("utf-8")
        assert STAMP.sub("", after) == before
        assert stamps.is_stamp(pages.parse("da", "a.md", after).meta["translates"])
    assert sorted(file.name for file in path.parent.iterdir()) == ["index.md", "plan.md"]


def test_a_page_is_stamped_again_once_it_was_worked_on(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, "docs/en/danger.md", "Some text.", "Some new text.")
    assert translated.main(project, [DANGER]) == 1
    assert "add STILL_TRUE=yes" in capsys.readouterr().err
    change(project, DANGER, "Lidt tekst.", "Lidt ny tekst.")
    assert translated.main(project, [DANGER]) == 0
    assert translated.main(project, [DANGER]) == 0
    assert "translated already" in capsys.readouterr().out


def test_a_page_that_is_still_true_says_so(project: Path) -> None:
    change(project, "docs/en/danger.md", "Some text.", "Some new text.")
    assert translated.main(project, [DANGER, "docs/fr/danger.md"], True) == 0
    known = settings.read(project)
    assert translations.safety(known, pages.read(known.docs, list(known.languages)), set()) == []


@pytest.mark.parametrize(
    ("name", "why"), [("docs/da/no.md", "no such page"), ("docs/en/danger.md", "translates nothing"), ("docs/da/alone.md", "make check")]
)
def test_what_cannot_be_stamped_is_refused(name: str, why: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs/da/alone.md").write_text("---\ntitle: Alene\nsummary: Kort.\n---\n\nTekst.\n", "utf-8")
    assert translated.main(project, [name]) == 1
    assert why in capsys.readouterr().err


def test_what_is_about_safety_stops_a_build_and_the_rest_does_not(project: Path) -> None:
    change(project, "docs/en/modules/dialogue/index.md", "Some text.", "Some new text.")
    assert audit.quick(settings.read(project)) == []
    change(project, "docs/en/danger.md", "Some text.", "Some new text.")
    assert [problem.path for problem in audit.quick(settings.read(project))] == ["docs/fr/danger.md", DANGER]
    (project / DANGER).unlink()
    assert {problem.message for problem in audit.quick(settings.read(project)) if problem.path == DANGER} == {fit.MISSING}


def test_a_reader_is_told_which_sections_lag_in_her_own_words(project: Path) -> None:
    english = "docs/en/modules/dialogue/presence/index.md"
    change(project, english, "## Idea { #idea }\n\nSome text.", "## Idea { #idea }\n\nSome new text.\n\n## More { #more }\n\nText.")
    place = "modules/dialogue/presence/index.md"
    notice = Notices(settings.read(project), "da").on(place)
    url = "modules/dialogue/presence/index.html"
    assert notice == {
        "state": "behind",
        "url": url,
        "sections": [{"title": "Idé", "url": "#idea", "lang": ""}, {"title": "More", "url": f"{url}#more", "lang": "en"}],
    }
    assert Notices(settings.read(project), "en").on(place) is None


def test_the_overview_shows_every_page_its_state_and_its_reader(project: Path) -> None:
    (project / "docs/fr/sources.md").unlink()
    change(project, "docs/fr/index.md", "translates:", "reviewed: Jeanne Martin, 2026-11-22\ntranslates:")
    known = settings.read(project)
    french = Notices(known, "fr").overview()["languages"][0]
    assert french["counts"] == {"current": 9, "behind": 0, "unstamped": 0, "missing": 1}
    rows = {row["url"]: row for row in french["pages"]}
    assert (rows["fr/sources.html"]["state"], rows["fr/sources.html"]["title"], rows["fr/sources.html"]["lang"]) == (
        "missing",
        "Sources",
        "en",
    )
    assert rows["fr/index.html"]["reviewed"] == "Jeanne Martin, 2026-11-22"
    assert [len(one["pages"]) for one in Notices(known, "da").overview()["languages"]] == [0, 10]
    assert [len(one["pages"]) for one in Notices(known, "en").overview()["languages"]] == [10, 10]
