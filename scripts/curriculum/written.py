"""What all blocks share: options from the grammar, words from the language, and the Markdown of their parts."""

import re
from xml.etree.ElementTree import Element

from pymdownx.blocks.block import Block

from .grammar import Option

EMPHASIS = re.compile(r"[*_`]+|\[([^\]]*)\]\([^)]*\)")
LEFT = re.compile(r"<p>\s*(/{3,}[^\n<]*)")


def plain(text: str | None) -> str:
    """Markdown source of one line as the words a reader hears."""
    return EMPHASIS.sub(r"\1", text or "").replace("\\", "").strip()


def source_of(element: Element) -> str:
    """The Markdown of a list item or cell, which a loose list wraps in paragraphs."""
    return ((element.text or "").strip() or " ".join((p.text or "").strip() for p in element.iter("p"))).strip()


def untested(options: dict[str, Option]) -> dict[str, list[object]]:
    """Options for pymdownx, which tests nothing: the grammar has told every fault before Markdown runs."""
    return {name: [option.default, lambda value: value] for name, option in options.items()}


def leftovers(html: str) -> list[str]:
    """Block lines that Markdown left standing as text."""
    return LEFT.findall(html)


class Written(Block):  # type: ignore[misc]
    """A block that makes one element (`begin`), and rearranges its body when the writer has closed it (`on_end`)."""

    def on_create(self, parent: Element) -> Element:
        self.box: Element = self.begin(parent)
        return self.box

    def begin(self, parent: Element) -> Element:
        raise NotImplementedError

    def on_add(self, block: Element) -> Element:
        return self.box

    def on_markdown(self) -> str:
        return "block"

    def word(self, key: str) -> str:
        """A word of the interface in the page's language."""
        return str(self.config["words"].get(key, key))
