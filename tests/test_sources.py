"""The bibliography and statements of law: whole, used, and supported."""

import pytest

from curriculum.pages import Page, parse
from curriculum.sources import entries, problems, uncited, unsourced, unsupported_law

KNOWN = ["Back on Track", "Danish", "112"]
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


BARE = ["It began in 2011.", "It was run by Kriminalforsorgen.", "- in Aarhus, of course", "| here | the City of Copenhagen |"]
CITED = ["It began in 2011 ([slides](../sources.md#slides)).", "| in Aarhus | [news](../sources.md#news) |"]
FREE = [
    "Back on Track had mentors.",
    "Nobody knows.",
    "1. Danish mentors",
    "Call 112.",
    "## The pilot of 2011 { #pilot }",
    "See [how Aarhus did it](x.md).",
]


def programme(line: str) -> Page:
    return parse("en", "programme/index.md", FRONT + line + "\n")


@pytest.mark.parametrize("line", BARE)
def test_a_number_or_a_name_about_the_programme_needs_a_source(line: str) -> None:
    (problem,) = unsourced(programme(line), KNOWN)
    assert problem.line == 6
    assert problem.message.endswith("stands here without a source")


@pytest.mark.parametrize("line", [*CITED, *FREE])
def test_what_is_cited_or_known_needs_none(line: str) -> None:
    assert unsourced(programme(line), KNOWN) == []


def test_the_words_of_a_drawing_rest_on_the_text_below_it() -> None:
    figure = "/// figure | The years.\n    name: history-line\n\n- **2009** It begins.\n///\n\nIt began in 2009.\n"
    assert [problem.line for problem in unsourced(programme(figure), KNOWN)] == [12]
