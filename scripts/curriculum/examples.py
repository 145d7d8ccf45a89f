"""A filled-in example of a field: what an invented person would have written, hidden until somebody asks for it."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement


def fill(box: Element, type: str, example: Any, label: str) -> None:
    """Put the example into a finished field: beside its control, in its cells, and as a mark on what is chosen."""
    if type == "table":
        rows = [[cell for cell in row if cell.get("data-rows")] for row in box.iter("tr")]
        for cells, texts in zip([row for row in rows if row], example, strict=False):
            _write(cells, texts)
    elif type == "sign":
        _write([cell for cell in box.iter("div") if cell.get("class") == "sign__line"], example)
    elif type in ("ticks", "choice", "scale"):
        _tell(box, ", ".join(_mark(box, example if isinstance(example, list) else [example])), label)
    else:
        _tell(box, str(example), label)


def _write(cells: list[Element], texts: list[str]) -> None:
    for cell, text in zip(cells, texts, strict=False):
        if text:
            SubElement(cell, "span", {"class": "example", "hidden": ""}).text = text


def _mark(box: Element, chosen: list[int]) -> list[str]:
    """Mark the choices whose value is in `chosen`; their words."""
    said = []
    for choice in box.iter("label"):
        control = choice.find("input")
        if control is not None and int(control.get("value", "-1")) in chosen:
            choice.set("class", f"{choice.get('class')} is-example")
            said.append("".join(choice.itertext()).strip())
    return said


def _tell(box: Element, text: str, label: str) -> None:
    line = SubElement(box, "p", {"class": "example", "hidden": ""})
    SubElement(line, "span", {"class": "example__label"}).text = f"{label} "
    SubElement(line, "span").text = text
