"""The fields of a worksheet: Markdown blocks that become one form, on screen and on paper."""

from typing import ClassVar
from xml.etree.ElementTree import Element, SubElement

from .examples import fill
from .grammar import every_option
from .written import Written, plain, source_of, untested

TAGS = {  # element and label of a field; the rest are div and label
    "ticks": ("fieldset", "legend"),
    "choice": ("fieldset", "legend"),
    "scale": ("fieldset", "legend"),
    "table": ("div", "p"),
    "sign": ("div", "p"),
    "draw": ("figure", "figcaption"),
}


class Field(Written):
    """`/// field | Label` with an id and a type: one line, several, ticks, a scale, a table … (grammar.FIELD_TYPES)."""

    NAME = "field"
    ARGUMENT = True
    OPTIONS: ClassVar = untested(every_option("field"))

    def begin(self, parent: Element) -> Element:
        self.id, self.type = str(self.options["id"]), str(self.options["type"])
        tag, label = TAGS.get(self.type, ("div", "label"))
        box = SubElement(parent, tag, {"class": f"field field--{self.type}", "data-field": self.id})
        if self.options["half"]:
            box.set("data-half", "")
        self.label = SubElement(box, label, {"class": "field__label", "id": f"{self.id}-label"})
        self.label.text = self.argument
        self.help = SubElement(box, "div", {"class": "field__help", "id": f"{self.id}-help"})
        return box

    def on_add(self, block: Element) -> Element:
        return self.help

    def on_end(self, block: Element) -> None:
        self.help[:], body = [child for child in self.help if child.tag == "p"], list(self.help)
        getattr(self, f"end_{self.type}")(body)
        if self.options["example"] is not None:
            fill(self.box, self.type, self.options["example"], self.word("example"))
        if len(self.help):
            for control in self.box.iter():
                if control.tag in ("input", "textarea") and self.type in ("line", "lines", "voice", "date"):
                    control.set("aria-describedby", f"{self.id}-help")
            if self.box.tag == "fieldset":
                self.box.set("aria-describedby", f"{self.id}-help")
        else:
            self.box.remove(self.help)

    def control(self, parent: Element, tag: str, name: str, **attributes: str) -> Element:
        return SubElement(parent, tag, {"class": "field__control", "id": name, "name": name, "autocomplete": "off", **attributes})

    def rules(self, count: int) -> None:
        box = SubElement(self.box, "div", {"class": "field__rules", "aria-hidden": "true"})
        for _ in range(count):
            SubElement(box, "i")

    def end_line(self, body: list[Element]) -> None:
        self.label.set("for", self.id)
        self.control(self.box, "input", self.id, type="text")
        self.rules(1)

    end_date = end_line

    def end_lines(self, body: list[Element]) -> None:
        self.label.set("for", self.id)
        self.control(self.box, "textarea", self.id, rows=str(self.options["rows"] or 3))
        self.rules(int(self.options["rows"] or 3))

    end_voice = end_lines

    def end_ticks(self, body: list[Element], type: str = "checkbox") -> None:
        box = SubElement(self.box, "div", {"class": "tick-list", "data-columns": str(self.options["columns"] or 1)})
        for number, item in enumerate((item for part in body for item in part.iter("li")), 1):
            label = SubElement(box, "label", {"class": "tick"})
            one = f"{self.id}-{number}"
            name = one if type == "checkbox" else self.id
            SubElement(label, "input", {"type": type, "id": one, "name": name, "value": str(number)})
            SubElement(label, "span").text = source_of(item)

    def end_choice(self, body: list[Element]) -> None:
        self.end_ticks(body, "radio")

    def end_scale(self, body: list[Element]) -> None:
        low, high = int(self.options["from"] or 0), int(self.options["to"] or 10)
        line = SubElement(self.box, "div", {"class": "scale"})
        for number in map(str, range(low, high + 1)):
            stop = SubElement(line, "label", {"class": "scale__stop"})
            SubElement(stop, "input", {"type": "radio", "id": f"{self.id}-{number}", "name": self.id, "value": number})
            SubElement(stop, "span").text = number
        ends = SubElement(self.box, "p", {"class": "scale__ends"})
        SubElement(ends, "span").text = f"{low} = {self.options['low']}"
        SubElement(ends, "span").text = f"{high} = {self.options['high']}"

    def end_table(self, body: list[Element]) -> None:
        for table in (part for part in body if part.tag == "table"):
            stations = " grid--stations" if self.options["stations"] else ""
            table.set("class", f"grid{stations}")
            table.set("aria-labelledby", f"{self.id}-label")
            self.box.append(table)
            heads = [plain(source_of(head)) for head in table.iter("th")]
            for head in table.iter("th"):
                head.set("scope", "col")
            for number, row in enumerate(table.findall("tbody/tr"), 1):
                self.row(number, list(row), heads)

    def row(self, number: int, cells: list[Element], heads: list[str]) -> None:
        first = plain(source_of(cells[0]))
        if first:
            cells[0].tag = "th"
            cells[0].set("scope", "row")
        for column, cell in enumerate(cells, 1):
            if not source_of(cell):
                label = ", ".join(part for part in (first or str(number), heads[column - 1]) if part)
                rows = str(self.options["rows"] or 1)
                cell.set("data-rows", rows)
                self.control(cell, "textarea", f"{self.id}-{number}-{column}", rows=rows, **{"aria-label": label})

    def end_draw(self, body: list[Element]) -> None:
        words = [source_of(item) for part in body for item in part.iter("li")]
        frame = SubElement(self.box, "div", {"class": "draw", "style": f"--height:{self.options['height'] or 60}mm"})
        if self.options["figure"]:
            words = [plain(word) for word in words]
            markup = self.config["drawing"](self.options["figure"], words, ", ".join(words))
            frame.text = self.md.htmlStash.store(markup)
            frame.set("class", f"draw draw--{self.options['figure']}")

    def end_sign(self, body: list[Element]) -> None:
        box = SubElement(self.box, "div", {"class": "sign"})
        for number, item in enumerate((item for part in body for item in part.iter("li")), 1):
            name, date = (self.word("sign_of").format(role=source_of(item), what=self.word(key)) for key in ("sign_name", "sign_date"))
            self.cell(box, f"{self.id}-{number}-name", name, "")
            self.cell(box, f"{self.id}-{number}-date", self.word("sign_date"), plain(date))

    def cell(self, box: Element, name: str, label: str, spoken: str) -> None:
        """One place to sign or date; `spoken` tells a reader who cannot see the row whose it is."""
        cell = SubElement(box, "div", {"class": f"sign__cell sign__cell--{name.rsplit('-', 1)[1]}"})
        SubElement(cell, "label", {"class": "sign__label", "for": name}).text = label
        line = SubElement(cell, "div", {"class": "sign__line"})
        control = self.control(line, "input", name, type="text")
        if spoken:
            control.set("aria-label", spoken)


def pair(root: Element) -> None:
    """Put each two neighbouring half fields side by side."""
    for parent in list(root.iter()):
        children = list(parent)
        while children:
            one = children.pop(0)
            if "data-half" not in one.attrib or not children or "data-half" not in children[0].attrib:
                continue
            box = Element("div", {"class": "pair"})
            parent.insert(list(parent).index(one), box)
            for half in (one, children.pop(0)):
                parent.remove(half)
                half.attrib.pop("data-half")
                box.append(half)
