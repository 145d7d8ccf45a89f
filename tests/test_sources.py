"""The bibliography and statements of law: whole, used, and supported."""

from curriculum.pages import Page, parse
from curriculum.sources import entries, problems, uncited, unsupported_law

FRONT = "---\ntitle: A\nsummary: B.\n---\n\n"
WHOLE = (
    "### Schibbye 2002 { #schibbye-2002 }\n\n"
    "Schibbye, A.-L. L. (2002). *Relasjoner.* Universitetsforlaget, universitetsforlaget.no. We took one thing. **B.**\n"
)


def bibliography(text: str) -> Page:
    return parse("en", "sources.md", FRONT + text)


def test_a_whole_entry_is_not_told() -> None:
    assert problems(bibliography(WHOLE)) == []


def test_an_entry_is_told_all_that_it_lacks() -> None:
    (problem,) = problems(bibliography("### Somebody\n\nA book on something.\n"))
    assert problem.line == 6
    assert problem.message == "the source “Somebody” lacks a year and a title and a link, DOI or ISBN and our confidence and an id"


def test_an_entry_ends_where_the_next_heading_begins() -> None:
    page = bibliography(WHOLE + "\n## Coping { #coping }\n\nWords of our own.\n\n### SAMHSA 2019 { #samhsa-2019 }\n\nA manual.\n")
    assert [(entry.id, entry.line) for entry in entries(page)] == [("schibbye-2002", 6), ("samhsa-2019", 14)]
    assert "Words of our own" not in entries(page)[0].text


def test_a_source_that_nobody_cites_is_told() -> None:
    page = bibliography(WHOLE)
    citing = parse("en", "danger.md", FRONT + "See [Schibbye](sources.md#schibbye-2002).\n")
    assert uncited(page, [page, citing]) == []
    assert [problem.message for problem in uncited(page, [page])] == ["no page cites “Schibbye 2002”"]


def test_a_statement_of_law_names_country_source_and_date() -> None:
    bare = "The duty stands in straffeloven § 152.\n"
    whole = "Denmark: the duty stands in straffeloven § 152 ([bill](sources.md#lsf-6-1985), read 22 November 2026).\n"
    (problem,) = unsupported_law(parse("en", "danger.md", FRONT + bare), ["Denmark", "France"])
    assert problem.message == "a statement of law lacks its country and a source and the date it was read"
    assert unsupported_law(parse("en", "danger.md", FRONT + whole), ["Denmark", "France"]) == []
