"""The marks of each language, told and mended."""

from pathlib import Path

import pytest

from curriculum.pages import parse
from curriculum.typography import fix, problems

FRONT = "---\ntitle: A\nsummary: B.\n---\n\n"
GOOD = {
    "fr": "Il dit\u00a0: «\u00a0Bonjour\u202f!\u00a0» – puis rien\u202f; l’heure\u202f? [Lien](a.md#b) { #id }\n\n:   Une réponse.\n",
    "da": "Han siger: »Godmorgen!« – og så intet. Hvad’ for noget?\n",
    "en": 'He says: "Good morning!" – then nothing; isn\'t it?\n',
}
BAD = [
    ("fr", "Bonjour !", "no narrow space before ; ! ?"),
    ("fr", "Bonjour!", "no narrow space before ; ! ?"),
    ("fr", "Il dit : rien", "no fixed space before a colon"),
    ("fr", "« Bonjour »", "no fixed space in « »"),
    ("fr", "l'heure", "a straight apostrophe"),
    ("fr", 'un "mot"', "quotation marks are not French"),
    ("da", 'et "ord"', "quotation marks are not Danish"),
    ("da", "et «ord»", "quotation marks are not Danish"),
    ("da", "først - så", "a hyphen or long dash stands for a dash"),
    ("en", "first — then", "a hyphen or long dash stands for a dash"),
]


@pytest.mark.parametrize("language", GOOD)
def test_good_marks_are_left_alone(language: str) -> None:
    assert problems(parse(language, "danger.md", FRONT + GOOD[language])) == []


@pytest.mark.parametrize(("language", "text", "said"), BAD)
def test_a_wrong_mark_is_told_at_its_line(language: str, text: str, said: str) -> None:
    found = problems(parse(language, "danger.md", FRONT + f"Une ligne.\n\n{text}\n"))
    assert [(problem.line, problem.message.split(":")[0]) for problem in found if said in problem.message] == [(8, said)]


def test_fix_mends_what_it_can_and_is_then_content(tmp_path: Path) -> None:
    path = tmp_path / "danger.md"
    text = (
        FRONT
        + "## Quoi ? { #what }\n\nIl dit : « l'heure » ! Ou: rien ; [lien : ici](a.md#b?c)\n\n"
        + "/// check | Et vous ?\n    id: x\n\nOui.\n:   Bien !\n///\n"
    )
    page = parse("fr", "danger.md", text)
    path.write_text(text, "utf-8")
    assert fix(path, page)
    mended = parse("fr", "danger.md", path.read_text("utf-8"))
    assert problems(mended) == []
    assert "Il dit\u00a0: «\u00a0l’heure\u00a0»\u202f! Ou\u00a0: rien\u202f;" in mended.text
    assert "](a.md#b?c)" in mended.text
    assert ":   Bien\u202f!" in mended.text
    assert not fix(path, mended)
