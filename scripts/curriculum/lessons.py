"""What lessons repeat: dialogue told twice, self-check, and when it gets hard."""

import re
from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from .grammar import BLOCKS
from .written import Written, source_of, untested

SPEAKER = re.compile(r"\*\*(.+?)\*\*[:.]?\s*(.*)", re.S)
ASIDE = re.compile(r"^\*(\([^*]*\))\*")


def parts(body: list[Element]) -> list[list[Element]]:
    """The children of a body, divided by its rules (---)."""
    found: list[list[Element]] = [[]]
    for child in body:
        if child.tag == "hr":
            found.append([])
        else:
            found[-1].append(child)
    return found


class Dialogue(Written):
    """`/// dialogue`: scene, poor telling, better telling, what makes the difference, divided by ---."""

    NAME = "dialogue"
    ARGUMENT = False

    def begin(self, parent: Element) -> Element:
        return SubElement(parent, "div", {"class": "twice"})

    def on_end(self, block: Element) -> None:
        scene, poor, better, difference = [*parts(list(self.box)), [], [], [], []][:4]
        self.box[:] = []
        SubElement(self.box, "div", {"class": "twice__scene"})[:] = scene
        ways = SubElement(self.box, "div", {"class": "twice__ways"})
        self.way(ways, "poor", poor)
        self.way(ways, "better", better)
        last = SubElement(self.box, "div", {"class": "difference"})
        last[:] = difference
        if difference:
            difference[0].text = f"**{self.word('difference')}** {difference[0].text or ''}"

    def way(self, parent: Element, name: str, turns: list[Element]) -> None:
        section = SubElement(parent, "section", {"class": f"way way--{name}"})
        SubElement(section, "h3", {"class": "way__title", "id": f"way-{name}"}).text = self.word(f"way_{name}")
        told = SubElement(section, "dl", {"class": "way__turns"})
        for turn in turns:
            self.turn(told, source_of(turn))
        SubElement(section, "p", {"class": "twice__end"}).text = self.word(f"way_{name}_end")

    def turn(self, parent: Element, text: str) -> None:
        found = SPEAKER.match(text)
        speaker, words = found.groups() if found else ("", text)
        mentor = " turn--mentor" if speaker == self.word("mentor") else ""
        turn = SubElement(parent, "div", {"class": f"turn{mentor}"})
        SubElement(turn, "dt").text = speaker
        said = SubElement(turn, "dd")
        aside = ASIDE.match(words)
        if aside:
            hint = SubElement(said, "span", {"class": "aside"})
            hint.text, hint.tail = aside[1], words[aside.end() :]
        else:
            said.text = words


class Check(Written):
    """`/// check | Question`: answers as terms, each with a reply of its own; the key is made from the same words."""

    NAME = "check"
    ARGUMENT = True
    OPTIONS: ClassVar = untested(BLOCKS["check"].options)

    def begin(self, parent: Element) -> Element:
        box = SubElement(parent, "div", {"class": "check", "id": str(self.options["id"])})
        SubElement(box, "p", {"class": "check__question"}).text = self.argument
        return box

    def on_end(self, block: Element) -> None:
        pairs = [
            (term, reply) for told in self.box.findall("dl") for term, reply in zip(told.findall("dt"), told.findall("dd"), strict=False)
        ]
        self.box[:] = [child for child in self.box if child.tag != "dl"]
        key = Element("div", {"class": "check__key"})
        line = SubElement(key, "p")
        head = SubElement(line, "strong")
        head.text, head.tail = self.word("replies"), " "
        for number, (term, reply) in enumerate(pairs, 1):
            answer = SubElement(self.box, "details", {"class": "check__answer"})
            SubElement(answer, "summary").text = source_of(term)
            SubElement(answer, "p").text = source_of(reply)
            mark = SubElement(line, "b")
            mark.text, mark.tail = f"{number}.", f" {source_of(reply)} "
        self.box.append(key)


class Hard(Written):
    """`/// hard`: when it gets hard; the last paragraph is what to do now."""

    NAME = "hard"
    ARGUMENT = False

    def begin(self, parent: Element) -> Element:
        box = SubElement(parent, "section", {"class": "hard", "aria-labelledby": "hard"})
        SubElement(box, "h2", {"class": "hard__title", "id": "hard"}).text = self.word("hard_title")
        return box

    def on_end(self, block: Element) -> None:
        last = self.box.findall("p")[-1:]
        for paragraph in last:
            paragraph.set("class", "hard__now")
