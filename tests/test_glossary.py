"""The glossary: one source for tooltips, for names in the other languages, and for words to avoid."""

from curriculum.glossary import Term, mark, names, problems, terms
from curriculum.pages import parse

FRONT = "---\ntitle: A\nsummary: B.\n---\n\n"
RECOGNITION = (
    "/// term | recognition\n    id: recognition\n    forms: [recognition, recognise]\n    avoid: [praise]\n\nTo take it seriously.\n///\n"
)
EVERY = {
    "en": [Term("recognition", "recognition", ("recognition", "recognise"), ("praise",)), Term("leave", "leave", ("on leave",), ())],
    "da": [Term("recognition", "anerkendelse", ("anerkendelse",), ()), Term("leave", "udgang", ("udgang",), ())],
}


def test_an_entry_is_read_with_its_forms() -> None:
    assert terms(parse("en", "glossary.md", FRONT + RECOGNITION)) == [EVERY["en"][0]]


def test_a_term_without_forms_is_its_own_form() -> None:
    (term,) = terms(parse("da", "glossary.md", FRONT + "/// term | udgang\n    id: leave\n\nEn dag ude.\n///\n"))
    assert term.forms == ("udgang",)


def test_each_term_is_known_in_every_language() -> None:
    assert names(EVERY)["leave"] == {"en": "leave", "da": "udgang"}


def test_the_first_appearance_leads_to_the_glossary_and_shows_the_other_language() -> None:
    marked = mark("<p>You recognise it. <em>Recognition</em> is not praise.</p>", EVERY, "en", "../glossary.html")
    link = '<a class="term" href="../glossary.html#recognition" title="da: anerkendelse">recognise</a>'
    assert marked == f"<p>You {link} it. <em>Recognition</em> is not praise.</p>"


def test_headings_links_and_questions_are_left_alone() -> None:
    html = '<h2>Recognition</h2><p><a href="a.html">recognition</a></p><details><summary>Recognition?</summary></details>'
    assert mark(html, EVERY, "en", "glossary.html") == html


def test_a_part_of_a_word_is_no_term() -> None:
    assert "term" not in mark("<p>He recognised it.</p>", EVERY, "en", "glossary.html")


def test_a_word_to_avoid_is_told_with_the_right_one() -> None:
    (problem,) = problems(parse("en", "danger.md", FRONT + "Give praise.\n"), EVERY["en"])
    assert (problem.line, problem.message) == (6, "“praise” is not our word")
    assert problem.cure == "Write “recognition”, or say it another way."


def test_the_glossary_itself_may_name_the_words_to_avoid() -> None:
    assert problems(parse("en", "glossary.md", FRONT + "Give praise.\n"), EVERY["en"]) == []
