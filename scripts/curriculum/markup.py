"""The Markdown extension: our blocks, with the words of one language and the drawings of one folder."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown import Extension, Markdown
from markdown.extensions import toc
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension

from .fields import Field, pair
from .grammar import FIGURES
from .lessons import Check, Dialogue, Hard
from .order import Step, order
from .parts import Bring, Doors, Figure, Key, Line, Term

BLOCK_CLASSES = (Field, Dialogue, Check, Hard, Step, Key, Bring, Doors, Line, Figure, Term)
Drawing = Callable[[str, list[str], str], str]
COMPANIONS = ["attr_list", "def_list", "smarty", "tables"]  # what our blocks need beside them


@cache
def drawings(folder: Path) -> Drawing:
    """A function from a figure's name, words and alternative text to its SVG."""
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return lambda name, words, alt: environment.get_template(f"{name}.svg").render(words=words, alt=alt).strip()


class Arrange(Treeprocessor):
    """Brings blocks together that a writer typed one after another: half fields and steps."""

    def __init__(self, md: Markdown, words: dict[str, str]) -> None:
        super().__init__(md)
        self.words = words

    def run(self, root: Element) -> None:
        pair(root)
        order(root, self.words)


class Curriculum(BlocksExtension):  # type: ignore[misc]
    """Registers the blocks, for the language whose interface words are `words`."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "words": [{}, "words of the interface"],
            "figures": [str(FIGURES), "folder of the drawings"],
            "terms": [{}, "what each term of the glossary is called, by id and language"],
        }
        super().__init__(**kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        config = {"words": self.getConfig("words"), "terms": self.getConfig("terms"), "drawing": drawings(Path(self.getConfig("figures")))}
        for block in BLOCK_CLASSES:
            block_mgr.register(block, config)
        md.treeprocessors.register(Arrange(md, config["words"]), "arrange", 15)


def makeExtension(**kwargs: Any) -> Curriculum:
    return Curriculum(**kwargs)


def render(text: str, words: dict[str, str], slugify: Callable[[str, str], str] = toc.slugify) -> str:
    """The HTML of a page's body, as the site will hold it but for its links; `slugify` names headings without an id."""
    configs: dict[str, dict[str, Any]] = {"smarty": {"smart_dashes": False, "smart_ellipses": False}, "toc": {"slugify": slugify}}
    extensions: list[str | Extension] = [*COMPANIONS, "toc", Curriculum(words=words)]
    return Markdown(extensions=extensions, extension_configs=configs, output_format="html").convert(text)
