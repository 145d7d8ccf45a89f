"""The one shape of a complaint."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

MANY = 16  # so many names are still worth reading


@dataclass(frozen=True, order=True)
class Problem:
    """Something a writer has to mend: where it stands, what is wrong and what was expected, and the cure."""

    path: str
    line: int
    message: str
    cure: str = ""

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}: {self.message}"
        return f"{text}\n  {self.cure}" if self.cure else text


def report(problems: Iterable[Problem]) -> str:
    """All complaints sorted by file and line, each told once, with their number below."""
    told = sorted(set(problems))
    count = f"{len(told)} problem{'' if len(told) == 1 else 's'} found."
    return "\n".join([*map(str, told), count])


def nearest(word: str, known: Iterable[str]) -> str:
    """Which of the known words the writer may have meant: a sentence for the cure."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1)
    if close:
        return f"Did you mean “{close[0]}”?"
    return f"Known are: {', '.join(names) or 'none'}." if len(names) <= MANY else f"None of the {len(names)} known ones comes close."
