"""Books: the lessons of a module, and the handbook of a language, with contents, cross-references and an index."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from lxml import html
from lxml.html import HtmlElement

from .jobs import Job, Maker
from .leads import unlink
from .printables import Printable
from .settings import LICENCE

Words = dict[str, str]


def jobs(found: list[Printable], maker: Maker, words: Words) -> Iterator[Job]:
    """The handbook with all lessons, the glossary and the sources; and as a part of it, the book of each module that has lessons.

    The body is one document, laid out once. Its pages are numbered, and keep their numbers in the book of a module;
    cover, contents and index stand around them without one.
    """
    words = words | named(found)
    taught = [(module, lessons(module, found)) for module in found if module.kind == "module"]
    last = [one for one in found if one.kind == "chapter" and one.place in ("glossary.md", "sources.md")]
    parts = [part for module, own in taught if own for part in (module, *own)]
    if not parts:
        return
    title = f"{words['handbook']} – {words['tagline']}"
    book = Book([*parts, *last], title, words, maker)
    if last:
        yield book.job(book.parts, title, last[0].name.replace("glossary", "handbook"))
    for module, own in taught:
        if own:
            yield book.job([module, *own], words["pack_module"].format(module=module.title), f"{module.name.removesuffix('index')}pack")


def lessons(module: Printable, found: list[Printable]) -> list[Printable]:
    """The lessons of a module, in order."""
    return [one for one in found if one.kind == "chapter" and one.place.startswith(module.place.removesuffix("index.md"))]


class Book:
    """The body of a handbook, and what is bound from it."""

    def __init__(self, parts: list[Printable], title: str, words: Words, maker: Maker) -> None:
        self.parts, self.words, self.maker = parts, words, maker
        self.chapters = {key(part): chapter(part) for part in parts}
        keys = {f"{part.name}.html": key(part) for part in parts}
        for element in self.chapters.values():
            lead(element, keys)
        inside = "".join(html.tostring(element, encoding="unicode", with_tail=False) for element in self.chapters.values())
        self.body = maker.compose(parts[0], "book", f'<div class="book__body" data-whole="{escape(title)}">{inside}</div>', title)

    def job(self, parts: list[Printable], title: str, name: str) -> Job:
        """A book of neighbouring parts: cover and contents, their pages of the body, and their index."""
        is_whole, keys = parts == self.parts, [key(part) for part in parts]
        end = next(iter(list(self.chapters)[list(self.chapters).index(keys[-1]) + 1 :]), "")
        note = "" if is_whole else f'<p class="quiet">{escape(self.words["pages_as_handbook"])}</p>'
        around = (f"{cover(title, self.words)}{contents(parts, self.words, note)}", index([self.chapters[one] for one in keys], self.words))
        front, back = (replace(self.maker.compose(parts[0], "book", text, title), numbers=self.body) if text else None for text in around)
        leaves = (front, self.body if is_whole else replace(self.body, span=(keys[0], end)), back)
        job = self.maker.job([leaf for leaf in leaves if leaf], [name], parts[0], title)
        return replace(job, bundle=self.parts[0].source)  # where the body is laid out


def key(part: Printable) -> str:
    """The id of a chapter: its address with hyphens."""
    return part.name.replace("/", "-")


def chapter(part: Printable) -> HtmlElement:
    """A part of a book; its ids begin with its own, so that no two are alike."""
    element = html.fragment_fromstring(part.html)
    if part.kind == "module":
        for extra in element.xpath("./*[self::h2 or self::section or contains(@class, 'stops') or contains(@class, 'quiet')]"):
            extra.drop_tree()
    own = key(part)
    for child in element.xpath(".//*[@id]"):
        child.set("id", f"{own}--{child.get('id')}")
    for child in element.xpath(".//*[@aria-describedby]|.//*[@aria-labelledby]"):
        child.attrib.pop("aria-describedby", None)
        child.attrib.pop("aria-labelledby", None)
    element.set("id", own)
    element.set("class", f"{element.get('class', '')} book__part book__part--{part.kind}")
    element.attrib.pop("tabindex", None)
    return element


def lead(element: HtmlElement, keys: dict[str, str]) -> None:
    """Links to what the book holds lead there, and say the page on paper."""
    for number, link in enumerate(element.xpath(".//*[@data-to]")):
        place, _, anchor = link.attrib.pop("data-to").partition("#")
        if place not in keys:
            if link.tag == "span":
                unlink(link)
            continue
        if "term" in link.get("class", "").split():  # no link: the index leads here
            link.tag = "span"
            link.attrib.pop("href", None)
            link.set("data-term", anchor)
            link.set("id", f"{element.get('id')}--term-{number}")
            continue
        link.tag = "a"
        link.set("href", f"#{keys[place]}" + (f"--{anchor}" if anchor else ""))
        link.set("class", "ref")


def cover(title: str, words: Words) -> str:
    about = escape(words["foot_what"].format(licence=LICENCE))
    lines = f'<h1 class="book__title">{escape(title)}</h1><p>{escape(words["tagline"])}</p><p class="imprint">{about}</p>'
    return f'<section class="book__cover">{lines}</section>'


def contents(parts: list[Printable], words: Words, note: str) -> str:
    """The titles of all parts; their pages are filled in when they are known."""
    lines = (
        f'<li class="book__line book__line--{part.kind}">'
        f'<a href="#{key(part)}">{escape(part.title)}</a><span class="book__page">⟦{key(part)}⟧</span></li>'
        for part in parts
    )
    return f'<nav class="book__contents"><h1>{escape(words["contents"])}</h1><ul>{"".join(lines)}</ul>{note}</nav>'


def index(chapters: list[HtmlElement], words: Words) -> str:
    """Each term of the glossary with the pages on which a chapter first uses it."""
    found: dict[str, list[str]] = {}
    for element in chapters:
        for term in element.xpath(".//span[@data-term][not(ancestor::*[contains(@class, 'check__answer')])]"):
            found.setdefault(str(term.get("data-term")), []).append(str(term.get("id")))
    lines = []
    for name, places in sorted(
        ((words.get(f"term {term}", term), places) for term, places in found.items()), key=lambda one: one[0].casefold()
    ):
        pages = ", ".join(f'<a class="page" href="#{place}">{escape(words["page_short"])}\xa0⟦{place}⟧</a>' for place in places)
        lines.append(f'<li class="book__term">{escape(name)} {pages}</li>')
    return f'<section class="book__index"><h1>{escape(words["index"])}</h1><ul>{"".join(lines)}</ul></section>' if lines else ""


def named(found: list[Printable]) -> Words:
    """What each term is called, as the glossary says it: “term” and its id, and the name."""
    glossary = [html.fragment_fromstring(one.html) for one in found if one.place == "glossary.md" and one.kind == "chapter"]
    entries = [entry for page in glossary for entry in page.find_class("entry__name")]
    return {f"term {entry.get('id')}": " ".join(entry.text_content().split()) for entry in entries}
