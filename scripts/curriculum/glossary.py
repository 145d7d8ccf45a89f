"""The glossary: one entry a term, with its forms in each language and the words it stands instead of."""

import re
from dataclasses import dataclass
from pathlib import Path

from .blocks import scan
from .pages import Page, parse
from .passages import passages
from .problems import Problem

PLACE = "glossary.md"
CLOSED = {
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "label",
    "legend",
    "summary",
    "svg",
    "button",
    "code",
    "blockquote",
    "figcaption",
    "dt",
}  # no tooltip


@dataclass(frozen=True)
class Term:
    """One term of one language: English id, name, the forms a text may use it in, and words to avoid."""

    id: str
    name: str
    forms: tuple[str, ...]
    avoid: tuple[str, ...]


def terms(page: Page) -> list[Term]:
    """The terms of a glossary page in order; blocks with faults are left out (the grammar tells them)."""
    return [
        Term(
            str(source.options["id"]), source.argument,
            tuple(map(str, source.options.get("forms") or [source.argument])), tuple(map(str, source.options.get("avoid") or [])),
        )
        for source in scan(page)
        if source.name == "term" and source.argument and source.options.get("id")
    ]  # fmt: skip


def load(docs: Path, languages: list[str]) -> dict[str, list[Term]]:
    """The terms of every language that has a glossary."""
    paths = {language: docs / language / PLACE for language in languages}
    return {language: terms(parse(language, PLACE, path.read_text("utf-8"))) for language, path in paths.items() if path.is_file()}


def names(every: dict[str, list[Term]]) -> dict[str, dict[str, str]]:
    """What each term is called, by id and language."""
    found: dict[str, dict[str, str]] = {}
    for language, listed in every.items():
        for term in listed:
            found.setdefault(term.id, {})[language] = term.name
    return found


def mark(html: str, every: dict[str, list[Term]], language: str, address: str) -> str:
    """Link the first appearance of each term to the glossary at `address`, its other languages as the link's title.

    A list that is only to be seen, such as the strip of a plan, holds no link.
    """
    known = {form.lower(): term for term in every.get(language, []) for form in term.forms}
    if not known:
        return html
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, known), key=len, reverse=True))})(?!\w)", re.I)
    called, seen, depth, parts = names(every), set[str](), 0, re.split(r'(<ol aria-hidden="true".*?</ol>|<[^>]+>)', html, flags=re.S)

    def link(found: re.Match[str]) -> str:
        term = known[found[0].lower()]
        if term.id in seen:
            return found[0]
        seen.add(term.id)
        title = " · ".join(f"{code}: {name}" for code, name in called[term.id].items() if code != language)
        return f'<a class="term" href="{address}#{term.id}" title="{title}">{found[0]}</a>'

    for number, part in enumerate(parts):
        if number % 2:
            tag = re.match(r"</?(\w+)", part)
            depth += (-1 if part.startswith("</") else 1) if tag and tag[1] in CLOSED else 0
        elif not depth:
            parts[number] = pattern.sub(link, part)
    return "".join(parts)


def problems(page: Page, listed: list[Term]) -> list[Problem]:
    """Words that a term of ours stands instead of."""
    if page.place in (PLACE, "sources.md"):  # one may name them, the other holds titles of works
        return []
    instead = {word.lower(): term for term in listed for word in term.avoid}
    if not instead:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, instead), key=len, reverse=True))})(?!\w)", re.I)
    return [
        page.problem(passage.line, f"“{found[0]}” is not our word", f"Write “{instead[found[0].lower()].name}”, or say it another way.")
        for passage in passages(page)
        for found in pattern.finditer(passage.text)
    ]
