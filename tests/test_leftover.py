"""What was left behind: English on translated pages, and words that nobody uses."""

from pathlib import Path

from curriculum.leftover import problems, unused_words
from curriculum.pages import parse

FRONT = "---\ntitle: {}\nsummary: {}\n---\n\n"
ENGLISH = parse("en", "danger.md", FRONT.format("Now", "Do it.") + "Do not hang up first. Stay if you are safe.\n")


def test_a_sentence_left_in_english_is_told_at_its_line() -> None:
    danish = parse("da", "danger.md", FRONT.format("Nu", "Gør det.") + "Læg ikke på.\n\nStay if you are safe.\n")
    (problem,) = problems(danish, ENGLISH)
    assert (problem.line, problem.message) == (8, "a sentence is left in the reference's language: “Stay if you are safe”")


def test_short_sentences_and_names_may_be_alike() -> None:
    danish = parse("da", "danger.md", FRONT.format("Now", "Do it.") + "Læg ikke på.\n")
    assert problems(danish, ENGLISH) == []


def test_a_word_that_nothing_uses_is_told(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/_words.yml").write_text("search: Search\nholder_mentor: The mentor's\nforgotten: Gone\n", "utf-8")
    (tmp_path / "look").mkdir()
    (tmp_path / "look/a.html").write_text('{{ w.search }} {{ w["holder_" ~ sheet.holder] }}', "utf-8")
    (problem,) = unused_words(tmp_path, [tmp_path / "look"], "en")
    assert (problem.line, problem.message) == (3, "nothing uses the word “forgotten”")
