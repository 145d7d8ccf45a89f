"""The shape a page must have: the parts of its kind, and bodies that its blocks can work with."""

import re
from collections.abc import Callable, Iterator

from .blocks import Source, scan
from .pages import Page
from .problems import Problem

HEADING = re.compile(r"^(#{1,6}) +(.*?)(?: *\{ *#([\w-]+) *\})? *$")
ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d+\.) +\S", re.M)
PARTS = {
    "lesson": ("goals", "scene", "idea", "twice", "exercise", "check", "sheets", "keep", "evidence"),
    "plan": ("bring", "order", "roleplay", "debrief", "arise", "drop"),
    "home": ("line", "before", "release"),
    "leaflet": ("cover", "what", "who", "how", "known", "turn"),
}
NEEDED = {"lesson": ("dialogue", "check", "hard", "key"), "plan": ("bring", "step"), "home": ("doors", "line")}
TELLINGS = ("the scene", "the poor telling", "the better telling", "what makes the difference")


def problems(page: Page) -> list[Problem]:
    """Parts and blocks a page lacks or has in another order, and bodies that do not fit their block."""
    sources = scan(page)
    found = [*_of_headings(page), *_of_parts(page, sources), *_of_sheet(page, sources)]
    for source in sources:
        found += BODIES.get(_sort(source), _anything)(page, source)
    return found


def headings(page: Page) -> list[tuple[int, int, str, str]]:
    """Line, level, text and English id (or nothing) of each heading a writer typed."""
    matches = ((number, HEADING.match(line)) for number, line in enumerate(page.body.splitlines(), page.start))
    return [(number, len(match[1]), match[2], match[3] or "") for number, match in matches if match]


def _of_headings(page: Page) -> Iterator[Problem]:
    for number, level, text, _ in headings(page):
        if level == 1:
            yield page.problem(
                number,
                f"“{text}” is a heading of level 1",
                "Begin with ##: the title of the page comes from its front matter.",
            )


def _of_parts(page: Page, sources: list[Source]) -> Iterator[Problem]:
    wanted = PARTS.get(page.kind, ())
    given = [name for _, _, _, name in headings(page) if name in wanted]
    for name in wanted:
        if name not in given:
            cure = f"Add a heading “## … {{ #{name} }}” and the part below it."
            yield page.problem(page.start, f"the {page.kind} has no part “{name}”; expected {', '.join(wanted)}", cure)
    if len(given) == len(wanted) and given != list(wanted):
        yield page.problem(
            page.start,
            f"the parts stand as {', '.join(given)}; expected {', '.join(wanted)}",
            "Put them in this order.",
        )
    for name in NEEDED.get(page.kind, ()):
        if name not in {source.name for source in sources}:
            yield page.problem(page.start, f"the {page.kind} has no block “{name}”", f"Add a block that begins with /// {name}.")


def _of_sheet(page: Page, sources: list[Source]) -> Iterator[Problem]:
    fields = [source for source in sources if source.name == "field"]
    if page.kind == "worksheet" and not any("example" in field.options for field in fields):
        line = fields[0].line if fields else page.start
        cure = "Give its fields an “example:” of what an invented person would have written: a trainer shows it."
        yield page.problem(line, "the sheet has no filled-in example", cure)


def _sort(source: Source) -> str:
    return str(source.options.get("type")) if source.name == "field" else source.name


def _anything(page: Page, source: Source) -> list[Problem]:
    return []


def _list(page: Page, source: Source) -> list[Problem]:
    if ITEM.search(source.body):
        return []
    return [
        page.problem(
            source.line,
            f"“{source.argument or source.name}” has no list; expected one “- …” line for each entry",
            "Add the list to the body.",
        )
    ]


def _table(page: Page, source: Source) -> list[Problem]:
    rows = [line.strip() for line in source.body.splitlines() if line.strip().startswith("|")]
    widths = {len(re.findall(r"(?<!\\)\|", row)) - 1 for row in rows}
    if len(rows) < 3 or not re.fullmatch(r"[|\s:-]+", rows[1]):
        return [
            page.problem(
                source.line,
                f"“{source.argument}” has no table; expected a head row, a row of dashes, and rows",
                "Write it as | … | … |.",
            )
        ]
    if len(widths) > 1:
        message = f"the rows of “{source.argument}” have {' and '.join(map(str, sorted(widths)))} cells"
        return [page.problem(source.line, message, "Give every row as many | as the head row.")]
    if not any(re.search(r"\|\s*(?=\|)", row) for row in rows[2:]):
        return [
            page.problem(
                source.line,
                f"the table “{source.argument}” has no empty cell to write in",
                "Leave a cell empty, or use plain text instead.",
            )
        ]
    return []


def _dialogue(page: Page, source: Source) -> list[Problem]:
    tellings = re.split(r"(?m)^ {0,3}-{3,} *$", source.body)
    if len(tellings) != len(TELLINGS) or not all(part.strip() for part in tellings):
        message = f"the dialogue has {sum(bool(part.strip()) for part in tellings)} parts; expected four"
        return [page.problem(source.line, message, f"Divide {', '.join(TELLINGS)} by lines of three dashes.")]
    turns = [turn for part in tellings[1:3] for turn in re.split(r"\n\s*\n", part.strip())]
    silent = [turn for turn in turns if not re.match(r"\*\*[^*]+\*\*", turn.strip())]
    cure = "Begin it with the speaker in bold: **Mentor** …"
    return [page.problem(page.line_of(turn.strip().splitlines()[0]), "a turn names no speaker", cure) for turn in silent]


def _check(page: Page, source: Source) -> list[Problem]:
    replies = len(re.findall(r"(?m)^: {1,3}\S", source.body))
    if replies >= 2:
        return []
    message = f"the question has {replies} answer{'s' * (replies != 1)} with a reply; expected two or more"
    return [page.problem(source.line, message, "Write an answer, and below it “:   ” and its reply.")]


def _text(page: Page, source: Source) -> list[Problem]:
    return (
        [] if source.body.strip() else [page.problem(source.line, f"the block “{source.name}” is empty", "Write its text, or remove it.")]
    )


BODIES: dict[str, Callable[[Page, Source], list[Problem]]] = {
    "ticks": _list, "choice": _list, "sign": _list, "key": _list, "bring": _list, "doors": _list, "table": _table,
    "dialogue": _dialogue, "check": _check, "hard": _text, "step": _text,
}  # fmt: skip
