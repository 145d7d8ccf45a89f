"""A page's bones, from its rendered Markdown: ids, links, images, and every part in its order.

Markdown keeps no lines. A block's line is that of its opening, which `blocks.scan` knows; any other bone is looked for
by its first words, from the last bone on.
"""

import re
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement
from markdown.extensions.toc import slugify

from .blocks import Source, scan
from .bones import AUTO, FACTS, Bone, Draft, classes, counted, first_words, is_apart, options
from .markup import render
from .pages import Page

BLOCKS = {  # class of the element that a block becomes -> name of the block
    "field": "field", "twice": "dialogue", "check": "check", "order__step": "step", "hard": "hard", "key-box": "key",
    "bring-box": "bring", "doors-box": "doors", "stations-here": "line", "figure": "figure", "entry": "term",
}  # fmt: skip
PLAIN = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading", "p": "paragraph", "ul": "list",
    "ol": "list", "dl": "definitions", "table": "table", "blockquote": "quotation", "pre": "code", "hr": "rule",
}  # fmt: skip
OURS = {"", "hard__now", "figure__words", "key", "bring", "doors", "grid", "grid grid--stations", "say"}  # classes of what a writer typed
UNSAID = {"check__key", "order__time", "way__title", "hard__title", "twice__end", "entry__others", "scale"}  # words that the machine adds
OUTSIDE = re.compile(r"\]\([^)]*\)|\{ *[#.:][^}]*\}|^ *\d+\.(?= )")  # what Markdown does not show: targets of links, attributes, numbers
INLINE = {"a", "b", "code", "em", "i", "strong", "sub", "sup"}  # no gap between these and the next word
NEEDLE = 24


@dataclass(frozen=True)
class Outline:
    """Ids that links may lead to, the targets of links, and images with their alternative text (None: not given)."""

    ids: frozenset[str]
    links: tuple[str, ...]
    images: tuple[tuple[str, str | None], ...]
    leftovers: tuple[str, ...] = ()
    bones: tuple[Bone, ...] = ()


def outline(page: Page, words: dict[str, str]) -> Outline:
    """The bones of a page whose blocks are known to be sound."""
    rendered = render(page.body, words, lambda text, separator: AUTO + slugify(text, separator))
    root = html.fragment_fromstring(rendered, create_parent="div")
    strays = (p.text or "" for p in root.iter("p") if (p.text or "").lstrip().startswith("///"))
    return Outline(
        frozenset(str(name).removeprefix(AUTO) for name in root.xpath(".//@id")),
        tuple(root.xpath(".//a/@href")),
        tuple((image.get("src", ""), image.get("alt")) for image in root.iter("img")),
        tuple(text.strip().splitlines()[0] for text in strays),
        Reader(page, words).read(root),
    )


class Reader:
    """Reads one page: every element is a bone, part of one, or passed over."""

    def __init__(self, page: Page, words: dict[str, str]) -> None:
        self.page, self.words = page, words
        self.sources = iter(scan(page))
        self.lines = [flat(line) for line in page.body.splitlines()]
        self.rules = [number for number, line in enumerate(page.body.splitlines()) if line == "---"]  # each begins a telling
        self.at = -1  # index of the line on which the last bone was found
        self.drafts: list[Draft] = []

    def read(self, root: HtmlElement) -> tuple[Bone, ...]:
        around = Draft("page", self.page.start, {})
        self.inside(root, around)
        return tuple(draft.finish() for draft in (self.front(), *self.drafts))

    def front(self) -> Draft:
        """Title and summary: words that stand above the text."""
        draft = Draft("front matter", self.page.lines.get("summary", 1), {})
        draft.words = [f"{self.page.meta.get(key, '')} " for key in ("title", "summary", "room", "day")]
        return draft

    def inside(self, element: HtmlElement, draft: Draft) -> None:
        draft.words.append(element.text or "")
        for child in element:
            self.visit(child, draft)
            draft.words.append(("" if child.tag in INLINE else " ") + (child.tail or ""))

    def visit(self, element: HtmlElement, around: Draft) -> None:
        if not isinstance(element.tag, str) or element.tag == "svg" or element.get("aria-hidden") or UNSAID & classes(element):
            return
        draft = self.draft(element)
        if draft:
            draft.around = f"{around.kind} {around.facts.get('id', '')}"
            self.drafts.append(draft)
        elif element.tag in ("em", "strong"):
            around.stress += 1
        elif element.tag == "a":
            around.links.append(element.get("href", ""))
        elif element.tag == "img":
            around.images.append(element.get("src", ""))
        self.inside(element, draft or around)

    def draft(self, element: HtmlElement) -> Draft | None:
        """The bone that an element begins, if it begins one."""
        block = next((BLOCKS[name] for name in classes(element) if name in BLOCKS), None)
        if block:
            return self.block(block, element)
        if "way" in classes(element):
            return self.telling(element)
        kind = PLAIN.get(element.tag)
        if kind is None or element.get("class", "") not in OURS or not is_apart(element):
            return None
        said = first_words(element)
        if "difference" in classes(element.getparent()):
            said = said.removeprefix(self.words.get("difference", ""))
        line = self.find(said, kind != "quotation")
        return Draft(kind, line, FACTS[kind](element) if kind in FACTS else {})

    def block(self, name: str, element: HtmlElement) -> Draft:
        source = next(self.sources, Source(name, "", self.page.start))
        self.at = source.line - self.page.start
        return Draft(name, source.line, options(source) | counted(source, element))

    def telling(self, element: HtmlElement) -> Draft:
        turns = element.xpath("./dl/div")
        self.at = next((rule for rule in self.rules if rule > self.at), self.at)
        line = self.find(str(turns[0].text_content())) if turns else self.at + self.page.start
        mentor = tuple(number for number, turn in enumerate(turns, 1) if "turn--mentor" in classes(turn))
        return Draft("telling", line, {"telling": element.get("class", "").rpartition("--")[2], "turns": len(turns), "mentor": mentor})

    def find(self, text: str, keep: bool = True) -> int:
        """The next line that begins with these words, or at least holds them; the last bone's line when there is none."""
        needle = flat(text)
        rest = range(self.at + 1, len(self.lines))
        exact = (n for n in rest if is_begun(self.lines[n], needle))
        near = (n for n in rest if needle and needle[:NEEDLE] in self.lines[n])
        found = next(exact, next(near, max(self.at, 0)))
        if keep:
            self.at = found
        return found + self.page.start


def flat(text: str) -> str:
    """Letters and digits alone, so that Markdown and what it became look alike."""
    return re.sub(r"[\W_]", "", OUTSIDE.sub("", text)).lower()


def is_begun(line: str, words: str) -> bool:
    """Whether a line begins these words: all of them, when they are few; or goes on in the next line."""
    if not line or not words:
        return False
    return (
        line == words or (line.startswith(words[:NEEDLE]) if len(words) > NEEDLE else False) or (len(line) > 3 and words.startswith(line))
    )
