"""The running order of a session plan: steps with their minutes, what to say aloud, and the strip above them."""

from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from .grammar import BLOCKS
from .written import Written, untested


class Step(Written):
    """`/// step | Title` with its minutes; a quotation in it is what the trainer says."""

    NAME = "step"
    ARGUMENT = True
    OPTIONS: ClassVar = untested(BLOCKS["step"].options)

    def begin(self, parent: Element) -> Element:
        step = SubElement(parent, "li", {"class": "order__step", "data-minutes": str(self.options["minutes"])})
        SubElement(step, "h3", {"class": "order__title"}).text = self.argument
        return step

    def on_end(self, block: Element) -> None:
        for quote in self.box.iter("blockquote"):
            quote.set("class", "say")


def order(root: Element, words: dict[str, str]) -> None:
    """Gather neighbouring steps into one running order with its strip; times count from the start, and a script makes hours of them."""
    for parent in list(root.iter()):
        group: list[Element] = []
        for child in [*parent, Element("end")]:
            if child.get("class") == "order__step":
                group.append(child)
            elif group:
                _gather(parent, group, words)
                group = []


def _gather(parent: Element, steps: list[Element], words: dict[str, str]) -> None:
    place = list(parent).index(steps[0])
    strip = Element("ol", {"class": "clock", "aria-hidden": "true"})
    running = Element("ol", {"class": "order"})
    now = 0
    for number, step in enumerate(steps, 1):
        parent.remove(step)
        minutes = step.attrib.pop("data-minutes")
        step[0].set("id", f"step-{number}")
        _bar(strip, minutes, "".join(step[0].itertext()))
        step.insert(0, _time(now, minutes, words))
        running.append(step)
        now += int(minutes)
    parent.insert(place, running)
    parent.insert(place, strip)


def _bar(strip: Element, minutes: str, title: str) -> None:
    bar = SubElement(strip, "li", {"class": "clock__part", "style": f"--min:{minutes}"})
    SubElement(bar, "b").text = minutes
    SubElement(bar, "span").text = title


def _time(now: int, minutes: str, words: dict[str, str]) -> Element:
    time = Element("p", {"class": "order__time"})
    SubElement(time, "b").text = words["since"].format(hours=now // 60, minutes=f"{now % 60:02}")
    SubElement(time, "small").text = f"{minutes} {words['minutes_short']}"
    return time
