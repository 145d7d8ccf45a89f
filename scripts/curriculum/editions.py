"""The editions of a printable: what each changes in it before it is laid out. How it looks is said in editions.css."""

from copy import deepcopy

from lxml import html
from lxml.html import HtmlElement

SHEET = {"print": "", "form": "-form", "example": "-example", "large": "-large", "easy": "-easy"}  # and what their files end in
OTHERS = ("plan", "timetable", "pocket", "leaflet")  # kinds that have one edition, of their own name
EVERY = (*SHEET, "two", *OTHERS, "pack")  # what EDITIONS may ask for: those of a sheet, in two languages, others, packs and books
REFLOWED = ("large", "two")  # take as many pages as they need
EXAMPLE = 'class="example"'  # what a sheet with a filled-in example holds
WIDE = 4  # columns of a table that large letters leave no room for
INLINE = {"a", "abbr", "b", "br", "code", "em", "i", "span", "strong", "sub", "sup"}


def of(kind: str) -> dict[str, str]:
    """The editions that a kind of printable has by itself, each with the ending of its file; parts of packs have none."""
    return SHEET if kind == "sheet" else {kind: ""} if kind in OTHERS else {}


def edit(source: str, edition: str) -> str:
    """The article of one edition."""
    part = html.fragment_fromstring(source)
    if edition in REFLOWED:
        part.attrib.pop("data-pages", None)
    if edition != "example":
        clear(part)
    if edition == "large":
        for table in part.xpath(".//table"):
            unroll(table)
    return str(html.tostring(part, encoding="unicode", with_tail=False))


def clear(part: HtmlElement) -> None:
    """Take the filled-in example out: what stands in it, and what it says of itself."""
    for example in part.xpath(".//*[contains(concat(' ', @class, ' '), ' example ')]|.//*[contains(@class, 'sheet__invented')]"):
        example.drop_tree()


def unroll(table: HtmlElement) -> None:
    """A wide table as a list: each row under its head, each cell under the head of its column."""
    heads = ["".join(cell.itertext()).strip() for cell in table.xpath("./thead/tr[1]/*")]
    around = table.getparent()
    if len(heads) < WIDE or around is None:
        return
    place = around.index(table)
    around[place : place + 1] = [_row(row, heads) for row in table.xpath("./tbody/tr")]


def _row(row: HtmlElement, heads: list[str]) -> HtmlElement:
    box = html.Element("div", {"class": "unrolled"})
    for number, (cell, head) in enumerate(zip(row, heads, strict=True)):
        words = "".join(cell.itertext()).strip()
        said = " – ".join(filter(None, (head, words)))
        if said:
            box.append(_line("field__help" if number else "field__label", said))
        if cell.get("data-rows"):
            rules = html.fragment_fromstring('<div aria-hidden="true" class="field__rules"></div>')
            rules.extend(html.Element("i") for _ in range(int(cell.get("data-rows", "1"))))
            box.append(rules)
    return box


def _line(name: str, words: str) -> HtmlElement:
    line = html.Element("p", {"class": name})
    line.text = words
    return line


def pair(one: str, other: str, languages: tuple[str, str]) -> str:
    """Two languages on one sheet: each text stands beside its other, and there is one place to write.

    ValueError when the two do not have the same parts.
    """
    both = [html.fragment_fromstring(source) for source in (one, other)]
    for part in both:
        part.attrib.pop("data-pages", None)
        clear(part)
    _merge(both[0], both[1], languages)
    return str(html.tostring(both[0], encoding="unicode", with_tail=False))


def _merge(one: HtmlElement, other: HtmlElement, languages: tuple[str, str]) -> None:
    if one.tag == "svg":
        _caption(one, other)
    elif _speaks(one) and _speaks(other):
        if _words(one) != _words(other):
            _beside(one, other, languages)
    elif len(one) != len(other):
        raise ValueError(f"<{one.tag} class={one.get('class')}> has {len(one)} parts in {languages[0]} and {len(other)} in {languages[1]}")
    else:
        for mine, theirs in zip(one, other, strict=True):
            _merge(mine, theirs, languages)


def _speaks(part: HtmlElement) -> bool:
    """A text with nothing in it but words and emphasis."""
    is_list = len(part) > 1 and not "".join(part.xpath("text()")).strip()  # such as the two ends of a scale
    return bool(_words(part)) and not is_list and all(child.tag in INLINE for child in part.iterdescendants())


def _words(part: HtmlElement) -> str:
    return " ".join("".join(part.itertext()).split())


def _beside(one: HtmlElement, other: HtmlElement, languages: tuple[str, str]) -> None:
    """`span.two` with a half for each language."""
    two = html.Element("span", {"class": "two"})
    for part, language, name in ((one, languages[0], "two__one"), (other, languages[1], "two__other")):
        half = html.Element("span", {"class": name, "lang": language})
        half.text = part.text
        half.extend(deepcopy(list(part)))
        two.append(half)
    for child in list(one):
        one.remove(child)
    one.text = None
    one.append(two)


def _caption(one: HtmlElement, other: HtmlElement) -> None:
    """A drawing is said in both languages; words inside it stand above one another."""
    for mine, theirs in zip(one.iter("title", "text"), other.iter("title", "text"), strict=True):
        if mine.text != theirs.text:
            mine.text = f"{mine.text} / {theirs.text}"
