"""What is taken from a built page to be printed, and what it gains on the way."""

from pathlib import Path

import pytest
from lxml import html

from curriculum.printables import Printable, find, read

PAPER = Path(__file__).parent / "data" / "paper"


def sheet(language: str = "") -> Printable:
    return read(PAPER / language / "worksheets/every-field.html", PAPER)[0]


def printed(body: str, tmp_path: Path, head: str = "") -> str:
    """A page whose article holds `body`, as it will be printed."""
    page = tmp_path / "page.html"
    page.write_text(f'<html lang="en"><head>{head}</head><body><article data-printable="plan"><h1>T</h1>{body}</article></body></html>')
    return read(page, tmp_path)[0].html


def test_pages_with_something_to_print_are_found_in_every_language() -> None:
    names = [page.relative_to(PAPER).as_posix() for page in find(PAPER)]
    sheets = [f"{language}worksheets/every-field.html" for language in ("da/", "fr/", "")]
    assert sorted(names) == sorted([*sheets, "modules/dialogue/presence/plan.html"])


def test_a_printable_knows_what_it_is_and_where_it_comes_from() -> None:
    found = sheet("da")
    assert (found.kind, found.title, found.language, found.pages) == ("sheet", "To stemmer og en skala", "da", 2)
    assert (found.name, found.source) == ("da/worksheets/every-field", "docs/da/worksheets/every-field.md")
    assert sheet().source == "docs/en/worksheets/every-field.md"
    assert dict(found.head)["author"] == "Spor"


def test_a_page_that_stands_in_for_a_translation_is_blamed_on_its_own_language(tmp_path: Path) -> None:
    page = tmp_path / "fr/worksheets/one.html"
    page.parent.mkdir(parents=True)
    page.write_text('<html lang="fr"><body><article data-printable="sheet" lang="en"><h1>One</h1></article></body></html>')
    assert (read(page, tmp_path)[0].language, read(page, tmp_path)[0].source) == ("en", "docs/en/worksheets/one.md")


@pytest.mark.parametrize("language", ["", "fr", "da"])
def test_every_control_has_a_name_of_its_own(language: str) -> None:
    controls = html.fragment_fromstring(sheet(language).html).xpath("//input|//textarea")
    titles = [control.get("title") for control in controls]
    assert len(titles) == len(set(titles)) > 25
    assert all(titles)


def test_a_name_says_the_question_and_the_place_in_it() -> None:
    form = html.fragment_fromstring(sheet().html)
    title = {control.get("id"): control.get("title") for control in form.xpath("//input|//textarea")}
    assert title["change"] == "The change I am thinking about"
    assert title["body-2"] == "What did I notice in my body? – Tight shoulders"
    assert title["important-7"] == "How important is it to me? – 7"
    assert title["week-2-3"] == "My week – Tuesday, What I did"
    assert form.xpath("//input[@id='important-7']/@data-question") == ["How important is it to me?"]


def test_the_height_of_a_box_follows_its_rows() -> None:
    form = html.fragment_fromstring(sheet().html)
    assert form.xpath("//textarea[@id='why']/@style") == ["--rows:2"]


def test_a_link_leads_to_the_site_or_it_is_no_link(tmp_path: Path) -> None:
    link, head = '<p><a href="../danger.html">Danger</a></p>', '<link rel="canonical" href="https://example.org/a/page.html">'
    assert 'href="https://example.org/danger.html"' in printed(link, tmp_path, head)
    assert "href" not in printed(link, tmp_path)


def test_a_link_stays_where_its_goal_is_printed_too(tmp_path: Path) -> None:
    assert 'href="#here"' in printed('<a href="#here">x</a><p id="here">y</p>', tmp_path)
    assert "href" not in printed('<a href="#gone">x</a>', tmp_path)


def test_a_page_that_paper_cannot_lead_to_is_set_off_in_a_sentence(tmp_path: Path) -> None:
    assert "<p>follow <em>In danger</em> today</p>" in printed('<p>follow <a class="x" href="#gone">In danger</a> today</p>', tmp_path)
    assert "<p>In danger</p>" in printed('<p><a href="#gone">In danger</a></p>', tmp_path)


def test_what_paper_cannot_use_is_left_out(tmp_path: Path) -> None:
    text = printed('<h2>A<a class="headerlink" href="#a">¶</a></h2><button>Go</button><script>go()</script>', tmp_path)
    assert not any(word in text for word in ("¶", "button", "script"))


def test_a_drawing_that_says_something_gets_a_title(tmp_path: Path) -> None:
    assert "<title>A staircase</title>" in printed('<svg role="img" aria-label="A staircase"></svg>', tmp_path)


def test_what_holds_nothing_but_an_ornament_is_one(tmp_path: Path) -> None:
    assert '<span aria-hidden="true"><svg' in printed('<span><svg aria-hidden="true"></svg></span>', tmp_path)
