"""A repair of how WeasyPrint 70.0 breaks lines, in the same spirit as `finish`.

When a text fits its line but for the blank at its end, and an emphasis follows, the whole text is taken for too wide
and the line is broken after its *first* word. Such a text is measured once more, without that blank.
"""

from typing import Any

from weasyprint.layout import inline

original = inline.split_first_line


def install() -> None:
    inline.split_first_line = split_first_line


def split_first_line(text: str, style: Any, context: Any, max_width: Any, *rest: Any, **named: Any) -> Any:
    found = original(text, style, context, max_width, *rest, **named)
    resume = found[2]
    if resume is None or not text.endswith(" ") or style["white_space"] != "normal":
        return found
    shorter = original(text.rstrip(" "), style, context, max_width, *rest, **named)
    fits = shorter[2] is None and shorter[3] <= max_width
    return shorter if fits else found
