"""What is wrong with finished pages, as a reader of proofs would see it: letters, edges, columns, ink."""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, TextBox

FAMILY = "Spor Sans"
SLACK = 1  # CSS pixels
CONTRAST = 4.5  # WCAG 2.2, 1.4.3; counted from luminance, so that it holds for a print in grey too
WHITE = 1.0  # luminance of the paper
THIN, LINES = 2, 4  # so few letters in a line, so many lines of them: no column for words


def read(document: Any) -> list[str]:
    """All that is wrong with laid-out pages."""
    return [*outside(document), *squeezed(document), *faint(document)]


def strange_letters(document: Any) -> list[str]:
    """Letters that our face lacks, and faces that are not ours."""
    fonts = list(document.fonts.values())
    missing = sorted({chr(code) for font in fonts for code in font.missing})
    strange = sorted({font.family for font in fonts} - {FAMILY})
    told = [f"{FAMILY} has no letter for {letter!r} (U+{ord(letter):04X})" for letter in missing]
    return told + [f"uses the font {family}, which is not the project's" for family in strange]


def outside(document: Any) -> list[str]:
    """Words that stand beyond the edge of their page, where no reader finds them."""
    pages = [(number, page, page._page_box.descendants(placeholders=True)) for number, page in enumerate(document.pages, 1)]
    texts = [(number, page, box) for number, page, boxes in pages for box in boxes if isinstance(box, TextBox) and box.text.strip()]
    return [
        f"“{box.text.strip()}” stands beyond the edge of page {number}"
        for number, page, box in texts
        if box.position_y + box.height > page.height + SLACK or box.position_x + box.width > page.width + SLACK
    ]


def squeezed(document: Any) -> list[str]:
    """Texts in a column that has room for a letter or two."""
    blocks = ((number, box) for number, page in enumerate(document.pages, 1) for box in page._page_box.descendants(placeholders=True))
    found = []
    for number, block in blocks:
        lines = [text for child in getattr(block, "children", ()) if isinstance(child, LineBox) and (text := said(child))]
        if len(lines) >= LINES and sum(len(line) <= THIN for line in lines) > len(lines) / 2:
            found.append(f"“{' '.join(lines)[:40]}” stands in a column a letter wide on page {number}")
    return found


def faint(document: Any) -> list[str]:
    """Words too pale for their ground."""
    found = []
    for number, page in enumerate(document.pages, 1):
        for text, ratio in contrasts(page._page_box, WHITE):
            if ratio < CONTRAST:
                found.append(f"“{text[:40]}” has a contrast of {ratio:.1f}:1 on page {number}; expected {CONTRAST}:1 or more")
    return found


def contrasts(box: Any, ground: float) -> Iterator[tuple[str, float]]:
    """Every text below a box with its contrast to the ground it stands on."""
    box = getattr(box, "_box", box)  # of something out of the flow
    fill = box.background.color if getattr(box, "background", None) else None
    ground = luminance(fill) if fill is not None and fill.alpha else ground
    if isinstance(box, TextBox) and box.text.strip() and box.style["visibility"] == "visible":
        light, dark = sorted((ground, luminance(box.style["color"])), reverse=True)
        yield box.text.strip(), (light + 0.05) / (dark + 0.05)
    for child in getattr(box, "children", ()):
        yield from contrasts(child, ground)


def luminance(colour: Any) -> float:
    """Relative luminance of a colour, as WCAG 2.2 counts it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.to("srgb").coordinates]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def said(line: Any) -> str:
    return "".join(box.text for box in line.descendants() if isinstance(box, TextBox)).strip()
