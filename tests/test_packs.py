"""Packs and books: which leaves they are bound from, in which order, and where their links lead."""

from dataclasses import replace
from pathlib import Path
from string import Template

import pytest
from lxml import html

from curriculum import handbook
from curriculum.jobs import Job, Maker
from curriculum.packs import bundles, session, shelve, used
from curriculum.printables import Printable

SITE = Path("site")


def printable(kind: str, name: str, source: str, article: str) -> Printable:
    title = html.fragment_fromstring(article).findtext(".//h1") or ""
    return Printable(kind, title, "en", "en", "ltr", article, SITE / f"{name}.html", name, f"docs/en/{source}", None, (), ())


FRONT = printable(
    "front",
    "modules/a/b/plan",
    "modules/a/b/plan.md",
    '<article data-sheets="card:person secret:trainer gone:pair"><h1>Front</h1></article>',
)
PLAN = printable("plan", "modules/a/b/plan", "modules/a/b/plan.md", "<article><h1>Plan</h1></article>")
KEYS = printable("keys", "modules/a/b/index", "modules/a/b/index.md", "<article><h1>Keys</h1></article>")
BACK = printable("back", "modules/a/b/index", "modules/a/b/index.md", "<article><h1>Back</h1></article>")
CARD = printable("sheet", "worksheets/card", "worksheets/card.md", '<article><h1>Card</h1><span class="example">Ann</span></article>')
SECRET = printable("sheet", "worksheets/secret", "worksheets/secret.md", "<article><h1>Secret</h1></article>")
MODULE = printable(
    "module", "modules/a/index", "modules/a/index.md", '<div class="page"><h1>Module</h1><p>What for</p><h2>The lessons</h2></div>'
)
LESSON = printable(
    "chapter",
    "modules/a/b/index",
    "modules/a/b/index.md",
    '<div class="page"><h1>Lesson</h1><h2 id="goals">Goals</h2><p><a class="term" data-to="glossary.html#listening">Listening</a>'
    ' <a data-to="sources.html#ann-2001" href="x">Ann</a> <span data-to="danger.html">danger</span></p></div>',
)
SOURCES = printable("chapter", "sources", "sources.md", '<div><h1>Sources</h1><h3 id="ann-2001">Ann</h3></div>')
GLOSSARY = printable(
    "chapter", "glossary", "glossary.md", '<div><h1>Glossary</h1><h2 class="entry__name" id="listening">active listening</h2></div>'
)
WORDS = {
    "pack_module": "{module}: all",
    "handbook": "Handbook",
    "tagline": "Open",
    "foot_what": "About ({licence})",
    "contents": "Contents",
    "pages_as_handbook": "Numbered as the handbook",
    "index": "Index",
    "page_short": "p.",
}


@pytest.fixture
def maker() -> Maker:
    return Maker(SITE, Path("cache"), Template("$title|$edition|$articles"), "")


def titles(job: Job) -> list[str]:
    """Edition and first heading of each leaf."""
    parts = [leaf.html.split("|", 2) for leaf in job.leaves]
    return [f"{edition} {html.fragment_fromstring(article, create_parent=True).findtext('.//h1')}" for _, edition, article in parts]


def test_a_front_names_its_sheets_in_order() -> None:
    assert used(FRONT) == {"worksheets/card.md": "person", "worksheets/secret.md": "trainer", "worksheets/gone.md": "pair"}


def test_those_who_take_part_get_no_answers_and_no_papers_of_the_trainer(maker: Maker) -> None:
    given, led = session(FRONT, shelve([FRONT, PLAN, KEYS, BACK, CARD, SECRET]), maker)
    assert titles(given) == ["print Front", "print Card", "print Back"]
    assert titles(led) == ["plan Plan", "print Keys", "print Card", "example Card", "print Secret"]
    assert [job.targets for job in (given, led)] == [(SITE / "modules/a/b/pack.pdf",), (SITE / "modules/a/b/pack-trainer.pdf",)]


def test_a_sheet_in_a_pack_is_the_leaf_that_is_printed_alone(maker: Maker) -> None:
    given, _ = session(FRONT, shelve([FRONT, PLAN, KEYS, BACK, CARD, SECRET]), maker)
    assert maker.leaf(CARD) in given.leaves


def test_a_sheet_is_laid_out_with_the_first_lesson_that_uses_it() -> None:
    assert bundles([FRONT])["docs/en/worksheets/card.md"] == "docs/en/modules/a/b/"


def bound(job: Job) -> html.HtmlElement:
    """All that a book is bound from."""
    return html.fragment_fromstring("".join(leaf.html.split("|", 2)[2] for leaf in job.leaves), create_parent=True)


def test_a_book_leads_to_its_own_pages(maker: Maker) -> None:
    whole, module = handbook.jobs([MODULE, LESSON, GLOSSARY, SOURCES], maker, WORDS)
    assert [job.targets[0].as_posix() for job in (module, whole)] == ["site/modules/a/pack.pdf", "site/handbook.pdf"]
    book = bound(whole)
    ids = book.xpath(".//@id")
    assert len(ids) == len(set(ids))
    links = book.xpath(".//a/@href")
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
    assert "#sources--ann-2001" in links
    assert "danger" in book.text_content()
    assert not book.xpath(".//*[@data-to]")
    assert "The lessons" not in book.text_content()


def test_a_module_is_a_part_of_the_handbook_with_its_numbers(maker: Maker) -> None:
    whole, module = handbook.jobs([MODULE, LESSON, GLOSSARY, SOURCES], maker, WORDS)
    front, body, index = module.leaves
    assert body == replace(whole.leaves[1], span=("modules-a-index", "glossary"))
    assert front.numbers == index.numbers == whole.leaves[1]
    assert "Numbered as the handbook" in front.html
    assert "Numbered as the handbook" not in whole.leaves[0].html
    assert module.bundle == whole.bundle


def test_the_index_tells_where_a_term_is_used(maker: Maker) -> None:
    whole, _ = handbook.jobs([MODULE, LESSON, GLOSSARY, SOURCES], maker, WORDS)
    book = bound(whole)
    [term] = book.find_class("book__term")
    [place] = term.xpath("./a/@href")
    assert term.text_content() == f"active listening p.\xa0⟦{place[1:]}⟧"
    assert book.xpath("string(.//*[@id=$id])", id=place[1:]) == "Listening"


def test_a_language_that_is_not_translated_yet_has_books_of_its_own(maker: Maker) -> None:
    """Its pages hold the reference's words, and are not mixed with the reference's pages."""
    theirs = [replace(part, home="nb", name=f"nb/{part.name}") for part in (FRONT, PLAN, KEYS, BACK, CARD)]
    everything = shelve([FRONT, PLAN, KEYS, BACK, CARD, *theirs])
    given, _ = session(theirs[0], everything, maker)
    assert given.targets == (SITE / "nb/modules/a/b/pack.pdf",)
    assert everything["en", "worksheets/card.md", "sheet"].name == "worksheets/card"
