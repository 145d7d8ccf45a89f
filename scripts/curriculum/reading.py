"""How hard a page is to read: LIX (C.-H. Björnsson 1968), words in a sentence plus the share of long words."""

import re

from .pages import Page
from .passages import Passage, passages
from .problems import Problem

LIMITS = {"worksheet": 35, "lesson": 45, "plan": 45}  # style page; everything else:
OTHER = 50
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
END = re.compile(r"(?<=[.!?:…])[\s»”\"’]+")
LONG = 6  # letters; a longer word is a long one
FEW = 20  # words; a shorter page has no level


def sentences(found: list[Passage]) -> list[tuple[int, list[str]]]:
    """Line and words of every sentence; a line ends one."""
    parts = ((passage.line, WORD.findall(part)) for passage in found for part in END.split(passage.text))
    return [(line, words) for line, words in parts if words]


def lix(found: list[tuple[int, list[str]]]) -> float:
    """LIX of some sentences: 0 for none."""
    words = [word for _, sentence in found for word in sentence]
    long = sum(len(word) > LONG for word in words)
    return len(words) / len(found) + 100 * long / len(words) if words else 0.0


def problems(page: Page) -> list[Problem]:
    """A page above the limit of its kind, with its three hardest sentences."""
    found = sentences([passage for passage in passages(page) if not passage.is_example])
    level, limit = lix(found), LIMITS.get(page.kind, OTHER)
    if level <= limit or page.place == "sources.md" or sum(len(words) for _, words in found) < FEW:
        return []
    hardest = sorted(found, key=lambda sentence: lix([sentence]) * (len(sentence[1]) > 3), reverse=True)[:3]
    told = "\n  ".join(f"line {line}: {' '.join(words)}" for line, words in hardest)
    return [
        page.problem(hardest[0][0], f"LIX {level:.0f}; expected at most {limit} on a {page.kind} page", f"Shorten these first:\n  {told}")
    ]
