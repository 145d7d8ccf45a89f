"""The marks of each language: spaces before French points, quotation marks, dashes, apostrophes."""

import re
from collections.abc import Callable
from pathlib import Path

from .blocks import CLOSING, OPENING, scan
from .pages import Page
from .problems import Problem

NARROW, FIXED = "\u202f", "\u00a0"  # the two French spaces that do not break
Rule = tuple[re.Pattern[str], str, str, Callable[[re.Match[str]], str] | None]  # what, said, cure, mend


def _rule(pattern: str, said: str, cure: str, mend: Callable[[re.Match[str]], str] | None = None) -> Rule:
    return re.compile(pattern), said, cure, mend


DASH = _rule(
    r"(?<=\S) (?:-|--|—) (?=\S)", "a hyphen or long dash stands for a dash", "Write a spaced en dash: word – word.", lambda _: " – "
)
RULES: dict[str, list[Rule]] = {
    "en": [DASH],
    "da": [
        DASH,
        _rule(r'["“”„]|(?:(?<=\s)|^)«(?=\w)', "quotation marks are not Danish", "Write »…«."),
        _rule(r"(?<=\w)'(?=\w)", "a straight apostrophe", "Write ’.", lambda _: "’"),
    ],
    "fr": [
        DASH,
        _rule(r"(?<=[\w»)’…*])[  ]?(?=[;!?](?:\W|$))", "no narrow space before ; ! ?", "Run: make fix", lambda _: NARROW),
        _rule(r"(?<=[\w»)’*])[ \u202f]?(?=:(?:\s|$|\*))", "no fixed space before a colon", "Run: make fix", lambda _: FIXED),
        _rule(r"(?<=«)(?:[ \u202f]|(?=[^\s]))|(?:[ \u202f]|(?<=[^\s]))(?=»)", "no fixed space in « »", "Run: make fix", lambda _: FIXED),
        _rule(r'["„]', "quotation marks are not French", "Write « … »; inside them, “ … ”."),
        _rule(r"(?<=\w)'(?=\w)", "a straight apostrophe", "Write ’.", lambda _: "’"),
    ],
}  # fmt: skip
CODE = re.compile(r"\]\([^)]*\)|\{[^}]*\}|`[^`]*`|https?://\S+|\b[\w.-]+\.(?:org|net|com|dk|fr|eu|uk|gov)\S*")


def problems(page: Page) -> list[Problem]:
    """Every mark that the page's language writes otherwise, with its line."""
    found = []
    for number, start, end in _texts(page):
        line = page.text.splitlines()[number - 1]
        for pattern, said, cure, _ in RULES.get(page.language, []):
            if pattern.search(_hidden(line[start:end])):
                found.append(page.problem(number, f"{said}: “{_around(pattern, line[start:end])}”", cure))
    return found


def fix(path: Path, page: Page) -> bool:
    """Put right what a rule can mend by itself; the file is written beside and renamed. True when anything changed."""
    lines = page.text.splitlines(keepends=True)
    for number, start, end in _texts(page):
        line = lines[number - 1]
        lines[number - 1] = line[:start] + _mended(line[start:end], page.language) + line[end:]
    text = "".join(lines)
    if text != page.text:
        half = path.with_suffix(".part")
        half.write_text(text, "utf-8")
        half.replace(path)
    return text != page.text


def _texts(page: Page) -> list[tuple[int, int, int]]:
    """Line, first and last character of what is text: no markers, no option names."""
    options = {number for source in scan(page) for number in range(source.line + 1, source.line + 1 + len(source.head))}
    if page.place == "sources.md":  # titles of works keep the marks of their own language
        return []
    lines = page.text.splitlines()
    found = []
    for number in (page.lines[key] for key in ("title", "summary", "room") if key in page.lines):
        value = re.match(r"\w+: *(\"?)(.*?)\1 *$", lines[number - 1])
        found += [(number, value.start(2), value.end(2))] if value else []
    for number, line in enumerate(page.body.splitlines(), page.start):
        opening = OPENING.match(line)
        if number in options or CLOSING.match(line) or re.fullmatch(r"[-|: ]+", line) or (opening and not opening[3]):
            continue
        start = opening.start(3) if opening else len(re.match(r"\s*(?::   |(?:[-*>]|\d+\.|#+) +|\|)*", line)[0])  # type: ignore[index]
        found.append((number, start, len(line)))
    return found


def _hidden(text: str) -> str:
    """The text with links, ids and addresses blanked out, each to its own length."""
    return CODE.sub(lambda mark: "\u2060" * len(mark[0]), text)


def _around(pattern: re.Pattern[str], text: str) -> str:
    mark = pattern.search(_hidden(text))
    return text[max(0, mark.start() - 12) : mark.end() + 12].strip() if mark else ""


def _mended(text: str, language: str) -> str:
    for pattern, _, _, mend in RULES.get(language, []):
        if mend:
            kept = CODE.findall(text)
            text = pattern.sub(mend, _hidden(text))
            for code in kept:
                text = text.replace("\u2060" * len(code), code, 1)
    return text
