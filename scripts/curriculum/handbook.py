"""Books: the lessons of a module, and the handbook of a language, with contents, cross-references and an index."""

from collections.abc import Iterator
from html import escape

from lxml import html
from lxml.html import HtmlElement

from .jobs import Job, Maker
from .printables import Printable

Words = dict[str, str]
LICENCE = "CC BY 4.0"


def jobs(found: list[Printable], maker: Maker, words: Words) -> Iterator[Job]:
    """The book of each module that has lessons, and the handbook with all lessons, the glossary and the sources."""
    modules, words = [one for one in found if one.kind == "module"], words | named(found)
    taught = [(module, lessons(module, found)) for module in modules]
    for module, own in taught:
        if own:
            title = words["pack_module"].format(module=module.title)
            yield job(maker, module, title, [module, *own], words, f"{module.name.removesuffix('index')}pack")
    last = [one for one in found if one.kind == "chapter" and one.place in ("glossary.md", "sources.md")]
    parts = [part for module, own in taught if own for part in (module, *own)]
    if parts and last:
        yield job(
            maker,
            last[0],
            f"{words['handbook']} – {words['tagline']}",
            [*parts, *last],
            words,
            last[0].name.replace("glossary", "handbook"),
        )


def lessons(module: Printable, found: list[Printable]) -> list[Printable]:
    """The lessons of a module, in order."""
    return [one for one in found if one.kind == "chapter" and one.place.startswith(module.place.removesuffix("index.md"))]


def job(maker: Maker, of: Printable, title: str, parts: list[Printable], words: Words, name: str) -> Job:
    """One book as one document: its pages are counted through."""
    chapters = [chapter(part) for part in parts]
    keys = {f"{part.name}.html": key(part) for part in parts}
    for element in chapters:
        lead(element, keys)
    inside = "".join(html.tostring(element, encoding="unicode", with_tail=False) for element in chapters)
    article = f"{cover(title, words)}{contents(parts, words)}{inside}{index(chapters, words)}"
    return maker.job([maker.compose(of, "book", article, title)], [name], of, title)


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
                link.drop_tag()
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


def contents(parts: list[Printable], words: Words) -> str:
    """The titles of all parts; their pages are filled in when they are known."""
    lines = (f'<li class="book__line book__line--{part.kind}"><a href="#{key(part)}">{escape(part.title)}</a></li>' for part in parts)
    return f'<nav class="book__contents"><h1>{escape(words["contents"])}</h1><ul>{"".join(lines)}</ul></nav>'


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
        pages = ", ".join(f'<a class="page" href="#{place}">{escape(words["page_short"])}</a>' for place in places)
        lines.append(f'<li class="book__term">{escape(name)} {pages}</li>')
    return f'<section class="book__index"><h1>{escape(words["index"])}</h1><ul>{"".join(lines)}</ul></section>' if lines else ""


def named(found: list[Printable]) -> Words:
    """What each term is called, as the glossary says it: “term” and its id, and the name."""
    glossary = [html.fragment_fromstring(one.html) for one in found if one.place == "glossary.md" and one.kind == "chapter"]
    entries = [entry for page in glossary for entry in page.find_class("entry__name")]
    return {f"term {entry.get('id')}": " ".join(entry.text_content().split()) for entry in entries}
