"""Reading level: LIX by hand, and a page that is too hard."""

import pytest

from curriculum.pages import parse
from curriculum.passages import Passage, passages
from curriculum.reading import lix, problems, sentences

FRONT = "---\ntitle: A\nsummary: B.\n---\n\n"


def test_lix_is_words_a_sentence_plus_the_share_of_long_words() -> None:
    found = sentences([Passage(1, "The cat sat. The enormous elephant sat down.")])
    assert [len(words) for _, words in found] == [3, 5]
    assert lix(found) == pytest.approx(8 / 2 + 100 * 2 / 8)


def test_nothing_has_no_level() -> None:
    assert lix([]) == 0


def test_a_page_above_its_limit_is_told_with_its_three_hardest_sentences() -> None:
    hard = "Institutional considerations necessitate comprehensive interdisciplinary collaboration"
    page = parse("en", "worksheets/a.md", FRONT + f"I sit down.\n\n{hard}.\n\n{hard} immediately.\n\n{hard} today.\n")
    (problem,) = problems(page)
    assert problem.message.startswith("LIX ")
    assert "expected at most 35 on a worksheet page" in problem.message
    assert problem.cure.count("line ") == 3
    assert "I sit down" not in problem.cure


def test_an_easy_page_is_not_told() -> None:
    assert problems(parse("da", "worksheets/a.md", FRONT + "Jeg sidder her. Du går nu.\n")) == []


def test_what_is_read_of_a_page_is_bare_of_its_markup() -> None:
    text = FRONT + (
        "## A **heading** { #one }\n\n- [Link](b.md) here\n\n/// field | A *label*\n    id: x\n    type: scale\n"
        '    low: "not at all"\n    high: fully\n    example: 4\n\nHelp.\n///\n\n| One | Two |\n|---|---|\n| Mon | |\n'
    )
    told = [(passage.line, passage.text) for passage in passages(parse("en", "worksheets/a.md", text))]
    assert told == [
        (2, "A"), (3, "B."), (6, "A heading"), (8, "Link here"), (10, "A label"), (13, "not at all"), (14, "fully"), (17, "Help."),
        (20, "One"), (20, "Two"), (22, "Mon"),
    ]  # fmt: skip
