"""What a bone of a page is, and the facts of each that are the same in every language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from .blocks import Source
from .grammar import Option, options_of
from .shape import ITEM

OWN = ("forms", "avoid")  # options of a term: as many words as the language needs
AUTO = "auto:"  # begins the id of a heading to which the writer gave none

Facts = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Bone:
    """One part of a page: what it is, its line, the facts that are the same in all languages, and its words.

    `around` is what it stands in, and `stress` counts its emphases: they tell one paragraph from the next.
    """

    kind: str
    line: int
    facts: Facts
    words: str
    around: str = ""
    stress: int = 0

    @property
    def key(self) -> tuple[str, Facts]:
        return self.kind, self.facts


class Draft:
    """A bone while its element is being read."""

    def __init__(self, kind: str, line: int, facts: dict[str, Any]) -> None:
        self.kind, self.line, self.facts = kind, line, facts
        self.around, self.stress = "", 0
        self.words: list[str] = []
        self.links: list[str] = []
        self.images: list[str] = []

    def finish(self) -> Bone:
        seen = {"links": tuple(sorted(self.links)), "images": tuple(sorted(self.images))}
        facts = self.facts | {name: value for name, value in seen.items() if value}
        return Bone(self.kind, self.line, tuple(facts.items()), " ".join("".join(self.words).split()), self.around, self.stress)


def classes(element: HtmlElement | None) -> set[str]:
    return set() if element is None else set(str(element.get("class", "")).split())


def first_words(element: HtmlElement) -> str:
    """What stands in the first line of an element: of a list its first item, of a table its first row."""
    part = next(iter(element.xpath("(./li|.//tr|./dt)[1]")), element)
    return str(part.text_content()).strip()


def is_apart(element: HtmlElement) -> bool:
    """False for a paragraph that only wraps an answer or the first words of a list item, as loose lists do."""
    around = element.getparent()
    if element.tag != "p" or around is None:
        return True
    return around.tag not in ("details", "dd") and not (around.tag == "li" and around[0] is element)


def options(source: Source) -> dict[str, Any]:
    """What a block's options say in every language: words count as given or not, the rest as it stands."""
    given, known = source.options, options_of(source.name, source.options)
    return {name: fact(option, given.get(name, option.default)) for name, option in known.items() if name not in OWN}


def fact(option: Option, value: Any) -> Any:
    if option.type in ("words", "texts", "rows"):
        return shape(value)
    return tuple(value) if isinstance(value, list) else value


def shape(value: Any) -> Any:
    """Which words there are, without the words."""
    return tuple(map(shape, value)) if isinstance(value, list) else value not in (None, "")


def counted(source: Source, element: HtmlElement) -> dict[str, int]:
    """What a writer lists inside a block."""
    tags = [classes(one) for one in element.iter() if isinstance(one.tag, str)]
    found = {
        "answers": sum("check__answer" in names for names in tags),
        "choices": sum("tick" in names for names in tags),
        "signers": sum("sign__cell--name" in names for names in tags),
        "words": len(ITEM.findall(source.body)) if source.options.get("type") == "draw" else 0,  # they are drawn, not written
    }
    return {name: count for name, count in found.items() if count}


def of_table(table: HtmlElement) -> dict[str, Any]:
    rows = [list(row) for row in table.iter("tr")]
    empty = tuple((r, c) for r, row in enumerate(rows) for c, cell in enumerate(row, 1) if not said_in(cell))
    return {"rows": len(rows) - 1, "columns": max(map(len, rows), default=0), "empty": empty}


def said_in(cell: HtmlElement) -> bool:
    """Whether a cell holds printed words; an example stands in a place to write."""
    return not cell.xpath(".//textarea") and bool(str(cell.text_content()).strip())


FACTS: dict[str, Callable[[HtmlElement], dict[str, Any]]] = {
    "heading": lambda one: {"level": int(one.tag[1]), "id": "" if one.get("id", "").startswith(AUTO) else one.get("id", "")},
    "list": lambda one: {"numbering": one.tag == "ol" and not one.get("class"), "items": len(one.findall("li"))},
    "definitions": lambda one: {"terms": len(one.findall("dt")), "explanations": len(one.findall("dd"))},
    "table": of_table,
}
