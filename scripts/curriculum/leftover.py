"""What was left behind: English sentences on translated pages, and words of the interface that nobody uses."""

import re
from pathlib import Path

from .pages import Page
from .passages import passages
from .problems import Problem
from .reading import sentences
from .words import NAME, load

SHORTEST = 4  # words; a shorter sentence may well be the same in two languages


def problems(page: Page, reference: Page) -> list[Problem]:
    """Sentences of a translated page that stand word for word in the reference; titles of works are left out."""
    if page.place == "sources.md":
        return []
    known = {" ".join(words) for _, words in sentences(passages(reference))}
    return [
        page.problem(line, f"a sentence is left in the reference's language: “{' '.join(words)}”", "Translate it.")
        for line, words in sentences(passages(page))
        if len(words) >= SHORTEST and " ".join(words) in known and not _is_name(words)
    ]


def _is_name(words: list[str]) -> bool:
    """A row of capitals is the name of something, such as a licence."""
    return all(word[0].isupper() for word in words)


def unused_words(docs: Path, folders: list[Path], language: str) -> list[Problem]:
    """Keys of the words file that no template, script or module names; `holder_` stands for all that begin so."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".js", ".py", ".svg", ".xml")]
    code = "\n".join(path.read_text("utf-8") for path in files)
    named = set(re.findall(r"\w+", code))
    stems = tuple(set(re.findall(r"\b([a-z]+_)(?=[\"'{])", code)))
    lines = (docs / language / NAME).read_text("utf-8").splitlines()
    return [
        Problem(f"docs/{language}/{NAME}", number, f"nothing uses the word “{key}”", "Remove it in every language.")
        for key in load(docs, language)
        if key not in named and not key.startswith(stems)
        for number in [next(n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:"))]
    ]
