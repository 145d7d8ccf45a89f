"""Spelling by hunspell's dictionaries, with a list of the project's own words for each language."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from .pages import Page
from .passages import passages
from .problems import Problem
from .reading import WORD

DICTIONARIES = {"en": "en_GB", "fr": "fr_FR", "da": "da_DK"}
OWN = "_spelling.txt"  # one word a line, in docs/<lang>/; a name stands there once for all its forms


def own_words(docs: Path, language: str) -> set[str]:
    """Words that the project uses and no dictionary has; lines that begin with # are notes."""
    path = docs / language / OWN
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def unknown(words: Iterable[str], dictionary: str) -> set[str]:
    """Those of the words that a dictionary does not know; raises FileNotFoundError without hunspell."""
    told = subprocess.run(
        ["hunspell", "-d", dictionary, "-l", "-i", "utf-8"],
        input="\n".join(sorted(words)), capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return set(told.stdout.split("\n")) - {""}


def problems(docs: Path, pages: list[Page], language: str) -> list[Problem]:
    """Unknown words of all pages of one language, each at the lines where it stands."""
    if language not in DICTIONARIES:
        return []
    known = own_words(docs, language)
    places: dict[str, list[tuple[Page, int]]] = {}
    for page in pages:
        for passage in passages(page) if page.place != "sources.md" else ():
            for word in WORD.findall(passage.text.replace("’", "'")):
                places.setdefault(word, []).append((page, passage.line))
    asked = [word for word in places if not {word, word.lower()} & known]
    strange = unknown(asked, DICTIONARIES[language])
    told = sorted(word for word in asked if {word, *word.split("-")} & strange)  # hunspell names the half that it does not know
    cure = f"Correct it, or add it to docs/{language}/{OWN}."
    return [page.problem(line, f"“{word}” is in no dictionary", cure) for word in told for page, line in places[word]]
