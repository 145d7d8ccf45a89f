"""The bibliography: every entry whole, every entry used, and every statement of law with its country, source and date."""

import re
from dataclasses import dataclass

from .blocks import scan
from .pages import Page
from .passages import passages
from .problems import Problem
from .shape import headings

PLACE = "sources.md"
ADDRESS = r"\bdoi\b|ISBN|\b[\w-]+\.(?:org|net|com|dk|fr|eu|uk|gov|no|se|nl|au|int|es|ac|hk|ca|us|scot)\b"
NEEDED = {  # what every entry has, in all languages
    "a year": re.compile(r"\b(?:19|20)\d\d\b|no date|sans date|uden år"),
    "a title": re.compile(r"\*[^*]+\*|[\"“«»„][^\"”»«]+[\"”»«]"),
    "a link, DOI or ISBN": re.compile(ADDRESS + r"|no link known|pas de lien connu|intet link kendt", re.I),
    "our confidence": re.compile(r"\*\*[ABC]\.?\*\*"),
}
LAW = re.compile(r"§+ ?\d|\bart(?:icle)?\.? ?\d{2,}|\b[LR]\. ?\d{3}", re.I)
DATE = re.compile(r"\b\d{1,2}\.? [^\W\d_]+ 20\d\d\b")
LINKED = re.compile(r"\[[^\]]*\]\([^)]*\)|\{[^}]*\}|^\s*(?:[-*]|\d+\.) ")  # names of other pages of ours, ids, the marks of a list
FACT = re.compile(r"\d+|(?<=[a-zæøåéèàç,] )[A-ZÆØÅÉ][\w-]*[a-zæøåéA-Z][\w-]*")  # a number, or a name within a sentence


@dataclass(frozen=True)
class Entry:
    """One source: its id, the line of its heading, and its paragraph."""

    id: str
    line: int
    heading: str
    text: str


def entries(page: Page) -> list[Entry]:
    """The entries of the sources page: headings of level three, and the text below each."""
    found, lines = headings(page), page.text.splitlines()
    ends = [number for number, _, _, _ in found[1:]] + [len(lines) + 1]
    return [
        Entry(name, number, text, " ".join(lines[number : end - 1]))
        for (number, level, text, name), end in zip(found, ends, strict=True)
        if level == 3
    ]


def problems(page: Page) -> list[Problem]:
    """What an entry of the sources page lacks."""
    found = []
    for entry in entries(page):
        lacks = [what for what, pattern in NEEDED.items() if not pattern.search(f"{entry.heading}. {entry.text}")]
        lacks += [] if entry.id else ["an id"]
        if lacks:
            cure = "Give author, year, title, publisher or journal, a link, DOI or ISBN, and **A.**, **B.** or **C.** at the end."
            found.append(page.problem(entry.line, f"the source “{entry.heading}” lacks {' and '.join(lacks)}", cure))
    return found


def uncited(page: Page, pages: list[Page]) -> list[Problem]:
    """Sources that no page of the same language links to."""
    cited = {name for other in pages for name in re.findall(r"sources\.md#([\w-]+)", other.body)}
    return [
        page.problem(
            entry.line, f"no page cites “{entry.heading}”", f"Link to sources.md#{entry.id} where it is used, or remove the entry."
        )
        for entry in entries(page)
        if entry.id and entry.id not in cited
    ]


def unsourced(page: Page, known: list[str]) -> list[Problem]:
    """Lines about the programme that hold a number or a name, and no link to a source; what is `known` needs none.

    A heading and the words of a drawing are not held to it: the text below them is.
    """
    drawn = {number for block in scan(page) if block.name == "figure" for number in range(block.line, block.line + len(block.lines) + 2)}
    titles = {number for number, _, _, _ in headings(page)}
    told = {passage.line for passage in passages(page) if passage.line >= page.start} - drawn - titles
    found = []
    for number, line in enumerate(page.text.splitlines(), 1):
        text = LINKED.sub("", line)
        for name in known:
            text = text.replace(name, "")
        if number in told and "sources.md#" not in line and (fact := FACT.search(text)):
            cure = "Link the entry of sources.md that says so, or take it out."
            found.append(page.problem(number, f"“{fact[0].strip()}” stands here without a source", cure))
    return found


def unsupported_law(page: Page, countries: list[str]) -> list[Problem]:
    """Statements that name a paragraph of law without a country, a source or the date it was read."""
    if page.place == PLACE:
        return []
    found = []
    for passage in passages(page):
        line = page.text.splitlines()[passage.line - 1]
        support = {
            "its country": any(country in line for country in countries),
            "a source": "sources.md#" in line,
            "the date it was read": DATE.search(line) is not None,
        }
        lacks = [what for what, is_there in support.items() if not is_there]
        if lacks and LAW.search(passage.text):
            cure = "Name the country, link the source, say when it was read, and that a jurist has to confirm it."
            found.append(page.problem(passage.line, f"a statement of law lacks {' and '.join(lacks)}", cure))
    return found
