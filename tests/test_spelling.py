"""Spelling with the real dictionaries, and the project's own words."""

from pathlib import Path

import pytest

from curriculum.pages import parse
from curriculum.spelling import own_words, problems, unknown

FRONT = "---\ntitle: A\nsummary: B.\n---\n\n"


@pytest.mark.parametrize(
    ("dictionary", "right", "wrong"),
    [("en_GB", "behaviour", "behavoiur"), ("fr_FR", "surveillant", "surveilant"), ("da_DK", "tavshedspligt", "tavshedspigt")],
)
def test_a_dictionary_knows_right_from_wrong(dictionary: str, right: str, wrong: str) -> None:
    assert unknown([right, wrong], dictionary) == {wrong}


def test_a_wrong_word_is_told_at_each_line_where_it_stands(tmp_path: Path) -> None:
    page = parse("en", "danger.md", FRONT + "The behavoiur of one.\n\nFine.\n\nNo behavoiur.\n")
    assert [(problem.line, problem.message) for problem in problems(tmp_path, [page], "en")] == [
        (6, "“behavoiur” is in no dictionary"),
        (10, "“behavoiur” is in no dictionary"),
    ]


def test_a_word_of_our_own_is_known(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "_spelling.txt").write_text("# names\nbehavoiur\n", "utf-8")
    assert own_words(tmp_path, "en") == {"behavoiur"}
    assert problems(tmp_path, [parse("en", "danger.md", FRONT + "Behaviour, behavoiur.\n")], "en") == []


def test_a_language_without_a_dictionary_is_left_alone(tmp_path: Path) -> None:
    assert problems(tmp_path, [parse("nb", "danger.md", FRONT + "Xyzzy.\n")], "nb") == []


def test_a_word_with_a_hyphen_is_told_whole(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, [parse("en", "danger.md", FRONT + "A self-behavoiur.\n")], "en")
    assert problem.message == "“self-behavoiur” is in no dictionary"
