"""Small blocks: lists with a name, figures, and the place of the line."""

from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from .grammar import BLOCKS
from .written import Written, plain, source_of, untested


class Plain(Written):
    """A block that only gives its list a name: key points, things to bring, doors."""

    ARGUMENT = False

    def begin(self, parent: Element) -> Element:
        return SubElement(parent, "div", {"class": f"{self.NAME}-box"})

    def on_end(self, block: Element) -> None:
        for found in self.box.findall("ul"):
            found.set("class", self.NAME)
            for item in found:
                item.set("class", f"{self.NAME}__item")


class Key(Plain):
    NAME = "key"


class Bring(Plain):
    NAME = "bring"


class Doors(Plain):
    NAME = "doors"


class Line(Written):
    """`/// line`: the place where the page's template draws the modules as one line."""

    NAME = "line"
    ARGUMENT = False

    def begin(self, parent: Element) -> Element:
        return SubElement(parent, "div", {"class": "stations-here"})


class Figure(Written):
    """`/// figure | Caption`: a drawing by name, its words below in the order of the drawing."""

    NAME = "figure"
    ARGUMENT = True
    OPTIONS: ClassVar = untested(BLOCKS["figure"].options)

    def begin(self, parent: Element) -> Element:
        return SubElement(parent, "figure", {"class": f"figure figure--{self.options['name']}"})

    def on_end(self, block: Element) -> None:
        lists = [child for child in self.box if child.tag in ("ul", "ol")]
        words = [plain(source_of(item)) for found in lists for item in found.iter("li")]
        drawing = self.config["drawing"](str(self.options["name"]), words, str(self.options["alt"] or ""))
        self.box.text = self.md.htmlStash.store(drawing)
        for found in lists:
            found.tag = "ol"
            found.set("class", "figure__words")
        SubElement(self.box, "figcaption").text = self.argument


class Term(Written):
    """`/// term | name`: an entry of the glossary, with its name in the other languages."""

    NAME = "term"
    ARGUMENT = True
    OPTIONS: ClassVar = untested(BLOCKS["term"].options)

    def begin(self, parent: Element) -> Element:
        name = str(self.options["id"])
        box = SubElement(parent, "section", {"class": "entry", "aria-labelledby": name})
        SubElement(box, "h2", {"class": "entry__name", "id": name}).text = self.argument
        called = {code: term for code, term in self.config["terms"].get(name, {}).items() if code != self.config["words"].get("lang")}
        others = SubElement(box, "p", {"class": "entry__others"}) if called else box
        for code, term in called.items():
            SubElement(others, "span", {"lang": code, "class": "entry__other"}).text = term
        return box
